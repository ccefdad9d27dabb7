package io.huitai.ledger;

import io.huitai.shop.MemberNo;
import io.huitai.shop.id.GiftId;

/// Who holds an asset: a member, or one of the programme's own sides that a member's gain comes from and a member's
/// loss goes to.
public record Account(String name) {
    /// Where earned and granted assets come from.
    public static final Account ISSUED = new Account("issued");
    /// Where spent points and vouchers go; what a refund gives back comes from here.
    public static final Account REDEEMED = new Account("redeemed");
    /// Where expired assets go.
    public static final Account EXPIRED = new Account("expired");

    /// What corrections by hand give and take, and what a refund takes back.
    public static final Account REVERSED = new Account("reversed");
    /// Money on its way through the drawer or a payment machine: a recharge comes from here, a payout goes here.
    public static final Account MONEY = new Account("money");

    private static final String MEMBER = "member:";
    private static final String COMPANY = "company:";
    private static final String GIFT = "gift:";
    private static final String EVENT = "event:";

    public static Account of(MemberNo member) {
        return new Account(MEMBER + member);
    }

    /// A company that pays by account; it holds what it owes.
    public static Account company(String name) {
        return new Account(COMPANY + name);
    }

    /// A gift of the catalogue; it holds how many have been taken.
    public static Account gift(GiftId id) {
        return new Account(GIFT + id);
    }

    /// A club event; it holds how many have come.
    public static Account event(String name) {
        return new Account(EVENT + name);
    }

    /// Whether it is a company's, a gift's or an event's, whose holdings are asked for by its name.
    public boolean isOfHouse() {
        return name.startsWith(COMPANY) || name.startsWith(GIFT) || name.startsWith(EVENT);
    }

    /// The company of a company's account.
    public String company() {
        if (!name.startsWith(COMPANY)) {
            throw new IllegalStateException(name + " is not a company's account");
        }
        return name.substring(COMPANY.length());
    }

    public boolean isMember() {
        return name.startsWith(MEMBER);
    }

    public MemberNo member() {
        if (!isMember()) {
            throw new IllegalStateException(name + " is not a member's account");
        }
        return new MemberNo(name.substring(MEMBER.length()));
    }
}
