package io.huitai.programme.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huitai.money.Money;
import io.huitai.money.Rate;
import io.huitai.programme.words.ManualDiscount;
import io.huitai.programme.words.ManualDiscount.Off;
import io.huitai.shop.Label;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PricingTest {
    @Test
    void goldMemberPaysEightyFivePercentAndEachLineIsRoundedOnce() {
        var sale = Sale.under("vip-points")
                .member("gold")
                .line("food.chinese", "128.00", "2")
                .line("drink", "19.90", "3");
        assertThat(sale.nets()).containsExactly("217.60", "50.75");
        assertThat(sale.rows(2)).containsExactly("tier-gold -8.95");
    }

    @Test
    void walkInPaysTheListPriceAndEarnsNothing() {
        var sale = Sale.under("standard-card").line("food", "10.00", "1");
        assertThat(sale.payable()).isEqualTo("10.00");
        assertThat(sale.quote().earned()).isEqualTo(Quote.Earned.NOTHING);
    }

    @Test
    void itemPriceComesFirstAndTheDiscountIsTakenOnIt() {
        var sale = Sale.under("mall").member("member").line("goods", "20.00", Optional.of("18.00"), "3");
        assertThat(sale.rows(1)).containsExactly("member-price -6.00", "tier-member -2.70");
        assertThat(sale.quote().sums().discount()).isEqualTo(Money.parse("8.70"));
    }

    @Test
    void itemPriceThatIsNotLowerIsNotTaken() {
        var sale = Sale.under("mall").line("goods", "20.00", Optional.of("18.00"), "1");
        assertThat(sale.payable()).isEqualTo("20.00");
        sale = Sale.under("mall").member("member").line("goods", "20.00", Optional.of("20.00"), "1");
        assertThat(sale.rows(1)).containsExactly("tier-member -1.00");
    }

    @Test
    void bestOfferWinsOnMemberDay() {
        var sale = Sale.under("mall").member("member").at("2026-05-15T23:59").line("goods", "100.00", "1");
        assertThat(sale.rows(1)).containsExactly("member-day -12.00");
    }

    @Test
    void tieOfOffersGoesToTheOneWrittenFirst() {
        var sale = Sale.under("mall").member("member").at("2026-05-15T10:00").line("goods", "0.10", "1");
        assertThat(sale.rows(1)).containsExactly("member-day -0.01");
        sale = Sale.under("mall").member("member").at("2026-05-15T10:00").line("goods", "0.15", "1");
        assertThat(sale.rows(1)).containsExactly("member-day -0.02");
        sale = Sale.under("mall").member("member").at("2026-05-15T10:00").line("goods", "0.11", "1");
        assertThat(sale.rows(1)).containsExactly("tier-member -0.01");
    }

    @Test
    void birthdayStacksAndTheLastRowShowsTheRest() {
        var sale = Sale.under("standard-card").member("gold").born("1990-05-06").line("food", "59.70", "1");
        // 59.70 × 0.85 = 50.745 → 50.75; × 0.95 = 48.20775 → 48.21
        assertThat(sale.nets()).containsExactly("48.21");
        assertThat(sale.rows(1)).containsExactly("tier-gold -8.95", "birthday -2.54");
    }

    @Test
    void birthdayOfTheTwentyNinthIsKeptOnTheTwentyEighthInCommonYears() {
        var sale =
                Sale.under("standard-card").member("regular").born("2000-02-29").line("food", "100.00", "1");
        assertThat(sale.at("2026-02-28T09:00").payable()).isEqualTo("85.50");
        assertThat(sale.at("2028-02-28T09:00").payable()).isEqualTo("90.00");
        assertThat(sale.at("2028-02-29T09:00").payable()).isEqualTo("85.50");
        assertThat(sale.at("2026-03-01T09:00").payable()).isEqualTo("90.00");
    }

    @Test
    void regularPriceDiscountLooksAtFlagsOnly() {
        var sale = Sale.under("department-store")
                .member("diamond")
                .line("goods", "100.00", "1")
                .line("goods", "100.00", "1", "special")
                .line("goods", "100.00", "1", "promo")
                .line("goods", "100.00", "1", "limited");
        assertThat(sale.nets()).containsExactly("90.00", "100.00", "100.00", "90.00");
    }

    @Test
    void membersOnlyGoodsAreLeftOffAndOtherLinesKeepTheirNumbers() {
        var sale = Sale.under("standard-card")
                .line("goods", "10.00", "1")
                .line("goods", "20.00", "1", "members-only")
                .line("goods", "30.00", "1");
        assertThat(sale.refused()).containsExactly("line 2 1 MEMBERS_ONLY");
        assertThat(sale.quote().lines()).extracting(Quote.QuotedLine::number).containsExactly(1, 3);
        assertThat(sale.quote().sums().gross()).isEqualTo(Money.parse("40.00"));
        assertThat(sale.member("regular").payable()).isEqualTo("54.00");
    }

    @Test
    void weightIsRoundedHalfUp() {
        assertThat(Sale.under("mall").line("fruit", "19.90", "0.350").payable()).isEqualTo("6.97");
    }

    @Test
    void emptyBillCostsNothing() {
        var sale = Sale.under("mall").member("member").points(500).usingMostPoints();
        assertThat(sale.payable()).isEqualTo("0.00");
        assertThat(sale.quote().pointsUsed()).isZero();
    }

    @Test
    void amountsThatDoNotFitAreAnError() {
        var sale = Sale.under("mall").line("a", "90000000000000000.00", "1").line("a", "90000000000000000.00", "1");
        assertThatThrownBy(sale::quote).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void unknownTierIsAnError() {
        assertThatThrownBy(Sale.under("mall").member("gold").line("a", "1.00", "1")::quote)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gold");
    }

    @Test
    void discountsByHandComeAfterThoseOfTheProgramme() {
        var sale = Sale.under("mall")
                .member("member")
                .line("a", "100.00", "1")
                .line("b", "50.00", "1")
                .byHand(new ManualDiscount(
                        OptionalInt.of(2), new Off.Share(Rate.parse("0.5")), new Label("瑕疵", "Flaw")))
                .byHand(new ManualDiscount(
                        OptionalInt.empty(), new Off.Amount(Money.parse("11.88")), new Label("老客户", "Regular")));
        assertThat(sale.rows(1)).containsExactly("tier-member -5.00", "manual -9.50");
        assertThat(sale.rows(2)).containsExactly("tier-member -2.50", "manual -23.75", "manual -2.38");
        assertThat(sale.payable()).isEqualTo("106.87");
    }
}
