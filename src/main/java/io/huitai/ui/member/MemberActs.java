package io.huitai.ui.member;

import io.huitai.programme.scheme.Tier;
import java.util.ArrayList;
import java.util.List;

/// What can be done for a member: what the programme offers, and only that.
final class MemberActs {
    private MemberActs() {}

    /// @param ready whether it can be done now
    record Act(String name, boolean ready, Runnable begin) {
        Act(String name, Runnable begin) {
            this(name, true, begin);
        }
    }

    static List<Act> of(Serving serving, MemberFile file) {
        var acts = new ArrayList<Act>();
        var money = new MoneyActs(serving, file);
        if (file.isActive()) {
            if (file.membership().storedValue().isPresent()) {
                acts.add(new Act("recharge", money::recharge));
            }
            points(acts, new PointActs(serving, file), file);
            club(acts, new ClubActs(serving, file), file);
        }
        if (file.membership().ladder().subscription().isPresent() && !file.isCancelled()) {
            acts.add(new Act("subscribe", money::subscribe));
        }
        if (file.isActive()) {
            tiers(acts, new TierActs(serving, file), file);
            cards(acts, new CardActs(serving, file), file);
        }
        leaving(acts, new LeavingActs(serving, file), file);
        return acts;
    }

    /// Gifts and vouchers for points go to the member of the open bill.
    private static void points(List<Act> acts, PointActs points, MemberFile file) {
        if (!file.membership().gifts().isEmpty()) {
            acts.add(new Act("gifts", file.onBill(), points::gifts));
        }
        if (file.programme().points().turning().isPresent()) {
            acts.add(new Act("turn", file.onBill(), points::turn));
        }
        if (file.programme().points().transferable()) {
            acts.add(new Act("transfer", points::transfer));
        }
        acts.add(new Act("correct", points::correct));
    }

    private static void club(List<Act> acts, ClubActs club, MemberFile file) {
        if (file.membership().club().checkIn().isPresent()) {
            acts.add(new Act("check-in", club::checkIn));
        }
        if (file.membership().club().events().isPresent()) {
            acts.add(new Act("event", club::event));
        }
    }

    private static void tiers(List<Act> acts, TierActs tiers, MemberFile file) {
        if (!tiers.applicable().isEmpty()) {
            acts.add(new Act("apply", tiers::apply));
        }
        file.application().ifPresent(pending -> acts.add(new Act("decide", () -> tiers.decide(pending))));
        if (file.programme().tiers().stream().map(Tier::id).distinct().count() > 1) {
            acts.add(new Act("set-tier", tiers::set));
        }
    }

    private static void cards(List<Act> acts, CardActs cards, MemberFile file) {
        acts.add(new Act("bind", cards::bind));
        acts.add(new Act("replace", cards::replace));
        if (file.membership().cards().replacement().lostReported()) {
            acts.add(new Act("lost", !LostCards.of(file.member()).working().isEmpty(), cards::lost));
        }
    }

    private static void leaving(List<Act> acts, LeavingActs leaving, MemberFile file) {
        if (file.isActive()) {
            acts.add(new Act("return-card", leaving::returnCard));
            acts.add(new Act("close", leaving::close));
            acts.add(new Act("cancel", leaving::cancel));
        }
        if (!file.member().name().isEmpty()) {
            acts.add(new Act("forget", leaving::forget));
        }
    }
}
