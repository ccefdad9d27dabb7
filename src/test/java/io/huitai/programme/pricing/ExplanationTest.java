package io.huitai.programme.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.money.Money;
import io.huitai.money.Rate;
import io.huitai.programme.pricing.Quote.Refusal;
import io.huitai.programme.pricing.Quote.Subject;
import io.huitai.programme.words.Reason;
import io.huitai.programme.words.RefusalCode;
import io.huitai.programme.words.Use.Asked;
import io.huitai.shop.Label;
import io.huitai.shop.Lang;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationTest {
    private static final Label GOLD = new Label("金卡会员", "Gold member");

    @ParameterizedTest
    @CsvSource({
        "0.85, 85折, 15% off",
        "0.9, 9折, 10% off",
        "0.855, 8.55折, 14.5% off",
        "0.05, 0.5折, 95% off",
        "0, 免费, 100% off"
    })
    void ratesAreSaidAsGuestsSayThem(String rate, String zh, String en) {
        var reason = new Reason.Discounted(GOLD, Rate.parse(rate));
        assertThat(Explanation.of(reason, Lang.ZH)).isEqualTo("金卡会员 " + zh);
        assertThat(Explanation.of(reason, Lang.EN)).isEqualTo("Gold member " + en);
    }

    @Test
    void everyReasonHasItsWords() {
        assertThat(Explanation.of(new Reason.MemberPrice(), Lang.ZH)).isEqualTo("会员价");
        assertThat(Explanation.of(new Reason.ByHand(GOLD), Lang.EN)).isEqualTo("Gold member");
        assertThat(Explanation.of(new Reason.VoucherTaken(GOLD, 2), Lang.EN)).isEqualTo("Gold member ×2");
        assertThat(Explanation.of(new Reason.PointsRedeemed(1200), Lang.ZH)).isEqualTo("积分抵扣 1200分");
        assertThat(Explanation.of(new Reason.EarnedOn(GOLD, Money.parse("48.35")), Lang.ZH))
                .isEqualTo("金卡会员 48.35元");
        assertThat(Explanation.of(new Reason.Multiplied(GOLD, Rate.parse("1.5")), Lang.ZH))
                .isEqualTo("金卡会员 ×1.5");
    }

    @Test
    void everyRefusalNamesWhatAndWhy() {
        var line = new Refusal(new Subject.Line(2), new Asked.Count(1), RefusalCode.MEMBERS_ONLY);
        assertThat(Explanation.of(line, Lang.ZH)).isEqualTo("第2行：仅限会员购买");
        assertThat(Explanation.of(line, Lang.EN)).isEqualTo("Line 2: for members only");
        var points = new Refusal(new Subject.Points(), new Asked.Count(1), RefusalCode.POINTS_UNIT);
        assertThat(Explanation.of(points, Lang.ZH)).isEqualTo("积分：须按整单位兑换");
        for (var lang : Lang.values()) {
            assertThat(Arrays.stream(RefusalCode.values()).map(code -> Explanation.of(code, lang)))
                    .doesNotHaveDuplicates()
                    .noneMatch(String::isBlank);
        }
    }
}
