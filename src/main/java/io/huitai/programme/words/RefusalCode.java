package io.huitai.programme.words;

/// Why something asked for is not given; the names are those of the contract.
public enum RefusalCode {
    MEMBERS_ONLY,
    NO_MEMBER,
    VOUCHER_NONE,
    VOUCHER_EXPIRED,
    VOUCHER_NOT_HERE,
    VOUCHER_NO_ITEM,
    VOUCHER_MINIMUM,
    VOUCHER_NO_GAIN,
    VOUCHER_LIMIT,
    POINTS_NO_VALUE,
    POINTS_UNIT,
    POINTS_NOT_ENOUGH,
    POINTS_OVER_CAP
}
