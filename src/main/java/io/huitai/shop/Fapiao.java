package io.huitai.shop;

import io.huitai.money.Money;
import io.huitai.money.Rate;
import java.util.List;
import java.util.Optional;

/// A tax invoice (发票) that was asked for: of a sale, or the red one of a refund, whose amounts are below zero.
///
/// @param receipt the sale's or the refund's
/// @param of the sale's receipt, for a red one
/// @param rows by tax rate
public record Fapiao(ReceiptNo receipt, Optional<ReceiptNo> of, Buyer buyer, List<Row> rows) {
    /// Whom it is made out to.
    ///
    /// @param taxNumber empty for a person
    public record Buyer(String title, String taxNumber) {
        public Buyer {
            if (title.isBlank() || title.length() > 100 || !taxNumber.matches("[0-9A-Z]{0,20}")) {
                throw new IllegalArgumentException("A fapiao has a title, and a tax number of up to 20 digits");
            }
        }

        @Override
        public String toString() {
            return "Buyer[]";
        }
    }

    /// @param amount tax included
    public record Row(Rate rate, Money amount, Money tax) {}

    public Fapiao {
        rows = List.copyOf(rows);
    }

    public Money amount() {
        return rows.stream().map(Row::amount).reduce(Money.ZERO, Money::plus);
    }
}
