package io.huitai.programme.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huitai.money.Money;
import io.huitai.money.Rate;
import io.huitai.programme.scheme.Club;
import io.huitai.programme.scheme.Condition;
import io.huitai.programme.scheme.Discount;
import io.huitai.programme.scheme.Earning;
import io.huitai.programme.scheme.Goods;
import io.huitai.programme.scheme.Grant;
import io.huitai.programme.scheme.Ladder;
import io.huitai.programme.scheme.Ladder.Period;
import io.huitai.programme.scheme.Membership;
import io.huitai.programme.scheme.Membership.RosterLevel;
import io.huitai.programme.scheme.PointRules;
import io.huitai.programme.scheme.Redemption;
import io.huitai.programme.scheme.Staff;
import io.huitai.programme.scheme.StoredValue;
import io.huitai.programme.scheme.Tier;
import io.huitai.programme.scheme.VoucherType;
import io.huitai.shop.Label;
import io.huitai.shop.Role;
import io.huitai.shop.id.GiftId;
import io.huitai.shop.id.ProgrammeId;
import io.huitai.shop.id.RuleId;
import io.huitai.shop.id.TierId;
import io.huitai.shop.id.VoucherTypeId;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Values of a programme check themselves: the least that each takes, and what is just below it.
class ValuesTest {
    private static final VoucherTypeId TYPE = new VoucherTypeId("t");
    private static final Label NAME = new Label("名", "Name");

    @TestFactory
    Stream<DynamicTest> theLeastIsTakenAndLessIsNot() {
        return Stream.of(
                least("days", 1, n -> new Validity.Days((int) n)),
                least("months", 1, n -> new Validity.Months((int) n)),
                least("days before", 0, n -> new Validity.Around((int) n, 0)),
                least("days after", 0, n -> new Validity.Around(0, (int) n)),
                least("months looked back", 1, n -> new Span.LastMonths((int) n)),
                least("months of an application", 1, n -> new Tier.Application(Money.ZERO, (int) n, Optional.empty())),
                least("points of a referral", 0, n -> new Club.Referral(n, Rate.ONE)),
                least("every nth visit", 1, Grant.Occasion.EveryNthVisit::new),
                least("points given", 1, Grant.Given.Points::new),
                least("vouchers given", 1, n -> new Grant.Given.Vouchers(TYPE, n, new Validity.Unlimited())),
                least("points of a gift", 1, n -> new Membership.Gift(new GiftId("g"), NAME, n, 0)),
                least("stock of a gift", 0, n -> new Membership.Gift(new GiftId("g"), NAME, 1, n)),
                least("days of grace", 0, n -> new Ladder.Subscription(List.of(), (int) n)),
                least("points turned", 1, n -> new PointRules.Turning(n, TYPE)),
                least("points redeemed", 1, n -> new Redemption(n, Money.ofFen(1), 1, Optional.empty())),
                least("unit", 1, n -> new Redemption(1, Money.ofFen(1), n, Optional.empty())),
                least("value", 1, n -> new Redemption(1, Money.ofFen(n), 1, Optional.empty())),
                least("points earned", 0, n -> new Earning.EarnRate.Per(Money.ofFen(1), n)),
                least("amount that earns", 1, n -> new Earning.EarnRate.Per(Money.ofFen(n), 1)),
                least("fixed points", 0, Earning.Yield.Fixed::new),
                least(
                        "voucher's amount",
                        1,
                        n -> new VoucherType.Worth.Amount(Money.ofFen(n), new VoucherType.Limit.AnyNumber(), false)),
                least("full amount", 1, n -> new VoucherType.Limit.OnePerFull(Money.ofFen(n))),
                least("nth weekday from the end", -1, n -> new Condition.NthWeekday((int) n, DayOfWeek.MONDAY)),
                least("manual amount", 0, n -> new ManualDiscount.Off.Amount(Money.ofFen(n))),
                least(
                        "bonus at most",
                        500,
                        n -> new StoredValue.Band(Money.ZERO, new Rate(500), new Rate(n), Role.MANAGER, List.of())),
                least(
                        "second band",
                        101,
                        n -> new Earning.EarnRate.Staged(List.of(
                                new Earning.Band(Money.ofFen(100), new Earning.Yield.Fixed(1)),
                                new Earning.Band(Money.ofFen(n), new Earning.Yield.Fixed(2))))),
                least(
                        "second share",
                        101,
                        n -> new Staff.Commission.CompanySpend(List.of(
                                new Staff.Band(Money.ofFen(100), Rate.ONE),
                                new Staff.Band(Money.ofFen(n), Rate.ONE)))));
    }

    @Test
    void ratesOfDiscountsAndVouchersAreAtMostOne() {
        assertThatCode(() -> discount(Rate.ONE)).doesNotThrowAnyException();
        assertThatThrownBy(() -> discount(Rate.parse("1.001"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> discount(Rate.parse("0.8555"))).isInstanceOf(IllegalArgumentException.class);
        assertThatCode(() -> new VoucherType.Worth.Percent(Rate.ONE)).doesNotThrowAnyException();
        assertThatThrownBy(() -> new VoucherType.Worth.Percent(Rate.parse("1.001")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatCode(() -> new ManualDiscount.Off.Share(Rate.ONE)).doesNotThrowAnyException();
        assertThatThrownBy(() -> new ManualDiscount.Off.Share(Rate.parse("1.001")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Condition.NthWeekday(6, DayOfWeek.MONDAY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Condition.NthWeekday(0, DayOfWeek.MONDAY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "z9", "0-9", "tier-gold"})
    void idsAreLowerCaseLettersDigitsAndDashes(String id) {
        assertThat(new RuleId(id)).hasToString(id);
        assertThat(new TierId(id)).hasToString(id);
        assertThat(new ProgrammeId(id)).hasToString(id);
        assertThat(new VoucherTypeId(id)).hasToString(id);
        assertThat(new GiftId(id)).hasToString(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "A", "a_b", "金", "a b", "`", "{", "/", ":"})
    void whatIsNoIdIsRefused(String id) {
        assertThatThrownBy(() -> new RuleId(id)).hasMessageContaining("is not a");
        assertThatThrownBy(() -> new TierId(id)).hasMessageContaining("is not a");
        assertThatThrownBy(() -> new ProgrammeId(id)).hasMessageContaining("is not a");
        assertThatThrownBy(() -> new VoucherTypeId(id)).hasMessageContaining("is not a");
        assertThatThrownBy(() -> new GiftId(id)).hasMessageContaining("is not a");
    }

    @Test
    void idsAreAtMostSixtyFourLong() {
        assertThat(new RuleId("a".repeat(64)).value()).hasSize(64);
        assertThatThrownBy(() -> new RuleId("a".repeat(65))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void grantsAreForTheirTiersOrForAll() {
        var gold = new TierId("gold");
        var all = new Grant(new RuleId("g"), new Grant.Occasion.Joining(), List.of(), List.of());
        var some = new Grant(new RuleId("g"), new Grant.Occasion.Joining(), List.of(gold), List.of());
        assertThat(all.isFor(gold)).isTrue();
        assertThat(some.isFor(gold)).isTrue();
        assertThat(some.isFor(new TierId("silver"))).isFalse();
    }

    @Test
    void subscriptionsHaveAPriceForATierAndATime() {
        var gold = new TierId("gold");
        var nineteen = Money.parse("19.00");
        var subscription = new Ladder.Subscription(List.of(new Ladder.Price(gold, Period.MONTH, nineteen)), 7);
        assertThat(subscription.price(gold, Period.MONTH)).contains(nineteen);
        assertThat(subscription.price(gold, Period.YEAR)).isEmpty();
        assertThat(subscription.price(new TierId("silver"), Period.MONTH)).isEmpty();
        assertThat(Period.QUARTER.months()).isEqualTo(3);
    }

    @Test
    void rosterLevelsHaveACodeAndAChineseName() {
        assertThat(RosterLevel.of("first-line")).contains(RosterLevel.FIRST_LINE);
        assertThat(RosterLevel.of("董事长")).contains(RosterLevel.CHAIRMAN);
        assertThat(RosterLevel.of("boss")).isEmpty();
    }

    private static Discount discount(Rate rate) {
        return new Discount(new RuleId("r"), NAME, rate, Condition.ALWAYS, Goods.ALL, false, false);
    }

    private static DynamicTest least(String what, long least, LongConsumer value) {
        return DynamicTest.dynamicTest(what, () -> {
            assertThatCode(() -> value.accept(least)).doesNotThrowAnyException();
            assertThatThrownBy(() -> value.accept(least - 1)).isInstanceOf(IllegalArgumentException.class);
        });
    }
}
