package io.huitai.till.member;

import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.MemberRecord;
import io.huitai.journal.fact.Once;
import io.huitai.ledger.Account;
import io.huitai.ledger.Asset;
import io.huitai.ledger.Holding;
import io.huitai.ledger.Posting;
import io.huitai.money.Money;
import io.huitai.programme.scheme.Grant;
import io.huitai.programme.scheme.Programme;
import io.huitai.programme.scheme.Tier;
import io.huitai.programme.words.Span;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.id.TierId;
import io.huitai.till.book.Step;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a deed brings its member: what the visit or the recharge itself gives, by the tier that it was done in, then
/// the tier that it lifts them into, with the packs of every tier on the way. Each is a fact of its own behind the
/// deed's.
public final class Deeds {
    private final MemberBook members;
    private final Programme programme;
    private final LocalDate day;
    private final Step step;
    private final List<Holding> vouchers = new ArrayList<>();
    private MemberRecord member;

    /// @param member with what the deed itself moved
    /// @param step with the deed's own fact; what it brings goes behind it
    public Deeds(MemberBook members, Programme programme, LocalDate day, MemberRecord member, Step step) {
        this.members = members;
        this.programme = programme;
        this.day = day;
        this.member = member;
        this.step = step;
    }

    /// A bill was paid.
    public Deeds sold(Money paid) {
        for (var grant : programme.membership().grants()) {
            ground(grant, paid).ifPresent(period -> give(grant, period));
        }
        return lifted();
    }

    /// So much was put on the card at once, without bonus.
    ///
    /// @param receipt the recharge's own
    public Deeds recharged(ReceiptNo receipt, Money principal) {
        for (var grant : programme.membership().grants()) {
            if (grant.occasion() instanceof Grant.Occasion.RechargeAtLeast(var amount)
                    && principal.compareTo(amount) >= 0) {
                give(grant, Once.For.recharge(receipt));
            }
        }
        return lifted(principal);
    }

    /// Whatever was done until the day lifts now.
    public Deeds lifted() {
        return lifted(Money.ZERO);
    }

    /// A tier was reached that a fact before these already tells of.
    public Deeds risen(TierId from) {
        packs(rank(from));
        return this;
    }

    /// The member after all of it.
    public MemberRecord member() {
        return member;
    }

    /// Whether a sale gives by a grant, and once for what.
    private Optional<Once.For> ground(Grant grant, Money paid) {
        return switch (grant.occasion()) {
            case Grant.Occasion.FirstBill(var atLeast) -> when(paid.compareTo(atLeast) >= 0, Once.For.EVER);
            case Grant.Occasion.EveryNthVisit(var n) ->
                when(member.visits() > 0 && member.visits() % n == 0, Once.For.visit(member.visits()));
            case Grant.Occasion.YearlySpend(var amount) ->
                when(
                        Tiers.done(member, day).spend(new Span.CalendarYear()).compareTo(amount) >= 0,
                        Once.For.spendOf(day.getYear()));
            case Grant.Occasion.Joining _,
                    Grant.Occasion.CardBinding _,
                    Grant.Occasion.TierReached _,
                    Grant.Occasion.Birthday _,
                    Grant.Occasion.BirthdayMonth _,
                    Grant.Occasion.JoiningDay _,
                    Grant.Occasion.Dormancy _,
                    Grant.Occasion.RechargeAtLeast _ -> Optional.empty();
        };
    }

    private static Optional<Once.For> when(boolean holds, Once.For period) {
        return holds ? Optional.of(period) : Optional.empty();
    }

    private Deeds lifted(Money recharge) {
        var before = rank(member.tier());
        Tiers.reached(programme, member, day, recharge).ifPresent(tier -> {
            add(new Fact.TierReached(member.no(), tier.id(), day, reset()));
            packs(before);
        });
        return this;
    }

    /// Where reaching a tier sets the points to 0, the count that tiers are judged by begins anew with them.
    private List<Posting> reset() {
        return programme.membership().ladder().resetsPoints()
                ? member.holdings().all().stream()
                        .filter(held -> held.amount() > 0
                                && (held.asset().equals(Asset.POINTS)
                                        || held.asset().equals(Asset.EARNED)))
                        .map(held -> new Posting(
                                Account.of(member.no()), Account.EXPIRED, held.asset(), held.lot(), held.amount()))
                        .toList()
                : List.of();
    }

    /// Of every tier above a rank up to the member's own.
    private void packs(int before) {
        var own = rank(member.tier());
        for (var tier : programme.tiers()) {
            for (var grant : programme.membership().grants()) {
                if (tier.rank() > before
                        && tier.rank() <= own
                        && grant.occasion() instanceof Grant.Occasion.TierReached
                        && grant.isFor(tier.id())) {
                    add(grant, Once.For.tier(tier.id()).of(grant.id()));
                }
            }
        }
    }

    private int rank(TierId tier) {
        return programme.tier(tier).map(Tier::rank).orElse(-1);
    }

    private void give(Grant grant, Once.For period) {
        if (grant.isFor(member.tier())) {
            add(grant, period.of(grant.id()));
        }
    }

    private void add(Grant grant, Once id) {
        if (!member.grants().contains(id)) {
            var moved = Grants.postings(members, programme, grant, member.no(), step.number(), 0, day);
            add(new Fact.Granted(member.no(), id, Optional.empty(), moved));
        }
    }

    /// The vouchers among it.
    public List<Holding> vouchers() {
        return List.copyOf(vouchers);
    }

    /// Something else that the deed brings.
    public void add(Fact.OfMember fact) {
        step.put(fact);
        fact.postings().stream()
                .filter(posting -> posting.asset().isVoucher())
                .map(Posting::holding)
                .forEach(vouchers::add);
        member = member.after(fact);
    }
}
