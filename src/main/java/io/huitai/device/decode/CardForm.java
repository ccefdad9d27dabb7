package io.huitai.device.decode;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How a reader that is a keyboard types a contactless card's number. Pure.
public enum CardForm {
    /// Hex, the first byte first: `04A1B2C3`, `04:a1:b2:c3`.
    HEX("hex") {
        @Override
        Stream<Guess> read(String text) {
            return Uids.hex(text).<Guess>map(Guess.Whole::new).stream();
        }
    },
    /// Hex, the last byte first.
    HEX_REVERSED("hex-reversed") {
        @Override
        Stream<Guess> read(String text) {
            return Uids.hex(text).map(Uids::reversed).<Guess>map(Guess.Whole::new).stream();
        }
    },
    /// Decimal with or without zeros in front, "8H10D": `0077705923` is `04A1B2C3`; of seven bytes up to 17 digits.
    DECIMAL("decimal") {
        @Override
        Stream<Guess> read(String text) {
            return decimal(text).<Guess>map(Guess.Whole::new).stream();
        }
    },
    /// The same, the last byte first.
    DECIMAL_REVERSED("decimal-reversed") {
        @Override
        Stream<Guess> read(String text) {
            return decimal(text).map(Uids::reversed).<Guess>map(Guess.Whole::new).stream();
        }
    },
    /// The last three bytes as three and five digits, "3+5", with their comma: `161,45763`.
    THREE_FIVE("3+5") {
        @Override
        Stream<Guess> read(String text) {
            return lastThree(text, WITH_COMMA);
        }
    },
    /// The same without a comma, as Wiegand readers type it: `16145763`. Goods have eight digits too.
    EIGHT("8d") {
        @Override
        Stream<Guess> read(String text) {
            return lastThree(text, WITHOUT_COMMA);
        }
    };

    /// All that no goods and no other card are taken for.
    public static final List<CardForm> USUAL = List.of(HEX, DECIMAL, HEX_REVERSED, DECIMAL_REVERSED, THREE_FIVE);

    private static final Pattern WITH_COMMA = Pattern.compile("(?:[0-9]{10} )?([0-9]{1,3}),([0-9]{1,5})");
    private static final Pattern WITHOUT_COMMA = Pattern.compile("([0-9]{3})([0-9]{5})");
    private static final Pattern OF_FOUR_BYTES = Pattern.compile("[0-9]{8,10}");
    private static final Pattern OF_SEVEN_BYTES = Pattern.compile("[0-9]{15,17}");

    private final String code;

    CardForm(String code) {
        this.code = code;
    }

    /// What a typed text can mean.
    public sealed interface Guess {
        /// The number in hex, the first byte first.
        record Whole(String hex) implements Guess {
            /// It is somebody's card.
            @Override
            public String toString() {
                return "Whole[]";
            }
        }

        /// Three bytes of a number of four or five: the last ones, or the first ones where the reader turns it round.
        record Part(String last, String first) implements Guess {
            @Override
            public String toString() {
                return "Part[]";
            }
        }
    }

    /// Its name in settings.
    public String code() {
        return code;
    }

    /// The form of a name in settings.
    ///
    /// @throws IllegalArgumentException when it is none
    public static CardForm of(String code) {
        return Arrays.stream(values())
                .filter(form -> form.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + code + "' is none of "
                        + String.join(
                                ", ",
                                Arrays.stream(values()).map(CardForm::code).toList())));
    }

    /// What a text in this form can mean; nothing where it has another.
    public List<Guess> guesses(String text) {
        return read(Widths.narrow(text).strip()).toList();
    }

    /// Whether a text is a whole contactless card's number in some form, as where a card is asked for.
    public static boolean isCard(String text) {
        return USUAL.stream().flatMap(form -> form.guesses(text).stream()).anyMatch(guess -> switch (guess) {
            case Guess.Whole _ -> true;
            case Guess.Part _ -> false;
        });
    }

    abstract Stream<Guess> read(String text);

    private static Optional<String> decimal(String text) {
        var bytes = OF_FOUR_BYTES.matcher(text).matches()
                ? 4
                : OF_SEVEN_BYTES.matcher(text).matches() ? 7 : 0;
        if (bytes == 0) {
            return Optional.empty();
        }
        var value = new BigInteger(text);
        return value.bitLength() <= bytes * 8
                ? Optional.of(String.format(Locale.ROOT, "%0" + bytes * 2 + "X", value))
                : Optional.empty();
    }

    private static Stream<Guess> lastThree(String text, Pattern shape) {
        var match = shape.matcher(text);
        if (!match.matches()) {
            return Stream.empty();
        }
        var facility = Integer.parseInt(match.group(1));
        var number = Integer.parseInt(match.group(2));
        if (facility > 0xFF || number > 0xFFFF) {
            return Stream.empty();
        }
        var hex = String.format(Locale.ROOT, "%02X%04X", facility, number);
        return Stream.of(new Guess.Part(hex, Uids.reversed(hex)));
    }
}
