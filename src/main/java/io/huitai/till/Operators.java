package io.huitai.till;

import io.huitai.journal.ApprovedStep;
import io.huitai.journal.Fact;
import io.huitai.shop.Approval;
import io.huitai.shop.CardNumber;
import io.huitai.shop.Operator;
import io.huitai.shop.OperatorId;
import io.huitai.shop.Role;
import io.huitai.shop.StepDigest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/// Signing in and out, and approvals on the spot. Five wrong PINs in a row lock an operator for five minutes, their
/// card
/// with them.
public final class Operators {
    private static final int MOST_WRONG = 5;
    private static final Duration LOCKED = Duration.ofMinutes(5);

    /// Stands in a fact while its step is asked for, and never gets into the journal.
    private static final Approval ASKED_FOR = new Approval(new OperatorId("-"), Role.SUPERVISOR, Optional.empty());

    private final Book book;

    Operators(Book book) {
        this.book = book;
    }

    /// Signs in, in place of whoever was; the bill is kept. Refused: `BAD_PIN`, `OPERATOR_LOCKED`.
    public Operator signIn(OperatorId id, String pin) {
        var operator = check(id, pin, ErrorCode.BAD_PIN);
        book.operator(Optional.of(operator));
        book.unforced(new Fact.SignedIn(operator.role()));
        return operator;
    }

    /// @return who was signed in
    public Operator signOut() {
        var operator = book.signedIn();
        book.unforced(new Fact.SignedOut());
        book.operator(Optional.empty());
        return operator;
    }

    public Optional<Operator> signedIn() {
        return book.operator();
    }

    /// A step that someone else of at least a role approves: the fact with the approval of exactly that. Refused:
    /// `APPROVAL_REQUIRED` telling the step, `APPROVAL_DENIED`, `OPERATOR_LOCKED`.
    ///
    /// @param step what is to happen, made from its approval: asked before and after it, for a PIN may be an entry
    /// before this one; changes nothing itself
    <F extends Fact> F approved(Approver approver, Role needed, Function<Approval, F> step) {
        var digest = digest(step);
        var given = approver.asked().orElseThrow(() -> Refusal.approvalRequired(needed, digest));
        var operator = shown(given.spendOn(digest));
        var own =
                book.operator().map(Operator::id).filter(operator.id()::equals).isPresent();
        if (own || !operator.role().approves(needed)) {
            throw Refusal.of(ErrorCode.APPROVAL_DENIED);
        }
        return step.apply(new Approval(operator.id(), operator.role(), Optional.of(digest)));
    }

    /// The same for a step that needs nobody's approval where `asks` is false.
    <F extends Fact> F approvedWhere(
            boolean asks, Approver approver, Role needed, Function<Optional<Approval>, F> step) {
        return asks ? approved(approver, needed, step.compose(Optional::of)) : step.apply(Optional.empty());
    }

    /// The same for a step that whoever is signed in does alone where their role is at least the needed one.
    <F extends Fact> F approvedBeyond(Role needed, Approver approver, Function<Optional<Approval>, F> step) {
        return approvedWhere(isBeyond(needed), approver, needed, step);
    }

    /// Whether it is more than the role of whoever is signed in may do alone.
    boolean isBeyond(Role needed) {
        return book.signedIn().role().compareTo(needed) < 0;
    }

    /// What an approval of a step will be bound to, for whoever shows it first.
    static StepDigest digest(Function<Approval, ? extends Fact> step) {
        var asked = step.apply(ASKED_FOR);
        Book.fits(asked);
        return ApprovedStep.digest(asked);
    }

    private Operator shown(Proof proof) {
        return switch (proof) {
            case Proof.Pin(var id, var pin) -> check(id, pin, ErrorCode.APPROVAL_DENIED);
            case Proof.Card(var number) -> holder(number);
        };
    }

    /// Each card has a salt of its own, so all are tried.
    private Operator holder(CardNumber number) {
        var operator = book.store().operators().stream()
                .filter(each -> each.cardHash()
                        .filter(hash -> Pins.fits(number.value(), hash))
                        .isPresent())
                .findFirst()
                .orElseThrow(() -> Refusal.of(ErrorCode.APPROVAL_DENIED));
        refuseLocked(operator.id());
        return operator;
    }

    private void refuseLocked(OperatorId id) {
        var pins = book.store().state().wrongPins().get(id.value());
        var locked = pins != null
                && pins.count() >= MOST_WRONG
                && book.now().toInstant().isBefore(pins.last().toInstant().plus(LOCKED));
        if (locked) {
            throw Refusal.of(ErrorCode.OPERATOR_LOCKED);
        }
    }

    private Operator check(OperatorId id, String pin, ErrorCode wrong) {
        var operator = book.store().operators().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.of(wrong));
        refuseLocked(id);
        var pins = book.store().state().wrongPins().get(id.value());
        if (!Pins.fits(pin, operator.pinHash())) {
            if (pins != null && pins.count() >= MOST_WRONG) {
                book.forced(new Fact.PinAccepted(id)); // the lock has run out: counting starts again
            }
            book.forced(new Fact.PinRefused(id));
            throw Refusal.of(wrong);
        }
        if (pins != null) {
            book.forced(new Fact.PinAccepted(id));
        }
        return operator;
    }
}
