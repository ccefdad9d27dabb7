package io.huitai.shop.person;

import io.huitai.shop.OperatorId;
import java.util.Optional;

/// A PIN that is being set in a store that sells: 4 to 8 digits, and none that everybody tries first. It prints
/// nothing of itself.
///
/// PINs that are only entered are texts: whatever was set before must go on being right.
public record Pin(String digits) {
    private static final int SHORTEST = 4;
    private static final int LONGEST = 8;

    /// Why a text may not be a PIN.
    public enum Why {
        NOT_DIGITS,
        LENGTH,
        ONE_DIGIT,
        A_ROW,
        OWN_NUMBER
    }

    /// @throws IllegalArgumentException when it may be nobody's; the PIN is not in its message
    public Pin {
        anybodys(digits).ifPresent(why -> {
            throw new IllegalArgumentException("No PIN: " + why);
        });
    }

    /// Why this text may not be an operator's PIN; empty where it may.
    public static Optional<Why> unfit(String digits, OperatorId operator) {
        return anybodys(digits)
                .or(() -> digits.equals(operator.value()) ? Optional.of(Why.OWN_NUMBER) : Optional.empty());
    }

    private static Optional<Why> anybodys(String digits) {
        if (!digits.chars().allMatch(each -> each >= '0' && each <= '9')) {
            return Optional.of(Why.NOT_DIGITS);
        }
        if (digits.length() < SHORTEST || digits.length() > LONGEST) {
            return Optional.of(Why.LENGTH);
        }
        if (digits.chars().distinct().count() == 1) {
            return Optional.of(Why.ONE_DIGIT);
        }
        return isRow(digits) ? Optional.of(Why.A_ROW) : Optional.empty();
    }

    /// From 1 upwards, as 1234.
    private static boolean isRow(String digits) {
        return "12345678".startsWith(digits);
    }

    @Override
    public String toString() {
        return "Pin[]";
    }
}
