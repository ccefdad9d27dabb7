package io.huitai.till.sale;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.shop.Category;
import io.huitai.shop.Lang;
import io.huitai.shop.OperatorId;
import io.huitai.shop.OutletKind;
import io.huitai.shop.StoreId;
import io.huitai.shop.TenderType;
import io.huitai.shop.TillId;
import io.huitai.till.Desk;
import io.huitai.till.Till;
import io.huitai.till.bill.Bills;
import io.huitai.till.settings.Opening;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompaniesTest {
    private static final String COMPANY = "江南旅行社"; // billed on the last of the month

    @TempDir
    private Path disk;

    @ParameterizedTest
    @CsvSource({
        "2026-06-10, 25, 2026-06-25",
        "2026-06-25, 25, 2026-06-25",
        "2026-06-26, 25, 2026-07-25",
        "2026-02-10, 31, 2026-02-28",
        "2026-12-11, 10, 2027-01-10",
        "2026-01-31, 30, 2026-02-28"
    })
    void aChargeIsBilledOnTheNextBillingDay(LocalDate charged, int billingDay, LocalDate billed) {
        assertThat(Companies.billed(charged, billingDay)).isEqualTo(billed);
    }

    @Test
    void debtsAgeFromTheirBillingDayAndTheOldestArePaidFirst() {
        try (var till = open()) {
            till.perform(desk -> {
                        desk.operators().signIn(new OperatorId("1001"), "1111");
                        desk.shift().shifts().open(Money.ZERO);
                        charge(desk, "2026-06-10", "100.00"); // billed on 30 June
                        charge(desk, "2026-07-01", "200.00"); // on 31 July
                        charge(desk, "2026-08-05", "300.00"); // on 31 August
                        charge(desk, "2026-09-30", "400.00"); // on 30 September
                        assertAged(desk, "2026-10-05", "400.00", "300.00", "200.00", "100.00");
                        assertAged(desk, "2026-09-28", "700.00", "200.00", "100.00", "0.00");
                        desk.sale().companies().settle(COMPANY, Money.parse("150.00"), TenderType.CASH);
                        assertAged(desk, "2026-10-05", "400.00", "300.00", "150.00", "0.00");
                        return desk;
                    })
                    .join();
        }
    }

    private static void charge(Desk desk, String day, String amount) {
        desk.setClock(OffsetDateTime.parse(day + "T12:00:00+08:00"));
        desk.bill()
                .bills()
                .add(
                        new Bills.OpenItem("x", new Category("food"), Money.parse(amount)),
                        Quantity.ONE,
                        Bills.LineExtras.NONE);
        desk.sale()
                .sales()
                .tender(new Sales.Payment(
                        TenderType.ACCOUNT,
                        Optional.empty(),
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(COMPANY)));
    }

    private static void assertAged(Desk desk, String day, String... ages) {
        var aged = desk.sale().companies().ageing(LocalDate.parse(day)).stream()
                .filter(each -> each.company().equals(COMPANY))
                .findFirst()
                .orElseThrow();
        assertThat(new Money[] {aged.upTo30(), aged.upTo60(), aged.upTo90(), aged.over90()})
                .extracting(Money::toString)
                .containsExactly(ages);
        assertThat(aged.limit()).contains(Money.parse("3000.00"));
    }

    private Till open() {
        var opening = new Opening(
                disk,
                new StoreId("S001"),
                new TillId("T1"),
                OutletKind.HOTEL,
                "corporate-vip",
                Lang.ZH,
                false,
                Optional.of(Instant.parse("2026-06-01T04:00:00Z")));
        return Till.open(opening, InstantSource.system());
    }
}
