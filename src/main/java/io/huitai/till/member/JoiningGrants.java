package io.huitai.till.member;

import io.huitai.journal.fact.MemberRecord;
import io.huitai.journal.fact.Once;
import io.huitai.ledger.Posting;
import io.huitai.programme.scheme.Grant;
import io.huitai.shop.MemberNo;
import io.huitai.shop.id.TierId;
import io.huitai.till.book.Book;
import io.huitai.till.book.Scheme;
import java.util.ArrayList;
import java.util.List;

/// What joining and binding a card bring: each grant once.
public final class JoiningGrants {
    private final Book book;
    private final Scheme scheme;
    private final MemberBook members;

    public JoiningGrants(Book book, Scheme scheme, MemberBook members) {
        this.book = book;
        this.scheme = scheme;
        this.members = members;
    }

    /// Grants that one entry makes.
    ///
    /// @param ids what a member has had
    public record Made(List<Once> ids, List<Posting> postings) {}

    /// @param card whether a card is bound at once
    /// @param entry the number of the entry that brings them
    public Made joining(MemberNo member, TierId tier, boolean card, long entry) {
        return made(member, tier, List.of(), true, card, entry);
    }

    /// What a first card brings, where this till may grant it.
    public Made binding(MemberRecord member, long entry) {
        return members.holdsGrantRight(member)
                ? made(member.no(), member.tier(), member.grants(), false, true, entry)
                : new Made(List.of(), List.of());
    }

    private Made made(MemberNo member, TierId tier, List<Once> before, boolean joining, boolean card, long entry) {
        var programme = scheme.now();
        var ids = new ArrayList<Once>();
        var postings = new ArrayList<Posting>();
        for (var grant : programme.membership().grants()) {
            var id = Once.For.EVER.of(grant.id());
            if (isMadeBy(grant.occasion(), joining, card) && grant.isFor(tier) && !before.contains(id)) {
                ids.add(id);
                postings.addAll(
                        Grants.postings(members, programme, grant, member, entry, postings.size(), book.today()));
            }
        }
        return new Made(List.copyOf(ids), List.copyOf(postings));
    }

    private static boolean isMadeBy(Grant.Occasion occasion, boolean joining, boolean card) {
        return switch (occasion) {
            case Grant.Occasion.Joining _ -> joining;
            case Grant.Occasion.CardBinding _ -> card;
            case Grant.Occasion.TierReached _,
                    Grant.Occasion.FirstBill _,
                    Grant.Occasion.Birthday _,
                    Grant.Occasion.BirthdayMonth _,
                    Grant.Occasion.JoiningDay _,
                    Grant.Occasion.EveryNthVisit _,
                    Grant.Occasion.YearlySpend _,
                    Grant.Occasion.Dormancy _,
                    Grant.Occasion.RechargeAtLeast _ -> false;
        };
    }
}
