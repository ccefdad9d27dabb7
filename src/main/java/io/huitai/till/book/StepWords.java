package io.huitai.till.book;

import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.Refund;
import io.huitai.journal.fact.SoldLine;
import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.money.Rate;
import io.huitai.shop.BillLine;
import io.huitai.shop.Label;
import io.huitai.shop.MemberNo;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.Tender;
import io.huitai.shop.TenderType;
import io.huitai.shop.id.TierId;
import io.huitai.till.refusal.Told;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Says what a step does, for whoever approves it and for whoever reads of it later: what, before, after, the
/// difference, who and why. The one place that puts facts which may carry an approval into words.
public final class StepWords {
    private final Before before;

    public StepWords(Before before) {
        this.before = before;
    }

    /// How things stood before the step, as far as whoever asks knows.
    public interface Before {
        Optional<BillLine> line(long bill, int line);

        /// What the step makes of what is paid for its bill.
        Optional<Change> payable(Fact.OfBill step);

        /// What the guest ordered of a bill costs.
        Money ordered(long bill);

        /// What was sold on a receipt.
        List<SoldLine> sold(ReceiptNo receipt);

        /// The name of a member, masked.
        Optional<String> name(MemberNo member);

        OptionalLong points(MemberNo member);

        Optional<TierId> tier(MemberNo member);

        /// The name of a tier, a gift or a charge of the outlet by its id.
        Label named(String id);
    }

    /// An amount before and after.
    public record Change(Money before, Money after) {
        Money difference() {
            return after.minus(before);
        }
    }

    /// A step in words; nothing for what nobody ever approves.
    public Told of(Fact step) {
        return switch (step) {
            case Fact.OfBill ofBill -> ofBill(ofBill);
            case Fact.OfMember ofMember -> ofMember(ofMember);
            case Fact.SaleRefunded(var refund, var _, var _) -> refunded(refund);
            case Fact.GoodsExchanged by ->
                Told.of("exchange", by.of(), goods(by.of(), by.lines())).because(by.reason());
            case Fact.GoodsTakenBack by ->
                Told.of(
                                "take-back",
                                by.goods(),
                                tender(by.tender()),
                                by.tender().amount())
                        .because(by.reason());
            case Fact.CashMoved by ->
                (by.amount().isNegative()
                                ? Told.of("cash-out", by.amount().negated())
                                : Told.of("cash-in", by.amount()))
                        .because(by.reason());
            case Fact.DrawerOpened by -> Told.of("no-sale").because(by.reason());
            case Fact.ClockConfirmed by ->
                Told.of("clock", by.day().map(Object::toString).orElse(""));
            case Fact.ClockSetBack by -> Told.of("clock-back", by.from().toLocalDate());
            case Fact.RosterImported by -> Told.of("roster", by.rows());
            case Fact.PointsTransferred by ->
                Told.of("transfer", by.points(), member(by.from()), member(by.to()))
                        .and(points(by.from(), -by.points()));
            case Fact.ShiftClosed by -> closed(by);
            case Fact.AccountSettled _, Fact.OfTill _, Fact.OfShift _ -> Told.NOTHING;
        };
    }

    // Bills

    private Told ofBill(Fact.OfBill step) {
        return switch (step) {
            case Fact.PriceOverridden by -> {
                var line = before.line(by.bill(), by.line());
                var was = line.map(BillLine::price);
                yield Told.of(
                                "price",
                                line(line, by.line()),
                                was.map(Money::toString).orElse("?"),
                                by.price(),
                                was.map(price -> signed(by.price().minus(price)))
                                        .orElse("?"))
                        .and(payable(by))
                        .because(by.reason());
            }
            case Fact.DiscountGiven by -> discount(by);
            case Fact.RoundedByHand by -> Told.of("rounding", by.amount()).and(payable(by));
            case Fact.ChargeRemoved by ->
                Told.of("charge", before.named(by.charge())).and(payable(by)).because(by.reason());
            case Fact.LineVoided by ->
                Told.of("void-line", line(before.line(by.bill(), by.line()), by.line()))
                        .and(payable(by))
                        .because(by.reason().orElse(""));
            case Fact.LineQuantitySet by ->
                Told.of("qty", line(before.line(by.bill(), by.line()), by.line()), by.qty())
                        .and(payable(by));
            case Fact.TenderTaken by ->
                Told.of(
                        "charged",
                        ChargedTo.company(by.tender()).orElse(""),
                        by.tender().amount());
            case Fact.TendersVoided by -> Told.of("void-tender").and(tenders(by.tenders()));
            case Fact.BillVoided by ->
                Told.of("void-bill", before.ordered(by.bill()))
                        .and(tenders(by.returned()))
                        .because(by.reason());
            case Fact.MemberProven by -> Told.of("proof", member(by.member()));
            case Fact.LineAdded _,
                    Fact.LineRestored _,
                    Fact.BillSplit _,
                    Fact.MemberAttached _,
                    Fact.MemberDropped _,
                    Fact.ServiceSet _,
                    Fact.UseSet _,
                    Fact.BillHeld _,
                    Fact.BillRecalled _,
                    Fact.SaleCompleted _ -> Told.NOTHING;
        };
    }

    private Told discount(Fact.DiscountGiven by) {
        var given = by.discount();
        var off =
                given.share().map(Rate::percent).orElseGet(() -> given.amount().toString());
        var told = given.line()
                .map(line -> Told.of("discount.line", line(before.line(by.bill(), line), line), off))
                .orElseGet(() -> Told.of("discount.bill", off));
        return told.and(payable(by)).and("reason", given.reason());
    }

    private Told payable(Fact.OfBill step) {
        return before.payable(step)
                .map(change -> Told.of("payable", change.before(), change.after(), signed(change.difference())))
                .orElse(Told.NOTHING);
    }

    private static Object line(Optional<BillLine> line, int number) {
        return line.map(item -> counted(item.name(), item.qty())).orElse("#" + number);
    }

    private static String counted(String name, Quantity qty) {
        return name + " ×" + qty;
    }

    // After the sale

    private Told refunded(Refund refund) {
        var back = refund.tenders().stream()
                .filter(share -> share.paid().isPositive())
                .map(share -> new Tender(share.index(), share.type(), share.paid(), Money.ZERO, ""))
                .toList();
        var told = Told.of("refund", refund.of(), goods(refund.of(), refund.lines()), refund.amount())
                .and(tenders(back));
        var points = refund.points();
        var moved = points.givenBack() - points.takenBack() + points.shortfall();
        return refund.member()
                .map(no -> moved == 0 ? told.and("member", member(no)) : told.and(points(no, moved)))
                .orElse(told)
                .because(refund.reason());
    }

    private Told.Listed goods(ReceiptNo receipt, List<Refund.Returned> lines) {
        var sold = before.sold(receipt);
        return new Told.Listed(lines.stream()
                .map(back -> counted(
                        sold.stream()
                                .map(SoldLine::item)
                                .filter(item -> item.number() == back.line())
                                .map(BillLine::name)
                                .findFirst()
                                .orElse("#" + back.line()),
                        new Quantity(back.thousandths())))
                .toList());
    }

    // Members

    private Told ofMember(Fact.OfMember step) {
        return switch (step) {
            case Fact.MemberEnrolled by ->
                Told.of("enrol", by.profile().maskedName()).because(by.ground().waived());
            case Fact.CardBound by -> Told.of("bind", by.card().masked(), member(by.member()));
            case Fact.CardReplaced by ->
                Told.of(
                                "replace",
                                by.card().masked(),
                                member(by.member()),
                                by.old().size())
                        .and("reason", new Told.Phrase("reason." + by.reason()));
            case Fact.CardsReturned by -> leaving("return-card", by.member(), by.paidOut(), by.reason());
            case Fact.MembershipEnded by ->
                leaving(by.cancelled() ? "cancel" : "close", by.member(), by.paidOut(), by.reason());
            case Fact.MemberForgotten by -> leaving("forget", by.member(), Optional.empty(), by.reason());
            case Fact.TierSet by ->
                tier(Told.of("tier", member(by.member())), by.member(), by.tier())
                        .because(by.reason());
            case Fact.TierDecided by ->
                (by.granted()
                                ? tier(Told.of("tier.granted", member(by.member())), by.member(), by.tier())
                                : Told.of(
                                        "tier.refused",
                                        member(by.member()),
                                        before.named(by.tier().value())))
                        .because(by.reason());
            case Fact.Recharged by ->
                Told.of(
                        "recharge",
                        member(by.member()),
                        by.amount(),
                        by.bonus(),
                        by.after().total().minus(by.amount()).minus(by.bonus()),
                        by.after().total());
            case Fact.GiftReturned by ->
                Told.of("gift", before.named(by.gift().value()), by.count(), by.of())
                        .and(points(by.member(), by.points()));
            case Fact.PointsReversed by ->
                Told.NOTHING.and(points(by.member(), by.points())).because(by.reason());
            case Fact.ProofRefused _,
                    Fact.ProofAwaited _,
                    Fact.MemberIntroduced _,
                    Fact.CardsBlocked _,
                    Fact.TierReached _,
                    Fact.TierApplied _,
                    Fact.MemberReviewed _,
                    Fact.SubscriptionLapsed _,
                    Fact.AssetsExpired _,
                    Fact.Granted _,
                    Fact.Subscribed _,
                    Fact.GiftRedeemed _,
                    Fact.PointsTurned _,
                    Fact.CheckedIn _,
                    Fact.EventAttended _ -> Told.NOTHING;
        };
    }

    private Told leaving(String how, MemberNo no, Optional<Tender> paidOut, String reason) {
        var told = Told.of(how, member(no));
        return paidOut.map(paid -> told.and("paid-out", tender(paid), paid.amount()))
                .orElse(told)
                .because(reason);
    }

    private Told tier(Told told, MemberNo no, TierId after) {
        return told.and(
                "tier.change",
                before.tier(no).<Object>map(tier -> before.named(tier.value())).orElse("?"),
                before.named(after.value()));
    }

    private Told points(MemberNo no, long moved) {
        var was = before.points(no);
        return was.isPresent()
                ? Told.of("points.known", member(no), was.getAsLong(), was.getAsLong() + moved, signed(moved))
                : Told.of("points", member(no), signed(moved));
    }

    private String member(MemberNo no) {
        return before.name(no)
                .filter(name -> !name.isEmpty())
                .map(name -> name + " " + no)
                .orElse(no.value());
    }

    // Money

    private static Told.Phrase tender(Tender tender) {
        return tender(tender.type());
    }

    private static Told.Phrase tender(TenderType type) {
        return new Told.Phrase("tender." + type.code());
    }

    private static Told tenders(List<Tender> tenders) {
        var told = Told.NOTHING;
        for (var each : tenders) {
            told = told.and("back", tender(each), each.amount());
        }
        return told;
    }

    /// All that differs, and which way by each way of paying.
    private static Told closed(Fact.ShiftClosed by) {
        var told = Told.of("shift", by.shift(), by.differs());
        for (var each : by.differences().entrySet()) {
            var type = TenderType.of(each.getKey());
            var counted = by.over().containsKey(each.getKey());
            var name = type.<Object>map(StepWords::tender).orElse(each.getKey());
            told = counted
                    ? told.and("shift.differs", name, signed(each.getValue()))
                    : told.and("shift.uncounted", name, each.getValue().negated());
        }
        return told.because(by.reason().orElse(""));
    }

    private static String signed(Money difference) {
        return (difference.isPositive() ? "+" : "") + difference;
    }

    private static String signed(long difference) {
        return (difference > 0 ? "+" : "") + difference;
    }
}
