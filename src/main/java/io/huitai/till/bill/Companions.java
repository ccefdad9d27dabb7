package io.huitai.till.bill;

import io.huitai.journal.Recorded;
import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.Sale;
import io.huitai.programme.words.Hint;
import io.huitai.shop.BillLine;
import io.huitai.shop.Label;
import io.huitai.shop.MemberNo;
import io.huitai.shop.Product;
import io.huitai.shop.Sku;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Who bought what in the latest sales to members, and so what goes with what: counted in memory, one sale in and the
/// oldest out at a time. Nothing is asked of the disk while a bill is open.
public final class Companions {
    /// How many sales are looked back on.
    public static final int SALES = 2_000;

    /// As few buyers may be chance.
    private static final int ENOUGH = 3;
    /// Of one product no more buyers are asked, so that a bestseller costs no more than another.
    private static final int ASKED = 100;
    /// The products of a bill that are asked about, the latest first.
    private static final int REASONS = 3;

    private record Bought(MemberNo member, Set<Sku> goods) {}

    private final Catalogue catalogue;
    private final Deque<Bought> baskets = new ArrayDeque<>();
    /// What each member bought, and in how many of these sales.
    private final Map<MemberNo, Map<Sku, Integer>> bought = new HashMap<>();
    /// Who bought a product, in the order of their numbers' coming.
    private final Map<Sku, LinkedHashSet<MemberNo>> buyers = new HashMap<>();

    /// @param latest sales, newest first
    Companions(Catalogue catalogue, List<Sale> latest) {
        this.catalogue = catalogue;
        var oldestFirst = new ArrayList<>(latest);
        Collections.reverse(oldestFirst);
        oldestFirst.forEach(this::add);
    }

    /// Keeps up with the journal.
    public void recorded(Recorded recorded) {
        if (recorded.fact() instanceof Fact.SaleCompleted completed) {
            add(completed.sale());
        }
    }

    private void add(Sale sale) {
        sale.buyer().ifPresent(buyer -> {
            var goods = new LinkedHashSet<Sku>();
            sale.lines().forEach(line -> goods.add(line.item().sku()));
            goods.removeIf(sku -> catalogue.product(sku).isEmpty());
            var basket = new Bought(buyer.no(), goods);
            baskets.add(basket);
            for (var sku : goods) {
                bought.computeIfAbsent(basket.member(), _ -> new HashMap<>()).merge(sku, 1, Integer::sum);
                buyers.computeIfAbsent(sku, _ -> new LinkedHashSet<>()).add(basket.member());
            }
            if (baskets.size() > SALES) {
                forget(baskets.removeFirst());
            }
        });
    }

    private void forget(Bought basket) {
        var theirs = bought.getOrDefault(basket.member(), new HashMap<>());
        for (var sku : basket.goods()) {
            if (theirs.merge(sku, -1, Integer::sum) == 0) {
                theirs.remove(sku);
                buyers.getOrDefault(sku, new LinkedHashSet<>()).remove(basket.member());
            }
        }
        if (theirs.isEmpty()) {
            bought.remove(basket.member());
        }
    }

    /// What most buyers of something on the bill bought too and is not on it; with nothing on it, what goes with what
    /// the member bought before.
    Optional<Hint> suggestion(List<BillLine> lines, MemberNo member) {
        var onBill = new LinkedHashSet<Sku>();
        lines.reversed().forEach(line -> onBill.add(line.sku()));
        var reasons = onBill.isEmpty() ? bought.getOrDefault(member, Map.of()).keySet() : onBill;
        return reasons.stream()
                .limit(REASONS)
                .flatMap(sku -> best(sku, onBill).stream())
                .max(Pair.BY_SHARE)
                .flatMap(this::hint);
    }

    /// @param all who bought the reason
    /// @param both of them, who bought the other too
    private record Pair(Sku reason, Sku other, long all, long both) {
        static final Comparator<Pair> BY_SHARE = Comparator.comparingLong((Pair pair) -> 1_000 * pair.both / pair.all)
                .thenComparingLong(Pair::both)
                .thenComparing(pair -> pair.other.value(), Comparator.reverseOrder());
    }

    private Optional<Pair> best(Sku reason, Set<Sku> onBill) {
        var asked = buyers.getOrDefault(reason, new LinkedHashSet<>()).reversed().stream()
                .limit(ASKED)
                .toList();
        if (asked.size() < ENOUGH) {
            return Optional.empty();
        }
        var counts = new HashMap<Sku, Long>();
        for (var member : asked) {
            for (var sku : bought.getOrDefault(member, Map.of()).keySet()) {
                if (!sku.equals(reason) && !onBill.contains(sku)) {
                    counts.merge(sku, 1L, Long::sum);
                }
            }
        }
        return counts.entrySet().stream()
                .map(each -> new Pair(reason, each.getKey(), asked.size(), each.getValue()))
                .filter(pair -> pair.both() >= ENOUGH && 2 * pair.both() >= pair.all())
                .max(Pair.BY_SHARE);
    }

    private Optional<Hint> hint(Pair pair) {
        return catalogue
                .product(pair.reason())
                .flatMap(reason -> catalogue
                        .product(pair.other())
                        .map(other -> new Hint.GoesWith(name(reason), name(other), pair.all(), pair.both())));
    }

    private static Label name(Product product) {
        return new Label(product.name(), product.nameEn().isEmpty() ? product.name() : product.nameEn());
    }
}
