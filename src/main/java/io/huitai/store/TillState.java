package io.huitai.store;

import io.huitai.journal.Fact;
import io.huitai.journal.Recorded;
import io.huitai.shop.OperatorId;
import io.huitai.shop.OutletKind;
import io.huitai.shop.ReceiptNo;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The few things about the till as a whole that entries have made.
///
/// @param receipts receipts numbered so far, sales and refunds together
/// @param members members enrolled here so far
/// @param openShift the open shift's number, 0 for none
/// @param wrongPins by operator, PINs refused in a row
/// @param trusted the last time that nobody doubts; empty while the clock is believed
/// @param confirmed when a supervisor confirmed the clock, since it was doubted last
public record TillState(
        OutletKind outlet,
        boolean training,
        String programme,
        String zone,
        long receipts,
        long members,
        Optional<ReceiptNo> lastReceipt,
        int shifts,
        int openShift,
        Map<String, WrongPins> wrongPins,
        Optional<OffsetDateTime> trusted,
        Optional<OffsetDateTime> confirmed) {
    /// PINs refused in a row, and when the last one was.
    public record WrongPins(int count, OffsetDateTime last) {}

    static final TillState NEW = new TillState(
            OutletKind.RESTAURANT,
            false,
            "",
            "",
            0,
            0,
            Optional.empty(),
            0,
            0,
            Map.of(),
            Optional.empty(),
            Optional.empty());

    /// The state after an entry; the same object where nothing changed.
    TillState after(Recorded recorded) {
        return switch (recorded.fact()) {
            case Fact.TillOpened opened ->
                new TillState(
                        opened.outlet(),
                        opened.training(),
                        opened.programme(),
                        opened.zone(),
                        receipts,
                        members,
                        lastReceipt,
                        shifts,
                        openShift,
                        wrongPins,
                        trusted,
                        confirmed);
            case Fact.ClockSet _ -> withClock(Optional.empty(), Optional.empty());
            case Fact.ClockDoubted doubted ->
                withClock(trusted.or(() -> Optional.of(doubted.trusted())), Optional.empty());
            case Fact.ClockConfirmed by ->
                withClock(
                        Optional.empty(),
                        by.approval().map(_ -> recorded.entry().at()));
            case Fact.PinRefused(OperatorId target) ->
                withPins(
                        target,
                        Optional.of(new WrongPins(
                                wrong(target) + 1, recorded.entry().at())));
            case Fact.PinAccepted(OperatorId target) -> withPins(target, Optional.empty());
            case Fact.ShiftOpened opened -> withShift(opened.shift(), opened.shift());
            case Fact.ShiftClosed _ -> withShift(shifts, 0);
            case Fact.SaleCompleted completed -> withReceipt(completed.sale().receipt());
            case Fact.SaleRefunded refunded -> withReceipt(refunded.refund().receipt());
            case Fact.MemberEnrolled _ -> withMember();
            case Fact.ClockJumped _,
                    Fact.TierReached _,
                    Fact.SignedIn _,
                    Fact.SignedOut _,
                    Fact.CashMoved _,
                    Fact.DrawerOpened _,
                    Fact.LineAdded _,
                    Fact.LineQuantitySet _,
                    Fact.LineVoided _,
                    Fact.PriceOverridden _,
                    Fact.DiscountGiven _,
                    Fact.RoundedByHand _,
                    Fact.BillSplit _,
                    Fact.FapiaoRequested _,
                    Fact.ChargeRemoved _,
                    Fact.MemberAttached _,
                    Fact.MemberDropped _,
                    Fact.ServiceSet _,
                    Fact.UseSet _,
                    Fact.TenderTaken _,
                    Fact.TendersVoided _,
                    Fact.BillHeld _,
                    Fact.BillRecalled _,
                    Fact.BillVoided _,
                    Fact.ReceiptPrinted _,
                    Fact.CardBound _,
                    Fact.MemberIntroduced _,
                    Fact.TierSet _,
                    Fact.Granted _ -> this;
        };
    }

    /// PINs refused in a row for an operator.
    public int wrong(OperatorId operator) {
        var pins = wrongPins.get(operator.value());
        return pins == null ? 0 : pins.count();
    }

    private TillState withPins(OperatorId target, Optional<WrongPins> pins) {
        var map = new TreeMap<>(wrongPins);
        pins.ifPresentOrElse(wrong -> map.put(target.value(), wrong), () -> map.remove(target.value()));
        return new TillState(
                outlet,
                training,
                programme,
                zone,
                receipts,
                members,
                lastReceipt,
                shifts,
                openShift,
                map,
                trusted,
                confirmed);
    }

    private TillState withShift(int latest, int open) {
        return new TillState(
                outlet,
                training,
                programme,
                zone,
                receipts,
                members,
                lastReceipt,
                latest,
                open,
                wrongPins,
                trusted,
                confirmed);
    }

    private TillState withReceipt(ReceiptNo receipt) {
        return new TillState(
                outlet,
                training,
                programme,
                zone,
                receipts + 1,
                members,
                Optional.of(receipt),
                shifts,
                openShift,
                wrongPins,
                trusted,
                confirmed);
    }

    private TillState withMember() {
        return new TillState(
                outlet,
                training,
                programme,
                zone,
                receipts,
                members + 1,
                lastReceipt,
                shifts,
                openShift,
                wrongPins,
                trusted,
                confirmed);
    }

    private TillState withClock(Optional<OffsetDateTime> lastTrusted, Optional<OffsetDateTime> byHand) {
        return new TillState(
                outlet,
                training,
                programme,
                zone,
                receipts,
                members,
                lastReceipt,
                shifts,
                openShift,
                wrongPins,
                lastTrusted,
                byHand);
    }
}
