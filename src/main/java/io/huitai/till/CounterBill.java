package io.huitai.till;

import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.programme.Quote;
import io.huitai.programme.RefusalCode;
import io.huitai.shop.Label;
import io.huitai.shop.Occasion;
import io.huitai.shop.ServiceMode;
import io.huitai.shop.Sku;
import io.huitai.shop.TenderType;
import java.util.List;
import java.util.Optional;

/// The open bill as the counter's screen draws it.
///
/// @param lines all that stand on it, in the order they were added, also those that pricing refuses
/// @param discount what item prices, discounts and staff took off
/// @param voucher what vouchers took off
/// @param pointsValue what points took off
/// @param due what is still to be paid
/// @param earned points that the bill will bring
/// @param vouchers the member's vouchers that fit now or are used
/// @param points what redeeming points would save, where it would
/// @param refused asked for but not given; refused lines say it themselves
/// @param noRight asked for, held by the member, but not to be spent here without a line
public record CounterBill(
        List<Line> lines,
        Money gross,
        Money discount,
        Money voucher,
        Money pointsValue,
        Money payable,
        Money due,
        long earned,
        List<Paid> paid,
        Optional<MemberView> member,
        List<VoucherOffer> vouchers,
        Optional<PointsOffer> points,
        List<Quote.Refusal> refused,
        boolean noRight,
        Served served) {
    /// Nothing on it.
    public static final CounterBill EMPTY = new CounterBill(
            List.of(),
            Money.ZERO,
            Money.ZERO,
            Money.ZERO,
            Money.ZERO,
            Money.ZERO,
            Money.ZERO,
            0,
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            false,
            Served.USUAL);

    /// One line.
    ///
    /// @param name in Chinese, as it was added
    /// @param net what is left after everything that was taken off
    /// @param refused why it does not count
    public record Line(
            int number,
            Sku sku,
            String name,
            Quantity qty,
            Money gross,
            Money net,
            List<Quote.Adjustment> because,
            String note,
            Optional<RefusalCode> refused) {
        public Line {
            because = List.copyOf(because);
        }
    }

    /// One payment taken so far.
    public record Paid(int index, TenderType type, Money amount) {}

    /// Vouchers of one type.
    ///
    /// @param held how many the member can use here
    /// @param used how many this bill uses
    /// @param saves what they take off, or would
    public record VoucherOffer(String type, Label name, long held, long used, Money saves) {}

    /// Points as money on this bill.
    public record PointsOffer(long points, Money saves, boolean used) {}

    /// How the bill is served; empty texts where nothing was said.
    public record Served(
            ServiceMode mode, int adults, Optional<Occasion> occasion, String table, String room, String note) {
        public static final Served USUAL = new Served(ServiceMode.DINE_IN, 0, Optional.empty(), "", "", "");
    }

    public CounterBill {
        lines = List.copyOf(lines);
        paid = List.copyOf(paid);
        vouchers = List.copyOf(vouchers);
        refused = List.copyOf(refused);
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /// How many pieces are on it; what is sold by weight counts as one.
    public long pieces() {
        return lines.stream()
                .mapToLong(line -> line.qty().isWhole() ? line.qty().units() : 1)
                .sum();
    }

    /// What was taken off in all.
    public Money saved() {
        return gross.minus(payable);
    }
}
