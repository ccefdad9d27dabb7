package io.huitai.shop;

/// The number an operator signs in with, as "1001".
public record OperatorId(String value) {
    public OperatorId {
        Writing.check("operator number", value, 16);
    }

    @Override
    public String toString() {
        return value;
    }
}
