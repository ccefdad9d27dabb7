package io.huitai.programme.file;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/// Spoils a file in the ways in which files are spoilt: by hands, by editors, by disks, and on purpose.
record Mangling(String whole, Random random) {
    private static final Pattern KEY = Pattern.compile("[a-z][a-z-]*(?=:)");
    private static final Pattern SCALAR = Pattern.compile("(?<=: )[^\\s{}\\[\\],]+");
    private static final List<String> SCALARS = List.of(
            "",
            "~",
            "null",
            "true",
            "True",
            "yes",
            "0",
            "-1",
            "1",
            "1.0",
            "1.00",
            "0.955",
            "0.9555",
            "2",
            "1e3",
            "1e999999999",
            "99999999999999999999",
            "9999999999.99",
            "10000000000",
            ".5",
            "08",
            "0x1F",
            "1_000",
            "-0",
            ".nan",
            ".inf",
            "\"0.95\"",
            "'1'",
            "gold",
            "silver",
            "member",
            "Gold",
            "x".repeat(200),
            "金卡",
            "2026-02-30",
            "2026-13-01",
            "9999-12-31",
            "0000-01-01",
            "02-29",
            "02-30",
            "\"24:00\"",
            "\"18:00\"",
            "18:00",
            "{}",
            "[]",
            "[1]",
            "{zh: 1, en: 2}",
            "&a 1",
            "*a",
            "!!str 5",
            "!x 5",
            "|\n  x",
            "\"\\u0007\"",
            "\"\\n\"",
            "\" \"",
            "food..x",
            "food.",
            ".",
            "never",
            "that-day",
            "entitlement",
            "free-item",
            "{days: 0}",
            "{days: 3, months: 2}",
            "{yearly: 02-29}",
            "{tier: gold}",
            "{not: {not: {birthday: day}}}",
            "{any: []}",
            "{amount: 0}",
            "2147483648");
    private static final List<String> KEYS = List.of(
            "id",
            "name",
            "zh",
            "rate",
            "when",
            "tier",
            "tiers",
            "points",
            "vouchers",
            "membership",
            "Rate",
            "ratе",
            "x",
            "<<",
            "fee",
            "share",
            "fixed",
            "recharge",
            "goods",
            "within");

    byte[] file() {
        var text = whole;
        for (var left = 1 + random.nextInt(3); left > 0; left--) {
            text = spoilt(text);
        }
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(10) == 0 && bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private String spoilt(String text) {
        var at = random.nextInt(text.length() + 1);
        return switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4 -> replaced(text, SCALAR, oneOf(SCALARS));
            case 5, 6 -> replaced(text, KEY, oneOf(KEYS));
            case 7, 8 -> lines(text, Line.DELETED);
            case 9 -> lines(text, Line.DOUBLED);
            case 10 -> lines(text, Line.SWAPPED);
            case 11 -> lines(text, Line.INDENTED);
            case 12 -> lines(text, Line.TABBED);
            case 13 -> text.substring(0, at);
            case 14 -> text.substring(0, at) + (char) random.nextInt(0xFFFF) + text.substring(at);
            case 15 ->
                text.substring(0, at)
                        + oneOf(List.of("{", "}", "[", "]", ":", ",", "\"", "#", "-", "&a ", "*a", "?", "|"))
                        + text.substring(at);
            case 16 -> nested(text);
            case 17 -> bombed(text);
            case 18 -> text.replace("\n", "\r\n");
            default -> text + text;
        };
    }

    private String replaced(String text, Pattern pattern, String instead) {
        var places = pattern.matcher(text).results().toList();
        if (places.isEmpty()) {
            return text;
        }
        var place = oneOf(places);
        return text.substring(0, place.start()) + instead + text.substring(place.end());
    }

    private String lines(String text, Line line) {
        var lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        var at = random.nextInt(lines.size());
        switch (line) {
            case DELETED -> lines.remove(at);
            case DOUBLED -> lines.add(at, lines.get(at));
            case SWAPPED -> lines.add(random.nextInt(lines.size()), lines.remove(at));
            case INDENTED -> lines.set(at, " ".repeat(1 + random.nextInt(4)) + lines.get(at));
            case TABBED -> lines.set(at, "\t" + lines.get(at));
        }
        return String.join("\n", lines);
    }

    private String nested(String text) {
        var depth = 1 << random.nextInt(14);
        var open = oneOf(List.of("[", "{not: ", "{any: [", "- "));
        return replaced(text, SCALAR, open.repeat(depth));
    }

    private String bombed(String text) {
        var bomb = new StringBuilder(text).append("\nb0: &b0 [x, x]\n");
        for (var i = 1; i < 60; i++) {
            bomb.append("b%d: &b%d [*b%d, *b%d]%n".formatted(i, i, i - 1, i - 1));
        }
        return bomb.toString();
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private enum Line {
        DELETED,
        DOUBLED,
        SWAPPED,
        INDENTED,
        TABBED
    }
}
