package io.huitai.till;

import io.huitai.journal.Fact;
import io.huitai.journal.MemberRecord;
import io.huitai.programme.Dates;
import io.huitai.programme.Grant;
import io.huitai.programme.TierId;
import io.huitai.programme.Validity;
import io.huitai.shop.MemberNo;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What a date brings a member: made when the member is first read while it is due, once, by the holder of the
/// member's grant right.
final class DueGrants {
    private final Book book;
    private final Scheme scheme;
    private final MemberBook members;

    DueGrants(Book book, Scheme scheme, MemberBook members) {
        this.book = book;
        this.scheme = scheme;
        this.members = members;
    }

    /// The member with all that is due by now.
    MemberRecord read(MemberNo no) {
        var member = members.record(no);
        if (book.journal().isBroken()
                || member.status() != MemberRecord.Status.ACTIVE
                || !members.holdsGrantRight(member)) {
            return member;
        }
        var due = due(member);
        if (due.isEmpty()) {
            return member;
        }
        book.record(true, due);
        return members.record(no);
    }

    private List<Fact.Granted> due(MemberRecord member) {
        var facts = new ArrayList<Fact.Granted>();
        var programme = scheme.now();
        for (var grant : programme.membership().grants()) {
            if (!grant.isFor(new TierId(member.tier()))) {
                continue;
            }
            var occasion = occasion(grant, member);
            if (occasion.isPresent() && !madeBefore(member, occasion.get().id())) {
                var entry = book.journal().next() + facts.size();
                var postings = Grants.postings(
                        members,
                        programme,
                        grant,
                        member.no(),
                        entry,
                        0,
                        occasion.get().day());
                facts.add(new Fact.Granted(member.no(), occasion.get().id() + grant.id(), postings));
            }
        }
        return facts;
    }

    /// A day that brings something.
    ///
    /// @param id what happens, and the year that it belongs to: whatever the tier, once
    private record Due(String id, LocalDate day) {}

    private Optional<Due> occasion(Grant grant, MemberRecord member) {
        var born = member.profile().birthday();
        if (born.isEmpty()) {
            return Optional.empty();
        }
        return switch (grant.occasion()) {
            case Grant.Occasion.Birthday _ -> birthday(grant, member, born.get());
            case Grant.Occasion.BirthdayMonth _ ->
                Optional.of(book.today())
                        .filter(today -> today.getMonth() == born.get().getMonth())
                        .map(today -> new Due("birthday-month:" + today.getYear() + ":", today.withDayOfMonth(1)));
            case Grant.Occasion.Joining _,
                    Grant.Occasion.CardBinding _,
                    Grant.Occasion.TierReached _,
                    Grant.Occasion.FirstBill _,
                    Grant.Occasion.JoiningDay _,
                    Grant.Occasion.EveryNthVisit _,
                    Grant.Occasion.YearlySpend _,
                    Grant.Occasion.Dormancy _,
                    Grant.Occasion.RechargeAtLeast _ -> Optional.empty();
        };
    }

    /// The birthday whose voucher is good today. Those before the store or the membership began brought nothing.
    private Optional<Due> birthday(Grant grant, MemberRecord member, LocalDate born) {
        var today = book.today();
        var validity = validity(grant);
        return IntStream.rangeClosed(today.getYear() - 1, today.getYear() + 1)
                .mapToObj(year -> Dates.birthdayIn(born, year))
                .filter(day -> !day.isBefore(member.profile().joined()) && !day.isBefore(book.opened()))
                .filter(day -> !validity.first(day).isAfter(today))
                .filter(day -> validity.last(day).filter(today::isAfter).isEmpty())
                .findFirst()
                .map(day -> new Due("birthday:" + day.getYear() + ":", day));
    }

    private static Validity validity(Grant grant) {
        for (var given : grant.given()) {
            if (given instanceof Grant.Given.Vouchers vouchers) {
                return vouchers.validity();
            }
        }
        return new Validity.Days(1);
    }

    private static boolean madeBefore(MemberRecord member, String id) {
        return member.grants().stream().anyMatch(made -> made.startsWith(id));
    }
}
