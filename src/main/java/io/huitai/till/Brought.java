package io.huitai.till;

import io.huitai.journal.Fact;
import io.huitai.journal.MemberRecord;
import io.huitai.ledger.Holding;
import io.huitai.money.Money;
import io.huitai.programme.Grant;
import io.huitai.programme.Programme;
import io.huitai.programme.TierId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// What a deed of a member, a sale or a recharge, brings them right after it.
final class Brought {
    private final Book book;
    private final MemberBook members;
    private final Programme programme;
    private final long entry;
    private final List<Fact.OfMember> facts = new ArrayList<>();
    private MemberRecord member;

    /// @param member right after the deed
    /// @param entry the number of the entry after the deed's
    Brought(Book book, MemberBook members, Programme programme, MemberRecord member, long entry) {
        this.book = book;
        this.members = members;
        this.programme = programme;
        this.member = member;
        this.entry = entry;
    }

    /// The grants of an occasion, each once in a member's life.
    void grants(Predicate<Grant.Occasion> occasion) {
        grants("", occasion);
    }

    /// The grants of an occasion, each once for the deed.
    ///
    /// @param deed stands before the grant's id; empty is once in a member's life
    void grants(String deed, Predicate<Grant.Occasion> occasion) {
        for (var grant : programme.membership().grants()) {
            var id = deed + grant.id().value();
            if (occasion.test(grant.occasion())
                    && grant.isFor(new TierId(member.tier()))
                    && !member.grants().contains(id)) {
                var number = entry + facts.size();
                var moved = Grants.postings(members, programme, grant, member.no(), number, 0, book.today());
                add(new Fact.Granted(member.no(), id, moved));
            }
        }
    }

    /// The tier that the deeds now lift the member into, with that tier's grants.
    ///
    /// @param recharge what was put on the card by the deed
    void tier(Money recharge) {
        var reached = Tiers.reached(programme, member, book.today(), recharge);
        if (reached.isPresent()) {
            add(new Fact.TierReached(member.no(), reached.get().id().value(), book.today(), List.of()));
            grants(Grant.Occasion.TierReached.class::isInstance);
        }
    }

    void add(Fact.OfMember fact) {
        facts.add(fact);
        member = member.after(fact);
    }

    /// The member after all of it.
    MemberRecord member() {
        return member;
    }

    List<Fact.OfMember> facts() {
        return List.copyOf(facts);
    }

    List<Holding> vouchers() {
        return facts.stream()
                .flatMap(fact -> fact.postings().stream())
                .filter(posting -> posting.asset().isVoucher())
                .map(posting -> new Holding(posting.asset(), posting.lot(), posting.amount()))
                .toList();
    }
}
