package io.huitai.journal;

import io.huitai.shop.OperatorId;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// What the journal is asked to take: an entry without its place in the chain.
///
/// @param kind what has happened, as "SaleCompleted"; 1 to 64 characters
/// @param body its particulars, of the values that [CanonicalJson] takes; copied
/// @param operator who was signed in, if anyone
public record Draft(String kind, ObjectNode body, Optional<OperatorId> operator) {
    public Draft {
        if (kind.isBlank() || kind.length() > 64) {
            throw new IllegalArgumentException("A kind has 1 to 64 characters");
        }
        body = body.deepCopy();
    }
}
