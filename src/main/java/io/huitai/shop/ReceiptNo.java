package io.huitai.shop;

/// A receipt's number, as "S001-T1-000482": unique over all tills.
public record ReceiptNo(String value) {
    public ReceiptNo {
        Writing.check("receipt number", value, 48);
    }

    @Override
    public String toString() {
        return value;
    }
}
