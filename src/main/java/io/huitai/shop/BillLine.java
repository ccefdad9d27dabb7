package io.huitai.shop;

import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.money.Rate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One product on a bill.
///
/// @param number kept when other lines are voided; refunds use it
/// @param sku an open item has "open"
/// @param taxRate the tax that the price includes
/// @param note what the kitchen reads
/// @param parts of a set meal
/// @param adjustments changes of its price by hand
/// @param charge for what the outlet itself puts on a bill; empty for what the guest ordered
public record BillLine(
        int number,
        Sku sku,
        String name,
        Category category,
        Money price,
        Optional<Money> memberPrice,
        Quantity qty,
        List<String> flags,
        Rate taxRate,
        String note,
        List<Part> parts,
        List<Manual> adjustments,
        Optional<Charge> charge) {
    /// A part of a set meal, or a modifier.
    public record Part(Sku sku, String name, Quantity qty, Money extra) {}

    /// The rule of a price set by hand.
    public static final String OVERRIDE = "price-override";

    /// A price set by hand; the amount is what that changed of the price of one unit.
    public record Manual(String rule, String reason, Money amount, Optional<Approval> approval) {}

    /// What the outlet puts on a bill by itself: service, a seat, a minimum.
    ///
    /// @param id of the outlet's charge
    /// @param discountable whether the programme prices it like goods
    public record Charge(String id, boolean discountable) {}

    public BillLine {
        flags = flags.stream().sorted().distinct().toList();
        parts = List.copyOf(parts);
        adjustments = List.copyOf(adjustments);
    }

    public BillLine withQty(Quantity other) {
        return new BillLine(
                number,
                sku,
                name,
                category,
                price,
                memberPrice,
                other,
                flags,
                taxRate,
                note,
                parts,
                adjustments,
                charge);
    }

    /// At a price set by hand.
    public BillLine withPrice(Money other, Manual why) {
        var all = new ArrayList<>(adjustments);
        all.add(why);
        return new BillLine(
                number, sku, name, category, other, memberPrice, qty, flags, taxRate, note, parts, all, charge);
    }

    /// What the price was before any hand changed it.
    public Money listPrice() {
        return adjustments.stream().map(Manual::amount).reduce(price, Money::minus);
    }

    /// Whether no discount, voucher or point applies to it.
    public boolean standsOutsideProgramme() {
        return charge.filter(made -> !made.discountable()).isPresent();
    }
}
