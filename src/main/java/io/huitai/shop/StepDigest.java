package io.huitai.shop;

/// The SHA-256, in lower-case hex, of exactly what a supervisor is asked to approve.
public record StepDigest(String hex) {
    public StepDigest {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("A digest has 64 digits of lower-case hex");
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
