package io.huitai.programme.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.huitai.shop.Lang;
import io.huitai.shop.WorkingDays;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarFileTest {
    private static final Path CHINA = Path.of("assets/calendar/china-2026.yaml");

    @Test
    void theShippedYearHasItsHolidaysAndExchangedWeekends() {
        var year = CalendarFile.read(CHINA);
        var first = LocalDate.of(2026, 1, 1);
        var free = first.datesUntil(first.plusYears(1))
                .filter(day -> year.holidays().stream().anyMatch(each -> each.includes(day)))
                .count();
        assertThat(year.holidays()).hasSize(7);
        assertThat(free).isEqualTo(3 + 9 + 3 + 5 + 3 + 3 + 7);
        assertThat(year.worked()).hasSize(6).allMatch(WorkingDays::isWeekend);
        assertThat(year.isWorkingDay(LocalDate.of(2026, 10, 1))).isFalse();
        assertThat(year.isWorkingDay(LocalDate.of(2026, 10, 10))).isTrue();
        assertThat(LocalDate.of(2026, 10, 10).getDayOfWeek()).isEqualTo(DayOfWeek.SATURDAY);
    }

    @Test
    void aStoreWithoutAFileHasFreeWeekends(@TempDir Path store) throws Exception {
        assertThat(CalendarFile.of(store)).isEqualTo(WorkingDays.WEEKDAYS);
        Files.copy(CHINA, store.resolve("calendar.yaml"));
        assertThat(CalendarFile.of(store)).isEqualTo(CalendarFile.read(CHINA));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            2026-01-03, name  | 2026-01-32, name | c.yaml:2:31: found the text '2026-01-32', expected a date that exists
            2026-01-03, name  | 2025-01-03, name | c.yaml:2:31: found the day 2025-01-03, expected a day not before 2026-01-01
            first: 2026-02-15 | first: 2026-01-03 | c.yaml:3:13: found the day 2026-01-03, expected a day not before 2026-01-04
            [2026-01-04       | [2026-01-05      | c.yaml:4:16: found the text '2026-01-05', expected a Saturday or Sunday
            [2026-01-04       | [2026-01-03      | c.yaml:4:16: found the text '2026-01-03', expected a Saturday or Sunday
            working-days      | workdays         | c.yaml:4:1: found the key 'workdays', expected one of the keys
            zh: 元旦,          | ``               | c.yaml:2:49: found no 'zh', expected text
            """)
    void aWrongFileIsRefusedWithThePlace(String part, String instead, String fault) {
        var text = """
                holidays:
                  - {first: 2026-01-01, last: 2026-01-03, name: {zh: 元旦, en: New Year's Day}}
                  - {first: 2026-02-15, last: 2026-02-23, name: {zh: 春节, en: Spring Festival}}
                working-days: [2026-01-04, 2026-02-14]
                """;
        assertThat(faults(text)).isEmpty();
        assertThat(text).contains(part);
        assertThat(faults(text.replace(part, instead)).getFirst()).startsWith(fault);
    }

    @Test
    void anEmptyFileIsRefusedToo() {
        assertThat(faults("# nothing yet\n"))
                .containsExactly("c.yaml:1:1: found an empty file, expected keys with values");
    }

    private static List<String> faults(String text) {
        var bad = catchThrowableOfType(
                BadProgramme.class, () -> CalendarFile.read("c.yaml", text.getBytes(StandardCharsets.UTF_8)));
        return bad == null
                ? List.of()
                : bad.faults().stream().map(fault -> fault.text(Lang.EN)).toList();
    }
}
