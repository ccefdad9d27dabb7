package io.huitai.device.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TracksTest {
    private static final String MEMBER = "9988000000000015";
    private static final CardRead MEMBER_READ = new CardRead(MEMBER);
    private static final PaymentCard REFUSED = new PaymentCard();

    @Test
    void twoTracksOfOneSwipeAreOneCard() {
        assertThat(Tracks.decode("%B" + MEMBER + "^ZHANG/SAN^2912101?;" + MEMBER + "=2912101?"))
                .isEqualTo(MEMBER_READ);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ";9988000000000015=2912101?",
                "9988000000000015=2912101",
                ";9988000000000015=?",
                ";9988000000000015?",
                "9988000000000015",
                "  ;9988000000000015=2912101?\r\n"
            })
    void trackTwoReadsWithAndWithoutSentinels(String track) {
        assertThat(Tracks.decode(track)).isEqualTo(MEMBER_READ);
        assertThat(Tracks.decode(Optional.empty(), Optional.of(track), Optional.empty()))
                .isEqualTo(MEMBER_READ);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%B9988000000000015^ZHANG/SAN^2912101000000000?",
                "B9988000000000015^ZHANG/SAN^2912101",
                "%b9988 0000 0000 0015^zhang/san^2912101?",
                "%9988000000000015?",
                "%B9988000000000015^ZHANG/SAN^^?"
            })
    void trackOneReadsWithAndWithoutSentinels(String track) {
        assertThat(Tracks.decode(track)).isEqualTo(MEMBER_READ);
        assertThat(Tracks.decode(Optional.of(track), Optional.empty(), Optional.empty()))
                .isEqualTo(MEMBER_READ);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+9988000000000015?", "+019988000000000015=156?", "019988000000000015=156"})
    void trackThreeServesWhereTheOthersAreSilent(String track) {
        assertThat(Tracks.decode(Optional.empty(), Optional.empty(), Optional.of(track)))
                .isEqualTo(MEMBER_READ);
    }

    @Test
    void trackThreeDoesNotOverrideTheOthers() {
        assertThat(Tracks.decode(";" + MEMBER + "=2912101?+0177665544?")).isEqualTo(MEMBER_READ);
    }

    @Test
    void oneGoodTrackIsEnough() {
        assertThat(Tracks.decode("%E?;" + MEMBER + "=2912101?")).isEqualTo(MEMBER_READ);
        assertThat(Tracks.decode("%B" + MEMBER + "^A^2912101?;E?")).isEqualTo(MEMBER_READ);
        assertThat(Tracks.decode("%B99880000;" + MEMBER + "=2912101?")).isEqualTo(MEMBER_READ);
    }

    @Test
    void lrcIsCheckedWherePresent() {
        var track1 = "%B" + MEMBER + "^ZHANG/SAN^2912101?";
        var track2 = ";" + MEMBER + "=2912101?";
        var lrc1 = Lrc.ofTrack1(track1);
        var lrc2 = Lrc.ofTrack2(track2);
        assertThat(Tracks.decode(track1 + lrc1 + track2 + lrc2)).isEqualTo(MEMBER_READ);
        assertThat(Tracks.decode(track2 + lrc2)).isEqualTo(MEMBER_READ);
        assertThat(Tracks.decode(track2 + (char) ('0' + ((lrc2 - '0') ^ 1))))
                .isEqualTo(new Unreadable(Unreadable.Reason.CHECK_FAILED));
        assertThat(Tracks.decode(Optional.empty(), Optional.of(track2 + lrc2), Optional.empty()))
                .isEqualTo(MEMBER_READ);
    }

    @Test
    void otherWaysToWriteTrack2AreTheSameTrack() {
        for (var seed = 0L; seed < 2_000; seed++) {
            var random = new Random(seed);
            var member = Pans.member(random.nextInt(1_000));
            var pan = Pans.random(random);
            for (var number : List.of(member, pan)) {
                var expected = number.equals(member) ? new CardRead(member) : REFUSED;
                var track = ";" + number + "=29121010000?";
                for (var written : List.of(
                        track.replace('=', 'D'),
                        track.replace('=', 'd') + Lrc.ofTrack2(track),
                        number + "D29121010000F",
                        ScanForms.wide(track),
                        "ö" + number + "´29121010000_",
                        "$" + number + "+29121010000§",
                        ":" + number + "+29121010000/")) {
                    assertThat(Tracks.decode(written))
                            .as("seed %d: %s", seed, written)
                            .isEqualTo(expected);
                    assertThat(Tracks.decode(Optional.empty(), Optional.of(written), Optional.empty()))
                            .as("seed %d: %s", seed, written)
                            .isEqualTo(expected);
                    assertThat(Codes.swipe(written))
                            .as("seed %d: %s", seed, written)
                            .contains(expected);
                }
            }
        }
    }

    @Test
    void everyLrcCharacterIsToldFromASentinel() {
        for (var tail = 0; tail < 1_000; tail++) {
            var track2 = ";" + MEMBER + "=2912" + tail + "?";
            var track1 = "%B" + MEMBER + "^GUEST^2912" + tail + "?";
            assertThat(Tracks.decode(track1 + Lrc.ofTrack1(track1) + track2 + Lrc.ofTrack2(track2)))
                    .as(track1)
                    .isEqualTo(MEMBER_READ);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111111", // Visa
                "5555555555554444", // Mastercard
                "2223003122003222", // Mastercard, 2 series
                "378282246310005", // American Express
                "6011111111111117", // Discover
                "3530111333300000", // JCB
                "6212341111111111116", // UnionPay, 19 digits
                "30569309025904", // Diners Club
                "6759649826438453", // Maestro
                "2200700000000009" // Mir
            })
    void paymentCardsAreRefusedOnAnyTrack(String pan) {
        assertThat(CheckDigits.luhn(pan)).as("the test's own number").isTrue();
        assertThat(Tracks.decode(";" + pan + "=2912201123456?")).isEqualTo(REFUSED);
        assertThat(Tracks.decode(pan)).isEqualTo(REFUSED);
        assertThat(Tracks.decode("%B" + pan + "^ZHANG/SAN^2912201?")).isEqualTo(REFUSED);
        assertThat(Tracks.decode("+01" + pan + "=156?")).isEqualTo(REFUSED);
        assertThat(Tracks.decode("%B" + pan + "^A^2912201?;E?")).isEqualTo(REFUSED);
        assertThat(Tracks.decode(Optional.empty(), Optional.of(";" + MEMBER + "=?"), Optional.of("01" + pan)))
                .isEqualTo(REFUSED);
    }

    @Test
    void aBankOrTravelNumberOfAnUnknownIssuerIsGivenAwayByItsServiceCode() {
        var pan = "3100000000000003";
        assertThat(CheckDigits.luhn(pan)).isTrue();
        assertThat(Tracks.decode(";" + pan + "=2912201?")).isEqualTo(REFUSED);
        assertThat(Tracks.decode(";" + pan + "=?")).isEqualTo(new CardRead(pan));
    }

    @Test
    void anIssuersNumberReadWronglyIsGivenAwayByItsServiceCode() {
        var wrong = "6222021234567890123";
        assertThat(CheckDigits.luhn(wrong)).as("the test's own number").isFalse();
        assertThat(Tracks.decode(";" + wrong + "=25121011234?")).isEqualTo(new PaymentCard());
        assertThat(Tracks.decode(";6000123412341234=2512?")).isInstanceOf(CardRead.class);
    }

    @Test
    void aMemberCardIsNeverAPaymentCardWhateverItsServiceCode() {
        assertThat(Tracks.decode(";" + MEMBER + "=2912201?")).isEqualTo(MEMBER_READ);
        assertThat(Tracks.decode(";" + MEMBER + "=2912601?")).isEqualTo(MEMBER_READ);
    }

    @Test
    void aMemberCardWithAWrongCheckDigitIsNobodys() {
        assertThat(Tracks.decode(";9988000000000016=2912101?"))
                .isEqualTo(new Unreadable(Unreadable.Reason.CHECK_FAILED));
    }

    @Test
    void otherCardsOfTheHouseAreRead() {
        assertThat(Tracks.decode(";0012345?")).isEqualTo(new CardRead("0012345"));
        assertThat(Tracks.decode(";8000123456=2512?")).isEqualTo(new CardRead("8000123456"));
    }

    @Test
    void tracksThatNameTwoCardsAreNobodys() {
        assertThat(Tracks.decode(";9988000000000015=?;9988000000000023=?"))
                .isEqualTo(new Unreadable(Unreadable.Reason.TRACKS_DISAGREE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ";?",
                "%E?",
                ";99880000",
                "%B99880000000000",
                "%B^^?",
                ";12?",
                "hello",
                "99880000000X0015",
                "???",
                ";998800000000001529121010000000?"
            })
    void garbageIsUnreadable(String raw) {
        assertThat(Tracks.decode(raw)).isInstanceOf(Unreadable.class);
    }

    @Test
    void nothingIsUnreadableAsNothing() {
        var nothing = new Unreadable(Unreadable.Reason.EMPTY);
        assertThat(Tracks.decode("")).isEqualTo(nothing);
        assertThat(Tracks.decode("\r\n")).isEqualTo(nothing);
        assertThat(Tracks.decode(Optional.empty(), Optional.empty(), Optional.empty()))
                .isEqualTo(nothing);
        assertThat(Tracks.decode(Optional.of(" "), Optional.empty(), Optional.empty()))
                .isEqualTo(nothing);
    }

    @Test
    void cardNumbersPrintTheirLastFourDigitsOnly() {
        assertThat(MEMBER_READ).hasToString("CardRead[****0015]");
        assertThat(REFUSED).hasToString("PaymentCard[]");
    }

    /// Damaged, cut and glued swipes: an answer each, no number of a payment card in it, and never another member.
    @Test
    void fuzzedSwipesNeverCrashLeakOrNameAnotherMember() {
        for (var seed = 0L; seed < 100_000; seed++) {
            var random = new Random(seed);
            var pan = Pans.random(random);
            var member = Pans.member(random.nextInt(1_000));
            var number = random.nextBoolean() ? pan : member;
            var raw = damaged(swipe(number, random), random);
            var swipe = Tracks.decode(raw);
            var parts = Tracks.decode(part(raw, random), part(raw, random), part(raw, random));
            assertThat(swipe.toString() + parts).as("seed %d", seed).doesNotContain(pan.substring(0, pan.length() - 4));
            NoPans.assertClean(swipe.toString() + parts);
            if (swipe instanceof CardRead read && PaymentNumbers.isMemberShaped(read.number())) {
                assertThat(read.number()).as("seed %d", seed).isEqualTo(member);
            }
        }
    }

    @Test
    void wholeSwipesOfPaymentCardsAreAlwaysRefusedAndOfMembersAlwaysRead() {
        for (var seed = 0L; seed < 100_000; seed++) {
            var random = new Random(seed);
            var member = Pans.member(random.nextInt(1_000));
            assertThat(Tracks.decode(swipe(Pans.random(random), random)))
                    .as("seed %d", seed)
                    .isEqualTo(REFUSED);
            assertThat(Tracks.decode(swipe(member, random))).as("seed %d", seed).isEqualTo(new CardRead(member));
        }
    }

    private static String swipe(String number, Random random) {
        var service = new String[] {"101", "201", "601", "000"}[random.nextInt(4)];
        var track1 = "%B" + number + "^GUEST/A^2912" + service + random.nextInt(100_000) + "?";
        var track2 = ";" + number + "=2912" + service + random.nextInt(100_000) + "?";
        return switch (random.nextInt(4)) {
            case 0 -> track1 + track2;
            case 1 -> track1 + Lrc.ofTrack1(track1) + track2 + Lrc.ofTrack2(track2);
            case 2 -> track2;
            default -> track1 + "\r" + track2 + "\r";
        };
    }

    private static String damaged(String swipe, Random random) {
        var text = new StringBuilder(swipe);
        for (var times = random.nextInt(4); times > 0 && !text.isEmpty(); times--) {
            var at = random.nextInt(text.length());
            switch (random.nextInt(5)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, (char) (' ' + random.nextInt(95)));
                case 2 -> text.setLength(at);
                case 3 -> text.delete(0, at);
                default -> text.append(text.substring(at));
            }
        }
        return text.toString();
    }

    private static Optional<String> part(String raw, Random random) {
        if (raw.isEmpty() || random.nextInt(3) == 0) {
            return Optional.empty();
        }
        var from = random.nextInt(raw.length());
        return Optional.of(raw.substring(from, from + random.nextInt(raw.length() - from + 1)));
    }
}
