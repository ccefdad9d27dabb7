package io.huitai.programme.words;

import io.huitai.shop.id.VoucherTypeId;
import java.util.List;

/// What the guest wants to use on the bill.
///
/// @param vouchers in the order asked for
public record Use(Asked points, List<VouchersAsked> vouchers) {
    /// Nothing at all.
    public static final Use NOTHING = new Use(new Asked.Count(0), List.of());

    public Use {
        vouchers = List.copyOf(vouchers);
    }

    /// How many vouchers of a type.
    public record VouchersAsked(VoucherTypeId type, Asked count) {}

    /// How many: a number, or as many as go.
    public sealed interface Asked {
        /// Not negative; 0 asks for nothing.
        record Count(long number) implements Asked {
            public Count {
                if (number < 0) {
                    throw new IllegalArgumentException("A count is not negative: " + number);
                }
            }
        }

        record Max() implements Asked {}
    }
}
