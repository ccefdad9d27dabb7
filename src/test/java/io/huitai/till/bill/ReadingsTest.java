package io.huitai.till.bill;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.journal.fact.Fact;
import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.shop.OperatorId;
import io.huitai.till.Till;
import io.huitai.till.TrainingTills;
import io.huitai.till.book.GuestProof;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingsTest {
    private static final Instant NOON = Instant.parse("2026-06-10T04:00:00Z");

    @TempDir
    private Path store;

    private Till open() {
        var opening = TrainingTills.opening(store, "mall", Optional.of(NOON));
        return Till.open(opening, InstantSource.fixed(NOON));
    }

    @Test
    void aScannedProductComesWithTheBillThatItMade() {
        try (var till = open()) {
            till.perform(desk -> {
                        desk.operators().signIn(new OperatorId("1001"), "1111");
                        desk.shift().shifts().open(Money.ZERO);
                        desk.bill().readings().scan("L001");
                        return assertThat(desk.bill().readings().scan("L002"))
                                .isInstanceOfSatisfying(Readings.Scanned.OfProduct.class, scanned -> {
                                    assertThat(scanned.bill())
                                            .isEqualTo(desk.bill().bills().view());
                                    assertThat(scanned.bill().items().getLast().sku())
                                            .isEqualTo(scanned.product().sku());
                                });
                    })
                    .join();
        }
    }

    /// One fact: nothing is booked first and taken off again.
    @Test
    void howMuchWasTypedBeforeAScanStandsOnTheLineFromTheStart() {
        try (var till = open()) {
            till.perform(desk -> {
                        desk.operators().signIn(new OperatorId("1001"), "1111");
                        desk.shift().shifts().open(Money.ZERO);
                        var first = till.journal().next();
                        desk.bill().readings().scan("L001", Optional.of(Quantity.parse("0.5")));
                        try (var facts = till.journal().facts(first)) {
                            assertThat(facts.map(each -> each.fact()))
                                    .singleElement()
                                    .isInstanceOfSatisfying(
                                            Fact.LineAdded.class,
                                            added -> assertThat(added.line().qty())
                                                    .isEqualTo(Quantity.parse("0.5")));
                        }
                        return "";
                    })
                    .join();
        }
    }

    @Test
    void aScannedDishThatTheGuestIsAskedAboutIsToldBeforeItIsOnTheBill() {
        try (var till = open()) {
            till.perform(desk -> {
                        desk.operators().signIn(new OperatorId("1001"), "1111");
                        desk.shift().shifts().open(Money.ZERO);
                        assertThat(desk.bill().readings().meet("R050", Optional.empty(), GuestProof.NONE))
                                .isInstanceOfSatisfying(
                                        Readings.OfDish.class,
                                        dish -> assertThat(dish.product().name())
                                                .isEqualTo("清蒸东星斑"));
                        assertThat(desk.bill().bills().view().isEmpty()).isTrue();
                        return assertThat(desk.bill().readings().meet("L001", Optional.empty(), GuestProof.NONE))
                                .isInstanceOf(Readings.Scanned.OfProduct.class);
                    })
                    .join();
        }
    }
}
