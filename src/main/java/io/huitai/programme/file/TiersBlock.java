package io.huitai.programme.file;

import io.huitai.programme.scheme.Requirement;
import io.huitai.programme.scheme.Tier;
import io.huitai.programme.words.Span;
import io.huitai.shop.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads `tiers` and what lifts a member into one.
record TiersBlock(Rules rules) {
    private static final Value<Span> SPAN = Value.oneOf(
            Map.of(
                    "lifetime", new Span.Lifetime(),
                    "joining", new Span.SinceJoining(),
                    "year", new Span.CalendarYear(),
                    "past-year", new Span.PastYear()),
            "{months: n}");

    /// For a programme that has no list of tiers, which is a fault.
    private static final Tier STAND_IN = new Tier(
            Value.NEW_TIER.standIn(),
            0,
            new Label("x", "x"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of());

    List<Tier> read(BlockReader programme) {
        programme.needs("tiers");
        var tiers = new ArrayList<Tier>();
        programme.distinct("tiers", "id", block -> tiers.add(tier(block, tiers.size())));
        return tiers.isEmpty() ? List.of(STAND_IN) : tiers;
    }

    private Tier tier(BlockReader block, int rank) {
        return new Tier(
                block.value("id", Value.NEW_TIER),
                rank,
                block.label("name"),
                block.optionalBlock("entry", TiersBlock::requirement),
                block.optionalBlock("application", this::application),
                block.optionalBlock("keep", TiersBlock::requirement),
                block.labels("notices"));
    }

    private Tier.Application application(BlockReader block) {
        return new Tier.Application(
                block.value("each-month", Value.AMOUNT),
                block.value("months", Value.DAYS),
                block.optional("as", rules.tier()));
    }

    /// Exactly one of its kinds; amounts, points and visits may say over which days.
    private static Requirement requirement(BlockReader block) {
        var kind = block.oneOf("spend", "points", "visits", "recharge", "any", "all");
        var dated = kind.equals("spend") || kind.equals("points") || kind.equals("visits");
        if (!dated && block.has("within")) {
            block.refuse("within", Expected.WITH_KEY.of("spend, points, visits"));
        }
        var days = block.optionalWordOrBlock("within", SPAN, TiersBlock::months).orElse(new Span.Lifetime());
        return switch (kind) {
            case "spend" -> new Requirement.SpendAtLeast(block.value(kind, Value.AMOUNT), days);
            case "points" -> new Requirement.PointsAtLeast(block.value(kind, Value.NUMBER), days);
            case "visits" -> new Requirement.VisitsAtLeast(block.value(kind, Value.NUMBER), days);
            case "recharge" -> new Requirement.RechargeAtLeast(block.value(kind, Value.AMOUNT));
            case "any" -> new Requirement.AnyOf(block.items(kind, TiersBlock::requirement));
            default -> new Requirement.AllOf(block.items(kind, TiersBlock::requirement));
        };
    }

    private static Span months(BlockReader block) {
        return new Span.LastMonths(block.value("months", Value.DAYS));
    }
}
