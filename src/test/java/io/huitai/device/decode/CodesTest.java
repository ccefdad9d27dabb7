package io.huitai.device.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.device.ReaderEvent;
import java.net.URI;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTest {
    @ParameterizedTest
    @CsvSource({
        "6901234567892, 6901234567892", // EAN-13
        "036000291452, 0036000291452", // UPC-A is EAN-13 with a leading 0
        "96385074, 96385074", // EAN-8
        "]E06901234567892, 6901234567892" // with an AIM identifier
    })
    void goodsAreReadByTheirCheckDigit(String scanned, String code) {
        assertThat(Codes.decode(scanned)).isEqualTo(new Scan.Goods(code));
    }

    @Test
    void aWrongCheckDigitIsNoProductButText() {
        assertThat(Codes.decode("6901234567893")).isEqualTo(new Scan.Plain("6901234567893"));
    }

    @Test
    void weighedGoodsCarryItemAndValue() {
        assertThat(Codes.decode("2112345012346")).isEqualTo(new Scan.Weighed("2112345012346", "21", "12345", 1_234));
    }

    @Test
    void aGermanProductIsNoPaymentCard() {
        var both = bothEanAndLuhn();
        assertThat(Codes.decode(both)).isEqualTo(new Scan.Goods(both));
    }

    @ParameterizedTest
    @ValueSource(strings = {"134567890123456789", "2812345678901234", "101234567890123456", "301234567890123456789012"})
    void guestsPaymentCodesAreToldAndDoNotPrint(String code) {
        assertThat(Codes.decode(code)).isEqualTo(new Scan.PaymentCode(code));
        assertThat(Codes.decode(code).toString()).doesNotContain(code.substring(3, 12));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111111",
                "4111 1111 1111 1111",
                "4111-1111-1111-1111",
                ";4111111111111111=29122011234?",
                "%B4111111111111111^A/B^2912201?",
                "6212341111111111116"
            })
    void aScannedPaymentCardIsRefused(String scanned) {
        assertThat(Codes.decode(scanned)).isEqualTo(new PaymentCard());
    }

    @Test
    void aMemberCardsNumberIsText() {
        assertThat(Codes.decode("9988000000000015")).isEqualTo(new Scan.Plain("9988000000000015"));
    }

    @Test
    void addressesAndOtherTextAreTold() {
        assertThat(Codes.decode("https://huitai.example/r/S001-T1-000482"))
                .isEqualTo(new Scan.Link(URI.create("https://huitai.example/r/S001-T1-000482")));
        assertThat(Codes.decode("S001-T1-000482")).isEqualTo(new Scan.Plain("S001-T1-000482"));
        assertThat(Codes.decode("宫保鸡丁")).isEqualTo(new Scan.Plain("宫保鸡丁"));
        assertThat(Codes.decode("http://[half")).isEqualTo(new Scan.Plain("http://[half"));
    }

    @Test
    void whatIsNoTextIsUnreadable() {
        assertThat(Codes.decode(" \r\n")).isEqualTo(new Unreadable(Unreadable.Reason.EMPTY));
        assertThat(Codes.decode("AB\u0000CD")).isEqualTo(new Unreadable(Unreadable.Reason.GARBLED));
        assertThat(Codes.decode("x".repeat(5_000))).isEqualTo(new Unreadable(Unreadable.Reason.TOO_LONG));
    }

    @Test
    void fuzzedScansNeverCrashOrPrintAPaymentCard() {
        for (var seed = 0L; seed < 100_000; seed++) {
            var random = new Random(seed);
            var pan = Pans.random(random);
            assertThat(Codes.decode(pan))
                    .as("seed %d", seed)
                    .isInstanceOfAny(PaymentCard.class, Scan.PaymentCode.class);
            var scan = Codes.decode(around(pan, random));
            assertThat(scan.toString()).as("seed %d", seed).doesNotContain(pan);
            NoPans.assertClean(new ReaderEvent.Scanned("counter", pan).toString());
        }
    }

    private static String around(String pan, Random random) {
        var text = new StringBuilder(pan);
        for (var times = random.nextInt(6); times > 0; times--) {
            text.insert(random.nextInt(text.length() + 1), Character.toString(random.nextInt(0x2FFF)));
        }
        return text.toString();
    }

    private static String bothEanAndLuhn() {
        for (var number = 400_000_000_000_0L; ; number++) {
            var digits = Long.toString(number);
            if (CheckDigits.gs1(digits) && CheckDigits.luhn(digits)) {
                return digits;
            }
        }
    }
}
