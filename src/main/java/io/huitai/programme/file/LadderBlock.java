package io.huitai.programme.file;

import io.huitai.programme.scheme.Ladder;
import io.huitai.programme.scheme.Ladder.Period;
import io.huitai.programme.scheme.Ladder.Price;
import io.huitai.programme.scheme.Ladder.Review;
import io.huitai.programme.scheme.Ladder.Subscription;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads what `membership` says of moving between tiers.
record LadderBlock(Rules rules) {

    Ladder read(BlockReader membership) {
        return new Ladder(
                membership.optional("review", Value.DAY).map(Review::new),
                membership.optionalInt("decided-within", Value.DAYS),
                membership.optionalBlock("subscription", this::subscription),
                membership.flag("tier-resets-points"));
    }

    private Subscription subscription(BlockReader block) {
        block.needs("prices");
        var sold = new HashSet<List<Object>>();
        return new Subscription(
                block.items("prices", each -> price(each, sold)), block.value("grace", Value.small(0, Value.LONGEST)));
    }

    private Price price(BlockReader block, Set<List<Object>> sold) {
        var tier = block.value("tier", rules.tier());
        var period = block.value("period", Value.oneOf(Period.values()));
        block.claim(
                sold.add(List.of(tier, period)), "period", Found.ID_TWICE.of(tier + " " + period), Expected.ONCE.of());
        return new Price(tier, period, block.value("amount", Value.AMOUNT));
    }
}
