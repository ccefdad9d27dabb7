package io.huitai.programme.pricing;

import io.huitai.money.Rate;
import io.huitai.programme.pricing.Quote.Refusal;
import io.huitai.programme.pricing.Quote.Subject;
import io.huitai.programme.words.Hint;
import io.huitai.programme.words.Hint.Gap;
import io.huitai.programme.words.Hint.GoesWith;
import io.huitai.programme.words.Hint.PointsNear;
import io.huitai.programme.words.Hint.TierNear;
import io.huitai.programme.words.Hint.TierReached;
import io.huitai.programme.words.Hint.UnitNear;
import io.huitai.programme.words.Hint.VoucherNear;
import io.huitai.programme.words.Reason;
import io.huitai.programme.words.Reason.ByHand;
import io.huitai.programme.words.Reason.Discounted;
import io.huitai.programme.words.Reason.EarnedOn;
import io.huitai.programme.words.Reason.MemberPrice;
import io.huitai.programme.words.Reason.Multiplied;
import io.huitai.programme.words.Reason.PointsRedeemed;
import io.huitai.programme.words.Reason.VoucherTaken;
import io.huitai.programme.words.RefusalCode;
import io.huitai.shop.Lang;
import io.huitai.shop.Wording;
import java.math.BigDecimal;
import java.util.stream.Collectors;

/// Puts reasons, refusals and hints into words that a cashier can read to a guest.
public final class Explanation {
    private static final long PERCENT = Rate.WHOLE / 100;

    private Explanation() {}

    /// As "金卡会员 85折", "Gold member 15% off".
    public static String of(Reason reason, Lang lang) {
        var words = words(lang);
        return switch (reason) {
            case MemberPrice() -> words.say("reason.member-price");
            case Discounted(var name, var rate) -> words.say("reason.discounted", name, off(rate, words));
            case ByHand(var said) -> said.in(lang);
            case VoucherTaken(var name, var count) -> words.say("reason.voucher", name, count);
            case PointsRedeemed(var points) -> words.say("reason.points", points);
            case EarnedOn(var name, var base) -> words.say("reason.earned-on", name, base);
            case Multiplied(var name, var rate) -> words.say("reason.multiplied", name, rate);
        };
    }

    /// As "100元购物券：已过期", "100 voucher: expired".
    public static String of(Refusal refusal, Lang lang) {
        var words = words(lang);
        var subject = switch (refusal.subject()) {
            case Subject.Line(var number) -> words.say("refused.line", number);
            case Subject.Voucher(var type) -> type.name().in(lang);
            case Subject.Points() -> words.say("refused.points");
        };
        return words.say("refused", subject, of(refusal.code(), lang));
    }

    /// As "再消费 ¥12.00 可多得 1分", "¥12.00 more earns 1 more".
    public static String of(Hint hint, Lang lang) {
        var words = words(lang);
        return switch (hint) {
            case TierReached(var tier) -> words.say("hint.tier-reached", tier);
            case VoucherNear(var voucher, var particular, var missing) ->
                words.say("hint.voucher-near" + (particular ? ".goods" : ""), missing, voucher);
            case TierNear(var tier, var gaps) ->
                words.say(
                        "hint.tier-near",
                        tier,
                        gaps.stream().map(gap -> of(gap, words)).collect(Collectors.joining(words.say("gap.between"))));
            case PointsNear(var missing, var points) -> words.say("hint.points-near", missing, points);
            case UnitNear(var missing, var worth) -> words.say("hint.unit-near", missing, worth);
            case GoesWith(var bought, var other, var buyers, var both) ->
                words.say("hint.goes-with", other, bought, buyers, both);
        };
    }

    private static String of(Gap gap, Wording words) {
        return switch (gap) {
            case Gap.OfSpend(var missing) -> words.say("gap.spend", missing);
            case Gap.OfPoints(var missing) -> words.say("gap.points", missing);
            case Gap.OfVisits(var missing) -> words.say("gap.visits", missing);
        };
    }

    /// The words of a code alone.
    public static String of(RefusalCode code, Lang lang) {
        return words(lang).say("refused." + code);
    }

    private static Wording words(Lang lang) {
        return Wording.of(Explanation.class, lang);
    }

    /// What a guest calls a rate: 0.85 is 85折, 0.9 is 9折, 0.855 is 8.55折; in English what is taken off.
    private static String off(Rate rate, Wording words) {
        if (rate.parts() == 0) {
            return words.say("off.all");
        }
        return words.say(
                "off",
                switch (words.lang()) {
                    case ZH -> {
                        var tenths = plain(rate.parts(), 10 * PERCENT);
                        yield tenths.length() == 3 && tenths.charAt(0) != '0' ? tenths.replace(".", "") : tenths;
                    }
                    case EN -> plain(Rate.WHOLE - rate.parts(), PERCENT);
                });
    }

    private static String plain(long parts, long one) {
        return BigDecimal.valueOf(parts)
                .divide(BigDecimal.valueOf(one))
                .stripTrailingZeros()
                .toPlainString();
    }
}
