package io.huitai.journal.fact;

import io.huitai.money.Money;
import io.huitai.shop.BillLine;
import java.util.List;

/// A line as it was sold, with what was taken off and why.
public record SoldLine(BillLine item, Money gross, Money net, List<Because> because) {
    /// One adjustment; the amount is below zero where it took something off.
    public record Because(String rule, String zh, String en, Money amount) {}

    public SoldLine {
        because = List.copyOf(because);
    }

    /// What one rule took off this line, zero or above.
    public Money takenBy(String rule) {
        return because.stream()
                .filter(row -> row.rule().equals(rule))
                .map(row -> row.amount().negated())
                .reduce(Money.ZERO, Money::plus);
    }
}
