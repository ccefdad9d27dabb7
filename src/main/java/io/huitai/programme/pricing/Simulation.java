package io.huitai.programme.pricing;

import io.huitai.money.Money;
import io.huitai.money.Sums;
import io.huitai.programme.pricing.Quote.Adjustment;
import io.huitai.programme.pricing.Quote.QuotedLine;
import io.huitai.programme.scheme.Programme;
import io.huitai.programme.words.PricedMember;
import io.huitai.programme.words.Use;
import io.huitai.shop.id.TierId;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Past bills priced again under another programme, one at a time; it keeps sums only.
public final class Simulation {
    private final Programme next;
    private final Map<Optional<TierId>, Compared> tiers = new LinkedHashMap<>();
    private final Map<String, Taken> rules = new TreeMap<>();
    private Compared all = Compared.NONE;
    private long unknownTier;
    private long notUsed;

    /// @param next the programme to try
    public Simulation(Programme next) {
        this.next = next;
        next.tiers().forEach(tier -> tiers.put(Optional.of(tier.id()), Compared.NONE));
        tiers.put(Optional.empty(), Compared.NONE);
    }

    /// What bills come to.
    ///
    /// @param points earned
    /// @param liability what those are worth in yuan
    public record Figures(Sums sums, long points, BigDecimal liability) {
        static final Figures NONE = new Figures(Sums.ZERO, 0, BigDecimal.ZERO);

        Figures plus(Figures more) {
            return new Figures(sums.plus(more.sums), Math.addExact(points, more.points), liability.add(more.liability));
        }
    }

    /// Bills as they were and as they would be.
    public record Compared(long bills, Figures before, Figures after) {
        static final Compared NONE = new Compared(0, Figures.NONE, Figures.NONE);

        Compared plus(Figures was, Figures would) {
            return new Compared(bills + 1, before.plus(was), after.plus(would));
        }
    }

    /// What one rule took off all bills.
    public record Taken(Money before, Money after) {
        static final Taken NOTHING = new Taken(Money.ZERO, Money.ZERO);
    }

    /// The result so far.
    ///
    /// @param tiers in the programme's order, walk-ins last; those without bills too
    /// @param rules by id
    /// @param unknownTier bills left out, since the programme tried does not know their member's tier
    /// @param notUsed bills in which points or vouchers were used that the programme tried would refuse
    public record Report(
            Compared all,
            Map<Optional<TierId>, Compared> tiers,
            Map<String, Taken> rules,
            long unknownTier,
            long notUsed) {
        public Report {
            tiers = Collections.unmodifiableMap(new LinkedHashMap<>(tiers));
            rules = Collections.unmodifiableMap(new TreeMap<>(rules));
        }
    }

    /// Takes a bill in.
    ///
    /// @param by the programme that priced it, whose points are worth what they were
    public void add(PastBill past, Programme by) {
        var tier = past.member().map(PricedMember::tier);
        if (!tiers.containsKey(tier)) {
            unknownTier++;
            return;
        }
        var use = known(past.use());
        var quote = Pricing.price(next, past.member(), past.bill(), use, past.outlet(), past.at());
        if (!use.equals(past.use()) || !quote.refused().isEmpty()) {
            notUsed++;
        }
        var was = before(past.outcome(), by);
        var would = after(quote);
        all = all.plus(was, would);
        tiers.computeIfPresent(tier, (_, compared) -> compared.plus(was, would));
        past.outcome().taken().forEach((rule, amount) -> took(rule, amount, Money.ZERO));
        for (QuotedLine line : quote.lines()) {
            for (Adjustment row : line.because()) {
                took(row.rule().value(), Money.ZERO, row.amount().negated());
            }
        }
    }

    public Report report() {
        return new Report(all, tiers, rules, unknownTier, notUsed);
    }

    private Use known(Use use) {
        return new Use(
                use.points(),
                use.vouchers().stream()
                        .filter(asked -> next.voucher(asked.type()).isPresent())
                        .toList());
    }

    private void took(String rule, Money before, Money after) {
        var so = rules.getOrDefault(rule, Taken.NOTHING);
        rules.put(rule, new Taken(so.before().plus(before), so.after().plus(after)));
    }

    private static Figures before(PastBill.Outcome past, Programme by) {
        return new Figures(past.sums(), past.earned(), liability(past.earned(), by));
    }

    private Figures after(Quote quote) {
        var points = quote.earned().points();
        return new Figures(quote.sums(), points, liability(points, next));
    }

    private static BigDecimal liability(long points, Programme programme) {
        return programme.pointWorth().multiply(BigDecimal.valueOf(points));
    }
}
