package io.huitai.programme.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.shop.Occasion;
import io.huitai.shop.ServiceMode;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Bills of every programme, worked out with pencil and paper from `programmes.md`; the sums stand beside them.
class ExamplesByHandTest {

    @Test
    void standardCard() {
        // 100.00 × 0.85 = 85.00; nothing else on an ordinary day. floor(85.00) points
        var gold = Sale.under("standard-card").member("gold").line("food", "100.00", "1");
        priced(gold, "85.00", "earn-base 85");
        // Birthday: 19.99 × 0.80 × 0.95 = 15.1924 → 15.19; platinum alone 15.992 → 15.99 (−4.00), birthday the rest
        // −0.80
        var platinum = Sale.under("standard-card").member("platinum").born("1990-05-01");
        assertThat(platinum.at("2026-05-01T09:00").line("food", "19.99", "1").rows(1))
                .containsExactly("tier-platinum -4.00", "birthday -0.80");
        // Born on 29 February, kept on 28 February 2026: 200.00 × 0.90 × 0.95 = 171.00
        var leap = Sale.under("standard-card").member("regular").born("1992-02-29");
        priced(leap.at("2026-02-28T09:00").line("food", "200.00", "1"), "171.00", "earn-base 171");
    }

    @Test
    void mall() {
        // 300.00 × 0.95 = 285.00 ≥ 200, less 50 = 235.00; the second of two is one too many
        var coupon = Sale.under("mall").member("member").line("food", "300.00", "1");
        coupon.holding("birthday50", 2).using("birthday50", 2);
        priced(coupon, "235.00", "earn-base 235");
        assertThat(coupon.refused()).containsExactly("birthday50 1 VOUCHER_LIMIT");
        // The 15th: 300.00 × 0.88 = 264.00. The first Saturday of May 2026 is the 2nd: 285 points twice
        var day = Sale.under("mall").member("member").line("food", "300.00", "1");
        priced(day.at("2026-05-15T12:00"), "264.00", "earn-base 264");
        assertThat(day.at("2026-05-02T12:00").quote().earned().points()).isEqualTo(570);
        // 210.52 × 0.95 = 199.994 → 199.99: one fen short of 200
        var tight = Sale.under("mall").member("member").line("food", "210.52", "1");
        tight.holding("birthday50", 1).using("birthday50", 1);
        assertThat(tight.refused()).containsExactly("birthday50 1 VOUCHER_MINIMUM");
    }

    @Test
    void vipPoints() {
        // The page's own: 217.60 + 50.75 = 268.35; − 100 = 168.35; half of 268.35 is 134.17: 12 units, 120.00; 48.35
        var sale = Sale.under("vip-points")
                .member("gold")
                .line("food.chinese", "128.00", "2")
                .line("drink", "19.90", "3");
        sale.holding("cash100", 1).using("cash100", 1).points(1250).usingMostPoints();
        priced(sale, "48.35");
        assertThat(sale.nets()).containsExactly("39.21", "9.14");
        // Platinum: 500.00 × 0.80 = 400.00, four full hundreds × 3. Two cleanings of 50.00 × 0.80: one free
        var platinum = Sale.under("vip-points").member("platinum").line("food", "500.00", "1");
        platinum.line("service.cleaning", "50.00", "2").holding("cleaning", 1).using("cleaning", 1);
        priced(platinum, "440.00", "earn-platinum 12");
        // Points of another store do not count: 500 of S002, 90 here, so none for a unit of 100
        var elsewhere = Sale.under("vip-points").member("gold").line("food", "100.00", "1");
        elsewhere.points(500, "2030-01-01", "S002").points(90).usingPoints(100);
        assertThat(elsewhere.refused()).containsExactly("points 100 POINTS_NOT_ENOUGH");
    }

    @Test
    void threeStep() {
        // 3 × 33.33 = 99.99 × 0.92 = 91.9908 → 91.99; 300 points are 3.00; 88.99 earns 88
        var premium = Sale.under("three-step").member("premium").line("food", "33.33", "3");
        priced(premium.points(399).usingMostPoints(), "88.99", "earn-base 88");
        // gifts 20.00 and 30.00 × 0.85 = 17.00 and 25.50: the dearer one is free
        var pack = Sale.under("three-step")
                .member("supreme")
                .line("gift", "20.00", "1")
                .line("gift.toy", "30.00", "1");
        priced(pack.holding("birthday-pack", 1).using("birthday-pack", 1), "17.00", "earn-base 17");
    }

    @Test
    void clientGrades() {
        // 2 + 5 + 10 + 15 = 32 % off for diamond: 99.99 × 0.68 = 67.9932 → 67.99; gold 17 %: 99.99 × 0.83 = 82.9917
        priced(member("client-grades", "diamond", "99.99"), "67.99", "earn-base 67");
        priced(member("client-grades", "gold", "99.99"), "82.99", "earn-base 82");
        // silver 7 %: 10.00 → 9.30
        priced(member("client-grades", "silver", "10.00"), "9.30", "earn-base 9");
    }

    @Test
    void activityGrades() {
        // gold 101.00 × 0.95 = 95.95: 95 × 1.5 = 142.5 → 142
        assertThat(member("activity-grades", "gold", "101.00").earned())
                .containsExactly("earn-base 95", "earn-gold 47");
        // the coupon in place of the 5 %: 101.00 × 0.80 = 80.80, then 80 points are 0.80; 80 × 1.5 = 120
        var coupon = member("activity-grades", "gold", "101.00")
                .holding("birthday80", 1)
                .using("birthday80", 1);
        priced(coupon.points(80).usingPoints(80), "80.00", "earn-base 80", "earn-gold 40");
        assertThat(coupon.rows(1)).containsExactly("birthday80 -20.20", "points -0.80");
        // junior pays the list price
        priced(member("activity-grades", "junior", "101.00"), "101.00", "earn-base 101");
    }

    @Test
    void baichuanhui() {
        // Chinese food 210.00 × 0.98 = 205.80: two full hundreds, so two of three vouchers, 185.80
        var chinese = Sale.under("baichuanhui").member("gold").line("food.chinese", "210.00", "1");
        chinese.holding("chinese10", 10).using("chinese10", 3);
        priced(chinese, "185.80", "earn-base 185");
        assertThat(chinese.refused()).containsExactly("chinese10 1 VOUCHER_LIMIT");
        // rooms at 0.85: 300.00 → 255.00, but off the list 250.00 gains; 400.00 → 340.00, off the list 350.00 does not
        var rooms = Sale.under("baichuanhui")
                .member("diamond")
                .line("room", "300.00", "1")
                .line("room", "400.00", "1");
        priced(rooms.holding("room50", 6).using("room50", 1), "590.00", "earn-base 590");
        // a wedding of 25,000: two full ten thousands, 1000 off; another event takes none
        var wedding = Sale.under("baichuanhui").member("card").line("food.banquet", "2500.00", "10");
        wedding.holding("wedding500", 6).usingMost("wedding500");
        priced(wedding.event(Occasion.WEDDING), "24000.00", "earn-base 24000");
        assertThat(wedding.event(Occasion.BABY).refused()).containsExactly("wedding500 max VOUCHER_NOT_HERE");
        // a cake to take away is not for the voucher
        var cake = Sale.under("baichuanhui").member("card").line("cake.8inch", "168.00", "1");
        cake.holding("cake", 1).using("cake", 1).served(ServiceMode.TAKEAWAY);
        assertThat(cake.refused()).containsExactly("cake 1 VOUCHER_NOT_HERE");
        // three adults at 98.00: 294.00 − 3 × 10 = 264.00
        var buffet = Sale.under("baichuanhui").member("card").line("food.buffet.adult", "98.00", "3");
        priced(buffet.holding("buffet10", 10).usingMost("buffet10"), "264.00", "earn-base 264");
    }

    @Test
    void goodsMember() {
        // silver 20.10 × 0.95 = 19.095 → 19.10; gold 20.10 × 0.90 = 18.09; regular pays all
        priced(member("goods-member", "silver", "20.10"), "19.10", "earn-base 19");
        priced(member("goods-member", "gold", "20.10"), "18.09", "earn-base 18");
        // 1999 points are 19 units, 19.00
        priced(member("goods-member", "regular", "20.10").points(1999).usingMostPoints(), "1.10", "earn-base 1");
    }

    @Test
    void yinbei() {
        // New Year 2026 is on 17 February, so its 8th on the 24th: 95.00; the day after 98.00
        priced(member("yinbei", "member", "100.00").at("2026-02-24T10:00"), "95.00", "earn-base 95");
        priced(member("yinbei", "member", "100.00").at("2026-02-25T10:00"), "98.00", "earn-base 98");
        // The leap sixth month of 2025 began on 25 July: its 8th is 1 August
        priced(member("yinbei", "member", "100.00").at("2025-08-01T10:00"), "95.00", "earn-base 95");
        // A special offer takes no discount and earns nothing; 50.00 × 0.98 = 49.00 does. 2 × 5 off 149.00, split
        // 3.29 (10 × 49 ÷ 149 = 3.288…) and 6.71: the 49.00 keeps 45.71
        var sale = Sale.under("yinbei").member("member").line("food", "50.00", "1");
        sale.line("food", "100.00", "1", "special").holding("coupon5", 2).using("coupon5", 2);
        priced(sale, "139.00", "earn-base 45");
    }

    @Test
    void star() {
        // drinks 38, 32, 32, 28: pairs (38, 32) and (32, 28); two vouchers free 32 and 28. 70.00 is one full 50
        var sale = Sale.under("star")
                .member("silver")
                .line("drink.tea", "32.00", "2")
                .line("drink", "38.00", "1");
        sale.line("drink", "28.00", "1").holding("bogo", 3).using("bogo", 3);
        priced(sale, "70.00", "earn-stars 1");
        assertThat(sale.used()).containsExactly("bogo 2");
        assertThat(sale.refused()).containsExactly("bogo 1 VOUCHER_LIMIT");
        // a single drink makes no pair; breakfast takes the breakfast
        var one = Sale.under("star").member("gold").line("drink", "30.00", "1").line("food.breakfast", "25.00", "2");
        one.holding("bogo", 1).using("bogo", 1).holding("breakfast", 1).using("breakfast", 1);
        priced(one, "55.00", "earn-stars 1");
        assertThat(one.refused()).containsExactly("bogo 1 VOUCHER_NO_ITEM");
    }

    @Test
    void departmentStore() {
        // diamond: shirt 200.00 × 0.90 = 180.00; ring on promo 999.00: 180 + floor(999 ÷ 10) = 99 points
        var sale = Sale.under("department-store").member("diamond").line("clothes", "200.00", "1");
        sale.line("jewellery.ring", "999.00", "1", "promo");
        priced(sale, "1179.00", "earn-durables 99", "earn-base 180");
        // 16.00 each, 15.20 for silver, are one group: floor(30.40 ÷ 10) = 3, not 1 + 1
        var two = Sale.under("department-store").member("silver").line("appliance", "16.00", "1");
        two.line("furniture", "16.00", "1");
        priced(two, "30.40", "earn-durables 3");
    }

    @Test
    void supermarket() {
        // silver 88.88 × 0.97 = 86.2136 → 86.21, less 3 × 5.00 = 71.21
        var coupons =
                member("supermarket", "silver", "88.88").holding("coupon5", 3).using("coupon5", 3);
        priced(coupons, "71.21", "earn-base 71");
        // gold 8.00 × 0.94 = 7.52: a second coupon still has 2.52 to take, a third nothing
        var small = member("supermarket", "gold", "8.00").holding("coupon5", 3).using("coupon5", 3);
        priced(small, "0.00");
        assertThat(small.refused()).containsExactly("coupon5 1 VOUCHER_LIMIT");
    }

    @Test
    void microShop() {
        // gold 50.00 × 0.94 = 47.00; diamond 49.99 × 0.90 = 44.991 → 44.99; points buy gifts only
        priced(member("micro-shop", "gold", "50.00"), "47.00", "earn-base 47");
        var diamond = member("micro-shop", "diamond", "49.99").points(900).usingPoints(100);
        priced(diamond, "44.99", "earn-base 44");
        assertThat(diamond.refused()).containsExactly("points 100 POINTS_NO_VALUE");
    }

    @Test
    void jinpeng() {
        // fixed: 123.45 is 123 whatever the tier; variable: 123 × 1.2 = 147.6 → 147, × 1.5 = 184.5 → 184
        priced(member("jinpeng-fixed", "honour", "123.45"), "123.45", "earn-base 123");
        priced(member("jinpeng-fixed", "star", "0.99"), "0.99");
        assertThat(points("jinpeng-variable", "golden", "123.45")).isEqualTo(147);
        assertThat(points("jinpeng-variable", "honour", "123.45")).isEqualTo(184);
        // currency: 99.99 a fixed 5; 100.00 and 500.00 a tenth; 500.01 and 777.77 a fifth, floor(155.554)
        assertThat(points("jinpeng-currency", "star", "99.99")).isEqualTo(5);
        assertThat(points("jinpeng-currency", "star", "100.00")).isEqualTo(10);
        assertThat(points("jinpeng-currency", "golden", "500.00")).isEqualTo(50);
        assertThat(points("jinpeng-currency", "star", "500.01")).isEqualTo(100);
        assertThat(points("jinpeng-currency", "honour", "777.77")).isEqualTo(155);
        // 61 points × 0.05 = 3.05 off 101.00: 97.95 is below 100
        var spent = member("jinpeng-currency", "star", "101.00").points(61).usingMostPoints();
        assertThat(spent.payable()).isEqualTo("97.95");
        assertThat(spent.quote().earned().points()).isEqualTo(5);
    }

    @Test
    void prepaidDiningAndTeaHouse() {
        // nothing off and nothing earned: 3 × 38.50 = 115.50; members-only goods and item prices still are the members'
        var dining = Sale.under("prepaid-dining").member("member").line("food", "38.50", "3");
        priced(dining, "115.50");
        priced(Sale.under("prepaid-dining").member("member").line("food", "38.50", Optional.of("35.00"), "2"), "70.00");
        priced(member("tea-house", "vip", "88.00"), "88.00");
        var guest = member("tea-house", "guest", "88.00").points(100).usingPoints(1);
        priced(guest, "88.00");
        assertThat(guest.refused()).containsExactly("points 1 POINTS_NO_VALUE");
    }

    @Test
    void casualDining() {
        // 105.27 × 0.95 = 100.0065 → 100.01 ≥ 100: − 30 − 20 = 50.01; 30 % of 100.01 is 30.00: three units of 10.00
        var sale = member("casual-dining", "member", "105.27")
                .holding("birthday30", 1)
                .using("birthday30", 1);
        sale.holding("welcome-back", 1).using("welcome-back", 1).points(2000).usingMostPoints();
        priced(sale, "20.01", "earn-base 20");
        assertThat(sale.quote().pointsUsed()).isEqualTo(600);
        // 105.25 × 0.95 = 99.9875 → 99.99: too small for either
        var small = member("casual-dining", "member", "105.25")
                .holding("birthday30", 1)
                .using("birthday30", 1);
        assertThat(small.refused()).containsExactly("birthday30 1 VOUCHER_MINIMUM");
    }

    @Test
    void autoClub() {
        // 260.00 of fuel and a wash of 40.00: two vouchers take 200.00 off the fuel; prepaid earns 100
        var prepaid = Sale.under("auto-club").member("gold").kind("prepaid").line("fuel", "6.50", "40");
        prepaid.line("wash", "40.00", "1").holding("fuel100", 2).using("fuel100", 2);
        priced(prepaid, "100.00", "earn-prepaid 100");
        assertThat(prepaid.nets()).containsExactly("60.00", "40.00");
        // a purchased card earns nothing
        priced(member("auto-club", "supreme", "100.00").kind("purchased"), "100.00");
    }

    @Test
    void yuexiHotel() {
        // member: room 268.00 × 0.95 = 254.60, breakfast 30.00 at list: 254 points, of the room alone
        var stay = Sale.under("yuexi-hotel")
                .member("member")
                .line("room", "268.00", "1")
                .line("food", "30.00", "1");
        priced(stay, "284.60", "earn-room 254");
        // gold: 268.00 × 0.90 = 241.20, no points; a promotion keeps its price
        priced(Sale.under("yuexi-hotel").member("gold").line("room", "268.00", "1"), "241.20");
        priced(Sale.under("yuexi-hotel").member("gold").line("room", "199.00", "1", "promo"), "199.00");
    }

    @Test
    void paidTiers() {
        // silver 33.35 × 0.97 = 32.3495 → 32.35; platinum 33.35 × 0.90 = 30.015 → 30.02, 3000 points take 30.00
        priced(member("paid-tiers", "silver", "33.35"), "32.35", "earn-base 32");
        priced(member("paid-tiers", "platinum", "33.35").points(3050).usingMostPoints(), "0.02");
        priced(member("paid-tiers", "regular", "33.35"), "33.35", "earn-base 33");
    }

    @Test
    void motherBaby() {
        // 199.90 × 0.95 = 189.905 → 189.91, no points; home service is not for a bill
        priced(member("mother-baby", "member", "199.90"), "189.91");
        var service = member("mother-baby", "member", "10.00")
                .holding("home-service", 2)
                .using("home-service", 1);
        assertThat(service.refused()).containsExactly("home-service 1 VOUCHER_NO_ITEM");
    }

    @Test
    void corporateVip() {
        // food 128.80 × 0.92 = 118.496 → 118.50, room 500.00 × 0.92 = 460.00, a gift at list
        var sale = Sale.under("corporate-vip").member("member").line("food.hall", "128.80", "1");
        priced(sale.line("room", "500.00", "1").line("gift", "9.99", "1"), "588.49");
        // the food court is no food
        priced(Sale.under("corporate-vip").member("member").line("foodcourt", "10.00", "1"), "10.00");
    }

    private static Sale member(String programme, String tier, String price) {
        return Sale.under(programme).member(tier).line("goods", price, "1");
    }

    private static long points(String programme, String tier, String price) {
        return member(programme, tier, price).quote().earned().points();
    }

    private static void priced(Sale sale, String payable, String... earned) {
        assertThat(sale.payable()).isEqualTo(payable);
        assertThat(sale.earned()).containsExactly(earned);
    }
}
