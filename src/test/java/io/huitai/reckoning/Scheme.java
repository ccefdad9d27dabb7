package io.huitai.reckoning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The figures of the 24 published programmes, copied by hand from their page: what a bill's sums depend on and nothing
/// else. The product's own files are never looked at here.
record Scheme(
        String id,
        List<String> tiers,
        List<Off> offs,
        boolean birthdayStacks,
        Map<String, Voucher> vouchers,
        Redeem redeem,
        List<Earn> earns,
        Map<String, Integer> tenthsByTier,
        boolean doubleFirstSaturday) {

    enum When {
        ALWAYS,
        BIRTHDAY,
        FIFTEENTH,
        LUNAR_EIGHTS
    }

    /// The guest with `tier` (any, if empty) pays `percent` of lines in one of `categories` without one of `flags`. The
    /// rule is empty where the page names none.
    record Off(String rule, String tier, int percent, List<String> categories, List<String> flags, When when) {}

    enum Form {
        CASH,
        PER_FULL,
        OFF_A_BILL,
        LINE_OFF_LIST,
        ADULT_OFF_LIST,
        FREE,
        PAIR,
        PERCENT,
        ENTITLEMENT
    }

    /// `fen` is what one takes (for `PERCENT` what is left to pay of a hundred); `step` the full amount it asks for, or
    /// the bill that it asks for.
    record Voucher(Form form, long fen, String category, long step, String service, String event) {}

    /// `unit` points are `fen`; at most `capPercent` of the goods amount (100: no cap).
    record Redeem(long unit, long fen, int capPercent, boolean earnedHereOnly) {}

    /// `points` per full `perFen` of the lines in `categories` (without `flags`), for one tier and kind or for any.
    /// `staged` is the one scheme whose points go by the size of the bill.
    record Earn(
            String tier,
            String kind,
            long perFen,
            long points,
            List<String> categories,
            List<String> flags,
            boolean staged) {
        boolean isFor(String tier, String kind) {
            return (this.tier.isEmpty() || this.tier.equals(tier)) && (this.kind.isEmpty() || this.kind.equals(kind));
        }
    }

    private static final List<String> EVERYTHING = List.of("");
    private static final Redeem HUNDRED_A_YUAN = new Redeem(100, 100, 100, false);

    static final Map<String, Scheme> ALL = all();

    private static Map<String, Scheme> all() {
        var schemes = List.of(
                of("standard-card", "regular", "gold", "platinum")
                        .off("regular", 90)
                        .off("gold", 85)
                        .off("platinum", 80)
                        .stacked(95)
                        .aPointAYuan()
                        .hundredAYuan(),
                of("mall", "member")
                        .off("member", 95)
                        .off("member-day", "", 88, EVERYTHING, List.of(), When.FIFTEENTH)
                        .firstSaturdayTwice()
                        .offABill("birthday50", 5000, 20000)
                        .aPointAYuan()
                        .hundredAYuan(),
                of("vip-points", "regular", "silver", "gold", "platinum")
                        .off("regular", 95)
                        .off("silver", 90)
                        .off("gold", 85)
                        .off("platinum", 80)
                        .earn("silver", "", 10000, 1)
                        .earn("gold", "", 10000, 2)
                        .earn("platinum", "", 10000, 3)
                        .redeem(new Redeem(100, 1000, 50, true))
                        .free("cleaning", "service.cleaning", "")
                        .cash("cash100", 10000, "")
                        .cash("cash200", 20000, ""),
                of("three-step", "basic", "premium", "supreme")
                        .off("basic", 98)
                        .off("premium", 92)
                        .off("supreme", 85)
                        .free("birthday-pack", "gift", "")
                        .aPointAYuan()
                        .hundredAYuan(),
                of("client-grades", "regular", "silver", "gold", "diamond")
                        .off("regular", 98)
                        .off("silver", 93)
                        .off("gold", 83)
                        .off("diamond", 68)
                        .aPointAYuan()
                        .hundredAYuan(),
                of("activity-grades", "junior", "silver", "gold", "diamond")
                        .off("silver", 98)
                        .off("gold", 95)
                        .off("diamond", 90)
                        .tenths("gold", 15)
                        .tenths("diamond", 20)
                        .voucher("birthday80", new Voucher(Form.PERCENT, 80, "", 0, "", ""))
                        .aPointAYuan()
                        .redeem(new Redeem(1, 1, 100, false)),
                baichuanhui(),
                of("goods-member", "regular", "silver", "gold")
                        .off("silver", 95)
                        .off("gold", 90)
                        .aPointAYuan()
                        .hundredAYuan(),
                yinbei(),
                of("star", "silver", "jade", "gold")
                        .earn("", "", 5000, 1)
                        .voucher("bogo", new Voucher(Form.PAIR, 0, "drink", 0, "", ""))
                        .free("breakfast", "food.breakfast", "")
                        .free("upsize", "modifier.upsize", "")
                        .free("birthday-drink", "drink", "")
                        .free("anniversary-drink", "drink", "")
                        .free("free-drink", "drink", ""),
                departmentStore(),
                of("supermarket", "regular", "silver", "gold")
                        .off("silver", 97)
                        .off("gold", 94)
                        .cash("coupon5", 500, "")
                        .aPointAYuan(),
                of("micro-shop", "regular", "silver", "gold", "diamond")
                        .off("silver", 97)
                        .off("gold", 94)
                        .off("diamond", 90)
                        .aPointAYuan(),
                of("jinpeng-fixed", "star", "golden", "honour").aPointAYuan(),
                of("jinpeng-variable", "star", "golden", "honour")
                        .tenths("golden", 12)
                        .tenths("honour", 15)
                        .aPointAYuan(),
                of("jinpeng-currency", "star", "golden", "honour")
                        .earn(new Earn("", "", 0, 0, EVERYTHING, List.of(), true))
                        .redeem(new Redeem(1, 5, 100, false)),
                of("prepaid-dining", "member"),
                of("tea-house", "vip", "guest"),
                of("casual-dining", "member")
                        .off("member", 95)
                        .offABill("birthday30", 3000, 10000)
                        .offABill("welcome-back", 2000, 10000)
                        .aPointAYuan()
                        .redeem(new Redeem(200, 1000, 30, false)),
                of("auto-club", "regular", "silver", "gold", "supreme")
                        .earn("", "prepaid", 100, 1)
                        .cash("fuel100", 10000, "fuel"),
                of("yuexi-hotel", "member", "gold")
                        .off("tier-member", "member", 95, List.of("room"), List.of("promo"), When.ALWAYS)
                        .off("tier-gold", "gold", 90, List.of("room"), List.of("promo"), When.ALWAYS)
                        .earn(new Earn("member", "", 100, 1, List.of("room"), List.of(), false)),
                of("paid-tiers", "regular", "silver", "gold", "platinum")
                        .off("silver", 97)
                        .off("gold", 94)
                        .off("platinum", 90)
                        .aPointAYuan()
                        .hundredAYuan(),
                of("mother-baby", "member")
                        .off("member", 95)
                        .voucher("home-service", new Voucher(Form.ENTITLEMENT, 0, "", 0, "", "")),
                of("corporate-vip", "member").off("", "member", 92, List.of("food", "room"), List.of(), When.ALWAYS));
        var byId = new LinkedHashMap<String, Scheme>();
        schemes.forEach(notes -> byId.put(notes.id, notes.done()));
        return byId;
    }

    private static Notes baichuanhui() {
        var notes = of("baichuanhui", "card", "gold", "platinum", "diamond");
        var rates = List.of(98, 95, 90, 85);
        var dishes = List.of(100, 98, 95, 92);
        for (int i = 0; i < 4; i++) {
            var tier = notes.tiers.get(i);
            notes.off("", tier, rates.get(i), List.of("room"), List.of(), When.ALWAYS);
            notes.off("", tier, dishes.get(i), List.of("food.chinese"), List.of(), When.ALWAYS);
        }
        notes.voucher("chinese10", new Voucher(Form.PER_FULL, 1000, "food.chinese", 10000, "", ""));
        notes.voucher("room50", new Voucher(Form.LINE_OFF_LIST, 5000, "room", 0, "", ""));
        notes.free("cake", "cake.8inch", "dine-in");
        notes.voucher("buffet10", new Voucher(Form.ADULT_OFF_LIST, 1000, "food.buffet.adult", 0, "", ""));
        for (var event : List.of("birthday", "baby", "engagement")) {
            notes.voucher(event + "100", new Voucher(Form.PER_FULL, 10000, "food.banquet", 100000, "", event));
        }
        notes.voucher("wedding500", new Voucher(Form.PER_FULL, 50000, "food.banquet", 1000000, "", "wedding"));
        return notes.aPointAYuan().hundredAYuan();
    }

    private static Notes yinbei() {
        var offered = List.of("special", "limited", "promo");
        return of("yinbei", "member")
                .off("lunar-day", "", 95, EVERYTHING, offered, When.LUNAR_EIGHTS)
                .off("", "", 98, EVERYTHING, offered, When.ALWAYS)
                .earn(new Earn("", "", 100, 1, EVERYTHING, offered, false))
                .cash("coupon5", 500, "")
                .voucher("annual-service", new Voucher(Form.ENTITLEMENT, 0, "", 0, "", ""))
                .voucher("lecture", new Voucher(Form.ENTITLEMENT, 0, "", 0, "", ""));
    }

    private static Notes departmentStore() {
        var notes = of("department-store", "card", "silver", "gold", "diamond");
        var rates = List.of(100, 95, 92, 90);
        for (int i = 0; i < 4; i++) {
            var tier = notes.tiers.get(i);
            notes.off("tier-" + tier, tier, rates.get(i), EVERYTHING, List.of("special", "promo"), When.ALWAYS);
        }
        return notes.earn(new Earn("", "", 1000, 1, List.of("jewellery", "appliance", "furniture"), List.of(), false))
                .aPointAYuan()
                .hundredAYuan();
    }

    private static Notes of(String id, String... tiers) {
        return new Notes(id, List.of(tiers));
    }

    /// One programme while it is being written down.
    private static final class Notes {
        private final String id;
        private final List<String> tiers;
        private final List<Off> offs = new ArrayList<>();
        private final Map<String, Voucher> vouchers = new LinkedHashMap<>();
        private final List<Earn> earns = new ArrayList<>();
        private final Map<String, Integer> tenths = new LinkedHashMap<>();
        private Redeem redeem = new Redeem(0, 0, 0, false);
        private boolean stacks;
        private boolean firstSaturday;

        Notes(String id, List<String> tiers) {
            this.id = id;
            this.tiers = tiers;
        }

        Notes off(String tier, int percent) {
            return off("tier-" + tier, tier, percent, List.of(""), List.of(), When.ALWAYS);
        }

        Notes off(String rule, String tier, int percent, List<String> categories, List<String> flags, When when) {
            offs.add(new Off(rule, tier, percent, categories, flags, when));
            return this;
        }

        Notes stacked(int percent) {
            stacks = true;
            return off("birthday", "", percent, List.of(""), List.of(), When.BIRTHDAY);
        }

        Notes firstSaturdayTwice() {
            firstSaturday = true;
            return this;
        }

        Notes aPointAYuan() {
            return earn("", "", 100, 1);
        }

        Notes earn(String tier, String kind, long perFen, long points) {
            return earn(new Earn(tier, kind, perFen, points, List.of(""), List.of(), false));
        }

        Notes earn(Earn earn) {
            earns.add(earn);
            return this;
        }

        Notes tenths(String tier, int tenths) {
            this.tenths.put(tier, tenths);
            return this;
        }

        Notes hundredAYuan() {
            return redeem(HUNDRED_A_YUAN);
        }

        Notes redeem(Redeem redeem) {
            this.redeem = redeem;
            return this;
        }

        Notes cash(String type, long fen, String category) {
            return voucher(type, new Voucher(Form.CASH, fen, category, 0, "", ""));
        }

        Notes offABill(String type, long fen, long bill) {
            return voucher(type, new Voucher(Form.OFF_A_BILL, fen, "", bill, "", ""));
        }

        Notes free(String type, String category, String service) {
            return voucher(type, new Voucher(Form.FREE, 0, category, 0, service, ""));
        }

        Notes voucher(String type, Voucher voucher) {
            vouchers.put(type, voucher);
            return this;
        }

        Scheme done() {
            return new Scheme(id, tiers, offs, stacks, vouchers, redeem, earns, tenths, firstSaturday);
        }
    }
}
