package io.huitai.till.club;

import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.MemberRecord;
import io.huitai.journal.fact.Standing;
import io.huitai.ledger.Asset;
import io.huitai.money.Money;
import io.huitai.programme.scheme.Programme;
import io.huitai.programme.scheme.Tier;
import io.huitai.shop.MemberNo;
import io.huitai.shop.Role;
import io.huitai.shop.WorkingDays;
import io.huitai.shop.id.TierId;
import io.huitai.till.book.Approver;
import io.huitai.till.book.Book;
import io.huitai.till.book.Operators;
import io.huitai.till.book.Scheme;
import io.huitai.till.member.Deeds;
import io.huitai.till.member.MemberBook;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Tiers that a member applies for and a supervisor decides on, within some working days.
public final class TierApplications {
    private static final int PAGE = 200;

    private final Book book;
    private final Scheme scheme;
    private final MemberBook members;
    private final Operators operators;
    private final WorkingDays calendar;

    TierApplications(Book book, Scheme scheme, MemberBook members, Operators operators, WorkingDays calendar) {
        this.book = book;
        this.scheme = scheme;
        this.members = members;
        this.operators = operators;
        this.calendar = calendar;
    }

    /// How an application stands.
    public enum Status {
        PENDING,
        GRANTED,
        REFUSED
    }

    /// @param due the last working day for the decision
    /// @param overdue whether it is past and nobody has decided
    public record Application(
            MemberNo member, TierId tier, Status status, LocalDate applied, LocalDate due, boolean overdue) {}

    /// A member applies for a tier; who has applied for it already, has. Refused: `UNKNOWN_MEMBER`,
    /// `NOT_IN_PROGRAMME`, `UNKNOWN_TIER`, `NOT_ALLOWED` at or above it, `GROUND_REQUIRED`.
    public Application apply(MemberNo no, String id) {
        book.atTheTill();
        var member = active(no);
        var programme = scheme.now();
        if (programme.tiers().stream().allMatch(tier -> tier.application().isEmpty())) {
            throw Refusal.of(ErrorCode.NOT_IN_PROGRAMME, id);
        }
        var tier = programme.tierNamed(id).orElseThrow(() -> Refusal.of(ErrorCode.UNKNOWN_TIER, id));
        refuseNotAbove(programme, member, tier);
        var asked = tier.application().orElseThrow(() -> Refusal.of(ErrorCode.NOT_IN_PROGRAMME, id));
        var open = member.standing().application().filter(known -> known.tier().equals(tier.id()));
        if (open.isPresent()) {
            return pending(no, open.get());
        }
        if (!isMet(asked, member)) {
            throw Refusal.of(ErrorCode.GROUND_REQUIRED, words(asked));
        }
        var within = programme.membership().ladder().decidedWithin().orElse(0);
        var applied = new Fact.TierApplied(no, tier.id(), book.today(), calendar.plusWorkingDays(book.today(), within));
        book.forced(applied);
        return new Application(no, tier.id(), Status.PENDING, applied.on(), applied.due(), false);
    }

    /// A supervisor grants or refuses what a member has applied for. Refused: `UNKNOWN_MEMBER`, `BAD_REQUEST` where
    /// nothing is pending, `NOT_ALLOWED` at or above it, approvals.
    ///
    /// @param id of the tier; empty is whichever is pending
    public Application decide(MemberNo no, Optional<String> id, boolean granted, String reason, Approver approver) {
        book.atTheTill();
        var member = active(no);
        var open = member.standing()
                .application()
                .filter(asked ->
                        id.filter(other -> !other.equals(asked.tier().value())).isEmpty())
                .orElseThrow(() -> Refusal.of(ErrorCode.BAD_REQUEST, "tier"));
        var programme = scheme.now();
        if (granted) {
            programme.tier(open.tier()).ifPresent(tier -> refuseNotAbove(programme, member, tier));
        }
        var decided = operators.approvedStep(
                true,
                approver,
                Role.SUPERVISOR,
                (_, approval) ->
                        new Fact.TierDecided(no, open.tier(), granted, book.today(), reason, approval.orElseThrow()));
        var after = member.after(decided.fact());
        var _ = new Deeds(members, programme, book.today(), after, decided.step()).risen(member.tier());
        decided.step().forced();
        return new Application(
                no, open.tier(), granted ? Status.GRANTED : Status.REFUSED, open.on(), open.due(), false);
    }

    /// All that nobody has decided, those that are due first.
    public List<Application> open() {
        var open = new ArrayList<Application>();
        for (var page = book.store().members("", PAGE);
                !page.isEmpty();
                page = book.store().members(page.getLast().no().value(), PAGE)) {
            for (var member : page) {
                member.standing()
                        .application()
                        .filter(_ -> member.isActive())
                        .ifPresent(asked -> open.add(pending(member.no(), asked)));
            }
        }
        open.sort((one, other) -> one.due().compareTo(other.due()));
        return List.copyOf(open);
    }

    /// What a member has applied for and nobody has decided.
    public Optional<Application> pending(MemberNo no) {
        var member = members.record(no);
        return member.standing().application().filter(_ -> member.isActive()).map(asked -> pending(no, asked));
    }

    private Application pending(MemberNo no, Standing.Application asked) {
        var overdue = asked.due().isBefore(book.today());
        return new Application(no, asked.tier(), Status.PENDING, asked.on(), asked.due(), overdue);
    }

    private MemberRecord active(MemberNo no) {
        var member = members.record(no);
        if (!member.isActive()) {
            throw Refusal.of(ErrorCode.UNKNOWN_MEMBER);
        }
        return member;
    }

    private static void refuseNotAbove(Programme programme, MemberRecord member, Tier tier) {
        var own = programme.tier(member.tier()).map(Tier::rank).orElse(-1);
        if (own >= tier.rank()) {
            throw Refusal.of(ErrorCode.NOT_ALLOWED, tier.id());
        }
    }

    /// The full months are those before the present one.
    private boolean isMet(Tier.Application asked, MemberRecord member) {
        var present = YearMonth.from(book.today());
        var first = present.minusMonths(asked.months());
        for (var month = first; month.isBefore(present); month = month.plusMonths(1)) {
            var spent = member.holdings().tally(Asset.SPEND, month.atDay(1), month.atEndOfMonth());
            if (Money.ofFen(spent).compareTo(asked.eachMonth()) < 0) {
                return false;
            }
        }
        return asked.as()
                .filter(tier -> !member.standing()
                        .was(tier, first.atDay(1), present.minusMonths(1).atEndOfMonth()))
                .isEmpty();
    }

    private static String words(Tier.Application asked) {
        var months = "≥ %s × %d".formatted(asked.eachMonth(), asked.months());
        return asked.as().map(tier -> months + ", " + tier).orElse(months);
    }
}
