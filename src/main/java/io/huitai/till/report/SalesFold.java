package io.huitai.till.report;

import io.huitai.journal.Recorded;
import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.Refund;
import io.huitai.journal.fact.Sale;
import io.huitai.journal.fact.Tendered;
import io.huitai.money.Money;
import io.huitai.money.Rate;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.TenderType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What was sold and given back, and the money that came in.
final class SalesFold implements Fold {
    /// What came in and what went back.
    private record Sums(long times, Money in, Money back) {
        static final Sums NONE = new Sums(0, Money.ZERO, Money.ZERO);

        Sums plus(Sums other) {
            return new Sums(times + other.times, in.plus(other.in), back.plus(other.back));
        }

        Money net() {
            return in.minus(back);
        }
    }

    /// The categories of sold lines, for the day that they come back.
    private final Map<ReceiptNo, Map<Integer, String>> sold = new HashMap<>();

    private final Map<String, Sums> byHour = new TreeMap<>();
    private final Map<String, Sums> byCategory = new TreeMap<>();
    private final Map<TenderType, Sums> byTender = new TreeMap<>();
    private final Map<Rate, Sums> taxed = new TreeMap<>();
    private final Map<Rate, Money> tax = new TreeMap<>();
    private Sums sales = Sums.NONE;
    private long refunds;
    private Sums recharges = Sums.NONE;
    private Sums fees = Sums.NONE;

    @Override
    public void take(Recorded recorded, LocalDate day, boolean told) {
        if (recorded.fact() instanceof Fact.SaleCompleted completed) {
            sold.put(completed.sale().receipt(), categories(completed.sale()));
        }
        if (told) {
            take(recorded);
        }
    }

    private static Map<Integer, String> categories(Sale sale) {
        var categories = new HashMap<Integer, String>();
        for (var line : sale.lines()) {
            categories.put(line.item().number(), line.item().category().path());
        }
        return categories;
    }

    private void take(Recorded recorded) {
        var fact = recorded.fact();
        fact.tendered().forEach(this::money);
        var charged = fact.charged();
        if (charged.isPositive()) {
            recharges = recharges.plus(new Sums(1, charged, Money.ZERO));
        }
        fact.feeTaken().ifPresent(fee -> fees = fees.plus(new Sums(1, fee, Money.ZERO)));
        sales = sales.plus(new Sums(0, Money.ZERO, fact.refunded()));
        switch (fact) {
            case Fact.SaleCompleted completed -> sale(completed.sale(), recorded);
            case Fact.SaleRefunded refunded -> refund(refunded.refund());
            case Fact.GoodsTakenBack _ -> refunds++;
            case Fact.OfTill _,
                    Fact.OfShift _,
                    Fact.OfBill _,
                    Fact.OfMember _,
                    Fact.OfPaper _,
                    Fact.PointsTransferred _ -> {
                // no goods
            }
        }
    }

    private void sale(Sale sale, Recorded recorded) {
        var whole = new Sums(1, sale.sums().payable(), Money.ZERO);
        sales = sales.plus(whole);
        var hour = String.format(Locale.ROOT, "%02d", recorded.entry().at().getHour());
        byHour.merge(hour, whole, Sums::plus);
        for (var line : sale.lines()) {
            byCategory.merge(line.item().category().path(), new Sums(1, line.net(), Money.ZERO), Sums::plus);
        }
        sale.paidByRate().forEach((rate, paid) -> {
            taxed.merge(rate, new Sums(1, paid, Money.ZERO), Sums::plus);
            tax.merge(rate, paid.includedTax(rate), Money::plus);
        });
    }

    private void refund(Refund refund) {
        refunds++;
        var categories = sold.getOrDefault(refund.of(), Map.of());
        for (var line : refund.lines()) {
            var category = categories.getOrDefault(line.line(), ""); // empty: sold at another till
            byCategory.merge(category, new Sums(0, Money.ZERO, line.amount()), Sums::plus);
        }
        refund.taxed().orElse(List.of()).forEach(back -> {
            taxed.merge(back.rate(), new Sums(0, Money.ZERO, back.amount()), Sums::plus);
            tax.merge(back.rate(), back.tax().negated(), Money::plus);
        });
    }

    private void money(Tendered tendered) {
        var sums = tendered.back()
                ? new Sums(0, Money.ZERO, tendered.amount())
                : new Sums(1, tendered.amount(), Money.ZERO);
        byTender.merge(tendered.type(), sums, Sums::plus);
    }

    @Override
    public List<Table> tables() {
        return List.of(totals(), hours(), categories(), tenders(), taxes());
    }

    private Table totals() {
        var rows = List.of(
                total("bills", Cell.of(sales.times())),
                total("sales", Cell.of(sales.in())),
                total("refund-count", Cell.of(refunds)),
                total("refunds", Cell.of(sales.back())),
                total("net", Cell.of(sales.net())),
                total("recharge-count", Cell.of(recharges.times())),
                total("recharges", Cell.of(recharges.in())),
                total("fee-count", Cell.of(fees.times())),
                total("fees", Cell.of(fees.in())));
        return Table.of("totals", "figure", "value").with(rows);
    }

    private static List<Cell> total(String figure, Cell value) {
        return List.of(Cell.word("figure." + figure), value);
    }

    private Table hours() {
        var rows = new ArrayList<List<Cell>>();
        byHour.forEach(
                (hour, sums) -> rows.add(List.of(Cell.of(hour + ":00"), Cell.of(sums.times()), Cell.of(sums.in()))));
        return Table.of("by-hour", "hour", "bills", "sales").with(rows);
    }

    private Table categories() {
        var rows = new ArrayList<List<Cell>>();
        byCategory.forEach((path, sums) -> rows.add(List.of(
                path.isEmpty() ? Cell.word("category.elsewhere") : Cell.of(path),
                Cell.of(sums.in()),
                Cell.of(sums.back()),
                Cell.of(sums.net()))));
        return Table.of("by-category", "category", "sales", "refunds", "net").with(rows);
    }

    private Table tenders() {
        var rows = new ArrayList<List<Cell>>();
        byTender.forEach((type, sums) -> rows.add(List.of(
                Cell.word("tender." + type.code()),
                Cell.of(sums.times()),
                Cell.of(sums.in()),
                Cell.of(sums.back()),
                Cell.of(sums.net()))));
        return Table.of("by-tender", "tender", "times", "taken", "given-back", "net")
                .with(rows);
    }

    private Table taxes() {
        var rows = new ArrayList<List<Cell>>();
        taxed.forEach((rate, sums) -> rows.add(
                List.of(new Cell.Share(rate), Cell.of(sums.net()), Cell.of(tax.getOrDefault(rate, Money.ZERO)))));
        return Table.of("tax", "rate", "net", "tax-in-it").with(rows);
    }
}
