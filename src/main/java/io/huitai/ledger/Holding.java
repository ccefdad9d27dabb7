package io.huitai.ledger;

/// How much of an asset an account has in one lot.
public record Holding(Asset asset, Lot lot, long amount) {}
