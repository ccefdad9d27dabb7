package io.huitai.programme.file;

import io.huitai.money.Money;
import io.huitai.money.Rate;
import io.huitai.programme.file.Yaml.Form;
import io.huitai.programme.file.Yaml.Scalar;
import io.huitai.shop.Category;
import io.huitai.shop.Label;
import io.huitai.shop.StoreId;
import io.huitai.shop.id.GiftId;
import io.huitai.shop.id.ProgrammeId;
import io.huitai.shop.id.RuleId;
import io.huitai.shop.id.TierId;
import io.huitai.shop.id.VoucherTypeId;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A kind of single value in a programme file: how it is written, what is said where something else stands, and what
/// the reader goes on with then. The twin of the schema's definitions.
///
/// @param form what stands there before it is read
/// @param written its shape
/// @param reading its value; throws where that shape has none, which is said by `expected` too
/// @param standIn any value
record Value<T>(Form form, Pattern written, Function<String, T> reading, T standIn, Phrase expected) {
    private static final Pattern ANY = Pattern.compile("(?s).*");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,10}(\\.[0-9]+)?");
    private static final Pattern DIGITS = Pattern.compile("-?[0-9]{1,10}");
    private static final String LARGEST_AMOUNT = "9999999999.99";

    /// How many anything can be.
    static final long MOST = 1_000_000_000;

    /// How many days or months anything can last.
    static final int LONGEST = 10_000;

    static final Value<ProgrammeId> PROGRAMME = id(ProgrammeId::new);
    static final Value<RuleId> RULE = id(RuleId::new);
    static final Value<TierId> NEW_TIER = id(TierId::new);
    static final Value<VoucherTypeId> NEW_VOUCHER = id(VoucherTypeId::new);
    static final Value<GiftId> GIFT = id(GiftId::new);

    static final Value<String> NAME = words(120, text -> new Label(text, text).zh());
    static final Value<String> CARD_KIND = words(64, text -> new Label(text, text).zh());
    static final Value<StoreId> STORE = words(16, StoreId::new);
    static final Value<Category> CATEGORY =
            new Value<>(Form.WORDS, ANY, Category::new, new Category("x"), Expected.CATEGORY.of());

    static final Value<Money> AMOUNT = amount(Expected.AMOUNT, "0.00");
    static final Value<Money> AMOUNT_ABOVE_ZERO = amount(Expected.AMOUNT_ABOVE_ZERO, "0.01");
    /// What the guest pays: 0.85 is 85折.
    static final Value<Rate> RATE = rate(1, 3);
    /// A part of something.
    static final Value<Rate> SHARE = rate(1, 6);
    static final Value<Rate> FACTOR = rate(1_000, 3);

    static final Value<Long> NUMBER = whole(0, MOST);
    /// At least one.
    static final Value<Long> COUNT = whole(1, MOST);
    /// How long something lasts, or how many months.
    static final Value<Integer> DAYS = small(1, LONGEST);

    static final Value<Boolean> TRUTH = new Value<>(Form.TRUTH, ANY, Boolean::parseBoolean, false, Expected.TRUTH.of());

    static final Value<LocalDate> DATE = calendar(
            "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])",
            LocalDate::parse, LocalDate.of(2000, 1, 1), Expected.DATE);
    static final Value<MonthDay> DAY = calendar(
            "(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])",
            text -> MonthDay.parse("--" + text),
            MonthDay.of(1, 1),
            Expected.DAY);
    static final Value<LocalTime> TIME =
            calendar("([01][0-9]|2[0-3]):[0-5][0-9]", LocalTime::parse, LocalTime.MIDNIGHT, Expected.TIME);

    /// A whole number within bounds.
    static Value<Long> whole(long least, long most) {
        return new Value<>(
                Form.NUMBER,
                DIGITS,
                text -> within(least, most, Long.parseLong(text)),
                least,
                Expected.WHOLE.of(String.valueOf(least), String.valueOf(most)));
    }

    /// A whole number within bounds, as an `int`.
    static Value<Integer> small(int least, int most) {
        return whole(least, most).map(Math::toIntExact);
    }

    /// One of some words.
    ///
    /// @param otherwise how it may be written else, for what is said
    static <T> Value<T> oneOf(Map<String, T> words, String... otherwise) {
        var sorted = new TreeMap<>(words);
        var forms = Stream.concat(sorted.keySet().stream(), Arrays.stream(otherwise));
        return new Value<>(
                Form.WORDS,
                ANY,
                text -> Optional.ofNullable(sorted.get(text)).orElseThrow(IllegalArgumentException::new),
                sorted.firstEntry().getValue(),
                Expected.ONE_OF.of(forms.collect(Collectors.joining(", "))));
    }

    /// One of an enum's names, in lower case with dashes.
    @SafeVarargs
    static <E extends Enum<E>> Value<E> oneOf(E... values) {
        var words = new HashMap<String, E>();
        for (var value : values) {
            words.put(value.name().toLowerCase(Locale.ROOT).replace('_', '-'), value);
        }
        return oneOf(words);
    }

    /// One of the ids that the file itself defines.
    static <T> Value<T> known(List<String> ids, Function<String, T> id, Expected expected) {
        return new Value<>(
                Form.WORDS,
                ANY,
                text -> id.apply(only(ids.contains(text), text)),
                id.apply("x"),
                expected.of(ids.isEmpty() ? "–" : String.join(", ", ids)));
    }

    <R> Value<R> map(Function<T, R> then) {
        return new Value<>(form, written, reading.andThen(then), then.apply(standIn), expected);
    }

    /// The value; empty where it is not of this kind.
    Optional<T> read(Scalar scalar) {
        if (scalar.form() != form || !written.matcher(scalar.text()).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reading.apply(scalar.text()));
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException _) {
            return Optional.empty(); // what was expected is the better word for a person
        }
    }

    private static <T> Value<T> id(Function<String, T> id) {
        return new Value<>(Form.WORDS, ANY, id, id.apply("x"), Expected.ID.of());
    }

    private static <T> Value<T> words(int longest, Function<String, T> reading) {
        return new Value<>(
                Form.WORDS,
                Pattern.compile("(?s).{1," + longest + "}"),
                reading,
                reading.apply("x"),
                Expected.WORDS.of(String.valueOf(longest)));
    }

    private static Value<Money> amount(Expected expected, String least) {
        return new Value<>(
                Form.NUMBER,
                DECIMAL,
                text -> within(Money.parse(least), Money.parse(LARGEST_AMOUNT), Money.parse(text)),
                Money.parse("0.01"),
                expected.of());
    }

    /// @param decimals 3 or 6
    private static Value<Rate> rate(int most, int decimals) {
        return new Value<>(
                Form.NUMBER,
                DECIMAL,
                text -> {
                    var rate = within(Rate.parse("0"), Rate.parse(String.valueOf(most)), Rate.parse(text));
                    return only(decimals > 3 || rate.isCoarse(), rate);
                },
                Rate.parse("0"),
                Expected.RATE.of(String.valueOf(most), String.valueOf(decimals)));
    }

    private static <T> Value<T> calendar(String written, Function<String, T> reading, T standIn, Expected expected) {
        return new Value<>(Form.WORDS, Pattern.compile(written), reading, standIn, expected.of());
    }

    private static <T extends Comparable<T>> T within(T least, T most, T value) {
        return only(value.compareTo(least) >= 0 && value.compareTo(most) <= 0, value);
    }

    private static <T> T only(boolean fits, T value) {
        if (!fits) {
            throw new IllegalArgumentException("does not fit");
        }
        return value;
    }
}
