package io.huitai.programme.file;

import io.huitai.money.Money;
import io.huitai.programme.scheme.Earning;
import io.huitai.programme.scheme.Earning.Band;
import io.huitai.programme.scheme.Earning.EarnRate;
import io.huitai.programme.scheme.Earning.EarnRule;
import io.huitai.programme.scheme.Earning.Multiplier;
import io.huitai.programme.scheme.Earning.Yield;
import io.huitai.programme.scheme.PointRules;
import io.huitai.programme.scheme.PointRules.Turning;
import io.huitai.programme.scheme.Redemption;
import io.huitai.programme.words.Validity;
import java.util.Map;
import java.util.Optional;

/// Reads `points`.
record PointsBlock(Rules rules) {
    private static final Value<Integer> DAYS_AROUND = Value.small(0, Value.LONGEST);
    private static final Value<Validity> VALIDITY = Value.oneOf(
            Map.of(
                    "never", new Validity.Unlimited(),
                    "that-day", new Validity.Days(1),
                    "that-month", new Validity.ThatMonth()),
            "{days: n}",
            "{months: n}",
            "{before: n, after: n}",
            "{yearly: MM-DD}");

    PointRules read(BlockReader block) {
        return new PointRules(
                earning(block),
                block.optionalBlock("redeem", PointsBlock::redemption).flatMap(redemption -> redemption),
                validity(block, "expiry"),
                block.flag("store-bound"),
                block.flag("transferable"),
                block.optionalBlock(
                        "turn",
                        each -> new Turning(
                                each.value("points", Value.COUNT), each.value("voucher", rules.voucher()))));
    }

    /// How long something lives; unlimited where the key is absent.
    static Validity validity(BlockReader block, String key) {
        return block.optionalWordOrBlock(key, VALIDITY, PointsBlock::span).orElse(new Validity.Unlimited());
    }

    private static Validity span(BlockReader block) {
        return switch (block.oneOf("days", "months", "yearly", "before")) {
            case "days" -> new Validity.Days(block.value("days", Value.DAYS));
            case "months" -> new Validity.Months(block.value("months", Value.DAYS));
            case "yearly" -> new Validity.UntilYearly(block.value("yearly", Value.DAY));
            default -> new Validity.Around(block.value("before", DAYS_AROUND), block.value("after", DAYS_AROUND));
        };
    }

    private Earning earning(BlockReader block) {
        return new Earning(
                block.distinct("earn", "id", this::earnRule),
                block.distinct("multipliers", "id", this::multiplier),
                block.flag("stored-value-earns", true));
    }

    private EarnRule earnRule(BlockReader block) {
        return new EarnRule(
                block.value("id", Value.RULE),
                block.label("name"),
                rules.when(block),
                rules.goods(block),
                block.oneOf("per", "stages").equals("per")
                        ? new EarnRate.Per(
                                block.value("per", Value.AMOUNT_ABOVE_ZERO), block.value("points", Value.NUMBER))
                        : new EarnRate.Staged(block.bands("stages", PointsBlock::stage, Band::from)));
    }

    private static Band stage(BlockReader block) {
        return new Band(
                block.value("from", Value.AMOUNT),
                block.oneOf("fixed", "share").equals("fixed")
                        ? new Yield.Fixed(block.value("fixed", Value.NUMBER))
                        : new Yield.Share(block.value("share", Value.FACTOR)));
    }

    private Multiplier multiplier(BlockReader block) {
        return new Multiplier(
                block.value("id", Value.RULE),
                block.label("name"),
                rules.when(block),
                block.value("rate", Value.FACTOR));
    }

    private static Optional<Redemption> redemption(BlockReader block) {
        var points = block.value("points", Value.COUNT);
        var value = block.value("value", Value.AMOUNT_ABOVE_ZERO);
        var unit = block.optional("unit", Value.COUNT).orElse(points);
        var cap = block.optional("cap", Value.SHARE);
        var inFen = block.claim(
                isWholeFen(points, value, unit), "unit", Found.NUMBER.of(unit.toString()), Expected.WHOLE_FEN.of());
        return inFen ? Optional.of(new Redemption(points, value, unit, cap)) : Optional.empty();
    }

    private static boolean isWholeFen(long points, Money value, long unit) {
        var worth = value.fen() * unit;
        return Math.multiplyHigh(value.fen(), unit) == 0 && worth > 0 && worth % points == 0;
    }
}
