package io.huitai.programme.file;

import io.huitai.money.Rate;
import io.huitai.programme.scheme.StoredValue;
import io.huitai.programme.scheme.StoredValue.Band;
import io.huitai.programme.scheme.StoredValue.Closing;
import io.huitai.programme.scheme.StoredValue.Spending;
import io.huitai.shop.Role;

/// Reads `stored-value`.
record StoredValueBlock(Rules rules) {

    StoredValue read(BlockReader block) {
        return new StoredValue(
                block.value("minimum", Value.AMOUNT),
                block.bands("bonus", this::band, Band::from),
                new Spending(
                        rules.goods(block),
                        block.flag("without-discounts"),
                        block.optional("below-today", Value.SHARE),
                        block.flag("signature")),
                block.flag("invoiced-at-recharge"),
                block.optional("closing", Value.oneOf(Closing.values())).orElse(Closing.NONE));
    }

    private Band band(BlockReader block) {
        var usual = block.value("share", Value.SHARE);
        return new Band(
                block.value("from", Value.AMOUNT),
                usual,
                most(block, usual),
                block.optional("approval", Value.oneOf(Role.SUPERVISOR, Role.MANAGER))
                        .orElse(Role.SUPERVISOR),
                rules.tiers(block, "tiers"));
    }

    private static Rate most(BlockReader block, Rate usual) {
        var most = block.optional("up-to", Value.SHARE).orElse(usual);
        var notLess = block.claim(
                most.compareTo(usual) >= 0,
                "up-to",
                Found.NUMBER.of(most.toString()),
                Expected.NOT_LESS.of(usual.toString()));
        return notLess ? most : usual;
    }
}
