package io.huitai.programme.file;

import io.huitai.programme.Grant;
import io.huitai.programme.Grant.Given;
import io.huitai.programme.Grant.Occasion;
import io.huitai.programme.RuleId;
import io.huitai.programme.VoucherTypeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Reads `grants`.
///
/// @param vouchers the types that the programme knows
record GrantsBlock(Rules rules, Set<VoucherTypeId> vouchers) {

    List<Grant> read(List<Yaml> items) {
        return items.stream().map(item -> Block.of(item).make(this::grant)).toList();
    }

    private Grant grant(Block block) {
        var given = new ArrayList<Given>();
        block.optionalWhole("points").ifPresent(points -> given.add(new Given.Points(points)));
        for (var item : block.items("vouchers")) {
            given.add(Block.of(item)
                    .make(each -> new Given.Vouchers(
                            PointsBlock.voucher(each, "type", vouchers),
                            each.whole("count"),
                            PointsBlock.validity(each, "validity"))));
        }
        if (given.isEmpty()) {
            throw block.fault("points or vouchers were expected");
        }
        return new Grant(
                block.value("id", RuleId::new),
                occasion(block.required("occasion")),
                rules.tiers(block, "tiers"),
                given);
    }

    private static Occasion occasion(Yaml yaml) {
        if (!(yaml instanceof Yaml.Mapping)) {
            return Block.value(yaml, text -> switch (text) {
                case "joining" -> new Occasion.Joining();
                case "card-binding" -> new Occasion.CardBinding();
                case "tier-reached" -> new Occasion.TierReached();
                case "birthday" -> new Occasion.Birthday();
                case "birthday-month" -> new Occasion.BirthdayMonth();
                case "joining-day" -> new Occasion.JoiningDay();
                default -> throw new IllegalArgumentException("'" + text + "' is not an occasion");
            });
        }
        return Block.of(yaml).make(block -> {
            var occasions = new ArrayList<Occasion>();
            block.optionalAmount("first-bill").ifPresent(each -> occasions.add(new Occasion.FirstBill(each)));
            block.optionalWhole("every-nth-visit").ifPresent(each -> occasions.add(new Occasion.EveryNthVisit(each)));
            block.optionalAmount("yearly-spend").ifPresent(each -> occasions.add(new Occasion.YearlySpend(each)));
            block.optionalValue("dormant-days", Block::smallOf)
                    .ifPresent(each -> occasions.add(new Occasion.Dormancy(each)));
            block.optionalAmount("recharge").ifPresent(each -> occasions.add(new Occasion.RechargeAtLeast(each)));
            if (occasions.size() != 1) {
                throw block.fault(
                        "exactly one of first-bill, every-nth-visit, yearly-spend, dormant-days, recharge was expected");
            }
            return occasions.getFirst();
        });
    }
}
