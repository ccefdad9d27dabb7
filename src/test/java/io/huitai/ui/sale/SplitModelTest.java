package io.huitai.ui.sale;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.shop.Category;
import io.huitai.shop.Product;
import io.huitai.shop.ReceiptNo;
import io.huitai.till.bill.Bills;
import io.huitai.till.bill.HeldBills;
import io.huitai.ui.fittings.Counter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitModelTest {
    @TempDir
    private Path directory;

    private final AtomicInteger done = new AtomicInteger();
    private Counter counter;
    private SaleModel sale;
    private SplitModel model;

    private static final class NoScans implements SaleModel.Scans {
        @Override
        public void payment(String code) {
            throw new AssertionError("Nobody scans here");
        }

        @Override
        public void receipt(ReceiptNo receipt) {
            throw new AssertionError(receipt);
        }

        @Override
        public void dish(Product product, Quantity qty) {
            throw new AssertionError(product);
        }
    }

    @BeforeEach
    void threeBeersAndAFish() {
        counter = new Counter(directory.resolve("store"));
        sale = new SaleModel(counter.errands(), counter.notices(), new NoScans(), (_, then) -> then.accept("trial"));
        sale.addOpen(new Bills.OpenItem("啤酒", new Category("drink"), Money.parse("10")), Quantity.of(3));
        sale.addOpen(new Bills.OpenItem("鱼", new Category("food"), Money.parse("99.99")), Quantity.ONE);
        counter.settle();
        model = new SplitModel(sale, counter.errands(), counter.notices(), done::incrementAndGet);
    }

    @AfterEach
    void close() {
        counter.close();
    }

    private CounterBill.Line beer() {
        return model.lines().getFirst();
    }

    private CounterBill.Line fish() {
        return model.lines().getLast();
    }

    private List<HeldBills.Held> held() {
        return counter.at(desk -> desk.bill().held().waiting());
    }

    private List<String> pays() {
        counter.settle();
        return model.pays().get().stream().map(Money::toString).toList();
    }

    @Test
    void whatIsTickedGoesToThePartAndTheRestStays() {
        model.toggle(fish());

        assertThat(pays()).containsExactly("30.00", "99.99");
        model.byLines();
        counter.settle();
        assertThat(done).hasValue(1);
        assertThat(sale.bill().get().due()).hasToString("30.00");
        assertThat(counter.said()).contains("2");
        assertThat(held())
                .singleElement()
                .satisfies(held -> assertThat(held.due()).hasToString("99.99"));
    }

    @Test
    void aQuantityIsDividedByOnes() {
        model.step(beer(), 1);
        model.step(beer(), 1);
        model.step(beer(), -1);
        model.onePartMore();
        model.step(beer(), 1);
        model.step(beer(), 1);
        model.step(beer(), 1);

        assertThat(List.of(model.on(1, beer()), model.on(2, beer()), model.on(3, beer())))
                .containsExactly(0L, 1_000L, 2_000L);
        assertThat(pays()).containsExactly("99.99", "10.00", "20.00");
        model.toggle(beer());
        assertThat(model.on(1, beer())).isEqualTo(2_000);
        model.fill(9);
        assertThat(model.part().get()).isEqualTo(3);
    }

    @Test
    void aSharedDishIsPaidByAllInThousandthsAndAddsUp() {
        model.onePartMore();
        model.share(fish());

        assertThat(pays()).containsExactly("63.39", "33.30", "33.30");
    }

    @Test
    void aPartWithNothingIsNotSplitOff() {
        model.byLines();
        assertThat(counter.said()).contains("至少");
        model.toggle(fish());
        model.toggle(beer());
        assertThat(pays()).isEmpty();
        model.byLines();
        counter.settle();

        assertThat(done).hasValue(0);
        assertThat(held()).isEmpty();
    }

    @Test
    void equalPartsAreASecondWay() {
        model.equally(2);
        model.equally(2); // the same press once more
        counter.settle();

        assertThat(done).hasValue(1);
        assertThat(held()).hasSize(1);
        assertThat(sale.bill().get().due()).hasToString("65.00");
    }
}
