package io.huitai.shop;

import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.money.Rate;
import java.util.List;
import java.util.Optional;

/// One product on a bill.
///
/// @param number kept when other lines are voided; refunds use it
/// @param sku an open item has "open"
/// @param taxRate the tax that the price includes
/// @param note what the kitchen reads
/// @param parts of a set meal
/// @param adjustments made by hand
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
        List<Manual> adjustments) {
    /// A part of a set meal, or a modifier.
    public record Part(Sku sku, String name, Quantity qty, Money extra) {}

    /// A discount given by hand; the amount is below zero.
    public record Manual(String rule, String reason, Money amount, Optional<Approval> approval) {}

    public BillLine {
        flags = flags.stream().sorted().distinct().toList();
        parts = List.copyOf(parts);
        adjustments = List.copyOf(adjustments);
    }

    public BillLine withQty(Quantity other) {
        return new BillLine(
                number, sku, name, category, price, memberPrice, other, flags, taxRate, note, parts, adjustments);
    }
}
