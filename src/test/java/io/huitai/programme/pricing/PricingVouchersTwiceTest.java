package io.huitai.programme.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Vouchers of one type asked for in two rows, and over several lines: what the first took is gone for the second.
class PricingVouchersTwiceTest {

    @Test
    void fullAmountsOfTheFirstRowAreNotCountedAgain() {
        // 310.00 are three full hundreds: one and two, then none
        var sale = hotel().line("food.chinese", "310.00", "1").holding("chinese10", 9);
        sale.using("chinese10", 1).using("chinese10", 5).using("chinese10", 1);
        assertThat(sale.used()).containsExactly("chinese10 3");
        assertThat(sale.refused()).containsExactly("chinese10 3 VOUCHER_LIMIT", "chinese10 1 VOUCHER_LIMIT");
    }

    @Test
    void adultsOfTheFirstRowAreNotCountedAgain() {
        var sale = hotel().line("food.buffet.adult", "98.00", "3").holding("buffet10", 9);
        sale.using("buffet10", 1).using("buffet10", 5);
        assertThat(sale.used()).containsExactly("buffet10 3");
        assertThat(sale.refused()).containsExactly("buffet10 3 VOUCHER_LIMIT");
    }

    @Test
    void aRoomTakesOneAndAFreeRoomNone() {
        var sale = hotel().line("room", "300.00", "1").line("room", "0.00", "1").holding("room50", 9);
        sale.using("room50", 1).using("room50", 1);
        assertThat(sale.used()).containsExactly("room50 1");
        assertThat(sale.refused()).containsExactly("room50 1 VOUCHER_LIMIT");
        // 0.98 of 3000.00 is 60.00 less: the voucher brings no gain there, whatever the first room took
        var dear =
                hotel().line("room", "300.00", "1").line("room", "3000.00", "1").holding("room50", 9);
        dear.using("room50", 1).using("room50", 1);
        assertThat(dear.refused()).containsExactly("room50 1 VOUCHER_NO_GAIN");
    }

    @Test
    void freeUnitsGoOnToTheNextLineAndStopAtTheNumberAsked() {
        var sale = Sale.under("star").member("gold").line("drink", "30.00", "2").line("drink", "20.00", "5");
        assertThat(sale.holding("free-drink", 9).using("free-drink", 3).nets()).containsExactly("0.00", "80.00");
    }

    @Test
    void pairsGoOnToTheNextLineAndStopAtTheNumberAsked() {
        var sale = Sale.under("star").member("gold").line("drink", "30.00", "2").line("drink", "20.00", "6");
        assertThat(sale.holding("bogo", 9).using("bogo", 2).nets()).containsExactly("30.00", "100.00");
    }

    @Test
    void aUnitIsNeverDearerThanWhatIsLeftOfItsLine() {
        // 3 × 0.83 × 0.80 = 1.99: 0.66 each and 0.01 over.
        var three = Sale.under("vip-points").member("platinum").line("service.cleaning", "0.83", "3");
        assertThat(three.holding("cleaning", 3).using("cleaning", 3).payable()).isEqualTo("0.01");
        // 3 × 0.83 × 0.85 = 2.1165 → 2.12, 0.71 each: the third is the last 0.70
        three = Sale.under("vip-points").member("gold").line("service.cleaning", "0.83", "3");
        assertThat(three.holding("cleaning", 3).using("cleaning", 3).payable()).isEqualTo("0.00");
        // 125.00 × 0.80 = 100.00, which the cash voucher takes
        var wash = Sale.under("vip-points").member("platinum").line("service.cleaning", "62.50", "2");
        wash.holding("cash100", 1).using("cash100", 1).holding("cleaning", 2).using("cleaning", 2);
        assertThat(wash.refused()).containsExactly("cleaning 2 VOUCHER_LIMIT");
    }

    @Test
    void percentageThatTakesNothingIsNotUsedUp() {
        // 0.80 × 0.02 = 0.016 → 0.02
        var sale = Sale.under("activity-grades").member("junior").line("food", "0.02", "1");
        sale.holding("birthday80", 1).using("birthday80", 1);
        assertThat(sale.refused()).containsExactly("birthday80 1 VOUCHER_NO_GAIN");
        // 0.03 × 0.80 = 0.024 → 0.02; two lines of it are counted together
        var two = Sale.under("activity-grades")
                .member("junior")
                .line("food", "0.02", "1")
                .line("food", "0.03", "1");
        two.holding("birthday80", 2).using("birthday80", 2);
        assertThat(two.nets()).containsExactly("0.02", "0.02");
        assertThat(two.refused()).containsExactly("birthday80 1 VOUCHER_LIMIT");
    }

    private static Sale hotel() {
        return Sale.under("baichuanhui").member("card");
    }
}
