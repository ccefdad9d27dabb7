package io.huitai.till.bill;

import io.huitai.money.Money;
import io.huitai.programme.words.Hint;
import io.huitai.shop.id.VoucherTypeId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What could still be had on a bill as it stands.
///
/// @param savings what each of the member's vouchers would save, or saves, by type; none that would save nothing
/// @param points what redeeming points would save, where it would
/// @param hints what would help the member, the most useful first
public record Offers(Map<VoucherTypeId, Saving> savings, Optional<Points> points, List<Hint> hints) {
    public static final Offers NONE = new Offers(Map.of(), Optional.empty(), List.of());

    /// What something takes off a bill, and how much less is paid for it: less than that where other reductions give
    /// way to it.
    public record Saving(Money takes, Money saves) {}

    /// Points that could be redeemed, and what they would save.
    public record Points(long points, Saving saving) {}

    public Offers {
        savings = Map.copyOf(savings);
        hints = List.copyOf(hints);
    }
}
