package io.huitai.till.sale;

import io.huitai.journal.fact.Sale;
import io.huitai.journal.fact.SoldLine;
import io.huitai.money.Money;
import io.huitai.money.Split;
import io.huitai.programme.scheme.Programme;
import io.huitai.programme.scheme.StoredValue;
import io.huitai.shop.BillLine;
import io.huitai.shop.Tender;
import io.huitai.shop.TenderType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What of a bill's lines earns points: all that is left of them or, where a programme says so, what was not paid from
/// a card.
public final class EarnedOn {
    private EarnedOn() {}

    /// Whether a programme gives no points for what these tenders paid from a card.
    public static boolean isLess(Programme programme, List<Tender> tenders) {
        return !programme.points().earning().storedValueEarns()
                && tenders.stream().anyMatch(tender -> tender.type() == TenderType.STORED);
    }

    /// What earns of each line of a sale that the programme priced: the outlet's own charges stand behind those.
    public static List<Money> of(Programme programme, Sale sale) {
        return of(
                        programme,
                        sale.lines().stream().map(SoldLine::item).toList(),
                        sale.lines().stream().map(SoldLine::net).toList(),
                        sale.paid().tenders())
                .subList(0, sale.priced().size());
    }

    /// The card's part is spread over the lines that it may pay for, in proportion to their nets.
    public static List<Money> of(Programme programme, List<BillLine> lines, List<Money> nets, List<Tender> tenders) {
        if (!isLess(programme, tenders)) {
            return nets;
        }
        var goods = programme
                .membership()
                .storedValue()
                .map(StoredValue::spending)
                .orElse(StoredValue.Spending.FREE)
                .goods();
        var weights = new long[nets.size()];
        for (var i = 0; i < weights.length; i++) {
            var line = lines.get(i);
            weights[i] = goods.include(line.category(), Set.copyOf(line.flags()))
                    ? nets.get(i).fen()
                    : 0;
        }
        var paid = tenders.stream()
                .filter(tender -> tender.type() == TenderType.STORED)
                .mapToLong(tender -> tender.amount().fen())
                .sum();
        var parts = Split.of(paid, weights);
        var left = new ArrayList<Money>();
        for (var i = 0; i < parts.length; i++) {
            left.add(nets.get(i).minus(Money.ofFen(parts[i])));
        }
        return List.copyOf(left);
    }
}
