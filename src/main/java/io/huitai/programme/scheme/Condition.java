package io.huitai.programme.scheme;

import io.huitai.shop.Occasion;
import io.huitai.shop.OutletKind;
import io.huitai.shop.ServiceMode;
import io.huitai.shop.StoreId;
import io.huitai.shop.id.TierId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/// When a rule holds: a claim about the member, the day and the outlet, never about single lines.
public sealed interface Condition {
    /// Holds always.
    Condition ALWAYS = new All(List.of());

    /// A member of one of these tiers.
    record TierIn(List<TierId> tiers) implements Condition {
        public TierIn {
            tiers = List.copyOf(tiers);
        }
    }

    /// A member of one of these kinds of card.
    record KindIn(Set<String> kinds) implements Condition {
        public KindIn {
            kinds = Set.copyOf(kinds);
        }
    }

    /// The member's birthday; 29 February is kept on the 28th in common years.
    record BirthdayToday() implements Condition {}

    /// The month of the member's birthday.
    record BirthdayMonth() implements Condition {}

    record WeekdayIn(Set<DayOfWeek> days) implements Condition {
        public WeekdayIn {
            days = Set.copyOf(days);
        }
    }

    /// A day of the month, 1 to 31.
    record DayOfMonthIn(Set<Integer> days) implements Condition {
        public DayOfMonthIn {
            days = Set.copyOf(days);
        }
    }

    /// The nth such weekday of the month; -1 is the last.
    record NthWeekday(int nth, DayOfWeek day) implements Condition {
        public NthWeekday {
            if (nth == 0 || nth < -1 || nth > 5) {
                throw new IllegalArgumentException("The " + nth + "th weekday: 1 to 5, or -1 for the last");
            }
        }
    }

    /// A day of the Chinese calendar's month, 1 to 30, leap months included.
    record LunarDayIn(Set<Integer> days) implements Condition {
        public LunarDayIn {
            days = Set.copyOf(days);
        }
    }

    /// A day on which people work, by the calendar of the outlet; the others are weekends and holidays.
    record WorkingDay() implements Condition {}

    /// Both days included.
    record DateBetween(LocalDate first, LocalDate last) implements Condition {
        public DateBetween {
            if (last.isBefore(first)) {
                throw new IllegalArgumentException("The last day " + last + " is before the first " + first);
            }
        }
    }

    /// From a time of the day, included, until another, not included; over midnight where `until` is earlier.
    record TimeBetween(LocalTime from, LocalTime until) implements Condition {}

    record ServiceIn(Set<ServiceMode> modes) implements Condition {
        public ServiceIn {
            modes = Set.copyOf(modes);
        }
    }

    record OutletKindIn(Set<OutletKind> kinds) implements Condition {
        public OutletKindIn {
            kinds = Set.copyOf(kinds);
        }
    }

    record StoreIn(Set<StoreId> stores) implements Condition {
        public StoreIn {
            stores = Set.copyOf(stores);
        }
    }

    /// The bill's event.
    record EventIn(Set<Occasion> events) implements Condition {
        public EventIn {
            events = Set.copyOf(events);
        }
    }

    record All(List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }
    }

    record Any(List<Condition> parts) implements Condition {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    record Not(Condition part) implements Condition {}
}
