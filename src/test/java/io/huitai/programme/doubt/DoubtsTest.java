package io.huitai.programme.doubt;

import static io.huitai.programme.doubt.Doubt.Code.ALWAYS_LOSES;
import static io.huitai.programme.doubt.Doubt.Code.NEVER_APPLIES;
import static io.huitai.programme.doubt.Doubt.Code.NEVER_EARNS;
import static io.huitai.programme.doubt.Doubt.Code.TOUCHES_NOTHING;
import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.programme.file.ProgrammeFile;
import io.huitai.programme.scheme.Programme;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoubtsTest {
    private static final String TIERS = """
            tiers:
              - {id: member, name: {zh: 会员, en: Member}}
              - {id: gold, name: {zh: 金卡, en: Gold}, entry: {spend: 100.00}}
            """;
    private static final String POINTS = """
            points:
              earn: [{id: earn-base, name: {zh: 分, en: Points}, per: 1.00, points: 1}]
            """;
    private static final String MEMBERSHIP = """
            membership:
              enrolment: {}
              kinds: [{id: vip, name: {zh: 贵宾, en: VIP}, tiers: gold}]
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{kind: vip, tier: member}",
                "{kind: no-such-kind}",
                "{tier: gold, not: {tier: gold}}",
                "{day-of-month: 30, date: {first: 2026-02-01, last: 2026-02-28}}",
                "{day-of-month: 8, nth-weekday: {nth: 1, weekday: monday}}",
                "{weekday: [saturday, sunday], nth-weekday: {nth: -1, weekday: friday}}",
                "{nth-weekday: {nth: 5, weekday: friday}, day-of-month: [1, 28]}",
                "{lunar-day: 15, date: {first: 2026-05-02, last: 2026-05-05}}",
                "{date: {first: 2025-01-01, last: 2025-12-31}}",
                "{birthday: day, not: {birthday: month}}",
                "{day: working, not: {day: working}}",
                "{time: {from: '09:00', until: '11:00'}, not: {time: {from: '08:00', until: '12:00'}}}",
                "{service: dine-in, any: [{service: takeaway}, {service: room}]}",
                "{store: S001, not: {store: [S001, S002]}}",
                "{event: wedding, not: {event: [baby, wedding]}}",
                "{outlet: hotel, not: {outlet: hotel}}"
            })
    void conditionsThatNobodyMeetsAreDoubted(String when) {
        assertThat(ofDiscounts(discount("odd", "0.9", "when: " + when)))
                .containsExactly(new Doubt("discounts/0/when", NEVER_APPLIES, "odd"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{kind: vip, tier: gold}",
                "{not: {kind: vip}, tier: gold}",
                "{day-of-month: 31, lunar-day: 30}",
                "{day-of-month: 29, date: {first: 2026-02-01, last: 2028-02-29}}",
                "{nth-weekday: {nth: 5, weekday: friday}, day-of-month: 29}",
                "{lunar-day: 15, date: {first: 2026-05-01, last: 2026-05-01}}",
                "{date: {first: 2099-01-01, last: 2099-01-31}, weekday: sunday}",
                "{date: {first: 2025-01-01, last: 2026-01-01}}",
                "{birthday: month, not: {birthday: day}}",
                "{day: working, weekday: saturday}",
                "{day: holiday, weekday: monday, lunar-day: 1}",
                "{time: {from: '22:00', until: '02:00'}, not: {time: {from: '21:00', until: '23:59'}}}",
                "{store: [S001, S002], not: {store: S001}}",
                "{not: {store: S001}, service: room, event: wedding, outlet: hotel}"
            })
    void conditionsThatSomebodyMeetsSomeDayAreNot(String when) {
        assertThat(ofDiscounts(discount("fine", "0.9", "when: " + when))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {categories: food, except: food}               | true
            {categories: [food.chinese, tea], except: [food, tea]} | true
            {with-flags: promo, without-flags: [promo, special]} | true
            {categories: food, except: food.chinese}       | false
            {with-flags: [promo, special], without-flags: promo} | false
            """)
    void goodsThatLeaveNothingOverAreDoubted(String goods, boolean nothing) {
        assertThat(ofDiscounts(discount("odd", "0.9", "goods: " + goods)))
                .isEqualTo(nothing ? List.of(new Doubt("discounts/0/goods", TOUCHES_NOTHING, "odd")) : List.of());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            stacks: false                            | stacks: false                                     | true
            when: {tier: gold}                       | when: {tier: [member, gold]}                      | true
            when: {tier: gold, weekday: monday}      | when: {tier: gold}                                | true
            when: {tier: gold, service: dine-in}     | when: {not: {service: takeaway}}                  | true
            when: {tier: gold}                       | when: {tier: gold, weekday: monday}               | false
            when: {tier: member}                     | when: {tier: gold}                                | false
            walk-ins: true                           | stacks: false                                     | false
            walk-ins: true                           | walk-ins: true                                    | true
            walk-ins: true, when: {tier: gold}       | stacks: false                                     | true
            goods: {categories: food.chinese}        | goods: {categories: food}                         | true
            goods: {categories: food}                | goods: {categories: food.chinese}                 | false
            stacks: false                            | goods: {categories: food}                         | false
            goods: {categories: food, except: food.tea} | goods: {except: food.tea}                      | true
            goods: {categories: food}                | goods: {except: room}                             | true
            goods: {categories: food}                | goods: {except: food.tea}                         | false
            goods: {without-flags: [promo, special]} | goods: {without-flags: promo}                     | true
            goods: {without-flags: promo}            | goods: {without-flags: [promo, special]}          | false
            goods: {with-flags: promo}               | goods: {with-flags: [promo, special]}             | true
            goods: {with-flags: [promo, special]}    | goods: {with-flags: promo}                        | false
            stacks: true                             | stacks: false                                     | false
            stacks: false                            | stacks: true                                      | false
            """)
    void aDiscountThatAlwaysLosesIsDoubted(String worse, String better, String loses) {
        var worseFirst = ofDiscounts(discount("worse", "0.95", worse), discount("better", "0.9", better));
        var sameLater = ofDiscounts(discount("better", "0.9", better), discount("same", "0.9", worse));
        var expected = loses.equals("true");
        assertThat(worseFirst.contains(new Doubt("discounts/0", ALWAYS_LOSES, "worse", "better")))
                .isEqualTo(expected);
        assertThat(sameLater.contains(new Doubt("discounts/1", ALWAYS_LOSES, "same", "better")))
                .isEqualTo(expected);
    }

    @Test
    void discountsCanLoseToOthersTogether() {
        assertThat(ofDiscounts(
                        discount("all", "0.95", "stacks: false"),
                        discount("m", "0.9", "when: {tier: member}"),
                        discount("g", "0.85", "when: {tier: gold}")))
                .containsExactly(new Doubt("discounts/0", ALWAYS_LOSES, "all", "m, g"));
        assertThat(ofDiscounts(
                        discount("first", "0.9", "stacks: false"), discount("worse-later", "0.95", "stacks: false")))
                .containsExactly(new Doubt("discounts/1", ALWAYS_LOSES, "worse-later", "first"));
    }

    @Test
    void aDiscountOfNothingIsDoubtedAndOneForWalkInsThatAsksForAMember() {
        assertThat(ofDiscounts(discount("odd", "1", "stacks: true")))
                .containsExactly(new Doubt("discounts/0/rate", Doubt.Code.TAKES_NOTHING_OFF, "odd"));
        assertThat(ofDiscounts(discount("odd", "0.9", "walk-ins: true, when: {tier: gold}")))
                .containsExactly(new Doubt("discounts/0/walk-ins", Doubt.Code.NEVER_FOR_WALK_INS, "odd"));
        assertThat(ofDiscounts(discount("fine", "0.9", "walk-ins: true, when: {not: {tier: [member, gold]}}")))
                .isEmpty();
    }

    @Test
    void anEarnRuleBehindAWiderOneIsDoubted() {
        var narrow = "{id: narrow, name: {zh: 分, en: P}, per: 1.00, points: 2, when: {tier: gold}}";
        var wide = "{id: wide, name: {zh: 分, en: P}, per: 1.00, points: 1}";
        assertThat(doubts(TIERS + "points: {earn: [" + wide + ", " + narrow + "]}\n" + MEMBERSHIP))
                .containsExactly(new Doubt("points/earn/1", NEVER_EARNS, "narrow", "wide"));
        assertThat(doubts(TIERS + "points: {earn: [" + narrow + ", " + wide + "]}\n" + MEMBERSHIP))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            grants: [{id: g, occasion: {recharge: 10}, points: 1}]       | WITHOUT_RECHARGES
            grants: [{id: g, occasion: joining, tiers: gold, points: 1}] | NOBODY_JOINS_THERE
            grants: [{id: g, occasion: tier-reached, tiers: member, points: 1}] | FIRST_TIER_IS_NOT_REACHED
            grants: [{id: g, occasion: tier-reached, points: 1}]         |
            grants: [{id: g, occasion: {dormant-days: 90}, points: 1}]   |
            cards: {closed-after-days: 90}\\n  grants: [{id: g, occasion: {dormant-days: 90}, points: 1}] | CLOSED_BEFORE
            cards: {closed-after-days: 91}\\n  grants: [{id: g, occasion: {dormant-days: 90}, points: 1}] |
            commissions: [{recharge: 0.01}]                              | WITHOUT_RECHARGES
            commissions: [{company-spend: [{from: 0, share: 0.01}]}]     |
            commissions: [{company-spend: [{from: 1, share: 0.01}]}]     | NO_COMMISSION_BELOW
            stored-value: {minimum: 100, bonus: [{from: 100, share: 0.1}]} |
            stored-value: {minimum: 100, bonus: [{from: 200, share: 0.1}]} | NO_BONUS_BELOW
            stored-value: {minimum: 100, bonus: [{from: 0, share: 0.1}, {from: 100, share: 0.2}]} | NEVER_RECHARGED
            stored-value: {minimum: 5000}                                |
            stored-value: {minimum: 5000.01}                             | REGISTERED_CARD_LIMIT
            stored-value: {minimum: 100, bonus: [{from: 100, share: 0}, {from: 4800, share: 0.1}]} | REGISTERED_CARD_LIMIT
            stored-value: {minimum: 1000.01}\\n  cards: {anonymous: true} | ANONYMOUS_CARD_LIMIT
            stored-value: {minimum: 1000}\\n  cards: {anonymous: true}   |
            stored-value: {minimum: 1}\\n  cards: {closed-after-days: 2000} | MONEY_EXPIRES
            stored-value: {minimum: 1}\\n  cards: {anonymous: true, closed-after-days: 1095} | MONEY_EXPIRES_EARLY
            stored-value: {minimum: 1}\\n  cards: {anonymous: true, closed-after-days: 1096} |
            cards: {closed-after-days: 365}                              |
            """)
    void whatHappensInAMembershipIsLookedOver(String membership, Doubt.Code code) {
        var found = doubts(TIERS + POINTS + MEMBERSHIP + "  " + membership.replace("\\n", "\n") + "\n");
        assertThat(found).extracting(Doubt::code).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void rechargesThatCannotBeAreDoubtedWhereverTheyAreAskedFor() {
        var asked = TIERS.replace("spend: 100.00", "recharge: 100.00")
                + POINTS
                + MEMBERSHIP
                        .replace("enrolment: {}", "enrolment: {grounds: [{recharge: 100}]}")
                        .replace("tiers: gold", "tiers: gold, preloaded: 200");
        assertThat(doubts(asked))
                .containsExactlyInAnyOrder(
                        new Doubt("tiers/1/entry", Doubt.Code.NEVER_ENTERED, "gold"),
                        new Doubt("membership/enrolment/grounds/0", Doubt.Code.WITHOUT_RECHARGES),
                        new Doubt("membership/kinds/0", Doubt.Code.WITHOUT_RECHARGES));
    }

    @Test
    void tiersThatAreNeverEnteredOrReviewedAreDoubted() {
        var points = TIERS.replace("spend: 100.00", "all: [{points: 5}, {spend: 1}]");
        assertThat(doubts(points + "points: {}\n" + MEMBERSHIP))
                .containsExactly(new Doubt("tiers/1/entry", Doubt.Code.NEVER_ENTERED, "gold"));
        assertThat(doubts(points + POINTS + MEMBERSHIP)).isEmpty();
        var kept = TIERS.replace("100.00}", "100.00}, keep: {spend: 50}") + POINTS + MEMBERSHIP;
        assertThat(doubts(kept)).containsExactly(new Doubt("tiers/1/keep", Doubt.Code.NEVER_REVIEWED, "gold"));
        assertThat(doubts(kept + "  review: 01-01\n")).isEmpty();
    }

    @Test
    void aVoucherThatNothingGivesIsDoubted() {
        var vouchers = "vouchers: [{id: v, name: {zh: 券, en: V}, worth: {amount: 5}}]\n";
        assertThat(doubts(TIERS + POINTS + vouchers + MEMBERSHIP))
                .containsExactly(new Doubt("vouchers/0", Doubt.Code.NEVER_GIVEN, "v"));
        assertThat(doubts(TIERS + POINTS + "  turn: {points: 500, voucher: v}\n" + vouchers + MEMBERSHIP))
                .isEmpty();
        assertThat(doubts(TIERS + POINTS + vouchers + MEMBERSHIP + "  events: {prize: v}\n"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            per: 1.00, points: 1     | redeem: {points: 1, value: 1.00}   |
            per: 1.00, points: 3     | redeem: {points: 3, value: 1.00}   |
            per: 1.00, points: 2     | redeem: {points: 1, value: 1.00}   | 2.00
            per: 100.00, points: 101 | redeem: {points: 1, value: 1.00}   | 1.01
            per: 1.00, points: 10    | turn: {points: 10, voucher: v}     | 5.00
            per: 1.00, points: 1     | turn: {points: 10, voucher: v}     |
            per: 1.00, points: 1     | redeem: {points: 2, value: 1.00}\\n  multipliers: [{id: a, name: {zh: 倍, en: X}, rate: 2}, {id: b, name: {zh: 倍, en: X}, rate: 1.5, when: {tier: gold}}] | 1.50
            per: 1.00, points: 1     | redeem: {points: 2, value: 1.00}\\n  multipliers: [{id: a, name: {zh: 倍, en: X}, rate: 2, when: {tier: member}}, {id: b, name: {zh: 倍, en: X}, rate: 1.5, when: {tier: gold}}] |
            stages: [{from: 0, fixed: 5}] | redeem: {points: 1, value: 0.05} |
            stages: [{from: 0, fixed: 50}] | redeem: {points: 1, value: 0.05} | 2.50
            stages: [{from: 0, fixed: 0}, {from: 10, share: 30}] | redeem: {points: 1, value: 0.05} | 1.50
            """)
    void pointsThatCostMoreThanTheyBringAreDoubted(String earn, String use, String worth) {
        var points =
                "points:\n  earn: [{id: e, name: {zh: 分, en: P}, " + earn + "}]\n  " + use.replace("\\n", "\n") + "\n";
        var vouchers = "vouchers: [{id: v, name: {zh: 券, en: V}, worth: {amount: 5.00}}]\n";
        var membership = MEMBERSHIP + "  events: {prize: v}\n";
        assertThat(doubts(TIERS + points + vouchers + membership))
                .isEqualTo(
                        worth == null
                                ? List.of()
                                : List.of(new Doubt("points/earn/0", Doubt.Code.POINTS_COST_MORE, "e", worth)));
    }

    @ParameterizedTest
    @CsvSource({"0, false", "0.01, false", "0.02, true", "100.00, true"})
    void billsThatEarnNothingBelowTheFirstStageAreDoubted(String from, boolean gap) {
        var points = POINTS.replace("per: 1.00, points: 1", "stages: [{from: " + from + ", fixed: 5}]");
        assertThat(doubts(TIERS + points + MEMBERSHIP))
                .isEqualTo(
                        gap
                                ? List.of(
                                        new Doubt("points/earn/0/stages/0/from", Doubt.Code.EARNS_NOTHING_BELOW, from))
                                : List.of());
    }

    @Test
    void personalDataWithoutConsentAreDoubted() {
        var asks = MEMBERSHIP.replace("enrolment: {}", "enrolment: {asks: [name, birthday, email]}");
        assertThat(doubts(TIERS + POINTS + asks))
                .containsExactly(
                        new Doubt("membership/enrolment/asks", Doubt.Code.DATA_WITHOUT_CONSENT, "email, birthday"));
        assertThat(doubts(TIERS + POINTS + asks.replace("email", "email, consent")))
                .isEmpty();
        assertThat(doubts(TIERS + POINTS + asks.replace("birthday, email", "phone")))
                .isEmpty();
    }

    @Test
    void thousandsOfRulesAreLookedOverWithinASecond() {
        var many = new StringBuilder("discounts:\n");
        for (var i = 0; i < 1_500; i++) {
            many.append("  - {id: d%d, name: {zh: 折, en: D}, rate: 0.9, when: {lunar-day: %d, day-of-month: %d,"
                    .formatted(i, 1 + i % 30, 1 + i % 31));
            many.append(" any: [{weekday: monday}, {time: {from: '10:%02d', until: '11:00'}}]}}%n".formatted(i % 60));
        }
        var programme = programme(TIERS + many + POINTS + MEMBERSHIP);
        var threads = ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadCpuTime();
        Doubts.of(programme);
        assertThat(TimeUnit.NANOSECONDS.toMillis(threads.getCurrentThreadCpuTime() - before))
                .isLessThan(1_000);
    }

    private static String discount(String id, String rate, String more) {
        return "{id: %s, name: {zh: 折, en: D}, rate: %s, %s}".formatted(id, rate, more);
    }

    private static List<Doubt> ofDiscounts(String... discounts) {
        return doubts(TIERS + "discounts: [" + String.join(", ", discounts) + "]\n" + POINTS + MEMBERSHIP);
    }

    private static List<Doubt> doubts(String blocks) {
        return Doubts.of(programme(blocks));
    }

    private static Programme programme(String blocks) {
        var head = "id: p\nversion: 1\napplies-from: 2026-01-01\nname: {zh: 方案, en: P}\n";
        return ProgrammeFile.read("p.yaml", (head + blocks).getBytes(StandardCharsets.UTF_8));
    }
}
