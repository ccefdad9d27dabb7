package io.huitai.programme.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import org.junit.jupiter.api.Test;

class ValidityTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

    @Test
    void daysCountTheFirst() {
        assertThat(days(new Validity.Days(1))).isEqualTo("2026-01-31 to 2026-01-31");
        assertThat(days(new Validity.Days(30))).isEqualTo("2026-01-31 to 2026-03-01");
    }

    @Test
    void monthsEndOnTheSameDateClampedToTheMonthsEnd() {
        assertThat(days(new Validity.Months(1))).isEqualTo("2026-01-31 to 2026-02-28");
        assertThat(days(new Validity.Months(12))).isEqualTo("2026-01-31 to 2027-01-31");
    }

    @Test
    void monthAndDaysAroundBeginBeforeTheDay() {
        assertThat(days(new Validity.ThatMonth())).isEqualTo("2026-01-01 to 2026-01-31");
        assertThat(days(new Validity.Around(7, 7))).isEqualTo("2026-01-24 to 2026-02-07");
        assertThat(days(new Validity.Around(0, 0))).isEqualTo("2026-01-31 to 2026-01-31");
    }

    @Test
    void yearlyClearingIsTheNextOneOnOrAfterTheDay() {
        assertThat(days(new Validity.UntilYearly(MonthDay.of(12, 31)))).isEqualTo("2026-01-31 to 2026-12-31");
        assertThat(days(new Validity.UntilYearly(MonthDay.of(1, 31)))).isEqualTo("2026-01-31 to 2026-01-31");
        assertThat(days(new Validity.UntilYearly(MonthDay.of(1, 30)))).isEqualTo("2026-01-31 to 2027-01-30");
    }

    @Test
    void unlimitedHasNoEnd() {
        assertThat(new Validity.Unlimited().first(DAY)).isEqualTo(DAY);
        assertThat(new Validity.Unlimited().last(DAY)).isEmpty();
    }

    private static String days(Validity validity) {
        return validity.first(DAY) + " to " + validity.last(DAY).orElseThrow();
    }
}
