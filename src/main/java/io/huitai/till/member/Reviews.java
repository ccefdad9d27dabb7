package io.huitai.till.member;

import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.MemberRecord;
import io.huitai.programme.scheme.Ladder;
import io.huitai.programme.scheme.Membership;
import io.huitai.programme.scheme.Programme;
import io.huitai.programme.scheme.Tier;
import io.huitai.programme.words.Dates;
import io.huitai.shop.id.TierId;
import io.huitai.till.book.Book;
import io.huitai.till.book.Scheme;
import io.huitai.till.refusal.Why;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What the calendar takes: a tier that was not kept, one that is no longer paid for, a card that nobody uses.
public final class Reviews {
    private final Book book;
    private final Scheme scheme;
    private final MemberBook members;

    Reviews(Book book, Scheme scheme, MemberBook members) {
        this.book = book;
        this.scheme = scheme;
        this.members = members;
    }

    /// The review of a day, where the programme has one then and it changes something: whoever has not kept the tier
    /// falls one, never below what the card can carry; deeds that hold on that day lift at once. A tier set by
    /// hand is free again.
    public Optional<Fact.MemberReviewed> reviewed(MemberRecord member, LocalDate day) {
        var programme = scheme.on(day);
        var due = programme.membership().ladder().review().filter(review -> isOn(review, day));
        if (due.isEmpty() || member.standing().isNewSince(day)) {
            return Optional.empty(); // what came later was judged by later deeds
        }
        return programme
                .tier(member.tier())
                .map(own -> judged(programme, member, own, day))
                .filter(tier -> member.standing().byHand() || !tier.equals(member.tier()))
                .map(tier -> new Fact.MemberReviewed(member.no(), tier, day));
    }

    private static boolean isOn(Ladder.Review review, LocalDate day) {
        return review.day().atYear(day.getYear()).equals(day);
    }

    private static TierId judged(Programme programme, MemberRecord member, Tier own, LocalDate day) {
        var deeds = Tiers.done(member, day);
        var kept = own.keep().map(keep -> keep.metBy(deeds)).orElse(true);
        var floor = kept || own.rank() == 0 ? own : programme.tiers().get(own.rank() - 1);
        var carried = carries(programme, member.kind(), floor.id()) ? floor : own;
        return Tiers.highest(programme, carried.rank(), deeds).orElse(carried).id();
    }

    private static boolean carries(Programme programme, String kind, TierId tier) {
        return programme.membership().kinds().stream()
                .filter(each -> each.id().equals(kind))
                .map(Membership.Kind::tiers)
                .allMatch(tiers -> tiers.isEmpty() || tiers.contains(tier));
    }

    /// A subscription whose days of grace are over before a day has ended. Where the first tier is paid for too, the
    /// membership ends with it.
    public Optional<Fact.OfMember> lapsed(MemberRecord member, LocalDate day) {
        var programme = scheme.on(day);
        var subscription = programme.membership().ladder().subscription();
        if (subscription.isEmpty()) {
            return Optional.empty();
        }
        var first = programme.firstTier().id();
        var period = period(subscription.get(), first);
        var until = member.standing().paidUntil().or(() -> period.flatMap(paid -> joiningPaid(member, paid)));
        if (until.filter(last -> day.isAfter(last.plusDays(subscription.get().grace())))
                .isEmpty()) {
            return Optional.empty();
        }
        if (period.isPresent()) {
            return Optional.of(ended(member, false, day, Why.unpaid(until.get())));
        }
        return member.standing().byHand()
                ? Optional.empty()
                : Optional.of(new Fact.SubscriptionLapsed(member.no(), first, day));
    }

    /// The shortest time that a tier is sold for.
    private static Optional<Ladder.Period> period(Ladder.Subscription subscription, TierId tier) {
        return Arrays.stream(Ladder.Period.values())
                .filter(period -> subscription.price(tier, period).isPresent())
                .findFirst();
    }

    /// The fee paid at the counter for joining pays the first time; who came with the store's data owes nothing.
    private Optional<LocalDate> joiningPaid(MemberRecord member, Ladder.Period period) {
        var joined = member.profile().joined();
        return joined.isBefore(book.opened())
                ? Optional.empty()
                : Optional.of(Dates.lastOfMonths(joined, period.months()));
    }

    /// A card without a purchase for as long as the programme bears it. One after the day saves it too: the card was
    /// taken then.
    public Optional<Fact.OfMember> unused(MemberRecord member, LocalDate day) {
        var most = scheme.on(day).membership().cards().closedAfterDays();
        var last = member.lastVisit(LocalDate.MAX).orElseGet(() -> members.beganHere(member));
        return most.isPresent() && ChronoUnit.DAYS.between(last, day) >= most.getAsInt()
                ? Optional.of(ended(member, true, day, Why.unused(most.getAsInt())))
                : Optional.empty();
    }

    private static Fact.MembershipEnded ended(MemberRecord member, boolean cancelled, LocalDate day, Why why) {
        return new Fact.MembershipEnded(
                member.no(), cancelled, day, why.written(), Optional.empty(), Optional.empty(), List.of());
    }
}
