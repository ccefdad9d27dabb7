package io.huitai.shop;

import java.util.Arrays;
import java.util.Optional;

/// The language of texts for people.
public enum Lang {
    ZH("zh"),
    EN("en");

    private final String code;

    Lang(String code) {
        this.code = code;
    }

    public static Optional<Lang> of(String code) {
        return Arrays.stream(values()).filter(lang -> lang.code.equals(code)).findFirst();
    }

    public String code() {
        return code;
    }
}
