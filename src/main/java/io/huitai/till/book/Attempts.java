package io.huitai.till.book;

import io.huitai.journal.fact.Fact;
import io.huitai.shop.MemberNo;
import io.huitai.shop.OperatorId;
import io.huitai.store.TillState;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Who was wrong too often in a row, and has to wait for five minutes.
///
/// Those minutes are counted by what nobody can set, and begin again when the till starts; only a training store's are
/// its clock's. There five wrong PINs lock their operator everywhere. In a store that sells they lock where they were
/// typed, the sign-in or the approvals that one operator asks for, so that nobody at the counter locks out those who
/// could stop them.
public final class Attempts {
    private static final int MOST_WRONG = 5;
    private static final OperatorId NOBODY = new OperatorId("-");
    private static final Duration WAIT = Duration.ofMinutes(5);

    private final Book book;
    private final TillClock clock;
    private final boolean training;
    private final Map<String, Long> last = new HashMap<>();
    private final long began;

    Attempts(Book book, TillClock clock, boolean training) {
        this.book = book;
        this.clock = clock;
        this.training = training;
        this.began = clock.steady();
    }

    /// At the sign-in, or for an approval.
    ///
    /// @param approving who asks for the approval, "" for nobody; empty at the sign-in
    record Place(OperatorId target, Optional<String> approving) {
        private String key() {
            return approving.map(who -> TillState.approving(target, who)).orElseGet(() -> TillState.signingIn(target));
        }
    }

    // PINs

    /// Refused: `OPERATOR_LOCKED`.
    void refuseLocked(Place place) {
        if (isWaiting(counted(place))) {
            throw Refusal.of(ErrorCode.OPERATOR_LOCKED);
        }
    }

    /// An approver's own card is no guess, and approves where only PINs were wrong; in a training store it is locked
    /// with their PIN. After five cards that are nobody's, no card that the same person shows is heard.
    ///
    /// @param holder empty where the card is no operator's
    void refuseLockedCard(Optional<OperatorId> holder, String approving) {
        if (training) {
            holder.ifPresent(known -> refuseLocked(new Place(known, Optional.of(approving))));
        } else if (!approving.isEmpty() && isWaiting(byCards(approving).key()::equals)) {
            throw Refusal.of(ErrorCode.OPERATOR_LOCKED);
        }
    }

    /// A card that no operator has was shown to approve what somebody asks for.
    void unknownCard(String approving) {
        if (!training && !approving.isEmpty()) {
            wrongPin(byCards(approving));
        }
    }

    /// What was guessed for somebody without naming an approver.
    private static Place byCards(String approving) {
        return new Place(NOBODY, Optional.of(approving));
    }

    void wrongPin(Place place) {
        var counted = counted(place);
        if (wrong(counted) >= MOST_WRONG) { // the time is over: counting starts again
            var only = training ? Optional.<String>empty() : place.approving();
            keys(counted).stream()
                    .map(TillState::target)
                    .distinct()
                    .forEach(target -> book.forced(new Fact.PinAccepted(target, only)));
        }
        book.forced(new Fact.PinRefused(place.target(), place.approving()));
        last.put(place.key(), clock.steady());
    }

    void rightPin(OperatorId target) {
        if (!keys(key -> TillState.isOf(target, key)).isEmpty()) {
            book.forced(new Fact.PinAccepted(target, Optional.empty()));
        }
    }

    private Predicate<String> counted(Place place) {
        if (training) {
            return key -> TillState.isOf(place.target(), key);
        }
        return key ->
                place.approving().map(who -> TillState.isAskedBy(who, key)).orElseGet(() -> key.equals(place.key()));
    }

    // Guests

    /// Whether too much was guessed about a member.
    public boolean isWaiting(MemberNo member) {
        return isWaiting(TillState.proving(member)::equals);
    }

    public void notProven(MemberNo member) {
        if (wrong(TillState.proving(member)::equals) >= MOST_WRONG) { // the time is over: counting starts again
            book.forced(new Fact.ProofAwaited(member));
        }
        book.forced(new Fact.ProofRefused(member));
        last.put(TillState.proving(member), clock.steady());
    }

    // Time

    /// Puts into the journal that locks are served, while this run knows it: the next one would count their time from
    /// its own start. Only where nothing was wrong for so long.
    void forgetServed() {
        if (training || isWithin(_ -> true)) {
            return;
        }
        var served = keys(_ -> true).stream()
                .filter(key -> wrong(counted(key)) >= MOST_WRONG)
                .toList();
        for (var key : served) {
            book.forced(TillState.member(key)
                    .<Fact>map(Fact.ProofAwaited::new)
                    .orElseGet(() -> new Fact.PinAccepted(TillState.target(key), TillState.asking(key))));
        }
    }

    /// What is counted together with a key.
    private static Predicate<String> counted(String key) {
        return TillState.asking(key)
                .<Predicate<String>>map(who -> other -> TillState.isAskedBy(who, other))
                .orElse(key::equals);
    }

    private boolean isWaiting(Predicate<String> counted) {
        if (wrong(counted) < MOST_WRONG) {
            return false;
        }
        return training ? isWithinByTheClock(counted) : isWithin(counted);
    }

    private boolean isWithinByTheClock(Predicate<String> counted) {
        return wrongs(counted).stream()
                .map(wrong -> wrong.last().toInstant().plus(WAIT))
                .anyMatch(book.now().toInstant()::isBefore);
    }

    private boolean isWithin(Predicate<String> counted) {
        var now = clock.steady();
        return keys(counted).stream().anyMatch(key -> now - last.getOrDefault(key, began) < WAIT.toNanos());
    }

    private int wrong(Predicate<String> counted) {
        return wrongs(counted).stream().mapToInt(TillState.WrongPins::count).sum();
    }

    private List<TillState.WrongPins> wrongs(Predicate<String> counted) {
        return book.store().state().wrongPins().entrySet().stream()
                .filter(each -> counted.test(each.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private List<String> keys(Predicate<String> counted) {
        return book.store().state().wrongPins().keySet().stream()
                .filter(counted)
                .toList();
    }
}
