package io.huitai.device.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Every form in which readers send one number, for tests. No formula is shared with the decoders: check digits are
/// found by trying, UPC-E is made from its parts.
public final class ScanForms {
    private ScanForms() {}

    /// The forms of goods by their EAN-13.
    public static List<String> ofEan(String ean, Random random) {
        var lot = Long.toString(random.nextLong(1L << 40), 36).toUpperCase(java.util.Locale.ROOT);
        var day = "26%02d%02d".formatted(1 + random.nextInt(12), 1 + random.nextInt(28));
        var two = "%02d".formatted(random.nextInt(100));
        var five = "%05d".formatted(random.nextInt(100_000));
        var forms = new ArrayList<>(List.of(
                ean,
                "0" + ean,
                "]E0" + ean,
                ean + "\r\n",
                ean + two,
                ean + five,
                ean + " " + five,
                "]E3" + ean + two,
                "010" + ean,
                "010" + ean + "10" + lot,
                "010" + ean + "17" + day + "10" + lot,
                "\u001D010" + ean,
                "\u001D17" + day + "010" + ean + "21" + lot,
                "]C1010" + ean + "10" + lot + "\u001D21" + five,
                "]C110" + lot + "\u001D010" + ean,
                "]d2010" + ean + "21" + lot + "<GS>17" + day,
                "]Q3010" + ean + "15" + day,
                "]e0010" + ean,
                "(01)0" + ean + "(10)" + lot,
                "(17)" + day + "(01)0" + ean,
                "https://id.gs1.org/01/0" + ean,
                "https://example.com/p/01/0" + ean + "/10/" + lot + "?17=" + day,
                "https://example.com/gtin/" + ean));
        if (ean.startsWith("0")) {
            forms.add(ean.substring(1));
            forms.add(ean.substring(1) + two);
            forms.add(ean.substring(1) + five);
        }
        return forms;
    }

    /// The same forms as keyboards, input methods and copied texts spoil them.
    public static String around(String form, Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> wide(form);
            case 1 -> "\uFEFF" + form + "\u200B";
            case 2 -> " \u3000" + form + "\u00A0\r\n";
            case 3 -> "\t" + form + "\u200E";
            case 4 -> grouped(form, random);
            default -> form;
        };
    }

    /// In full width.
    public static String wide(String text) {
        return text.codePoints()
                .map(point -> point > ' ' && point < 0x7F ? point + 0xFEE0 : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String grouped(String form, Random random) {
        if (!form.matches("[0-9]{8,}")) {
            return form;
        }
        var at = 1 + random.nextInt(form.length() - 1);
        var between = List.of(" ", "-", "\u2013", "\u00A0", "\u200B").get(random.nextInt(5));
        return form.substring(0, at) + between + form.substring(at);
    }

    /// So many digits from a beginning on, the last one the GS1 check digit.
    public static String gs1(String beginning, int length, Random random) {
        return checked(digits(beginning, length - 1, random), CheckDigits::gs1);
    }

    /// So many digits from a beginning on, the last one the Luhn digit.
    public static String luhn(String beginning, int length, Random random) {
        return checked(digits(beginning, length - 1, random), CheckDigits::luhn);
    }

    public static String withGs1(String body) {
        return checked(body, CheckDigits::gs1);
    }

    public static String digits(String beginning, int length, Random random) {
        var digits = new StringBuilder(beginning);
        while (digits.length() < length) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    /// A UPC-A with its leading 0 that has a UPC-E, and that one.
    public static List<String> upcE(Random random) {
        var system = Integer.toString(random.nextInt(2));
        var manufacturer = digits("", 2, random) + random.nextInt(3) + "00";
        var item = "00" + digits("", 3, random);
        var upc = withGs1("0" + system + manufacturer + item);
        var short6 = manufacturer.substring(0, 2) + item.substring(2) + manufacturer.charAt(2);
        return List.of(upc, system + short6 + upc.charAt(12));
    }

    private static String checked(String body, java.util.function.Predicate<String> right) {
        for (var check = 0; check < 10; check++) {
            if (right.test(body + check)) {
                return body + check;
            }
        }
        throw new IllegalStateException("One of ten digits fits");
    }
}
