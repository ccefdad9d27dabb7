package io.huitai.programme;

import io.huitai.money.Money;
import io.huitai.shop.Label;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// How one becomes, stays and stops being a member, and what comes with it.
///
/// @param review when tiers are looked at again; empty is never
/// @param notices shown at every swipe of every member
public record Membership(
        Enrolment enrolment,
        Optional<Review> review,
        List<Grant> grants,
        List<Gift> gifts,
        List<Kind> kinds,
        Cards cards,
        Returns returns,
        Optional<StoredValue> storedValue,
        List<Label> notices) {
    public Membership {
        grants = List.copyOf(grants);
        gifts = List.copyOf(gifts);
        kinds = List.copyOf(kinds);
        notices = List.copyOf(notices);
    }

    /// How a guest becomes a member.
    ///
    /// @param asks what must be given besides name and phone
    /// @param minimumAge in years; empty asks for none
    /// @param grounds any one of these lets a guest join; empty is free for all
    /// @param onePerDocument whether a document can be enrolled only once
    public record Enrolment(Set<Detail> asks, OptionalInt minimumAge, List<Ground> grounds, boolean onePerDocument) {
        public Enrolment {
            asks = Set.copyOf(asks);
            grounds = List.copyOf(grounds);
        }
    }

    /// What a guest can be asked for at enrolment.
    public enum Detail {
        NAME,
        PHONE,
        EMAIL,
        DOCUMENT,
        BIRTHDAY,
        GENDER,
        /// Whether messages may be sent: asked and kept.
        CONSENT
    }

    /// What entitles to join.
    public sealed interface Ground {
        /// Receipts of one day that come to so much.
        ///
        /// @param document whether an identity document is shown with them
        record SpentInOneDay(Money amount, boolean document) implements Ground {}

        /// One receipt of so much.
        record OneBill(Money amount, boolean document) implements Ground {}

        record Fee(Money amount) implements Ground {}

        record Recharge(Money amount) implements Ground {}
    }

    /// Once a year each member whose tier's `keep` is not met falls one tier.
    ///
    /// @param day handled with the business day of this date
    public record Review(MonthDay day) {}

    /// A kind of card beside the usual one.
    ///
    /// @param id what a member's `kind` says
    /// @param tiers those that it can carry
    public record Kind(String id, Label name, List<TierId> tiers) {
        public Kind {
            tiers = List.copyOf(tiers);
        }
    }

    /// The card and its life.
    ///
    /// @param lostFee for a new card in place of a lost one; empty is free
    /// @param documentForReplacement whether the document is shown for a new card
    /// @param shownBeforePayment whether there are no points for a card shown later
    /// @param personal whether name and photo are shown at every swipe
    /// @param closedAfterDays without a purchase, after which the membership ends
    public record Cards(
            Optional<Money> lostFee,
            Optional<Money> damagedFee,
            boolean documentForReplacement,
            boolean shownBeforePayment,
            boolean personal,
            OptionalInt closedAfterDays) {}

    /// What may come back, and how points follow it.
    ///
    /// @param shortfall what happens where the points to take back are gone
    /// @param sameDayUntil the time on the day of sale after which nothing comes back; empty is any day
    /// @param never flags of goods that never come back
    /// @param giftsBack whether gifts drawn on the points come back or are paid
    public record Returns(Shortfall shortfall, Optional<LocalTime> sameDayUntil, Set<String> never, boolean giftsBack) {
        public Returns {
            never = Set.copyOf(never);
        }
    }

    public enum Shortfall {
        /// No refund, exchange only.
        REFUSE,
        /// The shortfall's redemption value is taken off the money.
        DEDUCT,
        /// The balance goes below zero.
        OWE
    }

    /// A gift that points buy.
    ///
    /// @param stock how many there are at first
    public record Gift(GiftId id, Label name, long points, long stock) {
        public Gift {
            if (points <= 0 || stock < 0) {
                throw new IllegalArgumentException("A gift costs points above zero and its stock is not negative");
            }
        }
    }

    /// Money kept on the card; `minimum` is the smallest recharge.
    public record StoredValue(Money minimum) {}
}
