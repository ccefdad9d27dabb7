package io.huitai.till.report;

import io.huitai.journal.Recorded;
import io.huitai.journal.fact.Fact;
import io.huitai.money.Money;
import io.huitai.shop.Approval;
import io.huitai.shop.OperatorId;
import io.huitai.shop.Tender;
import io.huitai.till.book.StepWords;
import io.huitai.till.refusal.Told;
import io.huitai.till.refusal.Why;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What somebody should look at: voids, the drawer opened without a sale, overrides, refunds, corrections, refused
/// PINs; how often each operator did it or approved it, each of them with what it cost and its reason, and what exactly
/// was approved.
final class ExceptionsFold implements Fold {
    /// What is told of.
    private enum What {
        VOIDED_LINE,
        RESTORED_LINE,
        VOIDED_TENDER,
        VOIDED_BILL,
        NO_SALE,
        CASH_IN,
        CASH_OUT,
        COUNT_DIFFERED,
        OVER_SHORT,
        OVERRIDE,
        REFUND,
        POINTS_BY_HAND,
        TIER_BY_HAND,
        WAIVED_FEE,
        PIN_REFUSED,
        CLOCK,
        APPROVED;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private record Exceptional(
            OffsetDateTime at, String operator, What what, Money amount, Cell reason, Optional<Approval> approval) {}

    /// What somebody approved, in words.
    private record Step(OffsetDateTime at, String operator, String by, Told told) {}

    private final List<Exceptional> all = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final BillsFollowed bills = new BillsFollowed();
    private final People people;
    private final StepWords words;

    ExceptionsFold(People people) {
        this.people = people;
        this.words = new StepWords(new FollowedBefore(bills, people));
    }

    @Override
    public void take(Recorded recorded, LocalDate day, boolean told) {
        if (recorded.fact() instanceof Fact.MemberEnrolled enrolled) {
            people.enrolled(enrolled);
        }
        if (told) {
            var before = all.size();
            take(recorded);
            all.subList(before, all.size()).forEach(each -> step(recorded, each));
        }
        bills.take(recorded.fact());
    }

    private void step(Recorded recorded, Exceptional told) {
        told.approval().ifPresent(approval -> {
            var said = words.of(recorded.fact());
            if (!said.isEmpty()) {
                steps.add(new Step(told.at(), told.operator(), approval.by().value(), said));
            }
        });
    }

    private void take(Recorded recorded) {
        switch (recorded.fact()) {
            case Fact.LineVoided voided ->
                add(
                        recorded,
                        What.VOIDED_LINE,
                        bills.line(voided.bill(), voided.line()),
                        (voided.line() + " " + voided.reason().orElse("")).strip(),
                        voided.approval());
            case Fact.LineRestored back ->
                add(
                        recorded,
                        What.RESTORED_LINE,
                        bills.voided(back.bill(), back.line()).negated(),
                        "" + back.line(),
                        none());
            case Fact.LineQuantitySet set
            when bills.lessened(set).isPositive() ->
                add(
                        recorded,
                        What.VOIDED_LINE,
                        bills.lessened(set),
                        set.line() + " (" + set.qty() + ")",
                        set.approval());
            case Fact.TendersVoided voided ->
                add(recorded, What.VOIDED_TENDER, sum(voided.tenders()), "", voided.approval());
            case Fact.BillVoided voided ->
                add(recorded, What.VOIDED_BILL, bills.all(voided.bill()), voided.reason(), voided.approval());
            case Fact.DrawerOpened opened ->
                add(recorded, What.NO_SALE, Money.ZERO, opened.reason(), Optional.of(opened.approval()));
            case Fact.CashMoved moved
            when moved.amount().isNegative() ->
                add(recorded, What.CASH_OUT, moved.amount().negated(), moved.reason(), moved.approval());
            case Fact.CashMoved moved -> add(recorded, What.CASH_IN, moved.amount(), moved.reason(), moved.approval());
            case Fact.CountDiffered count -> add(recorded, What.COUNT_DIFFERED, count.differs(), "", none());
            case Fact.ShiftClosed closed -> closed(recorded, closed);
            case Fact.PriceOverridden by ->
                add(recorded, What.OVERRIDE, bills.taken(by), by.reason(), of(by.approval()));
            case Fact.DiscountGiven by ->
                add(
                        recorded,
                        What.OVERRIDE,
                        bills.taken(by.bill(), by.discount()),
                        new Cell.Said(by.discount().reason()),
                        by.approval());
            case Fact.RoundedByHand by ->
                add(recorded, What.OVERRIDE, by.amount(), Cell.word("rule.rounding"), by.approval());
            case Fact.ChargeRemoved by ->
                add(
                        recorded,
                        What.OVERRIDE,
                        by.amount().orElse(Money.ZERO),
                        by.charge() + " " + by.reason(),
                        of(by.approval()));
            case Fact.GoodsTakenBack by ->
                add(recorded, What.REFUND, by.tender().amount(), by.reason(), of(by.approval()));
            case Fact.GoodsExchanged by -> add(recorded, What.REFUND, Money.ZERO, by.reason(), of(by.approval()));
            case Fact.SaleRefunded(var refund, var approval, var _) ->
                add(recorded, What.REFUND, refund.amount(), refund.reason(), Optional.of(approval));
            case Fact.PointsReversed by ->
                add(
                        recorded,
                        What.POINTS_BY_HAND,
                        by.worth().orElse(Money.ZERO),
                        by.points() + " " + by.reason(),
                        of(by.approval()));
            case Fact.TierSet set ->
                add(recorded, What.TIER_BY_HAND, Money.ZERO, set.tier() + " " + set.reason(), of(set.approval()));
            case Fact.MemberEnrolled enrolled
            when !enrolled.ground().waived().isEmpty() ->
                add(
                        recorded,
                        What.WAIVED_FEE,
                        enrolled.ground().forgone().orElse(Money.ZERO),
                        enrolled.ground().waived(),
                        enrolled.approval());
            case Fact.PinRefused(var target, var _) -> refused(recorded, target);
            case Fact.ClockConfirmed confirmed
            when confirmed.approval().isPresent() -> add(recorded, What.CLOCK, Money.ZERO, "", confirmed.approval());
            case Fact.ClockSetBack back ->
                add(
                        recorded,
                        What.CLOCK,
                        Money.ZERO,
                        back.from() + " → " + recorded.entry().at(),
                        of(back.approval()));
            case Fact.Recharged by when by.approval().isPresent() -> approved(recorded, by.amount(), by.approval());
            case Fact.CardsReturned by -> approved(recorded, Money.ZERO, by.approval());
            case Fact.MembershipEnded by -> approved(recorded, Money.ZERO, by.approval());
            case Fact.MemberForgotten by -> approved(recorded, Money.ZERO, of(by.approval()));
            case Fact.TierDecided by -> approved(recorded, Money.ZERO, of(by.approval()));
            case Fact.GiftReturned by -> approved(recorded, Money.ZERO, of(by.approval()));
            case Fact.TenderTaken by -> approved(recorded, by.tender().amount(), by.approval());
            case Fact.MemberProven by -> approved(recorded, Money.ZERO, by.approval());
            case Fact.CardBound by -> approved(recorded, Money.ZERO, by.approval());
            case Fact.CardReplaced by -> approved(recorded, Money.ZERO, by.approval());
            case Fact.PointsTransferred by -> approved(recorded, Money.ZERO, by.approval());
            case Fact.RosterImported by -> approved(recorded, Money.ZERO, of(by.approval()));
            case Fact.ProofRefused(var member) -> add(recorded, What.PIN_REFUSED, Money.ZERO, member.value(), none());
            case Fact.OfTill _, Fact.OfShift _, Fact.OfBill _, Fact.OfMember _, Fact.OfPaper _ -> {
                // nothing out of the ordinary
            }
        }
    }

    /// Each way of paying that was over or short; short is what it cost. The first of them stands for the approval of
    /// all.
    private void closed(Recorded recorded, Fact.ShiftClosed closed) {
        var approval = closed.approval();
        for (var each : closed.differences().entrySet()) {
            add(
                    recorded,
                    What.OVER_SHORT,
                    each.getValue().negated(),
                    (each.getKey() + " " + closed.reason().orElse("")).strip(),
                    approval);
            approval = none();
        }
    }

    private static Optional<Approval> none() {
        return Optional.empty();
    }

    private static Optional<Approval> of(Approval approval) {
        return Optional.of(approval);
    }

    private static Money sum(List<Tender> tenders) {
        return tenders.stream().map(Tender::amount).reduce(Money.ZERO, Money::plus);
    }

    private void refused(Recorded recorded, OperatorId target) {
        all.add(new Exceptional(
                recorded.entry().at(), target.value(), What.PIN_REFUSED, Money.ZERO, Cell.of(""), none()));
    }

    private void approved(Recorded recorded, Money amount, Optional<Approval> approval) {
        if (approval.isPresent()) {
            add(recorded, What.APPROVED, amount, Cell.said(words.of(recorded.fact())), approval);
        }
    }

    private void add(Recorded recorded, What what, Money amount, String reason, Optional<Approval> approval) {
        add(recorded, what, amount, Cell.said(new Why(reason)), approval);
    }

    private void add(Recorded recorded, What what, Money amount, Cell reason, Optional<Approval> approval) {
        var operator = recorded.entry().operator().map(OperatorId::value).orElse("");
        all.add(new Exceptional(recorded.entry().at(), operator, what, amount, reason, approval));
    }

    @Override
    public List<Table> tables() {
        return List.of(byOperator(), each(), steps());
    }

    private Table steps() {
        var rows = new ArrayList<List<Cell>>();
        for (var step : steps) {
            rows.add(List.of(
                    new Cell.Moment(step.at()), Cell.of(step.operator()), Cell.of(step.by()), Cell.said(step.told())));
        }
        return Table.of("approved-steps", "at", "operator", "approved-by", "step")
                .with(rows);
    }

    private Table byOperator() {
        var counts = new TreeMap<String, Map<What, Long>>();
        for (var told : all) {
            if (told.what() != What.APPROVED) {
                count(counts, told.operator(), told.what());
            }
            told.approval().ifPresent(approval -> count(counts, approval.by().value(), What.APPROVED));
        }
        var columns = new ArrayList<String>();
        columns.add("operator");
        for (var what : What.values()) {
            columns.add(what.code());
        }
        var rows = new ArrayList<List<Cell>>();
        counts.forEach((operator, times) -> {
            var row = new ArrayList<Cell>();
            row.add(Cell.of(operator));
            for (var what : What.values()) {
                row.add(Cell.of(times.getOrDefault(what, 0L)));
            }
            rows.add(row);
        });
        return new Table("exceptions-by-operator", columns, rows);
    }

    private static void count(Map<String, Map<What, Long>> counts, String operator, What what) {
        counts.computeIfAbsent(operator, _ -> new EnumMap<>(What.class)).merge(what, 1L, Long::sum);
    }

    private Table each() {
        var rows = new ArrayList<List<Cell>>();
        for (var told : all) {
            rows.add(List.of(
                    new Cell.Moment(told.at()),
                    Cell.of(told.operator()),
                    Cell.word("column." + told.what().code()),
                    Cell.of(told.amount()),
                    told.reason(),
                    Cell.of(told.approval().map(by -> by.by().value()).orElse(""))));
        }
        return Table.of("exceptions", "at", "operator", "what", "amount", "reason", "approved-by")
                .with(rows);
    }
}
