package io.huitai.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// What one account holds, folded from postings. Immutable; lots that are used up leave.
public final class Balances {
    private record Key(Asset asset, String lot) {}

    private final Map<Key, Holding> holdings;

    private Balances(Map<Key, Holding> holdings) {
        this.holdings = holdings;
    }

    public static Balances of(Collection<Holding> holdings) {
        var map = new HashMap<Key, Holding>();
        holdings.forEach(holding -> add(map, holding.asset(), holding.lot(), holding.amount()));
        return new Balances(map);
    }

    /// These balances after postings; those of other accounts are passed over.
    public Balances after(Account account, Collection<Posting> postings) {
        var map = new HashMap<>(holdings);
        for (var posting : postings) {
            var effect = posting.effectOn(account);
            if (effect != 0) {
                add(map, posting.asset(), posting.lot(), effect);
            }
        }
        return new Balances(map);
    }

    private static void add(Map<Key, Holding> map, Asset asset, Lot lot, long amount) {
        var key = new Key(asset, lot.id());
        var before = map.get(key);
        var after = before == null ? amount : Math.addExact(before.amount(), amount);
        if (after == 0) {
            map.remove(key);
        } else {
            map.put(key, new Holding(asset, before == null ? lot : before.lot(), after));
        }
    }

    /// All holdings, soonest expiry first.
    public List<Holding> all() {
        return holdings.values().stream()
                .sorted(Comparator.comparing(Holding::lot, Lot.SOONEST_FIRST)
                        .thenComparing(holding -> holding.asset().code()))
                .toList();
    }

    /// The lots of an asset that have not expired by a day (those to come are counted), soonest expiry first.
    public List<Holding> unexpired(Asset asset, LotDay day) {
        return holdings.values().stream()
                .filter(holding ->
                        holding.asset().equals(asset) && !holding.lot().expiredOn(day))
                .sorted(Comparator.comparing(Holding::lot, Lot.SOONEST_FIRST))
                .toList();
    }

    /// Σ of an asset over lots that can be used on a day and that a claim chooses.
    public long usable(Asset asset, LotDay day, Predicate<Lot> chosen) {
        return unexpired(asset, day).stream()
                .filter(holding -> holding.lot().usableOn(day) && chosen.test(holding.lot()))
                .mapToLong(Holding::amount)
                .sum();
    }

    /// A tally over all time: spend in fen, visits as a count.
    public long tally(Asset asset) {
        return tally(asset, _ -> true);
    }

    /// A tally over the days from a first to a last one.
    public long tally(Asset asset, LocalDate first, LocalDate last) {
        return tally(
                asset,
                lot -> lot.from()
                        .filter(day -> !day.isBefore(first) && !day.isAfter(last))
                        .isPresent());
    }

    private long tally(Asset asset, Predicate<Lot> days) {
        return holdings.values().stream()
                .filter(holding -> holding.asset().equals(asset) && days.test(holding.lot()))
                .mapToLong(Holding::amount)
                .sum();
    }

    /// Takes an amount out of the usable lots that a claim chooses, soonest expiry first. What they cannot give is
    /// left out: compare the sum.
    public List<Holding> take(Asset asset, long amount, LotDay day, Predicate<Lot> chosen) {
        var taken = new ArrayList<Holding>();
        var left = amount;
        for (var holding : unexpired(asset, day)) {
            if (left > 0 && holding.amount() > 0 && holding.lot().usableOn(day) && chosen.test(holding.lot())) {
                var part = Math.min(left, holding.amount());
                taken.add(new Holding(asset, holding.lot(), part));
                left -= part;
            }
        }
        return List.copyOf(taken);
    }
}
