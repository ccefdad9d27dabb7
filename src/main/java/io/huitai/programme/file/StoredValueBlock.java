package io.huitai.programme.file;

import io.huitai.money.Rate;
import io.huitai.programme.StoredValue;
import io.huitai.programme.StoredValue.Band;
import io.huitai.programme.StoredValue.Closing;
import io.huitai.programme.StoredValue.Spending;
import io.huitai.shop.Role;

/// Reads `stored-value`.
record StoredValueBlock(Rules rules) {

    StoredValue read(Block stored) {
        return stored.make(block -> new StoredValue(
                block.amount("minimum"),
                block.items("bonus").stream()
                        .map(item -> Block.of(item).make(this::band))
                        .toList(),
                new Spending(
                        rules.goods(block),
                        block.flag("without-discounts"),
                        block.optionalValue("below-today", Rate::parse),
                        block.flag("signature")),
                block.flag("invoiced-at-recharge"),
                block.optionalValue("closing", text -> Block.word("a way to close", Closing.values(), text))
                        .orElse(Closing.NONE)));
    }

    private Band band(Block block) {
        var usual = block.rate("share");
        return new Band(
                block.amount("from"),
                usual,
                block.optionalValue("up-to", Rate::parse).orElse(usual),
                block.optionalValue("approval", Rules.word("a role", Role::of)).orElse(Role.SUPERVISOR),
                rules.tiers(block, "tiers"));
    }
}
