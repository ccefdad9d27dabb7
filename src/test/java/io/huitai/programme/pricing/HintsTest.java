package io.huitai.programme.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.money.Money;
import io.huitai.programme.scheme.Requirement;
import io.huitai.programme.words.Span;
import io.huitai.shop.Lang;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HintsTest {
    @Test
    void aLittleMoreFoodUsesOneMoreVoucher() {
        var dinner = Sale.under("baichuanhui")
                .member("card")
                .holding("chinese10", 10)
                .line("food.chinese", "188.00", "1")
                .line("drink", "500.00", "1");
        assertThat(dinner.hints(Lang.ZH)).contains("适用商品再消费 ¥12.00 可再用1张中餐10元券");
        assertThat(dinner.hints(Lang.EN)).contains("¥12.00 more of its goods: one more of 10 Chinese food voucher");
    }

    @Test
    void whatIsMissingIsMeasuredAfterDiscountsAndBeforeVouchers() {
        var dinner = Sale.under("baichuanhui")
                .member("gold")
                .holding("chinese10", 10)
                .using("chinese10", 1)
                .line("food.chinese", "195.00", "1");
        assertThat(dinner.hints(Lang.ZH)).contains("适用商品再消费 ¥8.90 可再用1张中餐10元券");
    }

    @Test
    void vouchersThatAreFarOrNotHeldOrNotGoodHereAreNotSpokenOf() {
        assertThat(Sale.under("baichuanhui")
                        .member("card")
                        .holding("chinese10", 10)
                        .line("food.chinese", "149.99", "1")
                        .hints(Lang.ZH))
                .noneMatch(hint -> hint.contains("券"));
        assertThat(Sale.under("baichuanhui")
                        .member("card")
                        .holding("chinese10", 1)
                        .line("food.chinese", "190.00", "1")
                        .hints(Lang.ZH))
                .noneMatch(hint -> hint.contains("券"));
        assertThat(Sale.under("baichuanhui")
                        .member("card")
                        .holding("chinese10", 9, "2025-01-01", "2026-05-05")
                        .holding("birthday100", 1)
                        .line("food.chinese", "190.00", "1")
                        .line("food.banquet", "900.00", "1")
                        .hints(Lang.ZH))
                .noneMatch(hint -> hint.contains("券"));
    }

    @Test
    void aMinimumThatIsNearIsNamed() {
        var bill = Sale.under("mall").member("member").holding("birthday50", 1).line("goods", "200.00", "1");
        assertThat(bill.hints(Lang.ZH).getFirst()).startsWith("再消费 ¥10.00 可再用1张");
    }

    @Test
    void theNextTierCountsTheBill() {
        var bill = Sale.under("vip-points").member("silver").line("goods", "100.00", "1");
        assertThat(bill.hints(Lang.ZH, spent("4530.00"))).contains("距金卡会员还差 ¥380.00");
        assertThat(bill.hints(Lang.EN, spent("4530.00"))).contains("To Gold member: ¥380.00");
        assertThat(bill.hints(Lang.ZH, spent("4910.00")).getFirst()).isEqualTo("付款后升为金卡会员");
        assertThat(bill.hints(Lang.ZH, spent("19999.00")).getFirst()).isEqualTo("付款后升为白金会员");
        assertThat(bill.hints(Lang.ZH)).noneMatch(hint -> hint.contains("会员"));
    }

    @Test
    void aTierThatAsksForMoreThanOneThingNamesAll() {
        var bill = Sale.under("micro-shop").member("regular").line("goods", "100.00", "1");
        assertThat(bill.hints(Lang.ZH, spent("300.00"))).contains("距银卡会员还差 ¥600.00 和 4次消费");
        assertThat(bill.hints(Lang.EN, spent("300.00"))).contains("To Silver member: ¥600.00 and 4 visits");
    }

    @Test
    void whatTheTillDoesNotKnowIsNotGuessed() {
        var bill = Sale.under("standard-card").member("regular").line("goods", "100.00", "1");
        var unknown = new Done(Money.ZERO, false);
        assertThat(bill.hints(Lang.ZH, Optional.of(unknown))).noneMatch(hint -> hint.contains("还差"));
    }

    @Test
    void pointsThatAreEarnedInStepsAreNear() {
        var bill = Sale.under("star").member("silver").line("drink", "49.30", "1");
        assertThat(bill.hints(Lang.ZH)).containsExactly("再消费 ¥0.70 可多得 1分");
        assertThat(bill.hints(Lang.EN)).containsExactly("¥0.70 more: 1 more point");
        assertThat(Sale.under("star")
                        .member("silver")
                        .line("drink", "51.00", "1")
                        .hints(Lang.ZH))
                .isEmpty();
    }

    @Test
    void aUnitOfPointsThatIsNearIsNamed() {
        var bill = Sale.under("standard-card").member("regular").points(60).line("goods", "10.00", "1");
        assertThat(bill.hints(Lang.ZH)).containsExactly("再积 31分 可抵扣 ¥1.00");
        assertThat(bill.points(40).hints(Lang.ZH)).isEmpty();
    }

    @Test
    void walkInsGetNoneAndNobodyMoreThanThree() {
        assertThat(Sale.under("vip-points").line("goods", "99.00", "1").hints(Lang.ZH, spent("1.00")))
                .isEmpty();
        var rich = Sale.under("baichuanhui")
                .member("card")
                .holding("chinese10", 9)
                .holding("birthday100", 9)
                .event(io.huitai.shop.Occasion.BIRTHDAY)
                .points(10)
                .line("food.chinese", "60.00", "1")
                .line("food.banquet", "900.00", "1");
        assertThat(rich.hints(Lang.ZH)).hasSizeBetween(2, 3).first().isEqualTo("适用商品再消费 ¥40.00 可再用1张中餐10元券");
    }

    private static Optional<Requirement.Deeds> spent(String amount) {
        return Optional.of(new Done(Money.parse(amount), true));
    }

    /// So much spent in any span, and nothing else done.
    private record Done(Money spent, boolean known) implements Requirement.Deeds {
        @Override
        public boolean tell(Requirement single) {
            return known;
        }

        @Override
        public Money spend(Span span) {
            return spent;
        }

        @Override
        public long points(Span span) {
            return 0;
        }

        @Override
        public long visits(Span span) {
            return 0;
        }

        @Override
        public Money largestRecharge() {
            return Money.ZERO;
        }
    }
}
