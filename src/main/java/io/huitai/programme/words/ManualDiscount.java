package io.huitai.programme.words;

import io.huitai.money.Money;
import io.huitai.money.Rate;
import io.huitai.shop.Label;
import java.util.OptionalInt;

/// What staff took off by hand. Several apply in order, each to what is left.
///
/// @param line the line's number; empty is the whole bill
/// @param reason in the words of the till's reason list
public record ManualDiscount(OptionalInt line, Off off, Label reason) {

    /// How much.
    public sealed interface Off {
        /// The guest pays this share of each line, rounded half-up to the fen.
        record Share(Rate rate) implements Off {
            public Share {
                if (rate.compareTo(Rate.ONE) > 0) {
                    throw new IllegalArgumentException("A discount's rate is at most 1: " + rate);
                }
            }
        }

        /// A fixed amount, split over the lines in proportion to what they cost.
        ///
        /// @param most never more than this share of what they cost, rounded down to the fen
        record Amount(Money amount, Rate most) implements Off {
            public Amount {
                if (amount.isNegative()) {
                    throw new IllegalArgumentException("A discount is not negative: " + amount);
                }
                if (most.compareTo(Rate.ONE) > 0) {
                    throw new IllegalArgumentException("No more than all can be taken off: " + most);
                }
            }

            public Amount(Money amount) {
                this(amount, Rate.ONE);
            }
        }
    }
}
