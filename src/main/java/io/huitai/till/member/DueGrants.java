package io.huitai.till.member;

import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.MemberRecord;
import io.huitai.journal.fact.Once;
import io.huitai.programme.scheme.Grant;
import io.huitai.programme.scheme.Programme;
import io.huitai.programme.words.Dates;
import io.huitai.programme.words.Validity;
import io.huitai.shop.MemberNo;
import io.huitai.shop.id.TierId;
import io.huitai.till.book.Book;
import io.huitai.till.book.Scheme;
import io.huitai.till.book.Step;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// What a date brings a member, once, by the holder of the member's grant right: when the member is first read while it
/// is due, or else when the day ends.
public final class DueGrants {
    private final Book book;
    private final Scheme scheme;
    private final MemberBook members;
    private final Reviews reviews;

    DueGrants(Book book, Scheme scheme, MemberBook members, Reviews reviews) {
        this.book = book;
        this.scheme = scheme;
        this.members = members;
        this.reviews = reviews;
    }

    /// The member with all that is due by now, and without what is no longer paid for.
    public MemberRecord read(MemberNo no) {
        var member = members.record(no);
        if (book.journal().isBroken() || !member.isActive()) {
            return member;
        }
        var step = book.step();
        var ours = members.holdsGrantRight(member);
        var lapsed = reviews.lapsed(member, book.lotDay().ends())
                .filter(fact -> ours || fact instanceof Fact.SubscriptionLapsed);
        lapsed.ifPresent(step::put);
        var standing = lapsed.map(member::after).orElse(member);
        if (ours && standing.isActive()) {
            var _ = due(standing, book.today(), step, Optional.empty());
        }
        if (step.isEmpty()) {
            return member;
        }
        step.forced();
        return members.record(no);
    }

    /// What is due on a day and was not given before, by the tier that the member had then.
    ///
    /// @param step takes the grants
    /// @param on the business day whose end brings it; empty where the member is read
    public List<Fact.Granted> due(MemberRecord member, LocalDate day, Step step, Optional<LocalDate> on) {
        var facts = new ArrayList<Fact.Granted>();
        var programme = scheme.on(day);
        var tier = member.standing().tierOn(day);
        for (var grant : programme.membership().grants()) {
            if (!grant.isFor(tier)) {
                continue;
            }
            var occasion = occasion(grant, member, day);
            if (occasion.isPresent() && !madeBefore(programme, member, tier, occasion.get(), grant)) {
                var postings = Grants.postings(
                        members,
                        programme,
                        grant,
                        member.no(),
                        step.number(),
                        0,
                        occasion.get().day());
                facts.add(step.put(
                        new Fact.Granted(member.no(), occasion.get().period().of(grant.id()), on, postings)));
            }
        }
        return facts;
    }

    /// A day that brings something.
    ///
    /// @param period that it is given once for
    private record Due(Once.For period, LocalDate day) {}

    private Optional<Due> occasion(Grant grant, MemberRecord member, LocalDate today) {
        var joined = member.profile().joined();
        var born = member.profile().birthday();
        return switch (grant.occasion()) {
            case Grant.Occasion.Birthday _ ->
                born.flatMap(day -> yearly(Once.For::birthday, grant, day, joined, today));
            case Grant.Occasion.BirthdayMonth _ ->
                born.filter(day -> day.getMonth() == today.getMonth())
                        .map(_ -> new Due(Once.For.birthdayMonth(today.getYear()), today.withDayOfMonth(1)));
            case Grant.Occasion.JoiningDay _ -> yearly(Once.For::joiningDay, grant, joined, joined.plusDays(1), today);
            case Grant.Occasion.Dormancy(var days) -> dormancy(grant, member, days, today);
            case Grant.Occasion.Joining _,
                    Grant.Occasion.CardBinding _,
                    Grant.Occasion.TierReached _,
                    Grant.Occasion.FirstBill _,
                    Grant.Occasion.EveryNthVisit _,
                    Grant.Occasion.YearlySpend _,
                    Grant.Occasion.RechargeAtLeast _ -> Optional.empty();
        };
    }

    /// The day of the year, on which something was once, whose voucher is good today.
    ///
    /// @param first those before it, or before the store began, brought nothing
    private Optional<Due> yearly(
            IntFunction<Once.For> period, Grant grant, LocalDate once, LocalDate first, LocalDate today) {
        return IntStream.rangeClosed(today.getYear() - 1, today.getYear() + 1)
                .mapToObj(year -> Dates.birthdayIn(once, year))
                .filter(day -> !day.isBefore(first) && !day.isBefore(book.opened()))
                .filter(day -> isGood(grant, day, today))
                .findFirst()
                .map(day -> new Due(period.apply(day.getYear()), day));
    }

    /// The day on which so many have passed since the last visit, or since the membership or the store began.
    private Optional<Due> dormancy(Grant grant, MemberRecord member, int days, LocalDate today) {
        var last = member.lastVisit(today).orElseGet(() -> members.beganHere(member));
        var day = last.plusDays(days);
        return isGood(grant, day, today) ? Optional.of(new Due(Once.For.dormancy(days, last), day)) : Optional.empty();
    }

    private static boolean isGood(Grant grant, LocalDate day, LocalDate today) {
        var validity = validity(grant);
        return !validity.first(day).isAfter(today)
                && validity.last(day).filter(today::isAfter).isEmpty();
    }

    private static Validity validity(Grant grant) {
        for (var given : grant.given()) {
            if (given instanceof Grant.Given.Vouchers vouchers) {
                return vouchers.validity();
            }
        }
        return new Validity.Days(1);
    }

    /// Whether the rule has given it, or the rule of another tier that the member had.
    private static boolean madeBefore(Programme programme, MemberRecord member, TierId tier, Due due, Grant grant) {
        return programme.membership().grants().stream()
                .filter(other -> other.id().equals(grant.id()) || !other.isFor(tier))
                .anyMatch(other -> member.grants().contains(due.period().of(other.id())));
    }
}
