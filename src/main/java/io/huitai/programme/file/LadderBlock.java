package io.huitai.programme.file;

import io.huitai.programme.Ladder;
import io.huitai.programme.Ladder.Period;
import io.huitai.programme.Ladder.Price;
import io.huitai.programme.Ladder.Review;
import io.huitai.programme.Ladder.Subscription;
import java.util.List;

/// Reads what `membership` says of moving between tiers.
record LadderBlock(Rules rules) {

    Ladder read(Block membership) {
        return new Ladder(
                membership.optionalValue("review", PointsBlock::monthDay).map(Review::new),
                membership.optionalSmall("decided-within"),
                membership.optionalBlock("subscription").map(block -> block.make(this::subscription)),
                membership.flag("tier-resets-points"));
    }

    private Subscription subscription(Block block) {
        List<Price> prices = block.items("prices").stream()
                .map(item -> Block.of(item)
                        .make(each -> new Price(
                                each.value("tier", rules::tier),
                                each.value("period", text -> Block.word("a period", Period.values(), text)),
                                each.amount("amount"))))
                .toList();
        if (prices.isEmpty()) {
            throw block.fault("'prices' is missing");
        }
        return new Subscription(prices, block.value("grace", Block::smallOf));
    }
}
