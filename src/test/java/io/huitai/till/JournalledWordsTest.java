package io.huitai.till;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.journal.fact.FactJson;
import io.huitai.journal.fact.SoldLine;
import io.huitai.money.Money;
import io.huitai.money.Rate;
import io.huitai.programme.pricing.Explanation;
import io.huitai.programme.words.Reason;
import io.huitai.shop.Label;
import io.huitai.shop.Lang;
import io.huitai.shop.Tender;
import io.huitai.shop.TenderType;
import io.huitai.till.book.ChargedTo;
import io.huitai.till.refusal.Why;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What we say ourselves is in the journal as a code with its values, and in words where somebody reads it. A failing
/// seed is in the failure's text.
class JournalledWordsTest {
    @Test
    void whyALineCostsLessComesBackAndIsSaidInBothLanguages() {
        for (var seed = 1L; seed <= 50; seed++) {
            var random = new Random(seed);
            var name = new Label("卡" + random.nextInt(), "Card " + random.nextInt());
            var rate = new Rate(random.nextInt(1_000_000));
            var money = Money.ofFen(random.nextInt(100_000));
            var all = List.of(
                    new Reason.MemberPrice(),
                    new Reason.Discounted(name, rate),
                    new Reason.ByHand(name),
                    new Reason.VoucherTaken(name, 1 + random.nextInt(9)),
                    new Reason.PointsRedeemed(random.nextInt(100_000)),
                    new Reason.EarnedOn(name, money),
                    new Reason.Multiplied(name, rate));
            assertThat(all.stream().<Class<?>>map(Reason::getClass).collect(Collectors.toSet()))
                    .isEqualTo(FactJson.kinds(Reason.class).collect(Collectors.toSet()));
            for (var reason : all) {
                var row = SoldLine.Because.of("rule", reason, money.negated());
                var written = FactJson.mapper().writeValueAsString(row);
                var what = "seed " + seed + " " + written;
                var read = FactJson.mapper().readValue(written, SoldLine.Because.class);
                assertThat(read).as(what).isEqualTo(row);
                for (var lang : Lang.values()) {
                    var said = Explanation.of(reason, lang);
                    assertThat(read.in(lang)).as(what).isEqualTo(said);
                    if (!(reason instanceof Reason.ByHand)) {
                        assertThat(written).doesNotContain("\"" + said + "\"");
                    }
                }
            }
        }
    }

    @Test
    void anOlderLineIsSaidAsItWas() {
        var older = "{\"rule\":\"tier-gold\",\"zh\":\"金卡会员 85折\",\"en\":\"Gold member 15% off\",\"amount\":\"-20.64\"}";
        var row = FactJson.mapper().readValue(older, SoldLine.Because.class);
        assertThat(row.in(Lang.ZH)).isEqualTo("金卡会员 85折");
        assertThat(row.in(Lang.EN)).isEqualTo("Gold member 15% off");
    }

    @Test
    void ourReasonsAreCodesAndOthersStayAsTyped() {
        var unpaid = Why.unpaid(LocalDate.parse("2026-05-01"));
        assertThat(unpaid.written()).isEqualTo("unpaid:2026-05-01");
        assertThat(unpaid.in(Lang.ZH)).isEqualTo("会费于2026-05-01到期");
        assertThat(Why.unused(365).in(Lang.EN)).isEqualTo("no purchase for 365 days");
        assertThat(new Why("wrong").in(Lang.ZH)).isEqualTo("点错");
        for (var typed : List.of("客人不要了", "", "it's {0}", "12:30", "会费到期 / subscription over on 2026-05-01")) {
            for (var lang : Lang.values()) {
                assertThat(new Why(typed).in(lang)).isEqualTo(typed);
            }
        }
    }

    @Test
    void whomATenderChargesIsReadAsItIsWrittenAndAsItWas() {
        var room = new ChargedTo.Room("8302", "客人 room:张三");
        var company = new ChargedTo.Company("单位 company:蓝海");
        assertThat(ChargedTo.of(charged(TenderType.ROOM, room.reference("note"))))
                .contains(room);
        assertThat(ChargedTo.of(charged(TenderType.ACCOUNT, company.reference(""))))
                .contains(company);
        assertThat(ChargedTo.of(charged(TenderType.ROOM, "房号 8302\n客人 客人 room:张三\nnote")))
                .contains(room);
        assertThat(ChargedTo.of(charged(TenderType.ACCOUNT, "单位 单位 company:蓝海")))
                .contains(company);
    }

    private static Tender charged(TenderType type, String reference) {
        return new Tender(1, type, Money.ofFen(100), Money.ZERO, reference);
    }
}
