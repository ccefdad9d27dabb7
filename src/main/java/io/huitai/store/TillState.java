package io.huitai.store;

import io.huitai.journal.Fact;
import io.huitai.journal.Recorded;
import io.huitai.shop.OperatorId;
import io.huitai.shop.OutletKind;
import io.huitai.shop.ReceiptNo;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The few things about the till as a whole that entries have made.
///
/// @param wrongPins by operator, PINs refused in a row
public record TillState(
        Opened opened, Numbers numbers, Map<String, WrongPins> wrongPins, Clock clock, Optional<DayEnd> dayEnded) {
    /// The last business day whose end has been handled.
    ///
    /// @param entry that says so
    public record DayEnd(LocalDate day, long entry) {}

    /// What the first entry says.
    public record Opened(OutletKind outlet, boolean training, String programme, String zone) {}

    /// What has been counted.
    ///
    /// @param receipts receipts numbered so far, of every kind
    /// @param members members enrolled here so far
    /// @param shift the latest shift's number
    /// @param openShift the open shift's number, 0 for none
    public record Numbers(long receipts, Optional<ReceiptNo> lastReceipt, long members, int shift, int openShift) {
        private Numbers receipt(ReceiptNo receipt) {
            return new Numbers(receipts + 1, Optional.of(receipt), members, shift, openShift);
        }

        private Numbers member() {
            return new Numbers(receipts, lastReceipt, members + 1, shift, openShift);
        }

        private Numbers shift(int latest, int open) {
            return new Numbers(receipts, lastReceipt, members, latest, open);
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

    static final TillState NEW = new TillState(
            new Opened(OutletKind.RESTAURANT, false, "", ""),
            new Numbers(0, Optional.empty(), 0, 0, 0),
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
            case Fact.PinRefused(OperatorId target) ->
                withPins(
                        target,
                        Optional.of(new WrongPins(
                                wrong(target) + 1, recorded.entry().at())));
            case Fact.PinAccepted(OperatorId target) -> withPins(target, Optional.empty());
            case Fact.ShiftOpened by -> with(numbers.shift(by.shift(), by.shift()));
            case Fact.ShiftClosed _ -> with(numbers.shift(numbers.shift(), 0));
            case Fact.SaleCompleted completed ->
                with(numbers.receipt(completed.sale().receipt()));
            case Fact.SaleRefunded refunded ->
                with(numbers.receipt(refunded.refund().receipt()));
            case Fact.OfReceipt slip -> with(numbers.receipt(slip.receipt()));
            case Fact.MemberEnrolled _ -> with(numbers.member());
            case Fact.DayEnded(LocalDate day) ->
                new TillState(opened, numbers, wrongPins, clock, Optional.of(new DayEnd(day, recorded.number())));
            case Fact.OfMember _,
                    Fact.OfBill _,
                    Fact.ClockJumped _,
                    Fact.EntrySetAside _,
                    Fact.SignedIn _,
                    Fact.SignedOut _,
                    Fact.CashMoved _,
                    Fact.CountDiffered _,
                    Fact.DrawerOpened _,
                    Fact.FapiaoRequested _,
                    Fact.ReceiptPrinted _,
                    Fact.PointsTransferred _,
                    Fact.RosterImported _ -> this;
        };
    }

    /// PINs refused in a row for an operator.
    public int wrong(OperatorId operator) {
        var pins = wrongPins.get(operator.value());
        return pins == null ? 0 : pins.count();
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

    private TillState withPins(OperatorId target, Optional<WrongPins> pins) {
        var map = new TreeMap<>(wrongPins);
        pins.ifPresentOrElse(wrong -> map.put(target.value(), wrong), () -> map.remove(target.value()));
        return new TillState(opened, numbers, map, clock, dayEnded);
    }
}
