package io.huitai.programme.file;

import io.huitai.programme.scheme.Grant;
import io.huitai.programme.scheme.Grant.Given;
import io.huitai.programme.scheme.Grant.Occasion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Reads `grants`.
record GrantsBlock(Rules rules) {
    private static final Value<Occasion> OCCASION = Value.oneOf(
            Map.of(
                    "joining", new Occasion.Joining(),
                    "card-binding", new Occasion.CardBinding(),
                    "tier-reached", new Occasion.TierReached(),
                    "birthday", new Occasion.Birthday(),
                    "birthday-month", new Occasion.BirthdayMonth(),
                    "joining-day", new Occasion.JoiningDay()),
            "{first-bill: …}",
            "{every-nth-visit: n}",
            "{yearly-spend: …}",
            "{dormant-days: n}",
            "{recharge: …}");

    List<Grant> read(BlockReader membership) {
        return membership.distinct("grants", "id", this::grant);
    }

    private Grant grant(BlockReader block) {
        block.someOf("points", "vouchers");
        var given = new ArrayList<Given>();
        block.optional("points", Value.COUNT).map(Given.Points::new).ifPresent(given::add);
        given.addAll(block.items("vouchers", this::vouchers));
        return new Grant(
                block.value("id", Value.RULE),
                block.wordOrBlock("occasion", OCCASION, GrantsBlock::occasion),
                rules.tiers(block, "tiers"),
                given);
    }

    private Given.Vouchers vouchers(BlockReader block) {
        return new Given.Vouchers(
                block.value("type", rules.voucher()),
                block.value("count", Value.COUNT),
                PointsBlock.validity(block, "validity"));
    }

    private static Occasion occasion(BlockReader block) {
        return switch (block.oneOf("first-bill", "every-nth-visit", "yearly-spend", "dormant-days", "recharge")) {
            case "first-bill" -> new Occasion.FirstBill(block.value("first-bill", Value.AMOUNT));
            case "every-nth-visit" -> new Occasion.EveryNthVisit(block.value("every-nth-visit", Value.COUNT));
            case "yearly-spend" -> new Occasion.YearlySpend(block.value("yearly-spend", Value.AMOUNT));
            case "dormant-days" -> new Occasion.Dormancy(block.value("dormant-days", Value.DAYS));
            default -> new Occasion.RechargeAtLeast(block.value("recharge", Value.AMOUNT));
        };
    }
}
