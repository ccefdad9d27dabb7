package io.huitai.programme;

import io.huitai.shop.Label;
import java.util.List;
import java.util.Optional;

/// One step of a programme's ladder.
///
/// @param rank 0 is the lowest
/// @param entry what lifts a member into it, right after the sale or recharge that fulfils it; empty is by no deed
/// @param keep what a member must have done at a review to stay; empty is nothing
/// @param notices shown at the till, as priority service
public record Tier(
        TierId id, int rank, Label name, Optional<Requirement> entry, Optional<Requirement> keep, List<Label> notices) {
    public Tier {
        notices = List.copyOf(notices);
    }
}
