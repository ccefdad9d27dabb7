package io.huitai.shop;

import java.util.Optional;

/// A person who works at the till.
///
/// @param pinHash Argon2id in its encoded form, with its own salt
/// @param cardHash the same of the number of the card that they approve with, where they have one
public record Operator(OperatorId id, String name, Role role, String pinHash, Optional<String> cardHash) {
    /// Without a card.
    public Operator(OperatorId id, String name, Role role, String pinHash) {
        this(id, name, role, pinHash, Optional.empty());
    }

    @Override
    public String toString() {
        return "Operator[" + id + " " + role + "]";
    }
}
