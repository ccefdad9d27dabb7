package io.huitai.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What one account holds, folded from postings: lots, and tallies by day. Immutable; lots that are used up leave.
public final class Balances {
    public static final Balances NONE = new Balances(List.of(), Map.of());

    private static final Comparator<Holding> SOONEST_FIRST = Comparator.comparing(Holding::lot, Lot.SOONEST_FIRST)
            .thenComparing(holding -> holding.asset().code());

    private record Key(Asset asset, String lot) {}

    private final List<Holding> lots;
    /// None is empty.
    private final Map<Asset, Tally> tallies;

    private Balances(List<Holding> lots, Map<Asset, Tally> tallies) {
        this.lots = lots;
        this.tallies = tallies;
    }

    public static Balances of(Collection<Holding> holdings) {
        return NONE.with(holdings);
    }

    /// These balances after postings; those of other accounts are passed over.
    public Balances after(Account account, Collection<Posting> postings) {
        return with(postings.stream()
                .filter(posting -> posting.effectOn(account) != 0)
                .map(posting -> new Holding(posting.asset(), posting.lot(), posting.effectOn(account)))
                .toList());
    }

    private Balances with(Collection<Holding> changes) {
        var map = new HashMap<Key, Holding>();
        lots.forEach(lot -> add(map, lot));
        var counted = new HashMap<>(tallies);
        for (var change : changes) {
            change.lot()
                    .tallied()
                    .ifPresentOrElse(
                            day -> counted.merge(change.asset(), Tally.of(day, change.amount()), Tally::plus),
                            () -> add(map, change));
        }
        counted.values().removeIf(Tally::isEmpty);
        return new Balances(map.values().stream().sorted(SOONEST_FIRST).toList(), Map.copyOf(counted));
    }

    private static void add(Map<Key, Holding> map, Holding change) {
        var key = new Key(change.asset(), change.lot().id());
        var before = map.getOrDefault(key, new Holding(change.asset(), change.lot(), 0));
        var after = Math.addExact(before.amount(), change.amount());
        if (after == 0) {
            map.remove(key);
        } else {
            map.put(key, new Holding(change.asset(), before.lot(), after));
        }
    }

    /// The lots alone, soonest expiry first.
    public List<Holding> lots() {
        return lots;
    }

    /// The same tallies beside other lots.
    public Balances withLots(List<Holding> others) {
        return new Balances(of(others).lots, tallies);
    }

    /// What is counted from a first day to a last one, in the order of the codes; none is empty.
    public Map<Asset, Tally> tallies(LocalDate first, LocalDate last) {
        var counted = new TreeMap<Asset, Tally>(Comparator.comparing(Asset::code));
        tallies.forEach((asset, tally) -> counted.put(asset, tally.between(first, last)));
        counted.values().removeIf(Tally::isEmpty);
        return counted;
    }

    /// These lots with what else is counted.
    public Balances counting(Map<Asset, Tally> more) {
        var counted = new HashMap<>(tallies);
        more.forEach((asset, tally) -> counted.merge(asset, tally, Tally::plus));
        return new Balances(lots, Map.copyOf(counted));
    }

    /// The last day that anything is counted for.
    public Optional<LocalDate> lastDay() {
        return tallies.values().stream().map(Tally::lastDay).max(Comparator.naturalOrder());
    }

    /// All holdings, soonest expiry first.
    public List<Holding> all() {
        return Stream.concat(
                        lots.stream(),
                        tallies.entrySet().stream()
                                .flatMap(each -> each.getValue().holdings(each.getKey())))
                .sorted(SOONEST_FIRST)
                .toList();
    }

    /// All holdings of an asset, soonest expiry first.
    private List<Holding> of(Asset asset) {
        return Stream.concat(
                        lots.stream().filter(holding -> holding.asset().equals(asset)),
                        tallies.getOrDefault(asset, Tally.NONE).holdings(asset))
                .sorted(SOONEST_FIRST)
                .toList();
    }

    /// The lots of an asset that have not expired by a day (those to come are counted), soonest expiry first.
    public List<Holding> unexpired(Asset asset, LotDay day) {
        return of(asset).stream()
                .filter(holding -> !holding.lot().expiredOn(day))
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
        return tally(asset, LocalDate.MIN, LocalDate.MAX, _ -> true);
    }

    /// A tally over the days from a first to a last one.
    public long tally(Asset asset, LocalDate first, LocalDate last) {
        return tally(
                asset,
                first,
                last,
                lot -> lot.from()
                        .filter(day -> !day.isBefore(first) && !day.isAfter(last))
                        .isPresent());
    }

    private long tally(Asset asset, LocalDate first, LocalDate last, Predicate<Lot> chosen) {
        return tallies.getOrDefault(asset, Tally.NONE).sum(first, last)
                + lots.stream()
                        .filter(holding -> holding.asset().equals(asset) && chosen.test(holding.lot()))
                        .mapToLong(Holding::amount)
                        .sum();
    }

    /// The days that something is counted for, the first one first.
    public Stream<LocalDate> days(Asset asset) {
        return tallies.getOrDefault(asset, Tally.NONE).days();
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

    @Override
    public boolean equals(Object other) {
        return other instanceof Balances held && lots.equals(held.lots) && tallies.equals(held.tallies);
    }

    @Override
    public int hashCode() {
        return Objects.hash(lots, tallies);
    }

    @Override
    public String toString() {
        return all().toString();
    }
}
