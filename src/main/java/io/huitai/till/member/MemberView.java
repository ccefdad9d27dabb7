package io.huitai.till.member;

import io.huitai.journal.fact.Profile;
import io.huitai.ledger.CardMoney;
import io.huitai.ledger.Holding;
import io.huitai.money.Money;
import io.huitai.shop.CardNumber;
import io.huitai.shop.Label;
import io.huitai.shop.MemberNo;
import io.huitai.shop.id.TierId;
import io.huitai.store.ReceiptLine;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A member as fronts show it. Name and phone are for the cashier's eyes; paper gets the mask.
///
/// @param notices what the programme wants shown, as priority service
/// @param receipts the latest ones known here, newest first
public record MemberView(
        MemberNo no,
        String name,
        String phoneMasked,
        Rung rung,
        Status status,
        Held held,
        Money spend,
        long visits,
        List<Card> cards,
        Optional<LocalDate> birthday,
        LocalDate joined,
        List<Label> notices,
        List<ReceiptLine> receipts) {
    /// Whether the membership can be used.
    public enum Status {
        ACTIVE,
        CLOSED,
        CANCELLED
    }

    /// The tier that they are in.
    ///
    /// @param rank 0 is the lowest
    public record Rung(TierId id, Label name, int rank) {}

    /// What they can use.
    ///
    /// @param points the balance good in this store now, unexpired
    /// @param lots the same by lot, soonest expiry first
    /// @param spendable the part of it that this till may spend without a line
    public record Held(long points, List<Holding> lots, long spendable, List<Holding> vouchers, CardMoney stored) {}

    public record Card(CardNumber number, boolean blocked) {
        /// As screens show it.
        public String masked() {
            return number.masked();
        }
    }

    /// The name with all but its first and last character hidden: 张*三, 李*.
    public String nameMasked() {
        return Profile.masked(name);
    }

    @Override
    public String toString() {
        return "MemberView[" + no + "]";
    }
}
