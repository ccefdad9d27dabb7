package io.huitai.ledger;

import io.huitai.shop.MemberNo;

/// Who holds an asset: a member, or one of the programme's own sides that a member's gain comes from and a member's
/// loss goes to.
public record Account(String name) {
    /// Where earned and granted assets come from.
    public static final Account ISSUED = new Account("issued");
    /// Where spent points and vouchers go; what a refund gives back comes from here.
    public static final Account REDEEMED = new Account("redeemed");
    /// Where expired assets go.
    public static final Account EXPIRED = new Account("expired");

    private static final String MEMBER = "member:";

    public static Account of(MemberNo member) {
        return new Account(MEMBER + member);
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
