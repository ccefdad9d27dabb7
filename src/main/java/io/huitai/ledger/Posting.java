package io.huitai.ledger;

import java.time.LocalDate;

/// One movement of an asset from an account to another: balanced by its shape.
///
/// @param amount above zero: points, vouchers, visits as a count, money in fen
public record Posting(Account from, Account to, Asset asset, Lot lot, long amount) {
    public Posting {
        if (amount <= 0) {
            throw new IllegalArgumentException("A posting moves something: " + amount);
        }
        if (from.equals(to)) {
            throw new IllegalArgumentException("A posting moves between two accounts: " + from.name());
        }
    }

    /// What moves.
    public Holding holding() {
        return new Holding(asset, lot, amount);
    }

    /// The same movement the other way.
    public Posting back() {
        return new Posting(to, from, asset, lot, amount);
    }

    /// What this adds to an account; below zero where it takes.
    public long effectOn(Account account) {
        return account.equals(to) ? amount : account.equals(from) ? -amount : 0;
    }

    /// A tally's change, up or down.
    public static Posting tally(Account account, Asset asset, long change) {
        return tally(account, asset, Lot.TALLY, change);
    }

    /// A tally's change that counts for a day.
    public static Posting tally(Account account, Asset asset, LocalDate day, long change) {
        return tally(account, asset, Lot.tallyOf(day), change);
    }

    private static Posting tally(Account account, Asset asset, Lot lot, long change) {
        return change > 0
                ? new Posting(Account.ISSUED, account, asset, lot, change)
                : new Posting(account, Account.ISSUED, asset, lot, Math.negateExact(change));
    }
}
