package io.huitai.shop;

/// A person who works at the till.
///
/// @param pinHash Argon2id in its encoded form, with its own salt
public record Operator(OperatorId id, String name, Role role, String pinHash) {
    @Override
    public String toString() {
        return "Operator[" + id + " " + role + "]";
    }
}
