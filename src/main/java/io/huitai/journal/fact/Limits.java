package io.huitai.journal.fact;

import io.huitai.ledger.Account;
import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.shop.Fapiao;
import io.huitai.shop.Tender;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How much a fact may hold, in one place: every text, number, list and date of it, down to its last component. What is
/// above is refused before it is journalled, for whatever the journal holds must fit into every view of it. Where a
/// text has a column of its own, there and at head office, its limit is the column's; a test compares them.
///
/// Entries from before a limit are read all the same.
public final class Limits {
    /// The longest text, in UTF-16 units, where nothing else is said.
    public static final int TEXT = 500;

    /// The longest list.
    public static final int LIST = 10_000;

    /// The largest number, either way: fen, points, thousandths of a unit. A hundred thousand million yuan; some
    /// 900,000 of them add up.
    public static final long NUMBER = 10_000_000_000_000L;

    private static final int LAST_YEAR = 9999;

    /// FactTexts that have a column, or are longer than others.
    private static final Map<Text, Integer> TEXTS = Map.of(
            new Text(Profile.class, "name"), 200,
            new Text(Profile.class, "phone"), 40,
            new Text(Profile.class, "documentType"), 20,
            new Text(Profile.class, "documentNo"), 80,
            new Text(Profile.class, "email"), 254,
            new Text(Account.class, "name"), 200,
            new Text(Fact.AccountSettled.class, "company"), 190,
            new Text(Profile.Origin.class, "company"), 190,
            new Text(Tender.class, "reference"), 400,
            new Text(Fapiao.Buyer.class, "title"), 100);

    private record Text(Class<?> of, String component) {}

    /// What is too much.
    ///
    /// @param field as its fact names it
    /// @param most what it may be
    public record Excess(String field, Kind kind, long most) {
        /// In which way.
        public enum Kind {
            TOO_LONG,
            TOO_MANY,
            TOO_LARGE,
            /// A control character or half a character, which no view keeps.
            UNPRINTABLE,
            /// A day that no calendar of ours has.
            NO_DAY,
            /// A payment card's number, which nobody may keep.
            PAN
        }
    }

    private Limits() {}

    /// The first of a fact's components that is above its limit.
    public static Optional<Excess> of(Fact fact) {
        return of((Record) fact, "").or(() -> FactTexts.pan(fact));
    }

    /// How long a text may be.
    public static int of(Class<?> type, String component) {
        return TEXTS.getOrDefault(new Text(type, component), TEXT);
    }

    private static Optional<Excess> of(Record record, String field) {
        var parts = Part.of(record.getClass());
        for (var part : parts) {
            // a value of one component goes by the name that its owner gave it
            var name = parts.size() == 1 && !field.isEmpty() ? field : part.name();
            var excess = of(part.of(record), name, part.most());
            if (excess.isPresent()) {
                return excess;
            }
        }
        return Optional.empty();
    }

    private static Optional<Excess> of(Object value, String field, int most) {
        return switch (value) {
            case String text -> text(text, field, most);
            case Money money -> number(money.fen(), field);
            case Quantity quantity -> number(quantity.thousandths(), field);
            case Long number -> number(number, field);
            case Integer number -> number(number, field);
            case LocalDate day -> year(day.getYear(), field);
            case OffsetDateTime time -> year(time.getYear(), field);
            case Optional<?> some -> some.flatMap(each -> of(each, field, most));
            case Collection<?> list ->
                list.size() > LIST
                        ? Optional.of(new Excess(field, Excess.Kind.TOO_MANY, LIST))
                        : first(list, field, most);
            case Map<?, ?> map ->
                map.size() > LIST
                        ? Optional.of(new Excess(field, Excess.Kind.TOO_MANY, LIST))
                        : first(map.keySet(), field, most).or(() -> first(map.values(), field, most));
            case Record record -> of(record, field);
            case Boolean _, Enum<?> _ -> Optional.empty();
            default -> throw new IllegalArgumentException("A fact holds no " + value.getClass());
        };
    }

    private static Optional<Excess> first(Collection<?> values, String field, int most) {
        for (var value : values) {
            var excess = of(value, field, most);
            if (excess.isPresent()) {
                return excess;
            }
        }
        return Optional.empty();
    }

    private static Optional<Excess> text(String text, String field, int most) {
        if (text.length() > most) {
            return Optional.of(new Excess(field, Excess.Kind.TOO_LONG, most));
        }
        return isPrintable(text) ? Optional.empty() : Optional.of(new Excess(field, Excess.Kind.UNPRINTABLE, most));
    }

    /// Whether every view keeps it as it is: whole characters, and no controls but those between lines and columns.
    public static boolean isPrintable(String text) {
        for (var i = 0; i < text.length(); i++) {
            var unit = text.charAt(i);
            if (Character.isHighSurrogate(unit)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(unit) || (Character.isISOControl(unit) && "\n\r\t".indexOf(unit) < 0)) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Excess> number(long number, String field) {
        return number > NUMBER || number < -NUMBER
                ? Optional.of(new Excess(field, Excess.Kind.TOO_LARGE, NUMBER))
                : Optional.empty();
    }

    private static Optional<Excess> year(int year, String field) {
        return year < 1 || year > LAST_YEAR
                ? Optional.of(new Excess(field, Excess.Kind.NO_DAY, LAST_YEAR))
                : Optional.empty();
    }

    /// One component of a record.
    record Part(String name, Method read, int most) {
        private static final ClassValue<List<Part>> PARTS = new ClassValue<>() {
            @Override
            protected List<Part> computeValue(Class<?> type) {
                return Arrays.stream(type.getRecordComponents())
                        .map(component -> part(type, component))
                        .toList();
            }
        };

        private static Part part(Class<?> type, RecordComponent component) {
            return new Part(component.getName(), component.getAccessor(), Limits.of(type, component.getName()));
        }

        static List<Part> of(Class<?> type) {
            return PARTS.get(type);
        }

        Object of(Record record) {
            try {
                return read.invoke(record);
            } catch (IllegalAccessException | InvocationTargetException unreadable) {
                throw new IllegalStateException("A fact's " + name + " cannot be read", unreadable);
            }
        }
    }
}
