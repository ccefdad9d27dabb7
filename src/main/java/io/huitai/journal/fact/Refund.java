package io.huitai.journal.fact;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.huitai.ledger.CardMoney;
import io.huitai.ledger.Holding;
import io.huitai.money.Money;
import io.huitai.money.Rate;
import io.huitai.shop.MemberNo;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.TenderType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What one refund gave back of one sale.
///
/// @param receipt its own number
/// @param of the sale's
/// @param amount the guest's share of what was paid for the returned goods
/// @param tenders the same amount over the sale's tenders, before and after the shortfall was taken off
/// @param taxed the amount by tax rate; older entries have none
/// @param card what is on the card then, where something went back to it
public record Refund(
        ReceiptNo receipt,
        ReceiptNo of,
        int shift,
        LocalDate businessDay,
        Optional<MemberNo> member,
        List<Returned> lines,
        Money amount,
        List<Share> tenders,
        @JsonUnwrapped Points points,
        List<Holding> vouchers,
        boolean wholly,
        boolean goodsBack,
        String reason,
        Optional<List<Taxed>> taxed,
        Optional<CardMoney> card) {
    /// @param takenBack that the sale would not have earned without the returned goods
    /// @param givenBack redeemed on the returned goods
    /// @param shortfall of `takenBack`, what the member no longer had
    /// @param shortfallValue what that took off the money
    public record Points(long takenBack, long givenBack, long shortfall, Money shortfallValue) {
        /// None moved.
        public static final Points NONE = new Points(0, 0, 0, Money.ZERO);
    }

    /// Goods returned of one line.
    ///
    /// @param thousandths how much, in thousandths of a unit
    public record Returned(int line, long thousandths, Money amount) {}

    /// One tender's share of the refund.
    ///
    /// @param index the sale's tender
    /// @param share of the refund, before the shortfall
    /// @param paid what goes back by it
    public record Share(int index, TenderType type, Money share, Money paid) {}

    /// What goes back for the goods of one tax rate, and the tax in it.
    public record Taxed(Rate rate, Money amount, Money tax) {}

    public Refund {
        lines = List.copyOf(lines);
        tenders = List.copyOf(tenders);
        vouchers = List.copyOf(vouchers);
    }
}
