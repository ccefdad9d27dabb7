package io.huitai.store;

import io.huitai.journal.fact.Refund;
import io.huitai.journal.fact.Sale;
import io.huitai.money.Money;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the outlet itself put on its bills, the tax inside what was paid, and the cost of prices set by hand.
///
/// @param taxes by tax rate, "0.06"
/// @param charges by the charge's id
/// @param overridden what prices set by hand took off the list price
public record HouseFigures(Map<String, Money> taxes, Map<String, Money> charges, Money overridden) {
    public static final HouseFigures NOTHING = new HouseFigures(Map.of(), Map.of(), Money.ZERO);

    HouseFigures sold(Sale sale) {
        var tax = new TreeMap<>(taxes);
        sale.paidByRate().forEach((rate, paid) -> tax.merge(rate.toString(), paid.includedTax(rate), Money::plus));
        var put = new TreeMap<>(charges);
        var off = overridden;
        for (var line : sale.lines()) {
            line.item().charge().ifPresent(charge -> put.merge(charge.id(), line.net(), Money::plus));
            off = off.plus(line.item().qty().of(line.item().listPrice()).minus(line.gross()));
        }
        return new HouseFigures(tax, put, off);
    }

    HouseFigures refunded(Refund refund) {
        var tax = new TreeMap<>(taxes);
        refund.taxed()
                .orElse(List.of())
                .forEach(back -> tax.merge(back.rate().toString(), back.tax().negated(), Money::plus));
        return new HouseFigures(tax, charges, overridden);
    }
}
