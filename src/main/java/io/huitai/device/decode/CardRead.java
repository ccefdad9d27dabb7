package io.huitai.device.decode;

/// A card of the house was read. `number` is the digits in front of the first separator; dates and discretionary data
/// on the tracks are not kept, for they are not the membership's. Prints its last four digits only.
public record CardRead(String number) implements Swipe, Scan {
    public CardRead {
        if (number.isEmpty() || !number.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            throw new IllegalArgumentException("A card number is digits");
        }
    }

    @Override
    public String toString() {
        return "CardRead[****" + number.substring(Math.max(0, number.length() - 4)) + "]";
    }
}
