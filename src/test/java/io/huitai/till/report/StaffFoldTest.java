package io.huitai.till.report;

import static io.huitai.till.report.Facts.enrolled;
import static io.huitai.till.report.Facts.line;
import static io.huitai.till.report.Facts.may;
import static io.huitai.till.report.Facts.recharged;
import static io.huitai.till.report.Facts.refund;
import static io.huitai.till.report.Facts.rows;
import static io.huitai.till.report.Facts.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huitai.money.Money;
import io.huitai.programme.file.Programmes;
import io.huitai.programme.scheme.Staff.Commission;
import io.huitai.till.refusal.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Commissions by the words of the programmes' pages.
class StaffFoldTest {
    @TempDir
    Path store;

    private List<String> staff(String table) {
        return rows(Reports.of(store).read(ReportKind.STAFF, may(), () -> true).orElseThrow(), table);
    }

    @Test
    void aCardIsPaidByItsTier() {
        Facts.open(store, "auto-club");
        try (var written = Written.in(store)) {
            written.at("2026-05-02T10:00:00").add(enrolled("M1", "regular", "1001", "", ""));
            written.add(enrolled("M2", "silver", "1001", "", ""), enrolled("M3", "gold", "1002", "", ""));
            written.add(enrolled("M4", "supreme", "1002", "", ""))
                    .by("1002")
                    .add(enrolled("M5", "regular", "", "", ""));
        }
        assertThat(staff("commission"))
                .containsExactly(
                        "1001|李梅|0.00|0.00|2|45.00|0.00|0.00|0.00|0.00|0.00|45.00",
                        "1002|张强|0.00|0.00|3|105.00|0.00|0.00|0.00|0.00|0.00|105.00");
    }

    @Test
    void rechargesPayAShareTheFirstCardAndTheBestSeller() {
        Facts.open(store, "prepaid-dining");
        try (var written = Written.in(store)) {
            written.at("2026-04-02T10:00:00").add(enrolled("M1", "member", "1001", "", ""));
            written.at("2026-05-02T10:00:00")
                    .add(enrolled("M2", "member", "1001", "", ""), enrolled("M3", "member", "1002", "", ""));
            written.by("1002").add(recharged(1, "2026-05-02", "M2", "5000.50"));
            written.by("1001").add(recharged(2, "2026-05-02", "M2", "5000.49"));
            written.by("1001").add(recharged(3, "2026-05-03", "M2", "0.01"));
        }
        assertThat(staff("commission"))
                .as("both have 5000.50: 1002 was there first; 1 % of 5000.50 is 50.01 half-up, of 5000.49 50.00")
                .containsExactly(
                        "1001|李梅|0.00|0.00|1|0.00|5000.50|50.00|0.00|0.00|0.00|50.00",
                        "1002|张强|0.00|0.00|1|100.00|5000.50|50.01|200.00|0.00|0.00|350.01");
    }

    @Test
    void aStaffMemberWhoBringsAGuestGetsTenACard() {
        Facts.open(store, "yuexi-hotel");
        try (var written = Written.in(store)) {
            written.at("2026-05-02T10:00:00").add(enrolled("M1", "gold", "1001", "", ""));
        }
        assertThat(staff("commission")).containsExactly("1001|李梅|0.00|0.00|1|10.00|0.00|0.00|0.00|0.00|0.00|10.00");
    }

    @Test
    void aCompanysMonthIsPaidByBandsPartByPart() {
        Facts.open(store, "corporate-vip");
        try (var written = Written.in(store)) {
            written.at("2026-04-20T10:00:00")
                    .add(enrolled("M1", "member", "1001", "蓝海", ""), enrolled("M2", "member", "1002", "蓝海", ""))
                    .add(sale(1, "2026-04-20", "M1", line(1, "room", "90000.00", "90000.00", "0.06")));
            written.at("2026-05-02T10:00:00")
                    .by("3001")
                    .add(sale(2, "2026-05-02", "M1", line(1, "room", "9000.00", "9000.00", "0.06")))
                    .add(sale(3, "2026-05-02", "M2", line(1, "room", "43000.00", "43000.00", "0.06")))
                    .add(refund(4, 2, "2026-05-03", 1, "1000.00", "0.06"));
        }
        assertThat(staff("commission"))
                .as("1001: 90.00 for the first 9000, less 30.00 for the 1000 that fell from the third band; "
                        + "1002: 1000 at 1 %, 40000 at 2 %, 2000 at 3 %")
                .containsExactly(
                        "1001|李梅|0.00|0.00|0|0.00|0.00|0.00|0.00|8000.00|60.00|60.00",
                        "1002|张强|0.00|0.00|0|0.00|0.00|0.00|0.00|43000.00|870.00|870.00",
                        "3001|陈立|52000.00|0.00|0|0.00|0.00|0.00|0.00|0.00|0.00|0.00");
    }

    @ParameterizedTest
    @CsvSource({"0.00,0.00", "10000.00,100.00", "50000.00,900.00", "60000.00,1200.00", "0.50,0.01", "0.49,0.00"})
    void eachPartOfASumByItsOwnBand(String spend, String commission) {
        var bands =
                Programmes.read(Path.of("assets/programmes/corporate-vip.yaml"))
                        .membership()
                        .staff()
                        .commissions()
                        .stream()
                        .map(Commission.CompanySpend.class::cast)
                        .findFirst()
                        .orElseThrow();
        assertThat(StaffFold.commission(bands, Money.parse(spend))).isEqualTo(Money.parse(commission));
    }

    @Test
    void theConsultantIsCreditedWithTheSale() {
        Facts.open(store, "mother-baby");
        try (var written = Written.in(store)) {
            written.at("2026-05-02T10:00:00").add(enrolled("M1", "member", "1002", "", ""));
            written.by("1001").add(sale(1, "2026-05-02", "M1", line(1, "tea", "100.00", "95.00", "0.06")));
        }
        assertThat(staff("commission")).contains("1002|张强|0.00|95.00|1|0.00|0.00|0.00|0.00|0.00|0.00|0.00");
    }

    @Test
    void targetsOfAJobAndOfOneOperator() throws IOException {
        Facts.open(store, "prepaid-dining");
        Files.writeString(store.resolve("targets.yaml"), """
                targets:
                  - {job: cashier, recharge: "8000.00", sales: "200.00"}
                  - {operator: "1002", recharge: "20000.00"}
                """);
        try (var written = Written.in(store)) {
            written.at("2026-05-02T10:00:00").by("1001").add(recharged(1, "2026-05-02", "M1", "6000.00"));
            written.add(sale(2, "2026-05-02", "", line(1, "tea", "50.00", "50.00", "0.06")));
            written.by("1002").add(recharged(3, "2026-05-02", "M1", "5000.00"));
        }
        assertThat(staff("targets"))
                .containsExactly(
                        "1001|李梅|2026-05|Recharged|8000.00|6000.00|75%",
                        "1001|李梅|2026-05|Sales|200.00|50.00|25%", "1002|张强|2026-05|Recharged|20000.00|5000.00|25%");
        Files.writeString(store.resolve("targets.yaml"), "targets: [{job: cashier, recharges: 1}]");
        assertThatThrownBy(() -> staff("targets")).isInstanceOf(Refusal.class);
    }
}
