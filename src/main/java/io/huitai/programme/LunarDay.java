package io.huitai.programme;

import com.ibm.icu.util.ChineseCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;

/// The day of the Chinese calendar's month.
public final class LunarDay {
    private static final long DAY_MILLIS = 86_400_000L;

    private LunarDay() {}

    /// 1 to 30; in a leap month its own days count.
    public static int of(LocalDate date) {
        var calendar = new ChineseCalendar(TimeZone.GMT_ZONE, ULocale.CHINA);
        calendar.setTimeInMillis(date.toEpochDay() * DAY_MILLIS);
        return calendar.get(ChineseCalendar.DAY_OF_MONTH);
    }
}
