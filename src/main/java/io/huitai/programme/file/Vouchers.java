package io.huitai.programme.file;

import io.huitai.programme.VoucherType;
import io.huitai.programme.VoucherType.Limit;
import io.huitai.programme.VoucherType.Worth;
import io.huitai.programme.VoucherTypeId;
import io.huitai.shop.Category;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Reads `vouchers`.
record Vouchers(Rules rules) {

    List<VoucherType> read(List<Yaml> items) {
        var ids = new HashSet<VoucherTypeId>();
        var types = new ArrayList<VoucherType>(items.size());
        for (var item : items) {
            var block = Block.of(item);
            var type = block.make(this::type);
            if (!ids.add(type.id())) {
                throw block.fault("id", "this voucher stands here twice");
            }
            types.add(type);
        }
        return types;
    }

    private VoucherType type(Block block) {
        var minimum = block.optionalAmount("minimum");
        return new VoucherType(
                block.value("id", VoucherTypeId::new),
                block.label("name"),
                rules.when(block),
                rules.goods(block),
                worth(block.required("worth"), minimum.isPresent()),
                minimum,
                block.flag("transferable"));
    }

    private static Worth worth(Yaml yaml, boolean minimum) {
        if (!(yaml instanceof Yaml.Mapping)) {
            return Block.value(yaml, text -> switch (text) {
                case "free-item" -> new Worth.FreeItem();
                case "buy-one-get-one" -> new Worth.BuyOneGetOne();
                case "entitlement" -> new Worth.Entitlement();
                default ->
                    throw new IllegalArgumentException("free-item, buy-one-get-one, entitlement, {amount: …} or"
                            + " {percent: …} was expected, not '" + text + "'");
            });
        }
        return Block.of(yaml).make(block -> {
            if (block.has("percent")) {
                return new Worth.Percent(block.rate("percent"));
            }
            return new Worth.Amount(block.amount("amount"), limit(block, minimum), block.flag("off-list"));
        });
    }

    /// A voucher off a bill of so much or more is one of its type a bill; others are any number unless they say so.
    private static Limit limit(Block block, boolean minimum) {
        var written = block.optional("limit");
        if (written.isEmpty()) {
            return minimum ? new Limit.OnePerBill() : new Limit.AnyNumber();
        }
        if (!(written.get() instanceof Yaml.Mapping)) {
            return Block.value(written.get(), text -> switch (text) {
                case "any-number" -> new Limit.AnyNumber();
                case "one-per-bill" -> new Limit.OnePerBill();
                case "one-per-line" -> new Limit.OnePerLine();
                default ->
                    throw new IllegalArgumentException("any-number, one-per-bill, one-per-line, {one-per-full: amount}"
                            + " or {one-per-unit-of: category} was expected, not '" + text + "'");
            });
        }
        return Block.of(written.get()).make(each -> {
            if (each.has("one-per-full")) {
                return new Limit.OnePerFull(each.amount("one-per-full"));
            }
            return new Limit.OnePerUnitOf(each.value("one-per-unit-of", Category::new));
        });
    }
}
