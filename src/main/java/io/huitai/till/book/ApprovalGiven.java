package io.huitai.till.book;

import io.huitai.shop.OperatorId;
import io.huitai.shop.StepDigest;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// What a supervisor gives at the cashier's side to approve one step: good once, right or wrong, and for nothing
/// but the step that was shown.
public final class ApprovalGiven {
    private final Proof proof;
    private final Optional<StepDigest> shown;
    private final AtomicBoolean used = new AtomicBoolean();

    private ApprovalGiven(Proof proof, Optional<StepDigest> shown) {
        this.proof = proof;
        this.shown = shown;
    }

    /// For the step that somebody has looked at before.
    public ApprovalGiven(Proof proof, StepDigest shown) {
        this(proof, Optional.of(shown));
    }

    /// On the request for the step itself, so that there is no other that it could be meant for.
    public ApprovalGiven(OperatorId operator, String pin) {
        this(new Proof.Pin(operator, pin), Optional.empty());
    }

    /// Uses this up. Refused: `APPROVAL_DENIED` the second time, or for another step than was shown.
    Proof spendOn(StepDigest step) {
        var again = used.getAndSet(true);
        if (again || shown.filter(other -> !other.equals(step)).isPresent()) {
            throw Refusal.of(ErrorCode.APPROVAL_DENIED);
        }
        return proof;
    }

    /// Whether it can still be meant for a step that turns up behind another one: it is not used up, and nobody was
    /// shown some other.
    boolean isOpen() {
        return shown.isEmpty() && !used.get();
    }

    @Override
    public String toString() {
        return "ApprovalGiven[" + proof + "]";
    }
}
