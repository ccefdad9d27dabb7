package io.huitai.device.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// Payment cards' numbers in what people type, and all the numbers that are none. A failing seed is in the text.
class FreeTextTest {
    private static final List<String> BETWEEN =
            List.of("", " ", "-", "－", "　", " - ", ".", "·", "/", "_", "—", "\u200b");
    private static final List<String> AROUND =
            List.of("", "卡号", "card: ", "客人张三的卡", "x", "VISA ", "（", " exp 12/28 ", "请记账，", "!", "№ ");

    private static String grouped(String digits, Random random) {
        var sign = BETWEEN.get(random.nextInt(BETWEEN.size()));
        var text = new StringBuilder(digits.substring(0, 4));
        for (var at = 4; at < digits.length(); at++) {
            text.append(random.nextInt(4) == 0 ? sign : "").append(digits.charAt(at));
        }
        return text.toString();
    }

    @Test
    void everyNumberOfAPaymentCardIsFound() {
        for (var seed = 1L; seed <= 20_000; seed++) {
            var random = new Random(seed);
            var pan = Pans.random(random);
            var text = AROUND.get(random.nextInt(AROUND.size()))
                    + scripted(grouped(pan, random), random)
                    + AROUND.get(random.nextInt(AROUND.size()));
            assertThat(FreeText.holdsPan(text)).as("seed %d: %s", seed, text).isTrue();
        }
    }

    /// In digits of one of several scripts.
    private static String scripted(String grouped, Random random) {
        var zeros = List.of((int) '0', (int) '０', 0x0660, 0x0966, 0x1D7CE, 0x0E50);
        var zero = zeros.get(random.nextInt(zeros.size()));
        var numerals = random.nextInt(8) == 0;
        var text = new StringBuilder();
        grouped.codePoints()
                .map(point -> point < '0' || point > '9'
                        ? point
                        : numerals ? "〇一二三四五六七八九".charAt(point - '0') : zero + point - '0')
                .forEach(text::appendCodePoint);
        return text.toString();
    }

    @Test
    void aNumberThatIsSpreadOverTextsIsFound() {
        for (var seed = 1L; seed <= 5_000; seed++) {
            var random = new Random(seed);
            var pan = Pans.random(random);
            var first = 4 + random.nextInt(pan.length() - 5);
            var texts = List.of("早餐", pan.substring(0, first), "", pan.substring(first));
            assertThat(FreeText.isSpreadOver(texts))
                    .as("seed %d: %s", seed, texts)
                    .isTrue();
        }
    }

    /// Kinds of numbers by themselves and in a sentence: none may ever be refused.
    @Test
    void whatIsNoPaymentCardPasses() {
        var kinds = List.<Function<Random, String>>of(
                random -> Pans.member(random.nextInt(1000)),
                random -> goods(random),
                random -> "1" + (3 + random.nextInt(7)) + digits(9, random),
                random -> "+86 1" + (3 + random.nextInt(7)) + digits(1, random) + " " + digits(4, random) + " "
                        + digits(4, random),
                random -> "0571-" + digits(8, random),
                FreeTextTest::identity,
                random -> "2" + random.nextInt(10) + digits(16, random),
                random -> "2" + random.nextInt(10) + digits(11, random),
                random -> (10 + random.nextInt(6)) + digits(16, random),
                random -> "4200" + digits(24, random),
                random -> "2026-" + (10 + random.nextInt(3)) + "-" + (10 + random.nextInt(18)) + " 1"
                        + digits(1, random) + ":" + (10 + random.nextInt(50)),
                random -> "S001-T1-" + digits(6, random),
                random -> "91" + digits(6, random) + "MA" + digits(4, random) + "X" + digits(3, random));
        for (var kind = 0; kind < kinds.size(); kind++) {
            for (var seed = 1L; seed <= 3_000; seed++) {
                var random = new Random(seed * 31 + kind);
                var number = kinds.get(kind).apply(random);
                var text = random.nextBoolean() ? number : "客人说 " + number + "，" + (1 + random.nextInt(9)) + "位";
                assertThat(FreeText.holdsPan(text))
                        .as("kind %d, seed %d: %s", kind, seed, text)
                        .isFalse();
            }
        }
    }

    /// Notes with several numbers beside one another may look like a card's once in a while: counted.
    @Test
    void numbersBesideOneAnotherAreSeldomTakenForOne() {
        var taken = 0;
        for (var seed = 1L; seed <= 20_000; seed++) {
            var random = new Random(seed);
            var text = "包间" + (1 + random.nextInt(30)) + "，" + (1 + random.nextInt(20)) + "位，1"
                    + (3 + random.nextInt(7)) + digits(9, random) + "，房号 " + (100 + random.nextInt(9000)) + "，"
                    + (10 + random.nextInt(12)) + ":" + (10 + random.nextInt(50)) + " 到，定金 " + random.nextInt(2000);
            taken += FreeText.holdsPan(text) ? 1 : 0;
        }
        assertThat(taken).as("of 20,000 notes").isLessThanOrEqualTo(20);
    }

    @Test
    void walletsNumbersAreToldFromCards() {
        for (var seed = 1L; seed <= 5_000; seed++) {
            var random = new Random(seed);
            var wechat = (10 + random.nextInt(6)) + digits(16, random);
            var alipay = (25 + random.nextInt(6)) + digits(14 + random.nextInt(9), random);
            assertThat(FreeText.isWalletsNumber(wechat)).as(wechat).isTrue();
            assertThat(FreeText.isWalletsNumber(alipay)).as(alipay).isTrue();
            var visa = Pans.withLuhn("4" + digits(14, random));
            assertThat(FreeText.isWalletsNumber(visa)).as(visa).isFalse();
        }
    }

    private static String digits(int count, Random random) {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++) {
            text.append(random.nextInt(10));
        }
        return text.toString();
    }

    private static String goods(Random random) {
        var body = (random.nextBoolean() ? "69" : "4" + random.nextInt(10)) + digits(10, random);
        for (var check = 0; check < 10; check++) {
            if (CheckDigits.gs1(body + check)) {
                return body + check;
            }
        }
        throw new IllegalStateException("One of ten digits fits");
    }

    private static String identity(Random random) {
        var regions = List.of("110105", "610103", "620102", "650102", "510104", "370102", "410102", "360102");
        var body = regions.get(random.nextInt(regions.size())) + (1930 + random.nextInt(90)) + "0"
                + (1 + random.nextInt(9)) + (10 + random.nextInt(18)) + digits(3, random);
        var weights = new int[] {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        var sum = 0;
        for (var at = 0; at < weights.length; at++) {
            sum += (body.charAt(at) - '0') * weights[at];
        }
        return body + "10X98765432".charAt(sum % 11);
    }
}
