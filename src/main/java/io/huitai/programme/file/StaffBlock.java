package io.huitai.programme.file;

import io.huitai.money.Rate;
import io.huitai.programme.Staff;
import io.huitai.programme.Staff.Band;
import io.huitai.programme.Staff.Commission;
import java.util.ArrayList;

/// Reads what `membership` says of staff.
record StaffBlock(Rules rules) {

    Staff read(Block membership) {
        return new Staff(
                membership.items("commissions").stream()
                        .map(item -> Block.of(item).make(this::commission))
                        .toList(),
                membership.flag("consultant"));
    }

    private Commission commission(Block block) {
        var kinds = new ArrayList<Commission>();
        var tiers = rules.tiers(block, "tiers");
        block.optionalAmount("card").ifPresent(amount -> kinds.add(new Commission.Card(amount, tiers)));
        if (kinds.isEmpty() && !tiers.isEmpty()) {
            throw block.fault("tiers", "'tiers' goes with card");
        }
        block.optionalAmount("first-card").ifPresent(amount -> kinds.add(new Commission.FirstCard(amount)));
        block.optionalAmount("best-of-period").ifPresent(amount -> kinds.add(new Commission.BestOfPeriod(amount)));
        block.optionalValue("recharge", Rate::parse).ifPresent(share -> kinds.add(new Commission.Recharge(share)));
        if (block.has("company-spend")) {
            kinds.add(new Commission.CompanySpend(block.items("company-spend").stream()
                    .map(item -> Block.of(item).make(each -> new Band(each.amount("from"), each.rate("share"))))
                    .toList()));
        }
        if (kinds.size() != 1) {
            throw block.fault("exactly one of card, first-card, best-of-period, recharge, company-spend was expected");
        }
        return kinds.getFirst();
    }
}
