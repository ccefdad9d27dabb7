package io.huitai.till;

import io.huitai.journal.Fact;
import io.huitai.shop.Approval;
import io.huitai.shop.Operator;
import io.huitai.shop.OperatorId;
import io.huitai.shop.Role;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Signing in and out, and approvals on the spot. Five wrong PINs in a row lock an operator for five minutes.
public final class Operators {
    private static final int MOST_WRONG = 5;
    private static final Duration LOCKED = Duration.ofMinutes(5);

    private final Book book;
    private final Map<OperatorId, Operator> known;

    Operators(Book book) {
        this.book = book;
        this.known = book.store().operators().stream().collect(Collectors.toMap(Operator::id, Function.identity()));
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

    /// The approval of one step by someone else of at least a role. Refused: `APPROVAL_REQUIRED`, `APPROVAL_DENIED`,
    /// `OPERATOR_LOCKED`.
    ///
    /// @param what exactly is approved; it is journalled with the step
    Approval approval(Approver approver, Role needed, String what) {
        var given = approver.asked().orElseThrow(() -> Refusal.approvalRequired(needed));
        var operator = check(given.operator(), given.pin(), ErrorCode.APPROVAL_DENIED);
        var own =
                book.operator().map(Operator::id).filter(operator.id()::equals).isPresent();
        if (own || !operator.role().approves(needed)) {
            throw Refusal.of(ErrorCode.APPROVAL_DENIED);
        }
        return new Approval(operator.id(), operator.role(), what);
    }

    private Operator check(OperatorId id, String pin, ErrorCode wrong) {
        var operator = Optional.ofNullable(known.get(id)).orElseThrow(() -> Refusal.of(wrong));
        var pins = book.store().state().wrongPins().get(id.value());
        var locked = pins != null
                && pins.count() >= MOST_WRONG
                && book.now().toInstant().isBefore(pins.last().toInstant().plus(LOCKED));
        if (locked) {
            throw Refusal.of(ErrorCode.OPERATOR_LOCKED);
        }
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
