package io.huitai.journal.fact;

import io.huitai.shop.id.TierId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where a member stands on the programme's ladder.
///
/// @param tier the tier's id
/// @param byHand whether it was set by hand and stands until the next review
/// @param since the tiers so far, each with its first day; oldest first, the last is the present one
/// @param paidUntil the last day that a subscription is paid for
/// @param application for a higher tier, undecided
public record Standing(
        TierId tier,
        boolean byHand,
        List<Since> since,
        Optional<LocalDate> paidUntil,
        Optional<Application> application) {
    /// A tier from its first day on.
    public record Since(TierId tier, LocalDate day) {}

    /// @param due the last working day for the decision
    public record Application(TierId tier, LocalDate on, LocalDate due) {}

    public Standing {
        since = List.copyOf(since);
    }

    /// As one begins.
    public static Standing of(TierId tier, LocalDate day) {
        return new Standing(tier, false, List.of(new Since(tier, day)), Optional.empty(), Optional.empty());
    }

    /// In a tier from a day on; an application for it is settled by that.
    Standing in(TierId other, LocalDate day, boolean hand) {
        var days = new ArrayList<>(since);
        if (hand || !other.equals(tier)) {
            days.add(new Since(other, day));
        }
        var open = application.filter(asked -> !asked.tier().equals(other));
        return new Standing(other, hand, days, paidUntil, open);
    }

    /// The same tier as seen by a bill that was priced earlier.
    Standing seenIn(TierId other) {
        return new Standing(other, byHand, since, paidUntil, application);
    }

    Standing paid(LocalDate until) {
        return new Standing(tier, byHand, since, Optional.of(until), application);
    }

    /// Time paid for is over on a day; nothing changes where it was renewed meanwhile at another till.
    Standing lapsed(TierId first, LocalDate day) {
        if (paidUntil.filter(until -> !until.isBefore(day)).isPresent()) {
            return this;
        }
        var fallen = in(first, day, false);
        return new Standing(fallen.tier, false, fallen.since, Optional.empty(), fallen.application);
    }

    Standing applying(Optional<Application> undecided) {
        return new Standing(tier, byHand, since, paidUntil, undecided);
    }

    /// The tier that the member had when a day ended; before the first one, that.
    public TierId tierOn(LocalDate day) {
        var had = since.getFirst().tier();
        for (var each : since) {
            had = each.day().isAfter(day) ? had : each.tier();
        }
        return had;
    }

    /// Whether the present tier was reached, or set by hand, after a day.
    public boolean isNewSince(LocalDate day) {
        return since.getLast().day().isAfter(day);
    }

    /// Whether the member was in a tier on all days from a first to a last one.
    public boolean was(TierId asked, LocalDate first, LocalDate last) {
        var before = Optional.<TierId>empty();
        for (var each : since) {
            if (each.day().isAfter(last)) {
                break;
            }
            if (each.day().isAfter(first) && !before.equals(Optional.of(asked))) {
                return false;
            }
            before = Optional.of(each.tier());
        }
        return before.equals(Optional.of(asked))
                && since.stream().anyMatch(each -> !each.day().isAfter(first));
    }
}
