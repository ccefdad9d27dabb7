package io.huitai.till.book;

import io.huitai.journal.ApprovedStep;
import io.huitai.journal.fact.Fact;
import io.huitai.shop.Approval;
import io.huitai.shop.CardNumber;
import io.huitai.shop.MemberNo;
import io.huitai.shop.Operator;
import io.huitai.shop.OperatorId;
import io.huitai.shop.Role;
import io.huitai.shop.StepDigest;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Signing in and out, and approvals on the spot. Who enters five wrong PINs in a row waits for five minutes.
public final class Operators {
    /// Stands in a fact while its step is asked for, and never gets into the journal.
    private static final Approval ASKED_FOR = new Approval(new OperatorId("-"), Role.SUPERVISOR, Optional.empty());

    private final Book book;
    private final Attempts attempts;
    private final StepWords words;

    public Operators(Book book, Attempts attempts, StepWords words) {
        this.book = book;
        this.attempts = attempts;
        this.words = words;
    }

    /// Signs in, in place of whoever was; the bill is kept. Refused: `BAD_PIN`, `OPERATOR_LOCKED`.
    public Operator signIn(OperatorId id, String pin) {
        var operator = check(new Attempts.Place(id, Optional.empty()), pin, ErrorCode.BAD_PIN);
        attempts.forgetServed();
        book.signIn(operator);
        return operator;
    }

    /// @return who was signed in
    public Operator signOut() {
        var operator = book.signedIn();
        attempts.forgetServed();
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
    public <F extends Fact> F approved(Approver approver, Role needed, Function<Approval, F> step) {
        return approved(approver, needed, step, Optional.empty());
    }

    /// The same where there are other ways to be let.
    ///
    /// @param otherwise the member whom the guest may prove to be
    public <F extends Fact> F approved(
            Approver approver, Role needed, Function<Approval, F> step, Optional<MemberNo> otherwise) {
        var asked = asked(step);
        var digest = ApprovedStep.digest(asked);
        var given = approver.asked()
                .orElseThrow(() -> Refusal.approvalRequired(needed, digest, words.of(asked), otherwise));
        var operator = shown(given.spendOn(digest));
        var own =
                book.operator().map(Operator::id).filter(operator.id()::equals).isPresent();
        if (own || !operator.role().approves(needed)) {
            throw Refusal.of(ErrorCode.APPROVAL_DENIED);
        }
        return step.apply(new Approval(operator.id(), operator.role(), Optional.of(digest)));
    }

    /// The same for a step that needs nobody's approval where `asks` is false.
    public <F extends Fact> F approvedWhere(
            boolean asks, Approver approver, Role needed, Function<Optional<Approval>, F> step) {
        return asks ? approved(approver, needed, step.compose(Optional::of)) : step.apply(Optional.empty());
    }

    /// A step with the fact that is approved in it.
    public record Approved<F extends Fact>(Step step, F fact) {}

    /// The same for a fact that wants to know the number of its entry, or has others behind it: the step is begun when
    /// the approval has been given. The fact is made twice, then, and may differ in its lots only, which name their
    /// entry: an approval is not bound to those.
    ///
    /// @param fact of the number of its entry and the approval
    public <F extends Fact> Approved<F> approvedStep(
            boolean asks, Approver approver, Role needed, BiFunction<Long, Optional<Approval>, F> fact) {
        var approved = approvedWhere(
                asks, approver, needed, approval -> fact.apply(book.step().number(), approval));
        var step = book.step(); // nothing has come between
        return new Approved<>(step, step.put(approved));
    }

    /// The same for a step that whoever is signed in does alone where their role is at least the needed one.
    public <F extends Fact> F approvedBeyond(Role needed, Approver approver, Function<Optional<Approval>, F> step) {
        return approvedWhere(isBeyond(needed), approver, needed, step);
    }

    /// Whether it is more than the role of whoever is signed in may do alone.
    public boolean isBeyond(Role needed) {
        return book.signedIn().role().compareTo(needed) < 0;
    }

    /// What an approval of a step will be bound to, for whoever shows it first.
    public static StepDigest digest(Function<Approval, ? extends Fact> step) {
        return ApprovedStep.digest(asked(step));
    }

    private static Fact asked(Function<Approval, ? extends Fact> step) {
        var asked = step.apply(ASKED_FOR);
        Book.fits(asked);
        return asked;
    }

    private Operator shown(Proof proof) {
        return switch (proof) {
            case Proof.Pin(var id, var pin) ->
                check(new Attempts.Place(id, Optional.of(asking())), pin, ErrorCode.APPROVAL_DENIED);
            case Proof.Card(var number) -> holder(number);
        };
    }

    /// Who asks for what is to be approved.
    private String asking() {
        return book.operator().map(someone -> someone.id().value()).orElse("");
    }

    private Operator holder(CardNumber number) {
        var holder = holding(number);
        attempts.refuseLockedCard(holder.map(Operator::id), asking());
        return holder.orElseThrow(() -> {
            attempts.unknownCard(asking());
            return Refusal.of(ErrorCode.APPROVAL_DENIED);
        });
    }

    /// Whose own card a number is. Each card has a salt of its own, so all are tried.
    public Optional<Operator> holding(CardNumber number) {
        return book.store().operators().stream()
                .filter(each -> each.cardHash()
                        .filter(hash -> Pins.fits(number.value(), hash))
                        .isPresent())
                .findFirst();
    }

    /// Takes as long for a number that nobody has as for a wrong PIN, so that nobody learns from it who works here.
    private Operator check(Attempts.Place place, String pin, ErrorCode wrong) {
        var known = book.store().operators().stream()
                .filter(each -> each.id().equals(place.target()))
                .findFirst();
        if (known.isEmpty()) {
            Pins.spendOne(pin);
            throw Refusal.of(wrong);
        }
        var operator = known.orElseThrow();
        attempts.refuseLocked(place);
        if (!Pins.fits(pin, operator.pinHash())) {
            attempts.wrongPin(place);
            throw Refusal.of(wrong);
        }
        attempts.rightPin(place.target());
        return operator;
    }
}
