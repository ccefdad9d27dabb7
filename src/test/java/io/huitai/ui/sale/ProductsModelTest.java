package io.huitai.ui.sale;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.money.Rate;
import io.huitai.shop.Category;
import io.huitai.shop.Product;
import io.huitai.shop.Sku;
import io.huitai.till.bill.Catalogue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProductsModelTest {
    private final ProductsModel model = new ProductsModel(new Catalogue(List.of(
            product("R1", "宫保鸡丁", "gbjd", "热菜"),
            product("R2", "干煸豆角", "gbdj", "热菜"),
            product("J1", "可乐", "kl", "酒水"))));

    @Test
    void theFirstTabIsOpen() {
        assertThat(names()).containsExactly("宫保鸡丁", "干煸豆角");
        assertThat(model.hotProduct()).isEmpty();
    }

    @Test
    void initialsSearchAllTabsAndMarkTheFirstHit() {
        model.search().set("gb");

        assertThat(names()).containsExactly("宫保鸡丁", "干煸豆角");
        assertThat(model.hotProduct()).map(Product::name).contains("宫保鸡丁");
        model.move(1);
        assertThat(model.hotProduct()).map(Product::name).contains("干煸豆角");
        model.move(5);
        assertThat(model.hotProduct()).map(Product::name).contains("干煸豆角");
    }

    @Test
    void aNumberAndAStarIsAQuantity() {
        model.search().set("3*kl");
        assertThat(model.quantity()).isEqualTo(Quantity.of(3));
        assertThat(model.quantityAlone()).isEmpty();
        assertThat(names()).containsExactly("可乐");

        model.search().set("0.35*");
        assertThat(model.quantityAlone()).contains(Quantity.parse("0.35"));

        model.search().set("0*kl");
        assertThat(model.quantity()).isEqualTo(Quantity.ONE);
    }

    @Test
    void anotherTabEndsTheSearch() {
        model.search().set("gb");
        model.choose("酒水");

        assertThat(model.search().get()).isEmpty();
        assertThat(names()).containsExactly("可乐");
    }

    @Test
    void quickAmountsAreAboveWhatIsDue() {
        assertThat(QuickCash.of(Money.parse("271.66")))
                .extracting(Money::toString)
                .containsExactly("272.00", "275.00", "280.00", "300.00");
        assertThat(QuickCash.of(Money.parse("100"))).isEmpty();
        assertThat(QuickCash.of(Money.ZERO)).isEmpty();
    }

    private List<String> names() {
        return model.shown().get().stream().map(Product::name).toList();
    }

    private static Product product(String sku, String name, String initials, String group) {
        return new Product(
                new Sku(sku),
                Optional.empty(),
                name,
                "",
                initials,
                new Category("food"),
                group,
                Money.parse("10"),
                Optional.empty(),
                "份",
                Set.of(),
                Rate.parse("0.06"),
                Optional.empty());
    }
}
