package io.huitai.journal.fact;

import io.huitai.money.Money;
import io.huitai.programme.pricing.Explanation;
import io.huitai.programme.words.Reason;
import io.huitai.shop.BillLine;
import io.huitai.shop.Lang;
import io.huitai.shop.Wording;
import java.util.List;
import java.util.Optional;

/// A line as it was sold, with what was taken off and why.
public record SoldLine(BillLine item, Money gross, Money net, List<Because> because) {
    /// One adjustment; the amount is below zero where it took something off.
    ///
    /// @param zh what older entries say in words, in place of a reason
    /// @param en the same
    public record Because(String rule, Optional<String> zh, Optional<String> en, Money amount, Optional<Reason> reason)
            implements Wording.InWords {
        public static Because of(String rule, Reason reason, Money amount) {
            return new Because(rule, Optional.empty(), Optional.empty(), amount, Optional.of(reason));
        }

        @Override
        public String in(Lang lang) {
            var said = switch (lang) {
                case ZH -> zh;
                case EN -> en;
            };
            return reason.map(why -> Explanation.of(why, lang)).or(() -> said).orElse(rule);
        }
    }

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
