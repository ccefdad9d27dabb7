package io.huitai.programme.pricing;

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
import io.huitai.programme.words.Basket;
import io.huitai.programme.words.Dates;
import io.huitai.programme.words.LunarDay;
import io.huitai.programme.words.PricedMember;
import io.huitai.shop.Outlet;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/// Who buys, where, when and how: all that a {@link Condition} may ask about.
public final class Situation {
    private final Optional<PricedMember> member;
    private final Basket bill;
    private final Outlet outlet;
    private final LocalDateTime at;
    /// The Chinese calendar is slow: it is asked once, and not before somebody needs it. 0 is not yet.
    private int lunarDay;

    public Situation(Optional<PricedMember> member, Basket bill, Outlet outlet, LocalDateTime at) {
        this.member = member;
        this.bill = bill;
        this.outlet = outlet;
        this.at = at;
    }

    public Optional<PricedMember> member() {
        return member;
    }

    Basket bill() {
        return bill;
    }

    Outlet outlet() {
        return outlet;
    }

    /// The store's wall clock.
    public LocalDateTime at() {
        return at;
    }

    /// Whether a condition holds here and now.
    public boolean holds(Condition condition) {
        return switch (condition) {
            case TierIn(var tiers) ->
                member.isPresent() && tiers.contains(member.get().tier());
            case KindIn(var kinds) ->
                member.isPresent() && member.get().kind().map(kinds::contains).orElse(false);
            case BirthdayToday() -> birthday().map(day -> day.equals(today())).orElse(false);
            case BirthdayMonth() ->
                birthday().map(day -> day.getMonth() == today().getMonth()).orElse(false);
            case WeekdayIn(var days) -> days.contains(today().getDayOfWeek());
            case DayOfMonthIn(var days) -> days.contains(today().getDayOfMonth());
            case NthWeekday(var nth, var day) -> isNth(nth, day, today());
            case LunarDayIn(var days) -> days.contains(lunarDay());
            case WorkingDay() -> outlet.calendar().isWorkingDay(today());
            case DateBetween(var first, var last) -> !today().isBefore(first) && !today().isAfter(last);
            case TimeBetween(var from, var until) -> within(from, until, at.toLocalTime());
            case ServiceIn(var modes) -> modes.contains(bill.service());
            case OutletKindIn(var kinds) -> kinds.contains(outlet.kind());
            case StoreIn(var stores) -> stores.contains(outlet.store());
            case EventIn(var events) ->
                bill.event().isPresent() && events.contains(bill.event().get());
            case All(var parts) -> all(parts);
            case Any(var parts) -> any(parts);
            case Not(var part) -> !holds(part);
        };
    }

    LocalDate today() {
        return at.toLocalDate();
    }

    private int lunarDay() {
        if (lunarDay == 0) {
            lunarDay = LunarDay.of(today());
        }
        return lunarDay;
    }

    private Optional<LocalDate> birthday() {
        return member.flatMap(PricedMember::birthday).map(born -> Dates.birthdayIn(born, today().getYear()));
    }

    private boolean all(List<Condition> parts) {
        for (var part : parts) {
            if (!holds(part)) {
                return false;
            }
        }
        return true;
    }

    private boolean any(List<Condition> parts) {
        for (var part : parts) {
            if (holds(part)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNth(int nth, DayOfWeek weekday, LocalDate day) {
        if (day.getDayOfWeek() != weekday) {
            return false;
        }
        return nth < 0 ? day.getDayOfMonth() + 7 > day.lengthOfMonth() : (day.getDayOfMonth() + 6) / 7 == nth;
    }

    private static boolean within(LocalTime from, LocalTime until, LocalTime time) {
        return until.isAfter(from)
                ? !time.isBefore(from) && time.isBefore(until)
                : !time.isBefore(from) || time.isBefore(until);
    }
}
