package io.huitai.shop;

import java.util.Arrays;
import java.util.Optional;

/// What kind of outlet a store is.
public enum OutletKind {
    RESTAURANT("restaurant"),
    HOTEL("hotel"),
    RETAIL("retail");

    private final String code;

    OutletKind(String code) {
        this.code = code;
    }

    public static Optional<OutletKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }

    public String code() {
        return code;
    }
}
