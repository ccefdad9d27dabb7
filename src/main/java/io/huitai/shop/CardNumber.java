package io.huitai.shop;

/// A member card's number: digits, or the hex UID of a contactless card. Never printed whole.
public record CardNumber(String value) {
    public CardNumber {
        Writing.check("card number", value, 40);
    }

    /// The last four characters behind stars, for screens, paper and logs.
    public String masked() {
        return "****" + value.substring(Math.max(0, value.length() - 4));
    }

    @Override
    public String toString() {
        return masked();
    }
}
