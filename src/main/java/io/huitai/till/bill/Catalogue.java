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

/// The products in memory, for scans and for the search box. Another catalogue takes its place as a whole, on any
/// thread.
public final class Catalogue {
    private volatile Goods goods;

    private record Searched(Product product, String initials, String words) {}

    private record Goods(
            List<Product> products, Map<Sku, Product> bySku, Map<String, Product> byCode, List<Searched> searched) {
        static Goods of(List<Product> products) {
            var bySku = new HashMap<Sku, Product>();
            var byCode = new HashMap<String, Product>();
            var texts = new ArrayList<Searched>(products.size());
            for (var product : products) {
                bySku.put(product.sku(), product);
                product.ean().ifPresent(code -> byCode.put(Gtins.whole(code), product));
                var words = product.name()
                        + ' '
                        + product.nameEn()
                        + ' '
                        + product.sku()
                        + ' '
                        + product.ean().orElse("");
                texts.add(new Searched(product, product.initials(), words.toLowerCase(Locale.ROOT)));
            }
            return new Goods(List.copyOf(products), bySku, byCode, texts);
        }
    }

    public Catalogue(List<Product> products) {
        this.goods = Goods.of(products);
    }

    /// Puts another catalogue in the place of this one.
    public void replace(List<Product> products) {
        goods = Goods.of(products);
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
        for (var each : goods.searched) {
            var rank = each.initials.startsWith(text)
                    ? 0
                    : each.words.startsWith(text)
                            ? 1
                            : each.initials.contains(text) ? 2 : each.words.contains(text) ? 3 : -1;
            if (rank >= 0 && byRank.get(rank).size() < most) {
                byRank.get(rank).add(each.product);
            }
            if (byRank.getFirst().size() == most) {
                break;
            }
        }
        return byRank.stream().flatMap(List::stream).limit(most).toList();
    }
}
