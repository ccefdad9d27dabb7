package io.huitai.ledger;

/// How much of an asset an account has in one lot.
public record Holding(Asset asset, Lot lot, long amount) {
    /// All of it going from an account to another.
    public Posting moved(Account from, Account to) {
        return new Posting(from, to, asset, lot, amount);
    }
}
