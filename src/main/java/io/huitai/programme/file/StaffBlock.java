package io.huitai.programme.file;

import io.huitai.programme.scheme.Staff;
import io.huitai.programme.scheme.Staff.Band;
import io.huitai.programme.scheme.Staff.Commission;

/// Reads what `membership` says of staff.
record StaffBlock(Rules rules) {

    Staff read(BlockReader membership) {
        return new Staff(membership.items("commissions", this::commission), membership.flag("consultant"));
    }

    private Commission commission(BlockReader block) {
        var tiers = rules.tiers(block, "tiers");
        var kind = block.oneOf("card", "first-card", "best-of-period", "recharge", "company-spend");
        if (!kind.equals("card") && block.has("tiers")) {
            block.refuse("tiers", Expected.WITH_KEY.of("card"));
        }
        return switch (kind) {
            case "card" -> new Commission.Card(block.value(kind, Value.AMOUNT), tiers);
            case "first-card" -> new Commission.FirstCard(block.value(kind, Value.AMOUNT));
            case "best-of-period" -> new Commission.BestOfPeriod(block.value(kind, Value.AMOUNT));
            case "recharge" -> new Commission.Recharge(block.value(kind, Value.SHARE));
            default ->
                new Commission.CompanySpend(block.bands(
                        kind,
                        each -> new Band(each.value("from", Value.AMOUNT), each.value("share", Value.SHARE)),
                        Band::from));
        };
    }
}
