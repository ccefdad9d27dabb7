package io.huitai.till.bill;

import io.huitai.device.decode.Gtins;
import io.huitai.device.decode.Widths;
import io.huitai.shop.Product;
import io.huitai.shop.Sku;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The products in memory, for scans and for the search box: read on any thread. Another catalogue takes its place as a
/// whole.
public final class Catalogue {
    private volatile Goods goods;

    private static final class Goods {
        private final List<Product> products;
        private final Map<Sku, Product> bySku = new HashMap<>();
        private final Map<String, Product> byCode = new HashMap<>();
        /// The words of all products, to be searched at one go: of each a line of initials and one of what else it has.
        private final String words;
        /// Where each line of it begins, and where the last one ends.
        private final int[] begins;

        Goods(List<Product> products) {
            this.products = List.copyOf(products);
            this.begins = new int[2 * products.size() + 1];
            var all = new StringBuilder();
            var line = 0;
            for (var product : products) {
                bySku.put(product.sku(), product);
                product.ean().ifPresent(code -> byCode.put(Gtins.whole(code), product));
                var more = product.name()
                        + ' '
                        + product.nameEn()
                        + ' '
                        + product.sku()
                        + ' '
                        + product.ean().orElse("");
                all.append(product.initials()).append('\n');
                begins[++line] = all.length();
                all.append(more.toLowerCase(Locale.ROOT)).append('\n');
                begins[++line] = all.length();
            }
            this.words = all.toString();
        }

        /// How well a product fits, 0 is best.
        ///
        /// @param at where in its words the text stands first
        private int rank(int place, String text, int at) {
            var more = begins[2 * place + 1];
            return at == begins[2 * place] ? 0 : words.startsWith(text, more) ? 1 : at < more ? 2 : 3;
        }
    }

    public Catalogue(List<Product> products) {
        this.goods = new Goods(products);
    }

    /// Puts another catalogue in the place of this one; on the till's thread, so that an act sees one of them.
    public void replace(Catalogue other) {
        goods = other.goods;
    }

    /// All products in the catalogue's order.
    public List<Product> products() {
        return goods.products;
    }

    /// The tabs in the order that their products come.
    public List<String> groups() {
        var groups = new LinkedHashSet<String>();
        goods.products.forEach(product -> groups.add(product.group()));
        return List.copyOf(groups);
    }

    public Optional<Product> product(Sku sku) {
        return Optional.ofNullable(goods.bySku.get(sku));
    }

    /// The product of a code: its number of goods with or without zeros in front (EAN-8, UPC-A, EAN-13, GTIN-14), what
    /// its scale's labels begin with, or its sku.
    public Optional<Product> scanned(String code) {
        return Optional.ofNullable(goods.byCode.get(Gtins.whole(code))).or(() -> product(code));
    }

    private Optional<Product> product(String code) {
        return code.isBlank() || code.length() > 64 || code.chars().anyMatch(Character::isISOControl)
                ? Optional.empty()
                : product(new Sku(code));
    }

    /// Products whose pinyin initials, name, number or code hold what was typed; those whose initials begin with it
    /// come first.
    public List<Product> search(String typed, int most) {
        var text = Widths.narrow(typed).strip().toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            return List.of();
        }
        var byRank = Stream.generate(() -> new ArrayList<Product>()).limit(4).toList();
        var all = goods;
        var place = 0;
        for (var at = all.words.indexOf(text);
                at >= 0 && byRank.getFirst().size() < most;
                at = all.words.indexOf(text, all.begins[2 * place])) {
            while (all.begins[2 * place + 2] <= at) {
                place++;
            }
            var hits = byRank.get(all.rank(place, text, at));
            if (hits.size() < most) {
                hits.add(all.products.get(place));
            }
            place++;
        }
        return byRank.stream().flatMap(List::stream).limit(most).toList();
    }
}
