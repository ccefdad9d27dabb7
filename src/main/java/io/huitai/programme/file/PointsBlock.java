package io.huitai.programme.file;

import io.huitai.money.Rate;
import io.huitai.programme.Earning;
import io.huitai.programme.Earning.Band;
import io.huitai.programme.Earning.EarnRate;
import io.huitai.programme.Earning.EarnRule;
import io.huitai.programme.Earning.Multiplier;
import io.huitai.programme.Earning.Yield;
import io.huitai.programme.PointRules;
import io.huitai.programme.PointRules.Turning;
import io.huitai.programme.Redemption;
import io.huitai.programme.RuleId;
import io.huitai.programme.Validity;
import io.huitai.programme.VoucherTypeId;
import java.time.MonthDay;
import java.util.Set;

/// Reads `points`.
///
/// @param vouchers the types that the programme knows
record PointsBlock(Rules rules, Set<VoucherTypeId> vouchers) {

    PointRules read(Block points) {
        return points.make(block -> new PointRules(
                earning(block),
                block.optionalBlock("redeem").map(redeem -> redeem.make(PointsBlock::redemption)),
                validity(block, "expiry"),
                block.flag("store-bound"),
                block.flag("transferable"),
                block.optionalBlock("turn")
                        .map(turn -> turn.make(
                                each -> new Turning(each.whole("points"), voucher(each, "voucher", vouchers))))));
    }

    /// How long something lives; unlimited where the key is absent.
    static Validity validity(Block block, String key) {
        var written = block.optional(key);
        if (written.isEmpty()) {
            return new Validity.Unlimited();
        }
        if (!(written.get() instanceof Yaml.Mapping)) {
            return Block.value(written.get(), text -> switch (text) {
                case "never" -> new Validity.Unlimited();
                case "that-day" -> new Validity.Days(1);
                case "that-month" -> new Validity.ThatMonth();
                default ->
                    throw new IllegalArgumentException("never, that-day, that-month, {days: n}, {months: n},"
                            + " {before: n, after: n} or {yearly: MM-DD} was expected, not '" + text + "'");
            });
        }
        return Block.of(written.get()).make(each -> {
            if (each.has("days")) {
                return new Validity.Days(each.value("days", Block::smallOf));
            }
            if (each.has("months")) {
                return new Validity.Months(each.value("months", Block::smallOf));
            }
            if (each.has("yearly")) {
                return new Validity.UntilYearly(each.value("yearly", PointsBlock::monthDay));
            }
            return new Validity.Around(each.value("before", Block::smallOf), each.value("after", Block::smallOf));
        });
    }

    static MonthDay monthDay(String text) {
        return MonthDay.parse("--" + text);
    }

    static VoucherTypeId voucher(Block block, String key, Set<VoucherTypeId> known) {
        return block.value(key, text -> {
            var type = new VoucherTypeId(text);
            if (!known.contains(type)) {
                throw new IllegalArgumentException("'" + text + "' is not a voucher of this programme");
            }
            return type;
        });
    }

    private Earning earning(Block block) {
        return new Earning(
                block.items("earn").stream()
                        .map(item -> Block.of(item).make(this::earnRule))
                        .toList(),
                block.items("multipliers").stream()
                        .map(item -> Block.of(item)
                                .make(each -> new Multiplier(
                                        each.value("id", RuleId::new),
                                        each.label("name"),
                                        rules.when(each),
                                        each.rate("rate"))))
                        .toList(),
                block.flag("stored-value-earns", true));
    }

    private EarnRule earnRule(Block block) {
        return new EarnRule(
                block.value("id", RuleId::new),
                block.label("name"),
                rules.when(block),
                rules.goods(block),
                block.has("stages") ? staged(block) : new EarnRate.Per(block.amount("per"), block.whole("points")));
    }

    private static EarnRate staged(Block block) {
        return new EarnRate.Staged(block.items("stages").stream()
                .map(item -> Block.of(item).make(each -> new Band(each.amount("from"), yielded(each))))
                .toList());
    }

    private static Yield yielded(Block block) {
        return block.has("fixed") ? new Yield.Fixed(block.whole("fixed")) : new Yield.Share(block.rate("share"));
    }

    private static Redemption redemption(Block block) {
        var points = block.whole("points");
        return new Redemption(
                points,
                block.amount("value"),
                block.optionalWhole("unit").orElse(points),
                block.optionalValue("cap", Rate::parse));
    }
}
