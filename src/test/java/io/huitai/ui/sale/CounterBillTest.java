package io.huitai.ui.sale;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.money.Money;
import io.huitai.shop.MemberNo;
import io.huitai.shop.OperatorId;
import io.huitai.till.Till;
import io.huitai.till.TrainingTills;
import io.huitai.till.book.Approver;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What could be had on a bill is one guest's: no other's bill shows it, not even until it is reckoned anew.
class CounterBillTest {
    private static final Instant NOON = Instant.parse("2026-06-10T04:00:00Z");

    @TempDir
    private Path store;

    @Test
    void offersGoWithTheirGuest() {
        var opening = TrainingTills.opening(store, "standard-card", Optional.of(NOON));
        try (var till = Till.open(opening, InstantSource.fixed(NOON))) {
            till.perform(desk -> {
                        desk.operators().signIn(new OperatorId("1001"), "1111");
                        desk.shift().shifts().open(Money.ZERO);
                        var bills = desk.bill().bills();
                        desk.bill().readings().scan("L001");
                        bills.member(new MemberNo("M0001"));
                        var shown = CounterBill.of(desk);
                        assertThat(shown.hints()).isNotEmpty();

                        desk.bill().readings().scan("L002");
                        assertThat(shown.after(desk, bills.view()).hints()).isEqualTo(shown.hints());
                        var none = shown.after(desk, bills.dropMember());
                        assertThat(none.hints()).isEmpty();
                        assertThat(none.points()).isEmpty();
                        assertThat(shown.after(desk, bills.member(new MemberNo("M0002")))
                                        .hints())
                                .isEmpty();
                        bills.member(new MemberNo("M0001"));
                        bills.voidBill("试", Approver.NOBODY);
                        assertThat(shown.after(desk, bills.view()).hints()).isEmpty();
                        return shown;
                    })
                    .join();
        }
    }
}
