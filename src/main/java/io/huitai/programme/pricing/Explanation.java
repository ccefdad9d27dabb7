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
import java.math.BigDecimal;
import java.util.stream.Collectors;

/// Puts reasons, refusals and hints into words that a cashier can read to a guest.
public final class Explanation {
    private static final long PERCENT = Rate.WHOLE / 100;

    private Explanation() {}

    /// As "金卡会员 85折", "Gold member 15% off".
    public static String of(Reason reason, Lang lang) {
        return switch (reason) {
            case MemberPrice() -> either(lang, "会员价", "Member price");
            case Discounted(var name, var rate) -> name.in(lang) + " " + off(rate, lang);
            case ByHand(var words) -> words.in(lang);
            case VoucherTaken(var name, var count) -> name.in(lang) + " ×" + count;
            case PointsRedeemed(var points) -> either(lang, "积分抵扣 " + points + "分", "Points redeemed: " + points);
            case EarnedOn(var name, var base) -> name.in(lang) + " " + either(lang, base + "元", "on " + base);
            case Multiplied(var name, var rate) -> name.in(lang) + " ×" + rate;
        };
    }

    /// As "100元购物券：已过期", "100 voucher: expired".
    public static String of(Refusal refusal, Lang lang) {
        var subject = switch (refusal.subject()) {
            case Subject.Line(var number) -> either(lang, "第" + number + "行", "Line " + number);
            case Subject.Voucher(var type) -> type.name().in(lang);
            case Subject.Points() -> either(lang, "积分", "Points");
        };
        return subject + either(lang, "：", ": ") + of(refusal.code(), lang);
    }

    /// As "再消费 ¥12.00 可多得 1分", "¥12.00 more earns 1 more".
    public static String of(Hint hint, Lang lang) {
        return switch (hint) {
            case TierReached(var tier) ->
                either(lang, "付款后升为" + tier.in(lang), "Becomes " + tier.in(lang) + " with this bill");
            case VoucherNear(var voucher, var particular, var missing) ->
                either(
                        lang,
                        (particular ? "适用商品" : "") + "再消费 ¥" + missing + " 可再用1张" + voucher.in(lang),
                        "¥" + missing + " more" + (particular ? " of its goods" : "") + ": one more of "
                                + voucher.in(lang));
            case TierNear(var tier, var gaps) ->
                either(lang, "距" + tier.in(lang) + "还差 ", "To " + tier.in(lang) + ": ")
                        + gaps.stream()
                                .map(gap -> of(gap, lang))
                                .collect(Collectors.joining(either(lang, " 和 ", " and ")));
            case PointsNear(var missing, var points) ->
                either(
                        lang,
                        "再消费 ¥" + missing + " 可多得 " + points + "分",
                        "¥" + missing + " more: " + points + " more " + (points == 1 ? "point" : "points"));
            case UnitNear(var missing, var worth) ->
                either(
                        lang,
                        "再积 " + missing + "分 可抵扣 ¥" + worth,
                        missing + " more " + (missing == 1 ? "point" : "points") + ": ¥" + worth + " off a bill");
            case GoesWith(var bought, var other, var buyers, var both) ->
                either(
                        lang,
                        "推荐" + other.in(lang) + "：买了" + bought.in(lang) + "的" + buyers + "位会员里" + both + "位也买了",
                        other.in(lang) + "? Of " + buyers + " members who bought " + bought.in(lang) + ", " + both
                                + " bought it too");
        };
    }

    private static String of(Gap gap, Lang lang) {
        return switch (gap) {
            case Gap.OfSpend(var missing) -> "¥" + missing;
            case Gap.OfPoints(var missing) -> missing + either(lang, "分", missing == 1 ? " point" : " points");
            case Gap.OfVisits(var missing) -> missing + either(lang, "次消费", missing == 1 ? " visit" : " visits");
        };
    }

    /// The words of a code alone.
    public static String of(RefusalCode code, Lang lang) {
        return switch (code) {
            case MEMBERS_ONLY -> either(lang, "仅限会员购买", "for members only");
            case NO_MEMBER -> either(lang, "请先出示会员卡", "needs a member");
            case VOUCHER_NONE -> either(lang, "会员没有此券", "the member has none");
            case VOUCHER_EXPIRED -> either(lang, "不在有效期内", "expired");
            case VOUCHER_NOT_HERE -> either(lang, "不适用于本店或本次消费方式", "not for this outlet, service or event");
            case VOUCHER_NO_ITEM -> either(lang, "账单上没有适用的商品", "nothing on the bill that it applies to");
            case VOUCHER_MINIMUM -> either(lang, "未达到最低消费", "the bill is too small for it");
            case VOUCHER_NO_GAIN -> either(lang, "使用后不会更优惠", "the guest would not gain by it");
            case VOUCHER_LIMIT -> either(lang, "超出可用张数", "more than can be used");
            case POINTS_NO_VALUE -> either(lang, "本方案积分不能抵现", "are not money in this programme");
            case POINTS_UNIT -> either(lang, "须按整单位兑换", "only in whole units");
            case POINTS_NOT_ENOUGH -> either(lang, "积分不足", "not enough");
            case POINTS_OVER_CAP -> either(lang, "超过可抵扣上限", "more than the bill allows");
        };
    }

    /// What a guest calls a rate: 0.85 is 85折, 0.9 is 9折, 0.855 is 8.55折; in English what is taken off.
    private static String off(Rate rate, Lang lang) {
        return switch (lang) {
            case ZH -> {
                if (rate.parts() == 0) {
                    yield "免费";
                }
                var tenths = plain(rate.parts(), 10 * PERCENT);
                yield (tenths.length() == 3 && tenths.charAt(0) != '0' ? tenths.replace(".", "") : tenths) + "折";
            }
            case EN -> plain(Rate.WHOLE - rate.parts(), PERCENT) + "% off";
        };
    }

    private static String plain(long parts, long one) {
        return BigDecimal.valueOf(parts)
                .divide(BigDecimal.valueOf(one))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String either(Lang lang, String zh, String en) {
        return switch (lang) {
            case ZH -> zh;
            case EN -> en;
        };
    }
}
