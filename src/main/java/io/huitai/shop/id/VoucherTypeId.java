package io.huitai.shop.id;

/// A type of voucher of a programme, as "cash100"; it is also the rule id of what the voucher takes off.
public record VoucherTypeId(String value) {
    public VoucherTypeId {
        Ids.check("voucher type", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
