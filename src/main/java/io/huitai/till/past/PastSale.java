package io.huitai.till.past;

import io.huitai.journal.fact.Sale;
import io.huitai.journal.fact.SoldLine;
import io.huitai.money.Money;
import io.huitai.money.Sums;
import io.huitai.programme.pricing.PastBill;
import io.huitai.programme.pricing.Pricing;
import io.huitai.programme.pricing.Quote;
import io.huitai.programme.scheme.Programme;
import io.huitai.programme.words.PricedMember;
import io.huitai.programme.words.PricedMember.PointsHeld;
import io.huitai.programme.words.PricedMember.VoucherHeld;
import io.huitai.programme.words.Use;
import io.huitai.programme.words.Use.Asked;
import io.huitai.shop.Outlet;
import io.huitai.shop.id.VoucherTypeId;
import io.huitai.till.sale.EarnedOn;
import io.huitai.till.sale.Sales;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// A sale with what it takes to price it once more.
///
/// @param programme the version that priced it
/// @param at the moment that it was priced for, in the store's time zone
/// @param birthday the buyer's, where it is known
public record PastSale(Sale sale, Programme programme, Outlet outlet, ZonedDateTime at, Optional<LocalDate> birthday) {
    private static final Optional<LocalDate> ALWAYS = Optional.empty();

    /// As pricing takes it. The buyer holds what the sale used, good for that day: it was.
    public PastBill bill() {
        var used = new LinkedHashMap<VoucherTypeId, Long>();
        sale.used()
                .vouchers()
                .forEach(each -> used.merge(
                        each.voucher().asset().voucherType(), each.voucher().amount(), Long::sum));
        var points = sale.used().redeemed();
        var asked = new ArrayList<Use.VouchersAsked>();
        var held = new ArrayList<VoucherHeld>();
        used.forEach((type, count) -> {
            asked.add(new Use.VouchersAsked(type, new Asked.Count(count)));
            held.add(new VoucherHeld(type, count, ALWAYS, ALWAYS));
        });
        var lots =
                points == 0 ? List.<PointsHeld>of() : List.of(new PointsHeld(points, ALWAYS, ALWAYS, Optional.empty()));
        return new PastBill(
                sale.buyer()
                        .map(buyer -> new PricedMember(
                                buyer.tier(),
                                Optional.of(buyer.kind()).filter(kind -> !kind.isEmpty()),
                                birthday,
                                lots,
                                held)),
                Sales.sold(sale),
                new Use(new Asked.Count(points), asked),
                outlet,
                at,
                outcome());
    }

    private PastBill.Outcome outcome() {
        var taken = new HashMap<String, Money>();
        for (var line : sale.priced()) {
            for (var row : line.because()) {
                taken.merge(row.rule(), row.amount().negated(), Money::plus);
            }
        }
        return new PastBill.Outcome(sums(), sale.brought().earned(), taken);
    }

    /// Of what the programme priced, without the outlet's own charges and rounding.
    private Sums sums() {
        var all = sale.sums();
        var gross = sale.priced().stream().map(SoldLine::gross).reduce(Money.ZERO, Money::plus);
        var payable = sale.priced().stream().map(SoldLine::net).reduce(Money.ZERO, Money::plus);
        return new Sums(gross, all.discount(), all.voucher(), all.pointsValue(), payable);
    }

    /// Whether a quote says what the sale did: every sum, every line's net and reasons, the points.
    public boolean agreesWith(Quote quote) {
        return quote.sums().equals(sums())
                && earned(quote) == sale.brought().earned()
                && quote.lines().stream()
                        .map(PastSale::told)
                        .toList()
                        .equals(sale.priced().stream().map(PastSale::told).toList());
    }

    /// The quote knows of no tenders: where what a card paid earns nothing, the sale earned less.
    private long earned(Quote quote) {
        return EarnedOn.isLess(programme, sale.paid().tenders())
                ? Pricing.earned(programme, bill().member(), Sales.sold(sale), EarnedOn.of(programme, sale), outlet, at)
                        .points()
                : quote.earned().points();
    }

    /// The words are left out: a later release may put them better.
    private record Told(int line, Money gross, Money net, List<Row> because) {
        record Row(String rule, Money amount) {}
    }

    private static Told told(Quote.QuotedLine line) {
        var rows = line.because().stream()
                .map(row -> new Told.Row(row.rule().value(), row.amount()))
                .toList();
        return new Told(line.number(), line.gross(), line.net(), rows);
    }

    private static Told told(SoldLine line) {
        var rows = line.because().stream()
                .map(row -> new Told.Row(row.rule(), row.amount()))
                .toList();
        return new Told(line.item().number(), line.gross(), line.net(), rows);
    }
}
