package io.huitai.till.bill;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.money.Money;
import io.huitai.money.Rate;
import io.huitai.shop.Category;
import io.huitai.shop.Product;
import io.huitai.shop.Sku;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    /// The search ends where it has found enough; it must have found the same.
    @Test
    void aSearchFindsWhatSortingAllHitsByRankFinds() {
        for (var seed = 0L; seed < 50; seed++) {
            var random = new Random(seed);
            var products = new ArrayList<Product>();
            for (var i = 0; i < 200; i++) {
                products.add(product(i, letters(random, 2 + random.nextInt(4)), letters(random, random.nextInt(4))));
            }
            var catalogue = new Catalogue(products);
            for (var length = 1; length < 4; length++) {
                var typed = letters(random, length);
                var most = 1 + random.nextInt(80);
                assertThat(catalogue.search(typed, most))
                        .as("seed %d, %s, %d", seed, typed, most)
                        .isEqualTo(products.stream()
                                .filter(product -> rank(product, typed) < 4)
                                .sorted(Comparator.comparingInt(product -> rank(product, typed)))
                                .limit(most)
                                .toList());
            }
        }
    }

    @Test
    void anotherCatalogueTakesThePlaceOfAllOfTheFirst() {
        var catalogue = new Catalogue(List.of(product(1, "one", "a"), product(2, "two", "b")));
        var other = product(3, "three", "c");
        catalogue.replace(new Catalogue(List.of(other)));
        assertThat(catalogue.products()).containsExactly(other);
        assertThat(catalogue.product(new Sku("N1"))).isEmpty();
        assertThat(catalogue.scanned("N3")).contains(other);
        assertThat(catalogue.search("one", 9)).isEmpty();
    }

    private static int rank(Product product, String typed) {
        var words = (product.name() + ' ' + product.nameEn() + ' ' + product.sku() + ' ').toLowerCase(Locale.ROOT);
        return product.initials().startsWith(typed)
                ? 0
                : words.startsWith(typed) ? 1 : product.initials().contains(typed) ? 2 : words.contains(typed) ? 3 : 4;
    }

    private static Product product(int number, String initials, String name) {
        return new Product(
                new Sku("N" + number),
                Optional.empty(),
                name,
                "",
                initials,
                new Category("goods"),
                "goods",
                Money.ofFen(100),
                Optional.empty(),
                "件",
                Set.of(),
                Rate.parse("0.13"),
                Optional.empty());
    }

    private static String letters(Random random, int length) {
        var text = new StringBuilder();
        for (var i = 0; i < length; i++) {
            text.append((char) ('a' + random.nextInt(4)));
        }
        return text.toString();
    }
}
