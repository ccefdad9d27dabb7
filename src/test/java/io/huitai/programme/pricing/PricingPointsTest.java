package io.huitai.programme.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.money.Money;
import io.huitai.programme.scheme.Redemption;
import org.junit.jupiter.api.Test;

class PricingPointsTest {
    @Test
    void mostPointsAreTheWholeUnitsThatBalanceCapAndPayableAllow() {
        var sale = Sale.under("vip-points")
                .member("gold")
                .points(1250)
                .holding("cash100", 1)
                .line("food.chinese", "128.00", "2")
                .line("drink", "19.90", "3")
                .using("cash100", 1)
                .usingMostPoints();
        assertThat(sale.quote().pointsUsed()).isEqualTo(1200);
        assertThat(sale.nets()).containsExactly("39.21", "9.14");
        assertThat(sale.earned()).isEmpty();
    }

    @Test
    void capLooksAtTheGoodsBeforeVouchers() {
        var sale = Sale.under("vip-points")
                .member("regular")
                .points(9000)
                .holding("cash100", 1)
                .line("food", "300.00", "1")
                .using("cash100", 1);
        // goods 285.00, half 142.50, so 14 units, although 185.00 is left
        assertThat(sale.usingMostPoints().quote().pointsUsed()).isEqualTo(1400);
        assertThat(sale.usingPoints(1500).refused()).containsExactly("points 1500 POINTS_OVER_CAP");
        assertThat(sale.usingPoints(1400).refused()).isEmpty();
    }

    @Test
    void numberThatBreaksALimitIsRefusedWholeWithTheFirstCodeThatFits() {
        assertThat(Sale.under("mall").line("a", "9.00", "1").usingPoints(150).refused())
                .containsExactly("points 150 NO_MEMBER");
        var sale = Sale.under("mall").member("member").points(300).line("a", "2.00", "1");
        assertThat(sale.usingPoints(150).refused()).containsExactly("points 150 POINTS_UNIT");
        assertThat(sale.usingPoints(400).refused()).containsExactly("points 400 POINTS_NOT_ENOUGH");
        assertThat(sale.usingPoints(200).refused()).containsExactly("points 200 POINTS_OVER_CAP");
        assertThat(sale.payable()).isEqualTo("1.90");
        assertThat(sale.usingPoints(100).payable()).isEqualTo("0.90");
    }

    @Test
    void mostIsNeverRefused() {
        assertThat(Sale.under("mall").line("a", "9.00", "1").usingMostPoints().refused())
                .isEmpty();
        assertThat(Sale.under("mall")
                        .member("member")
                        .points(-40)
                        .line("a", "9.00", "1")
                        .usingMostPoints()
                        .refused())
                .isEmpty();
    }

    @Test
    void expiredLotsAndThoseOfOtherStoresAreNotCounted() {
        var sale = Sale.under("vip-points")
                .member("regular")
                .line("a", "900.00", "1")
                .points(100, "2026-05-06", "S001")
                .points(200, "2026-05-05", "S001")
                .points(400, "2026-12-31", "S002")
                .usingMostPoints();
        assertThat(sale.quote().pointsUsed()).isEqualTo(100);
        sale = Sale.under("mall")
                .member("member")
                .line("a", "900.00", "1")
                .points(400, "2026-12-31", "S002")
                .usingMostPoints();
        assertThat(sale.quote().pointsUsed()).isEqualTo(400);
    }

    @Test
    void jewelleryAndTheLikeEarnOnePerTenYuan() {
        var sale = Sale.under("department-store")
                .member("silver")
                .line("jewellery.gold", "105.00", "1")
                .line("furniture", "9.99", "1")
                .line("food", "10.50", "1");
        // 99.75 + 9.49 = 109.24 → 10; 9.975 → 9.98 → 9
        assertThat(sale.earned()).containsExactly("earn-durables 10", "earn-base 9");
    }

    @Test
    void pointsDoubleOnTheFirstSaturday() {
        var sale = Sale.under("mall").member("member").line("a", "10.99", "1");
        assertThat(sale.at("2026-05-02T10:00").earned()).containsExactly("earn-base 10", "earn-first-saturday 10");
        assertThat(sale.at("2026-05-09T10:00").earned()).containsExactly("earn-base 10");
    }

    @Test
    void tierGivesPointsPerFullHundredOfTheBill() {
        var sale = Sale.under("vip-points").line("a", "150.00", "1").line("b", "150.00", "1");
        assertThat(sale.member("platinum").earned()).containsExactly("earn-platinum 6");
        assertThat(sale.member("regular").earned()).isEmpty();
    }

    @Test
    void rulesOfOneRateAreOneGroupAndMultipliersAreFlooredOnce() {
        // 27.00 of tea and 18.00 of banquet: 4 tens, 12 points; × 1.5 is 18
        var sale = Sale.onTrial().member("member").line("tea", "30.00", "1").line("food.banquet", "20.00", "1");
        assertThat(sale.earned()).containsExactly("earn-tea 12", "earn-member 6");
        // 5 points × 1.5 × 1.5 = 11.25, shown as 7 and then 11; 24 May 2026 is the 8th of the fourth lunar month
        sale = Sale.onTrial().member("member").at("2026-05-24T10:00").line("soup", "20.00", "1");
        assertThat(sale.earned()).containsExactly("earn-staged 5", "earn-member 2", "earn-lunar 4");
    }

    @Test
    void stagedPointsGoByTheSizeOfTheBase() {
        assertThat(staged("99.99")).isEqualTo(5);
        assertThat(staged("100.00")).isEqualTo(10);
        assertThat(staged("500.00")).isEqualTo(50);
        assertThat(staged("500.01")).isEqualTo(100);
        assertThat(staged("0.00")).isZero();
    }

    @Test
    void linesWithoutARateEarnNothing() {
        var sale = Sale.onTrial().member("plain").line("gift", "900.00", "1").line("soup", "900.00", "1", "special");
        assertThat(sale.earned()).isEmpty();
    }

    @Test
    void keptNetsEarnByTheSameRules() {
        var sale = Sale.under("department-store")
                .member("gold")
                .line("jewellery", "100.00", "1")
                .line("food", "55.00", "1");
        assertThat(sale.earnedOn("92.00", "50.60").points())
                .isEqualTo(sale.quote().earned().points());
        assertThat(sale.earnedOn("46.00", "0.00").points()).isEqualTo(4);
        assertThat(sale.earnedOn("0.00", "0.00").points()).isZero();
    }

    @Test
    void pointsAreWorthTheirShareRoundedDown() {
        var redemption = new Redemption(3, Money.parse("0.10"), 3, java.util.Optional.empty());
        assertThat(redemption.worth(100)).isEqualTo(Money.parse("3.33"));
        assertThat(redemption.unitValue()).isEqualTo(Money.parse("0.10"));
    }

    private static long staged(String price) {
        return Sale.onTrial()
                .member("plain")
                .line("soup", price, "1")
                .quote()
                .earned()
                .points();
    }
}
