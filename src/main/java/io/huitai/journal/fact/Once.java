package io.huitai.journal.fact;

import io.huitai.shop.ReceiptNo;
import io.huitai.shop.id.RuleId;
import io.huitai.shop.id.TierId;
import java.time.LocalDate;

/// Something that a member is given, does, or is, once and from then on: a grant within a period, an event, a card
/// handed in.
///
/// @param text as journals keep it, as "year:2026:yearly-cake"
public record Once(String text) {
    /// The share of a new member's first bill, for who told them of the house.
    public static final Once FIRST_BILL_SHARE = new Once("referral:first-bill");

    /// The card was handed in, and what was on it pays for a room.
    public static final Once CARD_RETURNED = new Once("card-returned");

    /// Nobody is to know any more who this was.
    public static final Once FORGOTTEN = new Once("forgotten");

    public static Once event(String name) {
        return new Once("event:" + name);
    }

    @Override
    public String toString() {
        return text;
    }

    /// The period, or the deed, that a grant is given once for.
    ///
    /// @param prefix of the grant's id
    public record For(String prefix) {
        /// The whole membership.
        public static final For EVER = new For("");

        public static For visit(long number) {
            return new For("visit:" + number + ":");
        }

        public static For spendOf(int year) {
            return new For("year:" + year + ":");
        }

        public static For recharge(ReceiptNo receipt) {
            return new For("recharge:" + receipt + ":");
        }

        public static For tier(TierId tier) {
            return new For("tier:" + tier + ":");
        }

        public static For birthday(int year) {
            return new For("birthday:" + year + ":");
        }

        public static For birthdayMonth(int year) {
            return new For("birthday-month:" + year + ":");
        }

        public static For joiningDay(int year) {
            return new For("joining-day:" + year + ":");
        }

        /// @param last visit
        public static For dormancy(int days, LocalDate last) {
            return new For("dormant:" + days + ":" + last + ":");
        }

        public Once of(RuleId grant) {
            return new Once(prefix + grant);
        }
    }
}
