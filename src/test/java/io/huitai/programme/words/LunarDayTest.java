package io.huitai.programme.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.programme.pricing.Sale;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Days of the Chinese calendar as almanacs have them.
class LunarDayTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2020-01-25",
                "2021-02-12",
                "2022-02-01",
                "2023-01-22",
                "2024-02-10",
                "2025-01-29",
                "2026-02-17",
                "2027-02-06",
                "2028-01-26",
                "2029-02-13",
                "2030-02-03"
            })
    void springFestivalIsAFirst(String day) {
        assertThat(LunarDay.of(LocalDate.parse(day))).isEqualTo(1);
        assertThat(LunarDay.of(LocalDate.parse(day).minusDays(1))).isGreaterThanOrEqualTo(29);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2020-06-25",
                "2021-06-14",
                "2022-06-03",
                "2023-06-22",
                "2024-06-10",
                "2025-05-31",
                "2026-06-19",
                "2027-06-09",
                "2028-05-28",
                "2029-06-16",
                "2030-06-05"
            })
    void theDragonBoatFestivalIsAFifth(String day) {
        assertThat(LunarDay.of(LocalDate.parse(day))).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2020-10-01",
                "2021-09-21",
                "2022-09-10",
                "2023-09-29",
                "2024-09-17",
                "2025-10-06",
                "2026-09-25",
                "2027-09-15",
                "2028-10-03",
                "2029-09-22",
                "2030-09-12"
            })
    void midAutumnIsAFifteenth(String day) {
        assertThat(LunarDay.of(LocalDate.parse(day))).isEqualTo(15);
    }

    @ParameterizedTest(name = "{2} {0} to {1}")
    @CsvSource({
        "2020-05-23, 2020-06-20, 闰四月",
        "2023-03-22, 2023-04-19, 闰二月",
        "2025-07-25, 2025-08-22, 闰六月",
        "2028-06-23, 2028-07-21, 闰五月"
    })
    void aLeapMonthHasDaysOfItsOwn(LocalDate first, LocalDate last, String month) {
        assertThat(LunarDay.of(first.minusDays(1))).as(month).isGreaterThanOrEqualTo(29);
        assertThat(LunarDay.of(first)).isEqualTo(1);
        assertThat(LunarDay.of(first.plusDays(7))).isEqualTo(8);
        assertThat(LunarDay.of(last)).isEqualTo(29);
        assertThat(LunarDay.of(last.plusDays(1))).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-02-05, 29",
        "2027-02-06, 1",
        "2027-02-13, 8",
        "2027-03-07, 30",
        "2027-03-08, 1",
        "2030-02-01, 29",
        "2030-02-02, 30",
        "2030-02-03, 1",
        "2030-02-10, 8",
        "2030-03-03, 29",
        "2030-03-04, 1"
    })
    void newMoonsNearMidnightBeginTheMonthsOfTheAlmanac(LocalDate day, int lunar) {
        assertThat(LunarDay.of(day)).isEqualTo(lunar);
    }

    @Test
    void theLunarDiscountHoldsInALeapMonthToo() {
        var sale = Sale.under("yinbei").member("member").line("goods", "100.00", "1");
        assertThat(sale.at("2025-08-01T12:00").payable()).isEqualTo("95.00");
        assertThat(sale.at("2025-08-02T12:00").payable()).isEqualTo("98.00");
        assertThat(sale.at("2025-08-11T12:00").payable()).isEqualTo("95.00");
        assertThat(sale.at("2025-08-21T12:00").payable()).isEqualTo("95.00");
    }
}
