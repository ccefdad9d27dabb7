package io.huitai.programme.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.shop.Occasion;
import io.huitai.shop.ServiceMode;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PricingVouchersTest {
    private static Sale member() {
        return Sale.onTrial().member("member");
    }

    @Test
    void fixedAmountsAreSplitOnceOverTheLines() {
        var sale = member().line("a", "100.00", "1")
                .line("b", "50.00", "1")
                .holding("cash100", 2)
                .using("cash100", 1);
        assertThat(sale.rows(1)).containsExactly("tier-member -10.00", "cash100 -66.67");
        assertThat(sale.rows(2)).containsExactly("tier-member -5.00", "cash100 -33.33");
    }

    @Test
    void cashVouchersAreAnyNumberWhileSomethingIsLeftToPay() {
        var sale = member().line("a", "150.00", "1").holding("cash100", 5).using("cash100", 4);
        assertThat(sale.payable()).isEqualTo("0.00");
        assertThat(sale.used()).containsExactly("cash100 2");
        assertThat(sale.refused()).containsExactly("cash100 2 VOUCHER_LIMIT");
        assertThat(member().line("a", "150.00", "1")
                        .holding("cash100", 5)
                        .usingMost("cash100")
                        .refused())
                .isEmpty();
    }

    @Test
    void moreThanTheMemberHasIsTheExcess() {
        var sale = member().line("a", "900.00", "1").holding("cash100", 2).using("cash100", 3);
        assertThat(sale.payable()).isEqualTo("610.00");
        assertThat(sale.refused()).containsExactly("cash100 1 VOUCHER_LIMIT");
        sale = member().line("a", "900.00", "1")
                .holding("cash100", 2)
                .using("cash100", 2)
                .using("cash100", 1);
        assertThat(sale.used()).containsExactly("cash100 2");
        assertThat(sale.refused()).containsExactly("cash100 1 VOUCHER_LIMIT");
    }

    @Test
    void refusalsNameTheFirstCodeThatFits() {
        assertThat(Sale.onTrial().line("a", "9.00", "1").using("cash100", 1).refused())
                .containsExactly("cash100 1 NO_MEMBER");
        assertThat(member().using("cash100", 2).refused()).containsExactly("cash100 2 VOUCHER_NONE");
        assertThat(member().holding("cash100", 1, "2026-01-01", "2026-05-05")
                        .usingMost("cash100")
                        .refused())
                .containsExactly("cash100 max VOUCHER_EXPIRED");
        assertThat(member().holding("cash100", 1).using("cash100", 1).refused())
                .containsExactly("cash100 1 VOUCHER_NO_ITEM");
        assertThat(member().holding("cake", 1)
                        .served(ServiceMode.TAKEAWAY)
                        .using("cake", 1)
                        .refused())
                .containsExactly("cake 1 VOUCHER_NOT_HERE");
        assertThat(member().line("a", "9.00", "1")
                        .holding("lecture", 1)
                        .using("lecture", 1)
                        .refused())
                .containsExactly("lecture 1 VOUCHER_NO_ITEM");
    }

    @Test
    void voucherIsGoodOnItsLastDay() {
        var sale = member().line("a", "9.00", "1")
                .holding("cash100", 1, "2026-05-06", "2026-05-06")
                .using("cash100", 1);
        assertThat(sale.payable()).isEqualTo("0.00");
        assertThat(sale.at("2026-05-06T23:59:59").payable()).isEqualTo("0.00");
        assertThat(sale.at("2026-05-07T00:00").payable()).isEqualTo("8.10");
    }

    @Test
    void onePerFullAmountLooksAtTheNetBeforeVouchers() {
        var sale = member().line("food.chinese", "250.00", "1")
                .holding("chinese10", 10)
                .using("chinese10", 5);
        assertThat(sale.payable()).isEqualTo("205.00");
        assertThat(sale.refused()).containsExactly("chinese10 3 VOUCHER_LIMIT");
        sale = member().line("food.chinese", "80.00", "1")
                .holding("chinese10", 10)
                .usingMost("chinese10");
        assertThat(sale.refused()).containsExactly("chinese10 max VOUCHER_MINIMUM");
        sale = member().line("food.chinese", "120.00", "1")
                .holding("cash100", 1)
                .holding("chinese10", 1)
                .using("cash100", 1)
                .using("chinese10", 1);
        assertThat(sale.nets()).containsExactly("0.00");
        assertThat(sale.rows(1)).containsExactly("tier-member -12.00", "cash100 -100.00", "chinese10 -8.00");
    }

    @Test
    void offABillOfSoMuchIsOneABill() {
        var sale = member().line("a", "300.00", "1").holding("big50", 2).using("big50", 2);
        assertThat(sale.payable()).isEqualTo("220.00");
        assertThat(sale.refused()).containsExactly("big50 1 VOUCHER_LIMIT");
        assertThat(member().line("a", "222.00", "1")
                        .holding("big50", 1)
                        .using("big50", 1)
                        .refused())
                .containsExactly("big50 1 VOUCHER_MINIMUM");
        assertThat(member().line("a", "222.23", "1")
                        .holding("big50", 1)
                        .using("big50", 1)
                        .payable())
                .isEqualTo("150.01");
    }

    @Test
    void offTheListPriceGoesToLinesWhereTheGuestGains() {
        var sale = member().line("room", "600.00", "1")
                .line("room", "300.00", "1")
                .holding("room50", 6)
                .using("room50", 2);
        assertThat(sale.nets()).containsExactly("540.00", "250.00");
        assertThat(sale.rows(2)).containsExactly("room50 -50.00");
        assertThat(sale.refused()).containsExactly("room50 1 VOUCHER_LIMIT");
        assertThat(sale.quote().sums().discount().toString()).isEqualTo("60.00");
        assertThat(member().line("room", "500.00", "1")
                        .holding("room50", 1)
                        .using("room50", 1)
                        .refused())
                .containsExactly("room50 1 VOUCHER_NO_GAIN");
    }

    @Test
    void offTheListPriceTakesTheItemPriceAwayToo() {
        var sale = member().line("room", "300.00", Optional.of("290.00"), "1")
                .holding("room50", 1)
                .using("room50", 1);
        assertThat(sale.rows(1)).containsExactly("room50 -50.00");
    }

    @Test
    void offTheListPriceSplitOverAllItsLinesIfTheGuestGainsInSum() {
        var sale = member().line("food.buffet.adult", "98.00", "3")
                .holding("buffet10", 10)
                .using("buffet10", 5);
        assertThat(sale.payable()).isEqualTo("264.00");
        assertThat(sale.refused()).containsExactly("buffet10 2 VOUCHER_LIMIT");
        sale = member().line("food.buffet.adult", "98.00", "3")
                .holding("buffet10", 2)
                .using("buffet10", 2);
        assertThat(sale.refused()).containsExactly("buffet10 2 VOUCHER_NO_GAIN");
        assertThat(sale.payable()).isEqualTo("264.60");
    }

    @Test
    void partsOfAnAdultAddUpToAdults() {
        var sale = member().line("food.buffet.adult", "60.00", "1.5")
                .line("food.buffet.adult", "60.00", "1.75")
                .holding("buffet10", 10)
                .using("buffet10", 4);
        assertThat(sale.used()).containsExactly("buffet10 3");
        assertThat(sale.refused()).containsExactly("buffet10 1 VOUCHER_LIMIT");
        sale = member().line("food.buffet.adult", "60.00", "0.5")
                .holding("buffet10", 1)
                .using("buffet10", 1);
        assertThat(sale.refused()).containsExactly("buffet10 1 VOUCHER_LIMIT");
    }

    @Test
    void offTheListPriceLooksAtTheListPriceOfALineThatIsFreeForMembers() {
        var room = member().line("room", "300.00", Optional.of("0.00"), "1")
                .holding("room50", 1)
                .using("room50", 1);
        assertThat(room.refused()).containsExactly("room50 1 VOUCHER_NO_GAIN");
        assertThat(member().line("room", "0.00", "1")
                        .holding("room50", 1)
                        .using("room50", 1)
                        .refused())
                .containsExactly("room50 1 VOUCHER_NO_ITEM");
    }

    @Test
    void dearestUnitIsFree() {
        var sale = member().line("cake.8inch", "128.00", "1")
                .line("cake.8inch", "168.00", "2")
                .holding("cake", 3)
                .using("cake", 1);
        assertThat(sale.nets()).containsExactly("115.20", "151.20");
        assertThat(sale.rows(2)).containsExactly("tier-member -33.60", "cake -151.20");
    }

    @Test
    void tieOfUnitsGoesToTheEarlierLine() {
        var sale = member().line("cake.8inch", "128.00", "1")
                .line("cake.8inch", "128.00", "1")
                .holding("cake", 1)
                .using("cake", 1);
        assertThat(sale.nets()).containsExactly("0.00", "115.20");
    }

    @Test
    void aUnitServesOneVoucherOnly() {
        var sale = member().line("cake.8inch", "128.00", "1")
                .holding("cake", 2)
                .holding("any-cake", 1)
                .using("cake", 2)
                .using("any-cake", 1);
        assertThat(sale.used()).containsExactly("cake 1");
        assertThat(sale.refused()).containsExactly("cake 1 VOUCHER_LIMIT", "any-cake 1 VOUCHER_LIMIT");
    }

    @Test
    void unitsAreOfWholeQuantitiesThatCostSomething() {
        assertThat(member().line("cake.8inch", "128.00", "0.5")
                        .holding("cake", 1)
                        .using("cake", 1)
                        .refused())
                .containsExactly("cake 1 VOUCHER_NO_ITEM");
        assertThat(member().line("cake.8inch", "0.00", "1")
                        .holding("cake", 1)
                        .using("cake", 1)
                        .refused())
                .containsExactly("cake 1 VOUCHER_NO_ITEM");
    }

    @Test
    void unitCostsNoMoreThanIsLeftOfItsLine() {
        var sale = Sale.onTrial()
                .member("plain")
                .line("cake", "0.05", "3")
                .holding("any-cake", 3)
                .using("any-cake", 3);
        assertThat(sale.nets()).containsExactly("0.00");
        sale = member().line("cake", "0.05", "3").holding("any-cake", 3).using("any-cake", 3);
        // 0.15 × 0.9 = 0.135 → 0.14; a unit is 0.05, the third has 0.04 left
        assertThat(sale.rows(1)).containsExactly("tier-member -0.01", "any-cake -0.14");
    }

    @Test
    void unitsArePairedDearestFirst() {
        var sale = member().line("drink", "10.00", "1")
                .line("drink.tea", "20.00", "2")
                .line("drink", "30.00", "1")
                .holding("bogo", 3)
                .using("bogo", 3);
        // 27.00 with 18.00, then 18.00 with 9.00
        assertThat(sale.nets()).containsExactly("0.00", "18.00", "27.00");
        assertThat(sale.refused()).containsExactly("bogo 1 VOUCHER_LIMIT");
        assertThat(member().line("drink", "10.00", "1")
                        .holding("bogo", 1)
                        .using("bogo", 1)
                        .refused())
                .containsExactly("bogo 1 VOUCHER_NO_ITEM");
        assertThat(member().line("drink", "10.00", "5")
                        .holding("bogo", 1)
                        .using("bogo", 1)
                        .payable())
                .isEqualTo("36.00");
    }

    @Test
    void percentTakesThePlaceOfTheDiscountsOfTheWholeBill() {
        var sale = member().line("a", "100.00", Optional.of("95.00"), "1")
                .line("b", "50.00", "1")
                .holding("birthday80", 2)
                .using("birthday80", 2);
        assertThat(sale.rows(1)).containsExactly("member-price -5.00", "birthday80 -19.00");
        assertThat(sale.rows(2)).containsExactly("birthday80 -10.00");
        assertThat(sale.refused()).containsExactly("birthday80 1 VOUCHER_LIMIT");
    }

    @Test
    void eventVoucherNeedsItsEvent() {
        var sale = member().line("food.banquet", "25000.00", "1")
                .holding("wedding500", 6)
                .using("wedding500", 6);
        assertThat(sale.refused()).containsExactly("wedding500 6 VOUCHER_NOT_HERE");
        assertThat(sale.event(Occasion.WEDDING).payable()).isEqualTo("21500.00");
        assertThat(sale.refused()).containsExactly("wedding500 4 VOUCHER_LIMIT");
    }
}
