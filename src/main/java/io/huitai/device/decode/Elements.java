package io.huitai.device.decode;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// GS1 element strings: application identifiers with their data, as a scanner sends them with or without FNC1, as
/// people read them in brackets, and as the path of a GS1 Digital Link. Pure.
final class Elements {
    /// What a scanner sends for FNC1 inside a code.
    static final char SEPARATOR = '\u001D';

    private static final Pattern BRACKETED = Pattern.compile("\\(([0-9]{2,4})\\)([^(]+)");
    private static final String GTIN = "01";
    private static final String CONTENT = "02";
    private static final Pattern NET_WEIGHT = Pattern.compile("310[0-5]");
    private static final Pattern PRICE = Pattern.compile("392[0-9]");
    private static final Pattern PRICE_IN_CURRENCY = Pattern.compile("393[0-9]");

    /// ISO 4217.
    private static final String YUAN = "156";

    private static final int LONGEST_DATA = 90;
    private static final BigDecimal MOST = BigDecimal.valueOf(10_000_000);

    private Elements() {}

    /// Reads an element string with its separators. Without brackets or a symbology that says so it must begin with a
    /// GTIN, for other numbers begin with any identifier.
    ///
    /// @param framed whether the symbology or FNC1 in front says that it is one
    static Optional<Scan.Measured> read(String text, boolean framed) {
        if (text.startsWith("(")) {
            return bracketed(text).flatMap(Elements::measured);
        }
        return framed || text.startsWith(GTIN) ? split(text).flatMap(Elements::measured) : Optional.empty();
    }

    /// Reads a Digital Link: `https://…/01/GTIN/…?3103=…`.
    static Optional<Scan.Measured> ofLink(URI link) {
        var path = Optional.ofNullable(link.getPath()).orElse("").split("/", -1);
        var elements = new HashMap<String, String>();
        for (var at = 1; at + 1 < path.length; at++) {
            if (path[at].equals(GTIN) || path[at].equals("gtin")) {
                elements.put(GTIN, Gtins.whole(path[at + 1]));
                for (var next = at + 2; next + 1 < path.length; next += 2) {
                    elements.put(path[next], path[next + 1]);
                }
                break;
            }
        }
        for (var pair : Optional.ofNullable(link.getQuery()).orElse("").split("[&;]", -1)) {
            var equals = pair.indexOf('=');
            if (equals > 0) {
                elements.putIfAbsent(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return measured(elements);
    }

    private static Optional<Map<String, String>> bracketed(String text) {
        var elements = new HashMap<String, String>();
        var match = BRACKETED.matcher(text);
        var at = 0;
        while (match.find() && match.start() == at) {
            elements.putIfAbsent(match.group(1), match.group(2).strip());
            at = match.end();
        }
        return at == text.length() ? Optional.of(elements) : Optional.empty();
    }

    private static Optional<Map<String, String>> split(String text) {
        var elements = new HashMap<String, String>();
        var at = 0;
        while (at < text.length()) {
            if (text.charAt(at) == SEPARATOR) {
                at++;
                continue;
            }
            var identifier = identifier(text, at);
            if (identifier.isEmpty()) {
                return Optional.empty();
            }
            var from = at + identifier.get().length();
            var end = text.indexOf(SEPARATOR, from);
            var most = fixedLength(identifier.get()).orElse(LONGEST_DATA);
            at = Math.min(end < 0 ? text.length() : end, from + most);
            if (at == from) {
                return Optional.empty();
            }
            elements.putIfAbsent(identifier.get(), text.substring(from, at));
        }
        return Optional.of(elements);
    }

    /// How long an identifier is its first two digits say.
    private static Optional<String> identifier(String text, int at) {
        if (at + 4 > text.length() || !CheckDigits.allDigits(text.substring(at, at + 2))) {
            return Optional.empty();
        }
        var length = switch (Integer.parseInt(text.substring(at, at + 2))) {
            case 0, 1, 2, 3, 4, 10, 11, 12, 13, 15, 16, 17, 20, 21, 22, 30, 37 -> 2;
            case 90, 91, 92, 93, 94, 95, 96, 97, 98, 99 -> 2;
            case 23, 24, 25, 40, 41, 42, 71 -> 3;
            case 31, 32, 33, 34, 35, 36, 39, 43, 70, 72, 80, 81, 82 -> 4;
            default -> 0;
        };
        var identifier = text.substring(at, at + length);
        return length > 0 && CheckDigits.allDigits(identifier) ? Optional.of(identifier) : Optional.empty();
    }

    /// The identifiers whose data need no separator behind them (GS1 General Specifications, figure 7.8.5-2).
    private static Optional<Integer> fixedLength(String identifier) {
        return switch (Integer.parseInt(identifier.substring(0, 2))) {
            case 0 -> Optional.of(18);
            case 1, 2, 3 -> Optional.of(14);
            case 4 -> Optional.of(16);
            case 11, 12, 13, 15, 16, 17, 31, 32, 33, 34, 35, 36 -> Optional.of(6);
            case 20 -> Optional.of(2);
            case 41 -> Optional.of(13);
            default -> Optional.empty();
        };
    }

    private static Optional<Scan.Measured> measured(Map<String, String> elements) {
        var gtin = elements.get(GTIN);
        if (gtin == null || elements.containsKey(CONTENT) || gtin.length() != 14 || !Gtins.holds(gtin)) {
            return Optional.empty();
        }
        return Optional.of(new Scan.Measured(gtin, grams(elements), fen(elements)));
    }

    private static OptionalLong grams(Map<String, String> elements) {
        return elements.entrySet().stream()
                .filter(element -> NET_WEIGHT.matcher(element.getKey()).matches())
                .map(element -> scaled(element.getKey(), element.getValue(), 3))
                .findFirst()
                .orElse(OptionalLong.empty());
    }

    private static OptionalLong fen(Map<String, String> elements) {
        for (var element : elements.entrySet()) {
            var identifier = element.getKey();
            var data = element.getValue();
            if (PRICE.matcher(identifier).matches()) {
                return scaled(identifier, data, 2);
            }
            if (PRICE_IN_CURRENCY.matcher(identifier).matches() && data.startsWith(YUAN)) {
                return scaled(identifier, data.substring(YUAN.length()), 2);
            }
        }
        return OptionalLong.empty();
    }

    /// The identifier's last digit says how many decimals its data have.
    private static OptionalLong scaled(String identifier, String data, int decimals) {
        if (!CheckDigits.allDigits(data) || data.length() > 15) {
            return OptionalLong.empty();
        }
        var value = new BigDecimal(data).movePointLeft(identifier.charAt(3) - '0');
        return value.compareTo(MOST) < 0
                ? OptionalLong.of(value.movePointRight(decimals)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact())
                : OptionalLong.empty();
    }
}
