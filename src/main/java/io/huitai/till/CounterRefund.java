package io.huitai.till;

import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.shop.Label;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.TenderType;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A sale on the refund sheet: what of it can still come back.
///
/// @param member the buyer's masked name
public record CounterRefund(
        ReceiptNo receipt,
        OffsetDateTime at,
        Optional<String> member,
        Money paid,
        List<Share> tenders,
        long earned,
        List<Line> lines) {
    /// @param left in thousandths of a unit
    /// @param net what the guest paid for all of the line
    public record Line(int number, String name, Quantity sold, long left, Money net) {}

    /// Money by one tender.
    public record Share(TenderType type, Money amount) {}

    public CounterRefund {
        tenders = List.copyOf(tenders);
        lines = List.copyOf(lines);
    }

    public boolean isAllBack() {
        return lines.stream().allMatch(line -> line.left() == 0);
    }

    /// What a choice of lines would come to, or has come to.
    ///
    /// @param receipt the refund's own number
    /// @param amounts by line number
    /// @param takenBack points that the sale would not have brought
    /// @param givenBack points redeemed on the returned goods
    /// @param shortfall of `takenBack`, what the member no longer has
    /// @param shortfallValue what that takes off the money
    /// @param vouchers those that come back
    public record Outcome(
            ReceiptNo receipt,
            Money amount,
            Map<Integer, Money> amounts,
            List<Share> tenders,
            long takenBack,
            long givenBack,
            long shortfall,
            Money shortfallValue,
            List<VoucherBack> vouchers) {
        public Outcome {
            amounts = Map.copyOf(amounts);
            tenders = List.copyOf(tenders);
            vouchers = List.copyOf(vouchers);
        }

        /// What goes back in money.
        public Money money() {
            return amount.minus(shortfallValue);
        }
    }

    public record VoucherBack(Label name, long count) {}
}
