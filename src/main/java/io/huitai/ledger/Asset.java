package io.huitai.ledger;

/// What an account can hold: points, vouchers of one type, stored principal and bonus (fen), and the tallies that
/// tiers are judged by: spend (fen), visits, and points earned, spent ones not subtracted.
public record Asset(String code) {
    public static final Asset POINTS = new Asset("points");
    public static final Asset PRINCIPAL = new Asset("principal");
    public static final Asset BONUS = new Asset("bonus");
    public static final Asset SPEND = new Asset("spend");
    public static final Asset VISITS = new Asset("visits");
    public static final Asset EARNED = new Asset("earned");

    private static final String VOUCHER = "voucher:";

    public static Asset voucher(String type) {
        return new Asset(VOUCHER + type);
    }

    public boolean isVoucher() {
        return code.startsWith(VOUCHER);
    }

    /// The voucher's type as its programme names it.
    public String voucherType() {
        if (!isVoucher()) {
            throw new IllegalStateException(code + " is not a voucher");
        }
        return code.substring(VOUCHER.length());
    }
}
