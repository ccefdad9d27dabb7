package io.huitai.shop;

import java.util.Arrays;
import java.util.Optional;

/// How a bill is served.
public enum ServiceMode {
    DINE_IN("dine-in"),
    TAKEAWAY("takeaway"),
    ROOM("room"),
    RETAIL("retail");

    private final String code;

    ServiceMode(String code) {
        this.code = code;
    }

    public static Optional<ServiceMode> of(String code) {
        return Arrays.stream(values()).filter(mode -> mode.code.equals(code)).findFirst();
    }

    public String code() {
        return code;
    }
}
