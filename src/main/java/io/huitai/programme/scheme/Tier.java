package io.huitai.programme.scheme;

import io.huitai.money.Money;
import io.huitai.shop.Label;
import io.huitai.shop.id.TierId;
import java.util.List;
import java.util.Optional;

/// One step of a programme's ladder.
///
/// @param rank 0 is the lowest
/// @param entry what lifts a member into it, right after the sale or recharge that fulfils it; empty is by no deed
/// @param application what a member who applies for it must have done; empty where nobody applies
/// @param keep what a member must have done at a review to stay; empty is nothing
/// @param notices shown at the till, as priority service
public record Tier(
        TierId id,
        int rank,
        Label name,
        Optional<Requirement> entry,
        Optional<Application> application,
        Optional<Requirement> keep,
        List<Label> notices) {
    public Tier {
        notices = List.copyOf(notices);
    }

    /// So much spent in each of the last full months.
    ///
    /// @param as the tier that the member had in all of them; empty is any
    public record Application(Money eachMonth, int months, Optional<TierId> as) {
        public Application {
            if (months <= 0) {
                throw new IllegalArgumentException("Months are above zero: " + months);
            }
        }
    }
}
