package io.huitai.till.book;

import io.huitai.journal.fact.Adjusted;
import io.huitai.journal.fact.AskedUse;
import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.Terms;
import io.huitai.ledger.Holding;
import io.huitai.money.Money;
import io.huitai.shop.BillLine;
import io.huitai.shop.MemberNo;
import io.huitai.shop.Service;
import io.huitai.shop.Tender;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A bill that is open or held, as its facts have made it.
///
/// @param id the number of the entry that opened it
/// @param lastLine the highest line number given
/// @param lines those that were not voided; the outlet's charges are worked out beside them
/// @param proven whether the guest has shown that they are the member, and did not only name them
/// @param held the label that it is held under
/// @param takenOff what was on it and is not any more
public record Bill(
        long id,
        int lastLine,
        List<BillLine> lines,
        Optional<MemberNo> member,
        boolean proven,
        Service service,
        AskedUse use,
        Adjusted adjusted,
        Paid paid,
        Optional<String> held,
        TakenOff takenOff) {
    public static Bill opened(long id) {
        return new Bill(
                id,
                0,
                List.of(),
                Optional.empty(),
                false,
                Service.DEFAULT,
                AskedUse.NOTHING,
                Adjusted.NOTHING,
                Paid.NOTHING,
                Optional.empty(),
                TakenOff.NOTHING);
    }

    /// The bill after a fact of it.
    ///
    /// @param at the time of its entry
    public Bill after(Fact.OfBill fact, OffsetDateTime at) {
        return switch (fact) {
            case Fact.LineAdded added ->
                withLines(plus(lines, added.line()), added.line().number());
            case Fact.LineQuantitySet set ->
                withLines(
                                lines.stream()
                                        .map(line -> line.number() == set.line() ? line.withQty(set.qty()) : line)
                                        .toList(),
                                lastLine)
                        .withTakenOff(line(set.line())
                                .map(line -> takenOff.set(
                                        line, set.qty(), set.approval().isPresent()))
                                .orElse(takenOff));
            case Fact.LineVoided voided ->
                without(voided.line())
                        .withAdjusted(adjusted.withoutLine(voided.line()))
                        .withTakenOff(line(voided.line())
                                .map(line ->
                                        takenOff.without(line, voided.approval().isPresent(), adjusted))
                                .orElse(takenOff));
            case Fact.LineRestored back ->
                takenOff.voided(back.line()).map(this::restored).orElse(this);
            case Fact.MemberAttached attached ->
                withMember(
                        Optional.of(attached.member()),
                        attached.card() || (proven && isOf(attached.member()))); // named again is still who they are
            case Fact.MemberProven shown -> withMember(member, proven || isOf(shown.member()));
            case Fact.MemberDropped _ -> withMember(Optional.empty(), false);
            case Fact.ServiceSet set -> withService(set.service(), use);
            case Fact.UseSet set -> withService(service, set.use());
            case Fact.PriceOverridden overridden ->
                withLines(
                        lines.stream()
                                .map(line -> line.number() == overridden.line() ? costing(line, overridden) : line)
                                .toList(),
                        lastLine);
            case Fact.DiscountGiven given -> withAdjusted(adjusted.with(given.discount()));
            case Fact.RoundedByHand rounded -> withAdjusted(adjusted.withRounding(rounded.amount()));
            case Fact.ChargeRemoved gone -> without(gone.line()).withAdjusted(adjusted.without(gone.charge()));
            case Fact.BillSplit split -> part(split);
            case Fact.TenderTaken taken -> withPaid(paid.after(taken, at));
            case Fact.TendersVoided voided -> withPaid(paid.after(voided));
            case Fact.BillHeld heldAs -> withHeld(Optional.of(heldAs.label()));
            case Fact.BillRecalled _ -> withHeld(Optional.empty());
            case Fact.BillVoided _, Fact.SaleCompleted _ ->
                throw new IllegalStateException("A bill that has ended has no state: " + id);
        };
    }

    public List<Tender> tenders() {
        return paid.tenders();
    }

    /// What its price stands on from the first tender on.
    public Optional<Terms> terms() {
        return paid.terms();
    }

    /// The member's points and vouchers that it uses, once something is paid.
    public List<Holding> committed() {
        return terms().flatMap(Terms::buyer).map(Terms.Buyer::used).orElse(List.of());
    }

    /// Whether a member is its member.
    public boolean isOf(MemberNo no) {
        return member.filter(no::equals).isPresent();
    }

    public Optional<BillLine> line(int number) {
        return lines.stream().filter(line -> line.number() == number).findFirst();
    }

    /// What went off it by nobody's leave, at the prices of its lines.
    public Money goneAlone() {
        return takenOff.alone(lines);
    }

    /// What went off another part of the bill that this was split from.
    public Money goneAloneFrom(Bill other) {
        var same = other.id != id && takenOff.before().isOf(other.takenOff.before());
        return same ? other.takenOff.aloneSinceSplit(other.lines).min(Book.MOST) : Money.ZERO;
    }

    /// The same with all that is left on it, and what was on the bill that it is a part of.
    public Money goneAloneWithAll() {
        return takenOff.aloneWithAll(lines);
    }

    /// Whether there is nothing on it that could be lost.
    public boolean isBlank() {
        return lines.isEmpty() && member.isEmpty() && tenders().isEmpty();
    }

    private static <T> List<T> plus(List<T> list, T more) {
        var longer = new ArrayList<>(list);
        longer.add(more);
        return List.copyOf(longer);
    }

    private Bill without(int line) {
        return withLines(lines.stream().filter(own -> own.number() != line).toList(), lastLine);
    }

    /// The line where its number belongs, with the discount that it had.
    private Bill restored(TakenOff.Voided back) {
        var all = new ArrayList<>(lines);
        all.add(back.line());
        all.sort(Comparator.comparingInt(BillLine::number));
        var discounted = back.discount()
                .map(discount -> adjusted.with(discount, back.place()))
                .orElse(adjusted);
        return withLines(List.copyOf(all), lastLine).withAdjusted(discounted).withTakenOff(takenOff.restored(back));
    }

    private static BillLine costing(BillLine line, Fact.PriceOverridden overridden) {
        return line.withPrice(
                overridden.price(),
                new BillLine.Manual(
                        BillLine.OVERRIDE,
                        overridden.reason(),
                        overridden.price().minus(line.price()),
                        Optional.of(overridden.approval())));
    }

    private static Bill part(Fact.BillSplit split) {
        return new Bill(
                split.bill(),
                split.lastLine(),
                split.lines(),
                split.member(),
                split.proven().orElse(false),
                split.service(),
                AskedUse.NOTHING,
                split.adjusted(),
                Paid.NOTHING,
                split.label(),
                TakenOff.ofPart(split));
    }

    private Bill withService(Service other, AskedUse wish) {
        return new Bill(id, lastLine, lines, member, proven, other, wish, adjusted, paid, held, takenOff);
    }

    private Bill withAdjusted(Adjusted other) {
        return new Bill(id, lastLine, lines, member, proven, service, use, other, paid, held, takenOff);
    }

    private Bill withLines(List<BillLine> other, int last) {
        return new Bill(id, last, other, member, proven, service, use, adjusted, paid, held, takenOff);
    }

    private Bill withMember(Optional<MemberNo> other, boolean shown) {
        return new Bill(id, lastLine, lines, other, shown, service, use, adjusted, paid, held, takenOff);
    }

    private Bill withPaid(Paid other) {
        return new Bill(id, lastLine, lines, member, proven, service, use, adjusted, other, held, takenOff);
    }

    private Bill withTakenOff(TakenOff other) {
        return new Bill(id, lastLine, lines, member, proven, service, use, adjusted, paid, held, other);
    }

    private Bill withHeld(Optional<String> label) {
        return new Bill(id, lastLine, lines, member, proven, service, use, adjusted, paid, label, takenOff);
    }
}
