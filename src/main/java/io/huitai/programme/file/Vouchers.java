package io.huitai.programme.file;

import io.huitai.programme.scheme.VoucherType;
import io.huitai.programme.scheme.VoucherType.Limit;
import io.huitai.programme.scheme.VoucherType.Worth;
import java.util.List;
import java.util.Map;

/// Reads `vouchers`.
record Vouchers(Rules rules) {
    private static final Value<Worth> WORTH = Value.oneOf(
            Map.of(
                    "free-item", new Worth.FreeItem(),
                    "buy-one-get-one", new Worth.BuyOneGetOne(),
                    "entitlement", new Worth.Entitlement()),
            "{amount: …}",
            "{percent: …}");
    private static final Value<Limit> LIMIT = Value.oneOf(
            Map.of(
                    "any-number", new Limit.AnyNumber(),
                    "one-per-bill", new Limit.OnePerBill(),
                    "one-per-line", new Limit.OnePerLine()),
            "{one-per-full: …}",
            "{one-per-unit-of: …}");

    List<VoucherType> read(BlockReader programme) {
        return programme.distinct("vouchers", "id", this::type);
    }

    private VoucherType type(BlockReader block) {
        var minimum = block.optional("minimum", Value.AMOUNT);
        return new VoucherType(
                block.value("id", Value.NEW_VOUCHER),
                block.label("name"),
                rules.when(block),
                rules.goods(block),
                block.wordOrBlock("worth", WORTH, worth -> worth(worth, minimum.isPresent())),
                minimum,
                block.flag("transferable"));
    }

    private static Worth worth(BlockReader block, boolean minimum) {
        if (block.oneOf("percent", "amount").equals("percent")) {
            return new Worth.Percent(block.value("percent", Value.RATE));
        }
        return new Worth.Amount(
                block.value("amount", Value.AMOUNT_ABOVE_ZERO), limit(block, minimum), block.flag("off-list"));
    }

    /// A voucher off a bill of so much or more is one of its type a bill; others are any number unless they say so.
    private static Limit limit(BlockReader block, boolean minimum) {
        return block.optionalWordOrBlock("limit", LIMIT, Vouchers::onePer)
                .orElse(minimum ? new Limit.OnePerBill() : new Limit.AnyNumber());
    }

    private static Limit onePer(BlockReader block) {
        return block.oneOf("one-per-full", "one-per-unit-of").equals("one-per-full")
                ? new Limit.OnePerFull(block.value("one-per-full", Value.AMOUNT_ABOVE_ZERO))
                : new Limit.OnePerUnitOf(block.value("one-per-unit-of", Value.CATEGORY));
    }
}
