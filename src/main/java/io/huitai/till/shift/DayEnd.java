package io.huitai.till.shift;

import io.huitai.journal.Recorded;
import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.MemberRecord;
import io.huitai.ledger.Account;
import io.huitai.shop.MemberNo;
import io.huitai.store.TillState;
import io.huitai.till.book.Book;
import io.huitai.till.book.Scheme;
import io.huitai.till.book.Step;
import io.huitai.till.member.Deeds;
import io.huitai.till.member.DueGrants;
import io.huitai.till.member.MemberBook;
import io.huitai.till.member.Reviews;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/// The end of every business day that is over: what its date brings and takes, member by member, in the order grants,
/// reviews, expiry. A day is judged as on itself, whenever it is handled.
///
/// The members' facts go into the journal in parts, each part whole, and `DayEnded` behind the last. So the work can be
/// left, or killed, at any point: what is done stands and shows, and what is not is done when the day is handled again.
public final class DayEnd {
    /// Some hundred kilobytes of the journal at most.
    private static final int PAGE = 100;

    private final Book book;
    private final Scheme scheme;
    private final MemberBook members;
    private final DueGrants due;
    private final Reviews reviews;
    private Optional<Handling> handling = Optional.empty();

    DayEnd(Book book, Scheme scheme, MemberBook members, DueGrants due, Reviews reviews) {
        this.book = book;
        this.scheme = scheme;
        this.members = members;
        this.due = due;
        this.reviews = reviews;
    }

    /// Handles all days that are due. Refused: `NOT_SIGNED_IN`.
    public List<EndedDay> run() {
        var days = new ArrayList<EndedDay>();
        var step = step();
        while (step.more()) {
            step.ended().ifPresent(days::add);
            step = step();
        }
        return List.copyOf(days);
    }

    /// What a part of the work came to.
    ///
    /// @param ended a day that is handled with it
    /// @param more whether there was anything to do; nothing is lost by not asking again
    public record Part(Optional<EndedDay> ended, boolean more) {}

    /// Does a part of what is due: some members of one day. Refused: `NOT_SIGNED_IN`.
    public Part step() {
        book.signedIn();
        var next = next();
        if (next.isEmpty()) {
            return new Part(Optional.empty(), false);
        }
        var now = handling.filter(begun -> begun.day.equals(next.get())).orElseGet(() -> begun(next.get()));
        handling = Optional.of(now);
        var page = book.store().members(now.last, PAGE);
        if (page.isEmpty()) {
            book.forced(new Fact.DayEnded(now.day));
            handling = Optional.empty();
            return new Part(Optional.of(now.tally.ended()), true);
        }
        handle(now, page);
        return new Part(Optional.empty(), true);
    }

    /// The first day that is over and not handled. A day that the clock may be wrong about is not over.
    private Optional<LocalDate> next() {
        var next = book.store()
                .state()
                .dayEnded()
                .map(last -> last.day().plusDays(1))
                .orElseGet(book::opened);
        return Optional.of(next).filter(book.lotDay().ends()::isAfter).filter(book.businessDay()::isAfter);
    }

    /// A day in hand.
    private static final class Handling {
        private final LocalDate day;
        private final DayTally tally;
        /// The number of the last member that is done.
        private String last = "";

        private Handling(LocalDate day, DayTally tally) {
            this.day = day;
            this.tally = tally;
        }
    }

    /// Takes a day up, with what an interrupted run has done for it. What was made on the day itself, by reading a
    /// member say, is no part of its end.
    private Handling begun(LocalDate day) {
        var tally = new DayTally(scheme.on(day), day);
        var from = book.store().state().dayEnded().map(TillState.DayEnd::entry).orElse(0L) + 1;
        try (var entries = book.journal().read(from)) {
            entries.filter(entry -> DayTally.KINDS.contains(entry.kind()))
                    .filter(entry ->
                            book.at(entry.at().toInstant()).toLocalDate().isAfter(day))
                    .map(entry ->
                            Recorded.of(entry, book.journal().memberKeys()::of).fact())
                    .forEach(fact -> {
                        if (fact instanceof Fact.DueByDay own) {
                            tally.add(own, book.store().member(own.member()));
                        }
                    });
        }
        return new Handling(day, tally);
    }

    private void handle(Handling now, List<MemberRecord> page) {
        var step = book.step();
        var after = new HashMap<MemberNo, MemberRecord>();
        for (var member : page) {
            after.put(member.no(), done(now, member, step).member);
        }
        if (!step.isEmpty()) {
            for (var recorded : step.unforced()) { // the day's end forces them
                if (recorded.fact() instanceof Fact.DueByDay judged) {
                    now.tally.add(judged, Optional.ofNullable(after.get(judged.member())));
                }
            }
        }
        now.last = page.getLast().no().value();
    }

    /// One member's day.
    private static final class Done {
        private final Step step;
        private MemberRecord member;

        private Done(MemberRecord member, Step step) {
            this.member = member;
            this.step = step;
        }

        private void put(Fact.OfMember fact) {
            after(step.put(fact));
        }

        /// What is in the step already.
        private void after(Fact.OfMember fact) {
            member = member.after(fact);
        }
    }

    private Done done(Handling now, MemberRecord before, Step step) {
        var done = new Done(before, step);
        if (before.profile().joined().isAfter(now.day)) {
            return done;
        }
        if (before.isActive() && members.holdsGrantRight(before)) {
            due.due(before, now.day, step, Optional.of(now.day)).forEach(done::after);
        }
        if (members.holdsEveryRight()) {
            if (before.isActive() && !now.tally.hasReviewed(before.no())) {
                review(done, now.day);
            }
            if (done.member.isActive()) {
                reviews.lapsed(done.member, now.day).ifPresent(done::put);
            }
            if (done.member.isActive()) {
                reviews.unused(done.member, now.day).ifPresent(done::put);
            }
            expired(done.member, now.day).ifPresent(done::put);
        }
        return done;
    }

    /// Where the day is handled late, deeds of the days behind it lift from where it leaves the member.
    private void review(Done done, LocalDate day) {
        var tier = done.member.tier();
        reviews.reviewed(done.member, day).ifPresent(reviewed -> {
            done.put(reviewed);
            done.member = deeds(done, day).risen(tier).member();
            for (var later : done.member.visitsAfter(day)) {
                done.member = deeds(done, later).lifted().member();
            }
        });
    }

    private Deeds deeds(Done done, LocalDate day) {
        return new Deeds(members, scheme.on(day), day, done.member, done.step);
    }

    /// The lots whose last day is over, but what a part-paid bill uses of them.
    private Optional<Fact.OfMember> expired(MemberRecord member, LocalDate day) {
        var morning = book.lotDay(day.plusDays(1));
        var postings = members.free(member).holdings().lots().stream()
                .filter(held -> held.amount() > 0 && held.lot().expiredOn(morning))
                .map(held -> held.moved(Account.of(member.no()), Account.EXPIRED))
                .toList();
        return postings.isEmpty() ? Optional.empty() : Optional.of(new Fact.AssetsExpired(member.no(), day, postings));
    }
}
