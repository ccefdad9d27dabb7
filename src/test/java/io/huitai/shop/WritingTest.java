package io.huitai.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.shop.person.EmailAddress;
import io.huitai.shop.person.Handwriting;
import io.huitai.shop.person.IdentityDocument;
import io.huitai.shop.person.PhoneNumber;
import io.huitai.shop.person.TaxNumber;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WritingTest {
    private static final int TIMES = 400;
    private static final LocalDate TODAY = LocalDate.parse("2026-06-10");

    @RepeatedTest(5)
    void onePersonIsOneInEveryHand(RepetitionInfo seed) {
        var hand = new Handwriting(new Random(seed.getCurrentRepetition()));
        for (var i = 0; i < TIMES; i++) {
            var mobile = hand.mobile();
            same(seed, mobile, PhoneNumber.key(mobile), hand.mobile(mobile), PhoneNumber::key);
            var landline = hand.landline();
            same(seed, landline, landline, hand.landline(landline), PhoneNumber::key);
            var foreign = hand.foreign();
            same(seed, foreign, foreign, hand.foreign(foreign), PhoneNumber::key);
            var name = hand.name();
            same(seed, name, Writing.key(name), hand.name(name), Writing::key);
            var id = hand.identityNumber();
            same(seed, id, id, hand.document(id), no -> new IdentityDocument("id", no).no());
            var passport = hand.passport();
            same(seed, passport, passport, hand.document(passport), no -> new IdentityDocument("passport", no).no());
            var tax = hand.taxNumber();
            same(
                    seed,
                    tax,
                    tax,
                    hand.document(tax),
                    no -> TaxNumber.read(no).orElseThrow().value());
            var title = hand.title();
            same(seed, title, Writing.key(title), hand.title(title), Writing::key);
        }
    }

    private static void same(RepetitionInfo seed, String one, String kept, String written, UnaryOperator<String> form) {
        assertThat(form.apply(written))
                .as("seed %s: %s as '%s' %s", seed.getCurrentRepetition(), one, written, signs(written))
                .isEqualTo(kept);
        assertThat(form.apply(kept)).as("once more").isEqualTo(kept);
    }

    private static List<String> signs(String text) {
        return text.codePoints().mapToObj("%04X"::formatted).toList();
    }

    @Test
    void differentPeopleStayDifferent() {
        var hand = new Handwriting(new Random(20));
        var phones = new HashSet<String>();
        var documents = new HashSet<String>();
        var names = new HashSet<String>();
        var all = new HashSet<String>();
        for (var i = 0; i < 3000; i++) {
            var mobile = hand.mobile();
            var landline = hand.landline();
            var name = hand.name();
            var id = hand.identityNumber();
            if (all.add(mobile)) {
                assertThat(phones.add(PhoneNumber.key(hand.mobile(mobile))))
                        .as(mobile)
                        .isTrue();
            }
            if (all.add(landline)) {
                assertThat(phones.add(PhoneNumber.key(hand.landline(landline))))
                        .as(landline)
                        .isTrue();
            }
            if (all.add(name)) {
                assertThat(names.add(Writing.key(hand.name(name)))).as(name).isTrue();
            }
            if (all.add(id)) {
                assertThat(documents.add(new IdentityDocument("id", hand.document(id)).key()))
                        .as(id)
                        .isTrue();
                assertThat(documents.add(new IdentityDocument("passport", id).key()))
                        .as(id)
                        .isTrue();
            }
        }
        for (var two : List.of("Mary Ann/Maryann", "José/Jose", "买买提·艾力/买买提艾力", "张三/张三三", "王伟/王玮")) {
            var pair = two.split("/", -1);
            assertThat(Writing.key(pair[0])).isNotEqualTo(Writing.key(pair[1]));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "张　三, 张三",
        "王　小　明, 王小明",
        "李雷 韩梅梅, 李雷 韩梅梅",
        "买买提•艾力, 买买提·艾力",
        "买买提．艾力, 买买提·艾力",
        "Ｊｏｓe\u0301　García, José García",
        "\uF914天, 樂天",
        "\u2F45圆, 方圆",
        "ﾔﾏﾀﾞ, ヤマダ",
        "示例科技（深圳）有限公司, 示例科技（深圳）有限公司",
        "J. R. Smith, J. R. Smith"
    })
    void whatIsKeptIsWhatOneWouldWrite(String written, String kept) {
        assertThat(Writing.tidy(written)).isEqualTo(kept);
    }

    // Phones

    @ParameterizedTest
    @CsvSource({
        "199 0000 0001, 19900000001",
        "+86 199-0000-0001, 19900000001",
        "0755-12345678-801, 075512345678-801",
        "0755-12345678转801, 075512345678-801",
        "+86 755 1234 5678 ext. 801, 075512345678-801",
        "（0755）1234 5678, 075512345678",
        "75521234567, 075521234567",
        "400-123-4567, 4001234567",
        "12345678901x, ''",
        "6123 4567, 61234567",
        "8001, 8001",
        "1, 1",
        "85291234567, +85291234567",
        "+852 9123 4567, +85291234567",
        "00852-91234567, +85291234567",
        "+44 (0)20 7946 0958, +442079460958",
        "+1 (212) 555-1234, +12125551234"
    })
    void aNumberIsKeptAsItIsDialled(String written, String kept) {
        assertThat(PhoneNumber.read(written).map(PhoneNumber::value).orElse("")).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abc",
                "l99OOOOOOO1",
                "1380000000",
                "138000000012",
                "13800000",
                "138000000",
                "10800000001",
                "199****0001",
                "13800000001/13900000002",
                "13800000001、13900000002",
                "13800000001 13900000002",
                "1.38E+10",
                "#N/A",
                "无",
                "+",
                "+86",
                "+852 1",
                "+999 12345678",
                "99999999999999999999",
                "电话13800000001",
                "+86138000",
                "1380000000l",
                "12345678901",
                "０１２３４５６７８９０１２３"
            })
    void whatCannotBeDialledIsNone(String written) {
        assertThat(PhoneNumber.read(written)).isEmpty();
    }

    // Papers

    @Test
    void aWrongSignInAnIdentityNumberIsSeen() {
        var random = new Random(11643);
        var hand = new Handwriting(random);
        for (var i = 0; i < TIMES; i++) {
            var id = hand.identityNumber();
            assertThat(new IdentityDocument("id", hand.document(id)).isGood(TODAY))
                    .as(id)
                    .isTrue();
            var place = random.nextInt(17);
            var other = (id.charAt(place) - '0' + 1 + random.nextInt(9)) % 10;
            var wrong = id.substring(0, place) + other + id.substring(place + 1);
            assertThat(new IdentityDocument("id", wrong).isGood(TODAY))
                    .as(wrong)
                    .isFalse();
            assertThat(new IdentityDocument("passport", wrong).isGood(TODAY))
                    .as(wrong)
                    .isTrue();
            assertThat(new IdentityDocument("id", id.substring(1)).isGood(TODAY))
                    .as(id)
                    .isFalse();
        }
        assertThat(new IdentityDocument("身份证", "11010519491231002×").key()).isEqualTo("id:11010519491231002X");
        assertThat(new IdentityDocument("ID", "11010519491231002Ⅹ").isGood(TODAY))
                .isTrue();
        assertThat(new IdentityDocument("id", "110105491231002").isGood(TODAY))
                .as("of 15 digits")
                .isFalse();
        assertThat(new IdentityDocument("id", "11010520491231002X").isGood(TODAY))
                .as("born in 2049")
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "11010519491231002x, id",
        "11010519491231002, id",
        "13800000001, id",
        "无, id",
        "E12345678, passport",
        "e 1234 5678, passport",
        "H12345678, passport",
        "12345678, passport",
        "C01X00T47, passport",
        "USA110099010110, passport"
    })
    void aRostersPapersAreToldApartByTheirShape(String no, String type) {
        assertThat(IdentityDocument.untyped(no).type()).isEqualTo(type);
    }

    // Tax numbers

    @Test
    void aWrongSignInATaxNumberIsSeen() {
        var random = new Random(32100);
        var hand = new Handwriting(random);
        var alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        for (var i = 0; i < TIMES; i++) {
            var good = hand.taxNumber();
            var place = random.nextInt(18);
            var other = (alphabet.indexOf(good.charAt(place)) + 1 + random.nextInt(30)) % 31;
            var wrong = good.substring(0, place) + alphabet.charAt(other) + good.substring(place + 1);
            assertThat(TaxNumber.read(hand.document(wrong))).as(wrong).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"91310000ma1fl0000n", "440300123456789", "44030012345678901234", "11010519491231002X"})
    void olderNumbersAndPeoplesAreTaken(String written) {
        assertThat(TaxNumber.read(written)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "9131000",
                "91310000MA1FL0000O",
                "91310000MA1FL00000",
                "税号",
                "9131000000000000",
                "AAAAAAAAAAAAAAA"
            })
    void whatIsNoTaxNumberIsNone(String written) {
        assertThat(TaxNumber.read(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Zhang@Example.COM, Zhang@example.com",
        "ｚ＠ｅ。com, z@e.com",
        "' a@b.c ', a@b.c",
        "a@b, ''",
        "@b.c, ''",
        "a b, ''",
        "a@b..c, ''",
        "a@@b.c, ''"
    })
    void anAddressHasADomain(String written, String kept) {
        assertThat(EmailAddress.read(written).map(EmailAddress::value).orElse(""))
                .isEqualTo(kept);
    }
}
