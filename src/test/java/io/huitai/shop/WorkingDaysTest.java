package io.huitai.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.shop.WorkingDays.Holiday;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {
    /// Spring Festival of 2026, from Sunday to the Monday of the week after, for which two Saturdays are worked.
    private static final WorkingDays CALENDAR = new WorkingDays(
            List.of(new Holiday(new Label("春节", "Spring Festival"), day("2026-02-15"), day("2026-02-23"))),
            Set.of(day("2026-02-14"), day("2026-02-28")));

    @ParameterizedTest
    @CsvSource({
        "2026-02-13, true", "2026-02-14, true", "2026-02-15, false", "2026-02-16, false", "2026-02-23, false",
        "2026-02-24, true", "2026-02-28, true", "2026-03-01, false", "2026-03-07, false", "2026-03-09, true"
    })
    void holidaysAreFreeAndExchangedWeekendsAreWorked(String day, boolean works) {
        assertThat(CALENDAR.isWorkingDay(day(day))).isEqualTo(works);
    }

    @ParameterizedTest
    @CsvSource({
        // Friday the 13th: 14, 24, 25, 26, 27, 28 February, 2 March
        "2026-02-13, 7, 2026-03-02",
        "2026-02-13, 1, 2026-02-14",
        "2026-02-14, 1, 2026-02-24",
        "2026-02-18, 1, 2026-02-24",
        "2026-02-18, 0, 2026-02-18",
        "2026-03-06, 7, 2026-03-17"
    })
    void anApplicationIsDueAfterWorkingDaysOnly(String applied, int days, String due) {
        assertThat(CALENDAR.plusWorkingDays(day(applied), days)).isEqualTo(due);
    }

    @Test
    void withoutACalendarSaturdaysAndSundaysAreFree() {
        assertThat(WorkingDays.WEEKDAYS.isWorkingDay(day("2026-02-14"))).isFalse();
        assertThat(WorkingDays.WEEKDAYS.isWorkingDay(day("2026-02-16"))).isTrue();
        assertThat(WorkingDays.WEEKDAYS.plusWorkingDays(day("2026-02-13"), 7)).isEqualTo("2026-02-24");
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
