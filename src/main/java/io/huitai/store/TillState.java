package io.huitai.store;

import io.huitai.journal.Recorded;
import io.huitai.journal.fact.Fact;
import io.huitai.money.Money;
import io.huitai.shop.MemberNo;
import io.huitai.shop.OperatorId;
import io.huitai.shop.OutletKind;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.id.ProgrammeId;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/// The few things about the till as a whole that entries have made.
///
/// @param wrongPins PINs refused in a row, by {@link #signingIn} or {@link #approving}; and by {@link #proving} a
/// guest's
public record TillState(
        Opened opened, Numbers numbers, Map<String, WrongPins> wrongPins, Clock clock, Optional<DayEnd> dayEnded) {
    /// The last business day whose end has been handled.
    ///
    /// @param entry that says so
    public record DayEnd(LocalDate day, long entry) {}

    /// What the first entry says.
    public record Opened(OutletKind outlet, boolean training, ProgrammeId programme, String zone) {}

    /// What has been counted.
    ///
    /// @param receipts receipts numbered so far, of every kind
    /// @param members members enrolled here so far
    /// @param shift the latest shift's number
    /// @param openShift the open shift's number, 0 for none
    /// @param differed by how much a count of it differed at most, where that was too much to close it
    public record Numbers(
            long receipts,
            Optional<ReceiptNo> lastReceipt,
            long members,
            int shift,
            int openShift,
            Optional<Money> differed) {
        private Numbers receipt(ReceiptNo receipt) {
            return new Numbers(receipts + 1, Optional.of(receipt), members, shift, openShift, differed);
        }

        private Numbers member() {
            return new Numbers(receipts, lastReceipt, members + 1, shift, openShift, differed);
        }

        private Numbers shift(int latest, int open) {
            return new Numbers(receipts, lastReceipt, members, latest, open, Optional.empty());
        }

        private Numbers differed(Money by) {
            var most = differed.filter(before -> before.compareTo(by) > 0).orElse(by);
            return new Numbers(receipts, lastReceipt, members, shift, openShift, Optional.of(most));
        }
    }

    /// PINs refused in a row, and when the last one was.
    public record WrongPins(int count, OffsetDateTime last) {}

    /// What is doubtful about the clock.
    ///
    /// @param trusted the last time that nobody doubts; empty while the clock is believed
    /// @param confirmed when a supervisor confirmed the clock, since it was doubted last
    public record Clock(Optional<OffsetDateTime> trusted, Optional<OffsetDateTime> confirmed) {
        static final Clock BELIEVED = new Clock(Optional.empty(), Optional.empty());
    }

    /// Stands in no number of an operator or a member.
    private static final char BETWEEN = '\t';

    static final TillState NEW = new TillState(
            new Opened(OutletKind.RESTAURANT, false, new ProgrammeId("none"), ""),
            new Numbers(0, Optional.empty(), 0, 0, 0, Optional.empty()),
            Map.of(),
            Clock.BELIEVED,
            Optional.empty());

    public long receipts() {
        return numbers.receipts();
    }

    public Optional<ReceiptNo> lastReceipt() {
        return numbers.lastReceipt();
    }

    public long members() {
        return numbers.members();
    }

    public int shifts() {
        return numbers.shift();
    }

    public int openShift() {
        return numbers.openShift();
    }

    /// By how much a count of the open shift differed at most, where that was too much to close it.
    public Optional<Money> differed() {
        return numbers.differed();
    }

    public Optional<OffsetDateTime> trusted() {
        return clock.trusted();
    }

    public Optional<OffsetDateTime> confirmed() {
        return clock.confirmed();
    }

    /// The state after an entry; the same object where nothing changed.
    TillState after(Recorded recorded) {
        return switch (recorded.fact()) {
            case Fact.TillOpened by ->
                new TillState(
                        new Opened(by.outlet(), by.training(), by.programme(), by.zone()),
                        numbers,
                        wrongPins,
                        clock,
                        dayEnded);
            case Fact.ClockSet _ -> with(Clock.BELIEVED);
            case Fact.ClockSetBack _ -> setBack(recorded.entry().at());
            case Fact.ClockDoubted doubted ->
                with(new Clock(clock.trusted().or(() -> Optional.of(doubted.trusted())), Optional.empty()));
            case Fact.ClockConfirmed by ->
                with(new Clock(
                        Optional.empty(),
                        by.approval().map(_ -> recorded.entry().at())));
            case Fact.PinRefused(var target, var approving) ->
                oneMore(approving.map(who -> approving(target, who)).orElse(signingIn(target)), recorded);
            case Fact.PinAccepted(var target, var approving) ->
                without(key ->
                        approving.map(who -> key.equals(approving(target, who))).orElseGet(() -> isOf(target, key)));
            case Fact.ProofRefused(var member) -> oneMore(proving(member), recorded);
            case Fact.MemberProven proven
            when wrongPins.containsKey(proving(proven.member())) -> without(proving(proven.member())::equals);
            case Fact.ProofAwaited(var member) -> without(proving(member)::equals);
            case Fact.PointsTransferred by
            when wrongPins.containsKey(proving(by.from())) -> without(proving(by.from())::equals);
            case Fact.ShiftOpened by -> with(numbers.shift(by.shift(), by.shift()));
            case Fact.CountDiffered count -> with(numbers.differed(count.differs()));
            case Fact.ShiftClosed _ -> with(numbers.shift(numbers.shift(), 0));
            case Fact.OfPaper paper -> with(numbers.receipt(paper.receipt()));
            case Fact.MemberEnrolled _ -> with(numbers.member());
            case Fact.DayEnded(LocalDate day) ->
                new TillState(opened, numbers, wrongPins, clock, Optional.of(new DayEnd(day, recorded.number())));
            case Fact.OfTill _, Fact.OfShift _, Fact.OfBill _, Fact.OfMember _, Fact.PointsTransferred _ -> this;
        };
    }

    /// Under which key PINs are counted that an operator signs in with.
    public static String signingIn(OperatorId target) {
        return target.value();
    }

    /// Under which key PINs are counted that are entered for what somebody asks for.
    public static String approving(OperatorId target, String who) {
        return target.value() + BETWEEN + who;
    }

    /// Under which key it is counted that guests could not prove to be a member.
    public static String proving(MemberNo member) {
        return BETWEEN + member.value();
    }

    /// Whether a key is of PINs of an operator.
    public static boolean isOf(OperatorId target, String key) {
        return key.equals(signingIn(target)) || key.startsWith(approving(target, ""));
    }

    /// Whether a key is of PINs that were entered for what somebody asks for.
    public static boolean isAskedBy(String who, String key) {
        return key.indexOf(BETWEEN) > 0 && key.endsWith(BETWEEN + who);
    }

    /// Whose proofs a key counts; empty where it counts PINs.
    public static Optional<MemberNo> member(String key) {
        return key.indexOf(BETWEEN) == 0 ? Optional.of(new MemberNo(key.substring(1))) : Optional.empty();
    }

    /// Who asks for what the PINs of a key were entered for; empty at the sign-in, and where it counts proofs.
    public static Optional<String> asking(String key) {
        var between = key.indexOf(BETWEEN);
        return between > 0 ? Optional.of(key.substring(between + 1)) : Optional.empty();
    }

    /// Whose PINs a key counts.
    public static OperatorId target(String key) {
        var end = key.indexOf(BETWEEN);
        return new OperatorId(end < 0 ? key : key.substring(0, end));
    }

    /// What was noted at a time that has not come yet: nobody stays locked until then, and days end again.
    private TillState setBack(OffsetDateTime to) {
        var yesterday = to.toLocalDate().minusDays(1);
        return new TillState(
                opened,
                numbers,
                Map.of(),
                Clock.BELIEVED,
                dayEnded.map(last -> last.day().isAfter(yesterday) ? new DayEnd(yesterday, last.entry()) : last));
    }

    private TillState with(Numbers other) {
        return new TillState(opened, other, wrongPins, clock, dayEnded);
    }

    private TillState with(Clock other) {
        return new TillState(opened, numbers, wrongPins, other, dayEnded);
    }

    private TillState oneMore(String key, Recorded recorded) {
        var before = wrongPins.get(key);
        var map = new TreeMap<>(wrongPins);
        map.put(
                key,
                new WrongPins(
                        before == null ? 1 : before.count() + 1,
                        recorded.entry().at()));
        return withPins(map);
    }

    private TillState without(Predicate<String> key) {
        var map = new TreeMap<>(wrongPins);
        map.keySet().removeIf(key);
        return withPins(map);
    }

    private TillState withPins(Map<String, WrongPins> pins) {
        return new TillState(opened, numbers, pins, clock, dayEnded);
    }
}
