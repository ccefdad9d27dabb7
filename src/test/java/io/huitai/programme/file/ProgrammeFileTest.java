package io.huitai.programme.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.huitai.money.Money;
import io.huitai.programme.Grant.Given;
import io.huitai.programme.Grant.Occasion;
import io.huitai.programme.Membership.Detail;
import io.huitai.programme.Membership.Ground;
import io.huitai.programme.Membership.Shortfall;
import io.huitai.programme.Programme;
import io.huitai.programme.RuleId;
import io.huitai.programme.TierId;
import io.huitai.programme.Validity;
import io.huitai.programme.VoucherTypeId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
            rate: 0.95      | rata: 0.95            | 8:5: 'rate' is missing
            per: 1.00       | per: 1.00, pre: 2     | 11:61: 'pre' is not known here; expected: goods, id,
            rate: 0.95      | rate: 1.2             | 8:5: A discount's rate is at most 1
            rate: 0.95      | rate: much            | 8:57: 'much' is not
            tier: member    | tier: gold            | 8:76: 'gold' is not a tier
            tier: member    | lunar-day: 31         | 8:81: A day is 1 to 30
            per: 1.00       | per: 0.00             | 11:7: Points are earned per amount above zero
            value: 1.00     | value: 1.001          | 12:32: '1.001' has more than 2 decimals
            version: 1      | version: one          | 2:10: 'one' is not a whole number
            version: 1      | other: 1              | 1:1: 'version' is missing
            enrolment: {}   | enrolment: [          | is not YAML
            enrolment: {}   | enrolment: {asks: dog} | 14:21: 'dog' is not a detail
            id: small       | id: Small             | 1:5: 'Small' is not a programme id
            2026-01-01      | tomorrow              | 3:15: Text 'tomorrow' could not be parsed
            """)
    void faultsNameThePlaceAndWhatWasExpected(String part, String instead, String fault) {
        assertThatThrownBy(() -> read(SMALL.replace(part, instead)))
                .isInstanceOf(BadProgramme.class)
                .hasMessageContaining(fault)
                .hasMessageStartingWith("small.yaml:");
    }

    @Test
    void sameTierTwiceIsRefused() {
        var twice = SMALL.replace("discounts:", "  - {id: member, name: {zh: 会员, en: Member}}\ndiscounts:");
        assertThatThrownBy(() -> read(twice)).hasMessageContaining("7:6: this tier stands here twice");
    }

    @Test
    void unknownProgrammeIsNone() {
        assertThat(new Programmes().find("no-such-thing")).isEmpty();
        assertThat(new Programmes().find("../secret")).isEmpty();
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
