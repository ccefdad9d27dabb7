package io.huitai.shop;

import java.util.Arrays;
import java.util.Optional;

/// A means of payment.
public enum TenderType {
    CASH("cash"),
    CARD("card"),
    WECHAT("wechat"),
    ALIPAY("alipay"),
    UNIONPAY("unionpay"),
    CHEQUE("cheque"),
    STORED("stored"),
    ROOM("room"),
    ACCOUNT("account");

    private final String code;

    TenderType(String code) {
        this.code = code;
    }

    public static Optional<TenderType> of(String code) {
        return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
    }

    public String code() {
        return code;
    }

    /// Whether it is paid now and from outside: not from what was paid before, and not only promised.
    public boolean isMoney() {
        return switch (this) {
            case CASH, CARD, WECHAT, ALIPAY, UNIONPAY, CHEQUE -> true;
            case STORED, ROOM, ACCOUNT -> false;
        };
    }

    /// Card and mobile payments are taken at another machine: giving one up needs approval.
    public boolean isElectronic() {
        return switch (this) {
            case CARD, WECHAT, ALIPAY, UNIONPAY -> true;
            case CASH, CHEQUE, STORED, ROOM, ACCOUNT -> false;
        };
    }
}
