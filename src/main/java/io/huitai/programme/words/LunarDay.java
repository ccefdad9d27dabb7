package io.huitai.programme.words;

import com.ibm.icu.util.ChineseCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.util.List;

/// The day of the Chinese calendar's month.
public final class LunarDay {
    private static final long DAY_MILLIS = 86_400_000L;

    /// Where ICU4J 79 is a day off (ICU-23274): the new moons of 6 February 2027 at 23:56 and of 3 February 2030 at
    /// 00:08 in Beijing are too near to midnight for its approximation. The only ones from 2020 to 2040.
    private static final List<Month> MENDED = List.of(
            new Month(LocalDate.of(2027, 2, 6), 30),
            new Month(LocalDate.of(2030, 1, 4), 30),
            new Month(LocalDate.of(2030, 2, 3), 29));

    private LunarDay() {}

    /// 1 to 30; in a leap month its own days count.
    public static int of(LocalDate date) {
        for (var month : MENDED) {
            var days = date.toEpochDay() - month.first().toEpochDay();
            if (days >= 0 && days < month.length()) {
                return (int) days + 1;
            }
        }
        var calendar = new ChineseCalendar(TimeZone.GMT_ZONE, ULocale.CHINA);
        calendar.setTimeInMillis(date.toEpochDay() * DAY_MILLIS);
        return calendar.get(ChineseCalendar.DAY_OF_MONTH);
    }

    private record Month(LocalDate first, int length) {}
}
