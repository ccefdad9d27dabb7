package io.huitai.programme.doubt;

import java.util.List;

/// Something in a programme that is allowed and will disappoint.
///
/// @param path where it stands in the programme's file, by keys and list positions, as "discounts/2"
/// @param details fill the places of the code's text
public record Doubt(String path, Code code, List<String> details) {
    public Doubt {
        details = List.copyOf(details);
    }

    Doubt(String path, Code code, Object... details) {
        this(path, code, List.of(details).stream().map(Object::toString).toList());
    }

    public enum Code {
        /// No guest, day and outlet meets all of its conditions.
        NEVER_APPLIES,
        /// Its categories or flags leave no goods over.
        TOUCHES_NOTHING,
        /// A discount for walk-ins whose conditions ask for a member.
        NEVER_FOR_WALK_INS,
        /// A better discount, or an equal one before it, always applies too.
        ALWAYS_LOSES,
        /// Its rate is 1.
        TAKES_NOTHING_OFF,
        /// An earn rule before it always takes its lines.
        NEVER_EARNS,
        /// No grant, turning of points or prize gives this voucher.
        NEVER_GIVEN,
        /// No recharge can be made.
        WITHOUT_RECHARGES,
        /// Nobody joins in these tiers.
        NOBODY_JOINS_THERE,
        /// The first tier is where everybody begins.
        FIRST_TIER_IS_NOT_REACHED,
        /// The card is closed first.
        CLOSED_BEFORE,
        /// What the tier asks for cannot be done.
        NEVER_ENTERED,
        /// Nobody looks whether it is kept.
        NEVER_REVIEWED,
        /// Smaller bills earn nothing.
        EARNS_NOTHING_BELOW,
        /// Smaller recharges bring no bonus.
        NO_BONUS_BELOW,
        /// The next band begins at or below the smallest recharge.
        NEVER_RECHARGED,
        /// Smaller months bring no commission.
        NO_COMMISSION_BELOW,
        /// The points that a yuan earns are worth more than a yuan.
        POINTS_COST_MORE,
        /// Over the limit of a registered prepaid card.
        REGISTERED_CARD_LIMIT,
        /// Over the limit of an anonymous prepaid card.
        ANONYMOUS_CARD_LIMIT,
        /// The money of a registered card may not expire.
        MONEY_EXPIRES,
        /// The money of an anonymous card lives at least three years.
        MONEY_EXPIRES_EARLY,
        /// Personal data beyond name and phone.
        DATA_WITHOUT_CONSENT
    }
}
