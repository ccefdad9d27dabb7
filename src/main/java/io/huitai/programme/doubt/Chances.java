package io.huitai.programme.doubt;

import io.huitai.programme.pricing.Situation;
import io.huitai.programme.scheme.Condition;
import io.huitai.programme.scheme.Condition.All;
import io.huitai.programme.scheme.Condition.Any;
import io.huitai.programme.scheme.Condition.BirthdayMonth;
import io.huitai.programme.scheme.Condition.BirthdayToday;
import io.huitai.programme.scheme.Condition.DateBetween;
import io.huitai.programme.scheme.Condition.DayOfMonthIn;
import io.huitai.programme.scheme.Condition.EventIn;
import io.huitai.programme.scheme.Condition.KindIn;
import io.huitai.programme.scheme.Condition.LunarDayIn;
import io.huitai.programme.scheme.Condition.Not;
import io.huitai.programme.scheme.Condition.NthWeekday;
import io.huitai.programme.scheme.Condition.OutletKindIn;
import io.huitai.programme.scheme.Condition.ServiceIn;
import io.huitai.programme.scheme.Condition.StoreIn;
import io.huitai.programme.scheme.Condition.TierIn;
import io.huitai.programme.scheme.Condition.TimeBetween;
import io.huitai.programme.scheme.Condition.WeekdayIn;
import io.huitai.programme.scheme.Condition.WorkingDay;
import io.huitai.programme.scheme.Programme;
import io.huitai.programme.words.LunarDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// Whether a condition can ever hold under a programme.
///
/// A condition makes claims about five subjects that have nothing to do with each other: the guest, the day, whether it
/// is worked, which any calendar may say of any day, the time, and the bill with its outlet. For each, every case that
/// could matter is tried, which gives the few sets of claims
/// that are true together; the condition can hold if it does for one such set of each subject.
final class Chances {
    /// What is tried at most for a whole programme; one of thousands of conditions gets no doubts beyond it.
    private static final int MOST_TRIALS = 1_000_000;

    private static final int TRIALS_OF_A_QUESTION = 100;

    private final Programme programme;
    private final Map<LocalDate, Integer> lunarDays = new HashMap<>();
    private int trials;

    Chances(Programme programme) {
        this.programme = programme;
    }

    /// Whether no member ever meets the condition.
    boolean neverForMembers(Condition condition) {
        return never(condition, true);
    }

    /// Whether no guest without a card ever meets the condition.
    boolean neverForWalkIns(Condition condition) {
        return never(condition, false);
    }

    private boolean never(Condition condition, boolean member) {
        trials += TRIALS_OF_A_QUESTION;
        if (trials > MOST_TRIALS) {
            return false;
        }
        var claims = new HashSet<Condition>();
        collect(condition, claims);
        var cases = new Cases(programme, claims);
        var guests = truths(claims, Subject.GUEST, member ? cases::members : Cases::walkIn);
        var days = truths(claims, Subject.DAY, cases::days);
        var calendars = truths(claims, Subject.CALENDAR, Cases::workedOrNot);
        var times = truths(claims, Subject.TIME, cases::times);
        var bills = truths(claims, Subject.BILL, cases::bills);
        return !canHold(condition, List.of(guests, days, calendars, times, bills), List.of());
    }

    /// Whether a condition holds for one set of truths of each subject, beside those that are chosen.
    private boolean canHold(Condition condition, List<Set<Set<Condition>>> subjects, List<Set<Condition>> chosen) {
        if (subjects.isEmpty()) {
            trials++;
            return trials > MOST_TRIALS || holds(condition, chosen);
        }
        var rest = subjects.subList(1, subjects.size());
        for (var truth : subjects.getFirst()) {
            var more = new ArrayList<>(chosen);
            more.add(truth);
            if (canHold(condition, rest, more)) {
                return true;
            }
        }
        return false;
    }

    /// The sets of claims about a subject that are true together in some case.
    private Set<Set<Condition>> truths(Set<Condition> claims, Subject subject, Supplier<List<Situation>> cases) {
        var asked = claims.stream().filter(claim -> subject(claim) == subject).toList();
        if (asked.isEmpty()) {
            return Set.of(Set.of());
        }
        var truths = new HashSet<Set<Condition>>();
        for (var each : cases.get()) {
            trials += asked.size();
            if (trials <= MOST_TRIALS) {
                var truth = new HashSet<>(asked);
                truth.removeIf(claim -> !isTrue(claim, each));
                truths.add(truth);
            }
        }
        return truths;
    }

    private boolean isTrue(Condition claim, Situation situation) {
        return claim instanceof LunarDayIn(var days)
                ? days.contains(lunarDay(situation.at().toLocalDate()))
                : situation.holds(claim);
    }

    /// The calendar is slow, and asked at the ends of its months only.
    private int lunarDay(LocalDate day) {
        var known = lunarDays.get(day);
        if (known != null) {
            return known;
        }
        var yesterday = lunarDays.get(day.minusDays(1));
        var today = yesterday != null && yesterday < 29 ? yesterday + 1 : LunarDay.of(day);
        lunarDays.put(day, today);
        return today;
    }

    private static boolean holds(Condition condition, List<Set<Condition>> truth) {
        return switch (condition) {
            case All(var parts) -> parts.stream().allMatch(part -> holds(part, truth));
            case Any(var parts) -> parts.stream().anyMatch(part -> holds(part, truth));
            case Not(var part) -> !holds(part, truth);
            case Condition claim -> truth.stream().anyMatch(claims -> claims.contains(claim));
        };
    }

    private static void collect(Condition condition, Set<Condition> claims) {
        switch (condition) {
            case All(var parts) -> parts.forEach(part -> collect(part, claims));
            case Any(var parts) -> parts.forEach(part -> collect(part, claims));
            case Not(var part) -> collect(part, claims);
            case Condition claim -> claims.add(claim);
        }
    }

    private static Subject subject(Condition claim) {
        return switch (claim) {
            case TierIn _, KindIn _, BirthdayToday _, BirthdayMonth _ -> Subject.GUEST;
            case WeekdayIn _, DayOfMonthIn _, NthWeekday _, LunarDayIn _, DateBetween _ -> Subject.DAY;
            case WorkingDay _ -> Subject.CALENDAR;
            case TimeBetween _ -> Subject.TIME;
            case ServiceIn _, OutletKindIn _, StoreIn _, EventIn _ -> Subject.BILL;
            case All _, Any _, Not _ -> throw new IllegalArgumentException(claim + " is made of claims");
        };
    }

    private enum Subject {
        GUEST,
        DAY,
        CALENDAR,
        TIME,
        BILL
    }
}
