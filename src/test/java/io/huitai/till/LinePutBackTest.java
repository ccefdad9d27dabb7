package io.huitai.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huitai.journal.feed.Feed;
import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.money.Rate;
import io.huitai.shop.Category;
import io.huitai.shop.OperatorId;
import io.huitai.shop.TenderType;
import io.huitai.till.bill.Adjustments;
import io.huitai.till.bill.Bills;
import io.huitai.till.bill.OpenBill;
import io.huitai.till.book.ApprovalGiven;
import io.huitai.till.book.Approver;
import io.huitai.till.sale.Sales;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A voided line comes back as it was, on generated bills: number, place, quantity, price and discount by hand, so that
/// the bill costs what it did.
class LinePutBackTest {
    private static final long SEED = Long.getLong("huitai.seed", System.nanoTime());
    private static final Instant NOON = Instant.parse("2026-06-10T04:00:00Z");
    private static final Approver SUPERVISOR = () -> Optional.of(new ApprovalGiven(new OperatorId("2001"), "2222"));

    @TempDir
    private Path store;

    private final Random random = new Random(SEED);
    private Till till;

    @BeforeEach
    void aShift() {
        till = open();
        till.receive(Feed.TRAINING, List.of(QuickOperators.sent()), "2");
        does(desk -> {
            desk.operators().signIn(new OperatorId("1001"), "1111");
            return desk.shift().shifts().open(Money.ZERO);
        });
    }

    @AfterEach
    void closed() {
        till.close();
    }

    private Till open() {
        return Till.open(TrainingTills.opening(store, "standard-card", Optional.of(NOON)), () -> NOON);
    }

    @Test
    void aLineThatWasVoidedComesBackAsItWas() {
        for (var trial = 0; trial < 40; trial++) {
            var lines = random.nextInt(1, 7);
            does(desk -> bill(desk, lines));
            var before = does(desk -> desk.bill().bills().view());
            var voided = new ArrayList<Integer>();
            for (var number = 1; number <= lines; number++) {
                if (random.nextBoolean()) {
                    voided.add(number);
                }
            }
            Collections.shuffle(voided, random);
            for (var line : voided) {
                does(desk -> desk.bill().bills().voidLine(line, Optional.of("点错"), Approver.NOBODY));
            }
            if (random.nextInt(4) == 0) {
                till.close();
                till = open();
                does(desk -> desk.operators().signIn(new OperatorId("1001"), "1111"));
            }
            for (var line : voided.reversed()) {
                assertThat(lastVoided()).as("seed %d", SEED).hasValue(line);
                does(desk -> desk.bill().bills().restoreLine(line));
            }
            var after = does(desk -> desk.bill().bills().view());
            assertThat(after).as("seed %d: %s voided", SEED, voided).isEqualTo(before);
            assertThat(lastVoided()).isEmpty();
            does(desk -> {
                desk.bill().bills().voidBill("试用", Approver.NOBODY);
                return "";
            });
        }
        assertThat(till.perform(desk -> desk.shift().shifts().x()).join().voids())
                .as("seed %d", SEED)
                .isEqualTo(40);
    }

    private OpenBill bill(Desk desk, int lines) {
        for (var line = 1; line <= lines; line++) {
            var price = Money.ofFen(random.nextLong(1, 100_00));
            var qty = new Quantity(random.nextLong(1, 9_999));
            desk.bill()
                    .bills()
                    .add(new Bills.OpenItem("菜" + line, new Category("food"), price), qty, Bills.LineExtras.NONE);
            if (random.nextInt(3) == 0) {
                desk.bill().bills().setQty(line, new Quantity(random.nextLong(1, 9_999)));
            }
            if (random.nextInt(3) == 0) {
                desk.bill().adjustments().discount(Optional.of(line), off(), "客诉", SUPERVISOR);
            }
        }
        if (random.nextInt(3) == 0) {
            desk.bill().adjustments().discount(Optional.empty(), off(), "客诉", SUPERVISOR);
        }
        return desk.bill().bills().view();
    }

    private Adjustments.Off off() {
        return new Adjustments.Off.Share(new Rate(Rate.WHOLE / 100 * random.nextInt(1, 30)));
    }

    @Test
    void onceSomethingIsPaidNoLineComesBack() {
        does(desk -> bill(desk, 2));
        does(desk -> desk.bill().bills().voidLine(2, Optional.empty(), Approver.NOBODY));
        does(desk -> desk.sale().sales().tender(new Sales.Payment(TenderType.CARD, Optional.of(Money.ofFen(1)), "")));
        assertThat(lastVoided()).isEmpty();
        assertThatThrownBy(() -> does(desk -> desk.bill().bills().restoreLine(2)))
                .hasMessageContaining("BILL_TENDERED");
    }

    @Test
    void aLineThatWasNotVoidedDoesNotComeBack() {
        does(desk -> bill(desk, 2));
        does(desk -> desk.bill().bills().voidLine(2, Optional.empty(), Approver.NOBODY));
        for (var line : new int[] {1, 3, -1, Integer.MAX_VALUE}) {
            assertThatThrownBy(() -> does(desk -> desk.bill().bills().restoreLine(line)))
                    .hasMessageContaining("BAD_REQUEST");
        }
        does(desk -> desk.bill().bills().restoreLine(2));
        assertThatThrownBy(() -> does(desk -> desk.bill().bills().restoreLine(2)))
                .hasMessageContaining("BAD_REQUEST");
    }

    private OptionalInt lastVoided() {
        return till.perform(desk -> desk.bill().bills().lastVoided()).join();
    }

    private <T> T does(Function<Desk, T> work) {
        return till.perform(work).join();
    }
}
