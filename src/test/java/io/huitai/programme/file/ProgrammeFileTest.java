package io.huitai.programme.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.huitai.money.Money;
import io.huitai.programme.doubt.Doubt;
import io.huitai.programme.scheme.Grant.Given;
import io.huitai.programme.scheme.Grant.Occasion;
import io.huitai.programme.scheme.Membership.Detail;
import io.huitai.programme.scheme.Membership.Ground;
import io.huitai.programme.scheme.Membership.Shortfall;
import io.huitai.programme.scheme.Programme;
import io.huitai.programme.scheme.Versions.Unfit;
import io.huitai.programme.words.RuleId;
import io.huitai.programme.words.TierId;
import io.huitai.programme.words.Validity;
import io.huitai.programme.words.VoucherTypeId;
import io.huitai.shop.Lang;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProgrammeFileTest {
    private static final String SMALL = """
            id: small
            version: 1
            applies-from: 2026-01-01
            name: {zh: 小, en: Small}
            tiers:
              - {id: member, name: {zh: 会员, en: Member}}
            discounts:
              - {id: tier-member, name: {zh: 会员, en: Member}, rate: 0.95, when: {tier: member}}
            points:
              earn:
                - {id: earn-base, name: {zh: 分, en: Points}, per: 1.00, points: 1}
              redeem: {points: 100, value: 1.00}
            membership:
              enrolment: {}
            """;

    static List<String> ids() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("huitai.basedir"), "assets", "programmes"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.substring(0, name.length() - 5))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everySchemeShips() throws IOException {
        assertThat(ids()).hasSize(24);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void shippedProgrammesKeepTheSchema(String id) throws IOException {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(new String(bytes("programme.schema.json"), StandardCharsets.UTF_8), InputFormat.JSON);
        var yaml = new String(bytes(id + ".yaml"), StandardCharsets.UTF_8);
        assertThat(schema.validate(yaml, InputFormat.YAML)).isEmpty();
        assertThat(schema.validate(yaml.replace("rate:", "rata:").replace("version:", "edition:"), InputFormat.YAML))
                .isNotEmpty();
        assertThat(shipped(id).id().value()).isEqualTo(id);
        assertThat(shipped(id).digest()).matches("[0-9a-f]{64}");
    }

    @Test
    void standardCardIsEnteredBySpendFeeOrRechargeAndClearedEachYear() {
        var programme = shipped("standard-card");
        assertThat(programme.membership().enrolment().grounds())
                .containsExactly(
                        new Ground.SpentInOneDay(Money.parse("100.00"), false), new Ground.Fee(Money.parse("20.00")));
        assertThat(programme.points().expiry().last(LocalDate.of(2026, 12, 31)))
                .isEqualTo(Optional.of(LocalDate.of(2026, 12, 31)));
        assertThat(programme.membership().ladder().review().orElseThrow().day()).isEqualTo(MonthDay.of(1, 1));
        assertThat(programme.membership().returns().shortfall()).isEqualTo(Shortfall.DEDUCT);
        assertThat(programme.tier(new TierId("gold")).notices().getFirst().zh()).isEqualTo("优先服务");
        assertThat(programme.membership().cards().personal()).isTrue();
    }

    @Test
    void mallGrantsPointsOnJoiningAndOnTheFirstBill() {
        var membership = shipped("mall").membership();
        assertThat(membership.enrolment().asks())
                .containsExactlyInAnyOrder(Detail.NAME, Detail.PHONE, Detail.EMAIL, Detail.CONSENT);
        var joining = membership.grants().getFirst();
        assertThat(joining.occasion()).isEqualTo(new Occasion.Joining());
        assertThat(joining.given()).containsExactly(new Given.Points(200));
        assertThat(membership.grants().get(1).occasion()).isEqualTo(new Occasion.FirstBill(Money.parse("100.00")));
        assertThat(membership.grants().get(2).given())
                .containsExactly(new Given.Vouchers(new VoucherTypeId("birthday50"), 1, new Validity.Days(30)));
    }

    @Test
    void vipPointsAreStoreBoundAndCanBePassedOn() {
        var programme = shipped("vip-points");
        assertThat(programme.points().storeBound()).isTrue();
        assertThat(programme.points().transferable()).isTrue();
        var platinum = programme.membership().grants().stream()
                .filter(grant -> grant.isFor(new TierId("platinum")))
                .toList();
        assertThat(platinum).singleElement().satisfies(grant -> {
            assertThat(grant.id()).isEqualTo(new RuleId("birthday-platinum"));
            assertThat(grant.given())
                    .containsExactly(
                            new Given.Vouchers(new VoucherTypeId("cleaning"), 1, new Validity.ThatMonth()),
                            new Given.Vouchers(new VoucherTypeId("cash200"), 1, new Validity.ThatMonth()));
        });
    }

    @Test
    void departmentStoreRefusesRefundsWhosePointsAreGone() {
        var membership = shipped("department-store").membership();
        assertThat(membership.returns().shortfall()).isEqualTo(Shortfall.REFUSE);
        assertThat(membership.cards().closedAfterDays()).hasValue(365);
        assertThat(membership.enrolment().grounds()).contains(new Ground.SpentInOneDay(Money.parse("200.00"), true));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            rate: 0.95      | rata: 0.95             | 8:5: found no 'rate', expected a number from 0 to 1 with at
            rate: 0.95      | rata: 0.95             | 8:51: found the key 'rata', expected one of the keys: goods, id,
            rate: 0.95      | rate: 1.2              | 8:57: found the number 1.2, expected a number from 0 to 1
            rate: 0.95      | rate: 0.9555           | 8:57: found the number 0.9555, expected a number from 0 to 1
            rate: 0.95      | rate: much             | 8:57: found the text 'much', expected a number from 0 to 1
            rate: 0.95      | rate: "0.95"           | 8:57: found the text '0.95', expected a number from 0 to 1
            rate: 0.95      | rate: [0.95]           | 8:57: found a list, expected a number from 0 to 1
            rate: 0.95      | rate:                  | 8:56: found nothing, expected a number from 0 to 1
            rate: 0.95      | rate: 0.95, stacks: on | 8:71: found the text 'on', expected true or false
            tier: member    | tier: gold             | 8:76: found the text 'gold', expected a tier of this programme (member)
            tier: member    | tier: []               | 8:76: found an empty list, expected a list of at least one
            when: {tier: member} | when: {}          | 8:69: found no 'tier, kind, birthday, day, weekday,
            tier: member    | lunar-day: 31          | 8:81: found the number 31, expected a whole number from 1 to 30
            tier: member    | nth-weekday: {nth: 0, weekday: monday} | 8:89: found the number 0, expected one of: 1, 2, 3
            tier: member    | date: {first: 2026-05-02, last: 2026-05-01} | 8:102: found the day 2026-05-01, expected a day not before 2026-05-02
            tier: member    | date: {first: 2026-02-30, last: 2026-05-01} | 8:84: found the text '2026-02-30', expected a date that exists
            tier: member    | time: {from: "24:00", until: "02:00"} | 8:83: found the text '24:00', expected a time
            when: {tier: member} | goods: {categories: .food} | 8:83: found the text '.food', expected a category
            per: 1.00       | per: 1.00, pre: 2      | 11:61: found the key 'pre', expected one of the keys: goods, id,
            per: 1.00       | per: 0.00              | 11:55: found the number 0.00, expected an amount in yuan above zero
            per: 1.00, points: 1 | stages: [{from: 0, fixed: 5}, {from: 0, share: 0.1}] | 11:87: found a band from 0.00, expected a band that begins above 0.00
            per: 1.00, points: 1 | points: 1         | 11:7: found no 'per, stages', expected exactly one of the keys: per, stages
            value: 1.00     | value: 1.001           | 12:32: found the number 1.001, expected an amount in yuan
            value: 1.00     | value: 1e3             | 12:32: found the number 1e3, expected an amount in yuan
            value: 1.00     | value: 0.01, unit: 7   | 12:44: found the number 7, expected a unit whose points are worth whole fen
            version: 1      | version: one           | 2:10: found the text 'one', expected a whole number from 1 to
            version: 1      | version: 99999999999   | 2:10: found the number 99999999999, expected a whole number
            version: 1      | other: 1               | 1:1: found no 'version', expected a whole number from 1 to
            enrolment: {}   | enrolment: [           | 15:1: found what is not YAML
            enrolment: {}   | enrolment: {asks: dog} | 14:21: found the text 'dog', expected one of: birthday, consent
            enrolment: {}   | enrolment: {grounds: [{fee: 1.00, one-bill: 2.00}]} | 14:37: found the key 'one-bill', expected exactly one
            enrolment: {}   | enrolment: &a {}       | 14:14: found an anchor (&), an alias (*) or a tag (!), expected plain
            enrolment: {}   | enrolment: *a          | 14:14: found an anchor (&), an alias (*) or a tag (!), expected plain
            id: small       | id: Small              | 1:5: found the text 'Small', expected an id of lower case letters
            id: small       | id: 7                  | 1:5: found the number 7, expected an id
            id: small       | {id: small}            | is not YAML
            2026-01-01      | tomorrow               | 3:15: found the text 'tomorrow', expected a date that exists
            """)
    void faultsNameThePlaceAndWhatWasExpected(String part, String instead, String fault) {
        assertThat(faults(SMALL.replace(part, instead)))
                .anySatisfy(line -> assertThat(line).startsWith("small.yaml:").contains(fault));
    }

    @Test
    void everyFaultIsToldInTheOrderOfTheFile() {
        var wrong = SMALL.replace("id: small", "id: Small")
                .replace("rate: 0.95, when: {tier: member}", "rate: 2, when: {tier: [gold, silver]}, stack: true")
                .replace("per: 1.00, points: 1", "per: 0, points: -1")
                .replace("enrolment: {}", "grants: [{id: a}, {id: a, occasion: joining, points: none}]");
        assertThat(faults(wrong).stream().map(line -> line.split(": ", 2)[0].substring("small.yaml:".length())))
                .containsExactly(
                        "1:5", "8:57", "8:74", "8:80", "8:90", "11:55", "11:66", "14:3", "14:12", "14:12", "14:26",
                        "14:56");
        assertThatThrownBy(() -> read(wrong))
                .isInstanceOfSatisfying(
                        BadProgramme.class, bad -> assertThat(bad.faults()).hasSize(12))
                .hasMessageStartingWith("small.yaml:1:5: found the text 'Small', expected an id");
    }

    @Test
    void faultsAreToldInChineseToo() {
        assertThat(ProgrammeFile.check("small.yaml", SMALL.replace("0.95", "95").getBytes(StandardCharsets.UTF_8)))
                .extracting(finding -> finding.text(Lang.ZH))
                .containsExactly("small.yaml:8:57: 发现数字 95，应为介于 0 和 1 之间、最多 3 位小数的数，如 0.85");
    }

    @Test
    void aFileThatIsNotTextIsToldWhereItStops() {
        var gb = SMALL.getBytes(Charset.forName("GB18030"));
        assertThat(ProgrammeFile.check("gb.yaml", gb))
                .extracting(LintFinding::toString)
                .containsExactly("gb.yaml:6:29: found bytes that are not UTF-8, expected a text file saved as UTF-8");
        assertThat(faults(SMALL.replace("points: 1}", "points: \u0007}")))
                .containsExactly("small.yaml:11:69: found a control character, expected printable characters");
        assertThat(faults("")).containsExactly("small.yaml:1:1: found an empty file, expected keys with values");
        assertThat(faults(SMALL + "---\nid: two\n"))
                .containsExactly("small.yaml:16:1: found a second document, expected one document a file");
        assertThat(faults("#".repeat(300_000)))
                .containsExactly("small.yaml:1:1: found a large file, expected at most 256 KiB");
        assertThat(ProgrammeFile.check("bom.yaml", ("\uFEFF" + SMALL).getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void aliasesCannotMultiply() {
        var bomb = new StringBuilder("a: &a0 [x, x]\n");
        for (var i = 1; i < 40; i++) {
            bomb.append("b%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        assertThat(faults(bomb.toString())).hasSizeGreaterThan(100);
        assertThat(faults("not: {".repeat(5_000)))
                .containsExactly(
                        "small.yaml:1:379: found what is not YAML (Document nesting depth (65) exceeds the maximum allowed (64,"
                                + " from `StreamReadConstraints.getMaxNestingDepth()`)), expected YAML; look at indents, spaces"
                                + " after colons, brackets and quotes");
    }

    @Test
    void everyTextIsThereInBothLanguages() {
        var keys = Stream.of(
                        Stream.of("fault", "warning", "unfit"),
                        Arrays.stream(Found.values()).map(found -> "found." + found),
                        Arrays.stream(Expected.values()).map(expected -> "expected." + expected),
                        Arrays.stream(Doubt.Code.values()).map(code -> "doubt." + code),
                        Arrays.stream(Unfit.Why.values()).map(why -> "unfit." + why))
                .flatMap(each -> each)
                .toList();
        for (var lang : Lang.values()) {
            var texts = ResourceBundle.getBundle("io.huitai.programme.file.texts", Locale.of(lang.code()));
            assertThat(texts.keySet()).containsExactlyInAnyOrderElementsOf(keys);
        }
    }

    @Test
    void sameTierTwiceIsRefused() {
        var twice = SMALL.replace("discounts:", "  - {id: member, name: {zh: 会员, en: Member}}\ndiscounts:");
        assertThat(faults(twice)).containsExactly("small.yaml:7:10: found 'member' a second time, expected it once");
    }

    @Test
    void aVoucherThatTheFileDoesNotDefineIsUnknownEvenWhereItDefinesNone() {
        assertThat(faults(SMALL.replace("  redeem:", "  turn: {points: 1, voucher: v}\n  redeem:")))
                .containsExactly("small.yaml:12:30: found the text 'v', expected a voucher of this programme (–)");
    }

    @Test
    void withoutTiersThatIsTheOnlyFault() {
        assertThat(faults(SMALL.replace("tiers:\n  - {id: member, name: {zh: 会员, en: Member}}\n", "")))
                .containsExactly("small.yaml:1:1: found no 'tiers', expected a list of at least one");
        assertThat(faults("[]")).containsExactly("small.yaml:1:1: found an empty list, expected keys with values");
        assertThat(faults("{}")).hasSize(7);
    }

    @Test
    void unknownProgrammeIsNone() {
        assertThat(new Programmes().find("no-such-thing")).isEmpty();
        assertThat(new Programmes().find("../secret")).isEmpty();
    }

    private static List<String> faults(String text) {
        return ProgrammeFile.check("small.yaml", text.getBytes(StandardCharsets.UTF_8)).stream()
                .map(LintFinding::toString)
                .toList();
    }

    private static Programme shipped(String id) {
        return new Programmes().shipped(id).orElseThrow();
    }

    private static Programme read(String text) {
        return ProgrammeFile.read("small.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(String name) throws IOException {
        try (var stream = ProgrammeFileTest.class.getResourceAsStream("/assets/programmes/" + name)) {
            return Objects.requireNonNull(stream).readAllBytes();
        }
    }
}
