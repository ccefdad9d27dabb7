package io.huitai.shop.person;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;

/// Writes one and the same in many ways, as keyboards, spreadsheets, web pages and people do. By a seed.
public final class Handwriting {
    private static final List<String> UNSEEN = List.of(
            "\u200B", "\u200C", "\u200D", "\u200E", "\u200F", "\u202A", "\u202C", "\u202D", "\u202E", "\u2060",
            "\u2066", "\u2069", "\uFEFF", "\u00AD");
    private static final List<String> SPACES =
            List.of(" ", "  ", "\u00A0", "\u3000", "\u2003", "\u2009", "\u202F", "\t");
    private static final List<String> DASHES =
            List.of("-", "\u2010", "\u2011", "\u2013", "\u2014", "\u2212", "\uFF0D", "\uFE63");
    private static final List<String> DOTS =
            List.of("\u00B7", "\u2022", "\u30FB", "\u2027", "\uFF65", "\uFF0E", "\u2219", "\u22C5", ".");
    private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
    private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂";
    private static final List<String> FOREIGN = List.of(
            "买买提·艾力",
            "阿依古丽·吐尔逊",
            "José García",
            "Zoë Müller",
            "Ángel Núñez",
            "Mary Ann O'Neil",
            "Nguyễn Văn An",
            "山本ゆうこ",
            "Jean·Luc Picard");

    private final Random random;

    public Handwriting(Random random) {
        this.random = random;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    // Signs

    /// The same with what is not seen in between and around.
    public String withUnseen(String text) {
        var written = new StringBuilder();
        for (var sign : text.codePoints().toArray()) {
            written.append(random.nextInt(6) == 0 ? one(UNSEEN) : "").appendCodePoint(sign);
        }
        return (random.nextBoolean() ? one(UNSEEN) : "") + written + (random.nextBoolean() ? one(UNSEEN) : "");
    }

    private String inSpaces(String text) {
        return (random.nextBoolean() ? one(SPACES) : "") + text + (random.nextBoolean() ? one(SPACES) : "");
    }

    /// Some letters and digits in full width.
    public String wide(String text) {
        return each(text, c -> c > 0x20 && c < 0x7F && random.nextBoolean() ? c - 0x20 + 0xFF00 : c);
    }

    private String digitsOf(String text, int zero) {
        return each(text, c -> c >= '0' && c <= '9' ? c - '0' + zero : c);
    }

    private static String each(String text, IntUnaryOperator sign) {
        return text.codePoints()
                .map(sign)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// Cuts a text into groups.
    private String grouped(String text, List<String> between) {
        var written = new StringBuilder();
        for (var i = 0; i < text.length(); i++) {
            written.append(i > 0 && random.nextInt(4) == 0 ? one(between) : "").append(text.charAt(i));
        }
        return written.toString();
    }

    private String anyhow(String text) {
        List<UnaryOperator<String>> ways = List.of(
                this::wide, this::withUnseen, this::inSpaces, UnaryOperator.identity(), UnaryOperator.identity());
        return one(ways).apply(one(ways).apply(text));
    }

    // Phones

    public String mobile() {
        return "1" + (3 + random.nextInt(7)) + "%09d".formatted(random.nextInt(1_000_000_000));
    }

    /// A mainland mobile's eleven digits in one of the ways.
    public String mobile(String number) {
        var between = new ArrayList<>(SPACES);
        between.addAll(DASHES);
        between.add(".");
        var body = random.nextBoolean()
                ? number
                : random.nextBoolean()
                        ? grouped(number, between)
                        : number.substring(0, 3)
                                + one(between)
                                + number.substring(3, 7)
                                + one(between)
                                + number.substring(7);
        var before = one(List.of("", "", "+86", "0086", "86", "+86 ", "(+86)", "（+86）", "+86-", "＋86", "0", "(86)"));
        var whole = before + body;
        return switch (random.nextInt(6)) {
            case 0 -> digitsOf(whole, 0x0660);
            case 1 -> digitsOf(whole, 0x06F0);
            default -> anyhow(whole);
        };
    }

    /// A landline with its area code: the number and how it is kept.
    public String landline() {
        var area = one(List.of("010", "020", "021", "0755", "0571", "0310", "0851", "0991"));
        return area + (2 + random.nextInt(7)) + "%07d".formatted(random.nextInt(10_000_000));
    }

    public String landline(String number) {
        var length = number.startsWith("010") || number.startsWith("02") ? 3 : 4;
        var area = number.substring(0, length);
        var rest = number.substring(length);
        return anyhow(one(List.of(
                area + "-" + rest,
                "(" + area + ")" + rest,
                "（" + area + "）" + rest,
                area + " " + rest.substring(0, 4) + " " + rest.substring(4),
                "+86 " + area.substring(1) + " " + rest,
                "+86 (0)" + area.substring(1) + " " + rest,
                "0086-" + area.substring(1) + "-" + rest,
                "86" + area.substring(1) + rest,
                "86" + area + rest,
                number)));
    }

    /// A number from abroad in E.164.
    public String foreign() {
        return one(List.of(
                        "+852 9#######",
                        "+853 6#######",
                        "+886 9########",
                        "+44 7########9",
                        "+1 212 55#####",
                        "+81 90########",
                        "+65 9#######",
                        "+49 151########",
                        "+7 916#######"))
                .chars()
                .filter(c -> c != ' ')
                .map(c -> c == '#' ? '1' + random.nextInt(9) : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    public String foreign(String number) {
        var digits = number.substring(1);
        return anyhow(one(List.of("+", "00", "＋")) + grouped(digits, List.of(" ", "-", "\u00A0")));
    }

    // People

    public String name() {
        if (random.nextInt(3) == 0) {
            return one(FOREIGN);
        }
        var given = new StringBuilder();
        for (var i = 0; i <= random.nextInt(2); i++) {
            given.append(GIVEN.charAt(random.nextInt(GIVEN.length())));
        }
        return SURNAMES.charAt(random.nextInt(SURNAMES.length())) + given.toString();
    }

    public String name(String name) {
        var written = name.replace("·", name.charAt(0) < 0x2E80 ? one(DOTS.subList(0, 5)) : one(DOTS));
        written = Normalizer.normalize(written, one(List.of(Normalizer.Form.NFC, Normalizer.Form.NFD)));
        if (name.codePointCount(0, name.length()) == 2) {
            written = name.charAt(0) + one(List.of("", " ", "\u3000", "\u3000\u3000")) + name.charAt(1);
        }
        written = written.replace(" ", one(SPACES));
        written = one(List.<UnaryOperator<String>>of(
                        UnaryOperator.identity(), text -> text.toUpperCase(Locale.ROOT), this::wide))
                .apply(written);
        return inSpaces(random.nextBoolean() ? withUnseen(written) : written);
    }

    // Papers

    public String identityNumber() {
        var body = "%06d%04d%02d%02d%03d"
                .formatted(
                        110101 + random.nextInt(500_000),
                        1940 + random.nextInt(65),
                        1 + random.nextInt(12),
                        1 + random.nextInt(28),
                        random.nextInt(1000));
        for (var check : List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "X")) {
            if (IdentityDocument.isIdentityNumber(body + check)) {
                return body + check;
            }
        }
        throw new IllegalStateException(body);
    }

    /// Of a foreign paper.
    public String passport() {
        return one(List.of("E", "G", "AB", "M")) + "%08d".formatted(random.nextInt(100_000_000));
    }

    public String document(String no) {
        var written = random.nextBoolean() ? no.toLowerCase(Locale.ROOT) : no;
        return anyhow(random.nextBoolean() ? grouped(written, List.of(" ", "-", "\u3000")) : written);
    }

    public String taxNumber() {
        var alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        while (true) {
            var body = new StringBuilder("91%06d".formatted(110101 + random.nextInt(500_000)));
            for (var i = 0; i < 9; i++) {
                body.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            for (var i = 0; i < alphabet.length(); i++) {
                var number = body.toString() + alphabet.charAt(i);
                if (TaxNumber.read(number).isPresent()) {
                    return number;
                }
            }
        }
    }

    public String title() {
        return one(List.of("示例科技", "远山", "蓝海旅行社")) + "（" + one(List.of("深圳", "上海", "北京")) + "）有限公司"
                + random.nextInt(1000);
    }

    public String title(String title) {
        var brackets = random.nextBoolean() ? title : title.replace('（', '(').replace('）', ')');
        return inSpaces(random.nextBoolean() ? withUnseen(brackets) : wide(brackets));
    }
}
