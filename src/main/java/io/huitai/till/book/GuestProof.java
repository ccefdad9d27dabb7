package io.huitai.till.book;

import java.util.Optional;

/// How a guest who named a member can prove to be them, asked only where a step turns out to need it: by what they
/// show or tell, or by the word of somebody who may approve it.
public record GuestProof(Optional<Shown> shown, Approver approver) {
    public static final GuestProof NONE = new GuestProof(Optional.empty(), Approver.NOBODY);

    public static GuestProof by(Approver approver) {
        return new GuestProof(Optional.empty(), approver);
    }

    /// What a guest shows or tells.
    public sealed interface Shown {
        /// Their card or code, as any reader gives it.
        record Card(String read) implements Shown {
            @Override
            public String toString() {
                return "Card[]";
            }
        }

        /// The last digits of their document.
        record Document(String last) implements Shown {
            @Override
            public String toString() {
                return "Document[]";
            }
        }
    }
}
