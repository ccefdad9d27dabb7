package io.huitai.till.shift;

import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.FactJson;
import io.huitai.journal.fact.MemberRecord;
import io.huitai.journal.fact.Standing;
import io.huitai.ledger.Asset;
import io.huitai.programme.scheme.Programme;
import io.huitai.programme.scheme.Tier;
import io.huitai.shop.MemberNo;
import io.huitai.shop.id.TierId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What the facts of a day's end come to, those of an interrupted run too.
final class DayTally {
    /// The kinds of entry that tell of a day's end.
    static final Set<String> KINDS =
            FactJson.kinds(Fact.DueByDay.class).map(Class::getSimpleName).collect(Collectors.toUnmodifiableSet());

    private final Programme programme;
    private final LocalDate day;
    private final Set<MemberNo> reviewed = new HashSet<>();
    private final Set<MemberNo> upgraded = new HashSet<>();
    private final Set<MemberNo> downgraded = new HashSet<>();
    private final Set<MemberNo> granted = new HashSet<>();
    private final Set<MemberNo> closed = new HashSet<>();
    private long points;
    private long vouchers;

    DayTally(Programme programme, LocalDate day) {
        this.programme = programme;
        this.day = day;
    }

    /// Whether the member has been judged already, with a result that stands in the journal.
    boolean hasReviewed(MemberNo no) {
        return reviewed.contains(no);
    }

    /// @param after the member with the fact
    void add(Fact.DueByDay fact, Optional<MemberRecord> after) {
        switch (fact) {
            case Fact.Granted(var no, var _, var on, var _) -> {
                if (on.filter(day::equals).isPresent()) {
                    granted.add(no);
                }
            }
            case Fact.MemberReviewed(var no, var tier, var on) -> {
                if (on.equals(day)) {
                    reviewed.add(no);
                    after.ifPresent(member -> moved(member, tier));
                }
            }
            case Fact.SubscriptionLapsed(var no, var tier, var on) -> {
                if (on.equals(day)) {
                    after.ifPresent(member -> moved(member, tier));
                }
            }
            case Fact.MembershipEnded ended -> {
                if (ended.on().equals(day)) {
                    closed.add(ended.member());
                }
            }
            case Fact.AssetsExpired expired -> {
                if (expired.on().equals(day)) {
                    count(expired);
                }
            }
        }
    }

    /// Up or down, told by the member's tiers: the one that came on this day and the one before it.
    private void moved(MemberRecord member, TierId tier) {
        var since = member.standing().since();
        IntStream.range(1, since.size())
                .filter(at -> since.get(at).equals(new Standing.Since(tier, day)))
                .map(at -> rank(since.get(at).tier()) - rank(since.get(at - 1).tier()))
                .reduce((_, last) -> last)
                .ifPresent(steps -> {
                    if (steps != 0) {
                        (steps > 0 ? upgraded : downgraded).add(member.no());
                    }
                });
    }

    private int rank(TierId tier) {
        return programme.tier(tier).map(Tier::rank).orElse(-1);
    }

    private void count(Fact.AssetsExpired expired) {
        for (var posting : expired.postings()) {
            if (posting.asset().equals(Asset.POINTS)) {
                points += posting.amount();
            } else if (posting.asset().isVoucher()) {
                vouchers += posting.amount();
            }
        }
    }

    EndedDay ended() {
        return new EndedDay(
                day, points, vouchers, inOrder(upgraded), inOrder(downgraded), inOrder(granted), inOrder(closed));
    }

    private static List<MemberNo> inOrder(Set<MemberNo> members) {
        return members.stream().sorted(Comparator.comparing(MemberNo::value)).toList();
    }
}
