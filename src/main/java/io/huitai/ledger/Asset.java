package io.huitai.ledger;

import io.huitai.shop.id.VoucherTypeId;

/// What an account can hold: points, vouchers of one type, stored principal and bonus (fen), and the tallies that
/// tiers and limits are judged by: spend (fen), visits, points earned, spent ones not subtracted, principal recharged
/// and money paid from the card (fen). Companies hold credit that they owe (fen), gifts and events a count.
public record Asset(String code) {
    public static final Asset POINTS = new Asset("points");
    public static final Asset PRINCIPAL = new Asset("principal");
    public static final Asset BONUS = new Asset("bonus");
    public static final Asset SPEND = new Asset("spend");
    public static final Asset VISITS = new Asset("visits");
    public static final Asset EARNED = new Asset("earned");
    public static final Asset RECHARGED = new Asset("recharged");
    public static final Asset CARD_PAID = new Asset("card-paid");
    public static final Asset CHECK_INS = new Asset("check-ins");
    public static final Asset CREDIT = new Asset("credit");
    public static final Asset TAKEN = new Asset("taken");

    private static final String VOUCHER = "voucher:";

    public static Asset voucher(VoucherTypeId type) {
        return new Asset(VOUCHER + type);
    }

    /// Money on a member's card, paid for or given with it.
    public boolean isCardMoney() {
        return equals(PRINCIPAL) || equals(BONUS);
    }

    public boolean isVoucher() {
        return code.startsWith(VOUCHER);
    }

    /// The voucher's type as its programme names it.
    public VoucherTypeId voucherType() {
        if (!isVoucher()) {
            throw new IllegalStateException(code + " is not a voucher");
        }
        return new VoucherTypeId(code.substring(VOUCHER.length()));
    }
}
