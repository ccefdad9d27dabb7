package io.huitai.shop;

import java.util.Arrays;
import java.util.Optional;

/// The event a banquet bill is for (`event` in the contracts).
public enum Occasion {
    BIRTHDAY("birthday"),
    BABY("baby"),
    ENGAGEMENT("engagement"),
    WEDDING("wedding");

    private final String code;

    Occasion(String code) {
        this.code = code;
    }

    public static Optional<Occasion> of(String code) {
        return Arrays.stream(values())
                .filter(occasion -> occasion.code.equals(code))
                .findFirst();
    }

    public String code() {
        return code;
    }
}
