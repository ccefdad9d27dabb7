package io.huitai.till.report;

import io.huitai.programme.scheme.Programme;
import io.huitai.shop.Label;
import io.huitai.till.settings.HouseRules;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// What the rules of a programme and of the house are called, by their ids: a report names what took something off or
/// put something on, not only its id.
public record RuleNames(Map<String, Label> names) {
    /// Rules that no programme writes: their names are words of ours.
    private static final Set<String> OURS = Set.of("member-price", "manual", "points", "rounding");

    public RuleNames {
        names = Map.copyOf(names);
    }

    /// @param programme as it is now; what an older version called a rule that is gone stands by its id
    public static RuleNames of(Programme programme, HouseRules house) {
        var names = new HashMap<String, Label>();
        programme.discounts().forEach(discount -> names.put(discount.id().value(), discount.name()));
        programme.vouchers().forEach(voucher -> names.put(voucher.id().value(), voucher.name()));
        house.charges().forEach(charge -> names.put(charge.id(), charge.name()));
        return new RuleNames(names);
    }

    /// How a rule is called; by its id where nobody has named it.
    Cell of(String id) {
        if (OURS.contains(id)) {
            return Cell.word("rule." + id);
        }
        var name = names.get(id);
        return name == null ? Cell.of(id) : new Cell.Said(name);
    }

    /// The same in words.
    public String called(String id, ReportWords words) {
        return words.cell(of(id));
    }
}
