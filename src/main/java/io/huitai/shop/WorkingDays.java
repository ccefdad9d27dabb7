package io.huitai.shop;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/// The calendar of a store: on which days people work. Saturdays and Sundays are free; holidays are free too, and some
/// weekends are worked in exchange for them (调休).
///
/// @param worked Saturdays and Sundays on which people work
public record WorkingDays(List<Holiday> holidays, Set<LocalDate> worked) {
    /// Saturdays and Sundays are free and no other days.
    public static final WorkingDays WEEKDAYS = new WorkingDays(List.of(), Set.of());

    public WorkingDays {
        holidays = List.copyOf(holidays);
        worked = Set.copyOf(worked);
    }

    /// Days that are free; both ends are.
    public record Holiday(Label name, LocalDate first, LocalDate last) {
        public Holiday {
            if (last.isBefore(first)) {
                throw new IllegalArgumentException("The holiday's last day " + last + " is before its first " + first);
            }
        }

        public boolean includes(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    public boolean isWorkingDay(LocalDate day) {
        if (worked.contains(day)) {
            return true;
        }
        for (var holiday : holidays) {
            if (holiday.includes(day)) {
                return false;
            }
        }
        return !isWeekend(day);
    }

    /// The nth working day after a day, which does not count itself: what is asked for within seven working days is due
    /// by the end of the seventh.
    ///
    /// @param days not negative
    public LocalDate plusWorkingDays(LocalDate day, int days) {
        var due = day;
        for (var left = days; left > 0; left--) {
            do {
                due = due.plusDays(1);
            } while (!isWorkingDay(due));
        }
        return due;
    }

    public static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
