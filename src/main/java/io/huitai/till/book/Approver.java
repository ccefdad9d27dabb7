package io.huitai.till.book;

import java.util.Optional;

/// Whoever may approve a step at the cashier's side: asked only when the step turns out to need it.
@FunctionalInterface
public interface Approver {
    /// Nobody stands by.
    Approver NOBODY = Optional::empty;

    /// What the approver enters; empty where there is none.
    Optional<ApprovalGiven> asked();

    /// Who approves what turns up behind a step of the same request: an approval that was given for that one is none,
    /// so that it is asked for by itself.
    default Approver forTheNext() {
        return () -> asked().filter(ApprovalGiven::isOpen);
    }
}
