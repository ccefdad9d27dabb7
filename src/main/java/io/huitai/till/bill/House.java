package io.huitai.till.bill;

import io.huitai.journal.fact.Terms;
import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.programme.pricing.Quote;
import io.huitai.shop.BillLine;
import io.huitai.shop.Sku;
import io.huitai.till.book.Bill;
import io.huitai.till.settings.HouseRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the outlet itself puts on a bill, and drops of its sum. From the first tender on both stay as they were.
public final class House {
    /// The number of the first charge; goods have lower ones.
    static final int FIRST_CHARGE = 9_001;

    private final HouseRules rules;

    House(HouseRules rules) {
        this.rules = rules;
    }

    public HouseRules rules() {
        return rules;
    }

    /// Charges that the programme prices like goods.
    List<BillLine> early(Bill bill) {
        return settled(bill)
                .map(was -> was.charges().stream()
                        .filter(line -> !line.standsOutsideProgramme())
                        .toList())
                .orElseGet(() -> charges(bill, true, ordered(bill)));
    }

    private static Money ordered(Bill bill) {
        return bill.lines().stream()
                .filter(line -> line.charge().isEmpty())
                .map(line -> line.qty().of(line.price()))
                .reduce(Money.ZERO, Money::plus);
    }

    /// Charges behind points and vouchers, with those that a split has left on the bill.
    List<BillLine> late(Bill bill, Quote quote) {
        var late = new ArrayList<>(
                bill.lines().stream().filter(BillLine::standsOutsideProgramme).toList());
        late.addAll(settled(bill)
                .map(was -> was.charges().stream()
                        .filter(BillLine::standsOutsideProgramme)
                        .toList())
                .orElseGet(() -> charges(bill, false, paidFor(bill, quote))));
        return List.copyOf(late);
    }

    private static Money paidFor(Bill bill, Quote quote) {
        var ordered = bill.lines().stream()
                .filter(line -> line.charge().isEmpty())
                .map(BillLine::number)
                .collect(Collectors.toSet());
        return quote.lines().stream()
                .filter(line -> ordered.contains(line.number()))
                .map(Quote.QuotedLine::net)
                .reduce(Money.ZERO, Money::plus);
    }

    private static Optional<Terms.Settled> settled(Bill bill) {
        return bill.terms().flatMap(Terms::settled);
    }

    private List<BillLine> charges(Bill bill, boolean discountable, Money goods) {
        var lines = new ArrayList<BillLine>();
        if (rules.charges().isEmpty()
                || bill.lines().stream().allMatch(line -> line.charge().isPresent())) {
            return lines;
        }
        for (var charge : rules.charges()) {
            if (charge.discountable() == discountable
                    && charge.isFor(bill.service())
                    && !bill.adjusted().removed().contains(charge.id())) {
                priced(charge, bill.service().adults(), goods)
                        .filter(Money::isPositive)
                        .map(price -> line(number(charge), charge, price, bill))
                        .ifPresent(lines::add);
            }
        }
        return lines;
    }

    private int number(HouseRules.Charge charge) {
        return FIRST_CHARGE + rules.charges().indexOf(charge);
    }

    /// The price of one of it.
    private static Optional<Money> priced(HouseRules.Charge charge, int adults, Money goods) {
        return switch (charge.kind()) {
            case SERVICE -> Optional.of(goods.at(charge.rate()));
            case COVER -> adults == 0 ? Optional.empty() : Optional.of(charge.amount());
            case MINIMUM -> Optional.of(charge.amount().minus(goods));
        };
    }

    private static BillLine line(int number, HouseRules.Charge charge, Money price, Bill bill) {
        var seats = charge.kind() == HouseRules.Charge.Kind.COVER;
        return new BillLine(
                number,
                new Sku(charge.id()),
                charge.name().zh(),
                charge.category(),
                price,
                Optional.empty(),
                seats ? Quantity.of(bill.service().adults()) : Quantity.ONE,
                List.of(),
                charge.taxRate(),
                "",
                List.of(),
                List.of(),
                Optional.of(new BillLine.Charge(charge.id(), charge.discountable())));
    }

    /// What is dropped of a sum: what staff did by hand, then what the outlet always does.
    Money dropped(Bill bill, Money payable) {
        var settled = settled(bill);
        if (settled.isPresent()) {
            return settled.get().rounding();
        }
        var byHand = bill.adjusted().rounding().min(payable);
        if (bill.adjusted().removed().contains(HouseRules.ROUNDING)) {
            return byHand;
        }
        return byHand.plus(rules.rounding().dropped(payable.minus(byHand)));
    }
}
