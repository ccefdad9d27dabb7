package io.huitai.till.bill;

import io.huitai.money.Money;
import io.huitai.programme.pricing.Quote;
import io.huitai.programme.words.Use;
import io.huitai.shop.BillLine;
import io.huitai.shop.Service;
import io.huitai.shop.Tender;
import io.huitai.shop.id.VoucherTypeId;
import io.huitai.till.member.MemberView;
import java.util.List;
import java.util.Optional;

/// The open bill as fronts show it: priced, with what has been paid on it.
///
/// @param items all lines that stand on it, also those that the quote refuses
/// @param noRight asked for, the member has it, but this till may not spend it without a line
public record OpenBill(
        Quote quote,
        List<BillLine> items,
        Service service,
        Use use,
        Money due,
        List<Tender> tendered,
        Optional<MemberView> member,
        List<NoRight> noRight) {
    /// @param type the voucher's type; empty for points
    public record NoRight(Optional<VoucherTypeId> type, long count, boolean asleep) {}

    public OpenBill {
        items = List.copyOf(items);
        tendered = List.copyOf(tendered);
        noRight = List.copyOf(noRight);
    }

    /// What was ordered last; the outlet's own charges stand behind it.
    public Optional<BillLine> lastOrdered() {
        return items.stream().filter(item -> item.charge().isEmpty()).reduce((_, last) -> last);
    }

    public boolean isEmpty() {
        return items.isEmpty();
    }
}
