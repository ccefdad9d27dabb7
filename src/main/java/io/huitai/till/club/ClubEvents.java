package io.huitai.till.club;

import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.MemberRecord;
import io.huitai.journal.fact.Once;
import io.huitai.ledger.Account;
import io.huitai.ledger.Asset;
import io.huitai.ledger.Balances;
import io.huitai.ledger.Holding;
import io.huitai.ledger.Posting;
import io.huitai.shop.MemberNo;
import io.huitai.till.book.Book;
import io.huitai.till.book.Scheme;
import io.huitai.till.member.MemberBook;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What members get for coming by and for club events.
public final class ClubEvents {
    private final Book book;
    private final Scheme scheme;
    private final MemberBook members;

    ClubEvents(Book book, Scheme scheme, MemberBook members) {
        this.book = book;
        this.scheme = scheme;
        this.members = members;
    }

    /// @param points the balance after it
    /// @param granted vouchers that it brought
    public record Attended(long points, List<Holding> granted) {}

    /// A member comes by: points once a calendar day, a second time changes nothing. Refused: `NOT_IN_PROGRAMME`,
    /// `UNKNOWN_MEMBER`.
    public Attended checkIn(MemberNo no) {
        book.atTheTill();
        var points = scheme.now().membership().club().checkIn();
        if (points.isEmpty()) {
            throw Refusal.of(ErrorCode.NOT_IN_PROGRAMME, "check-in");
        }
        var member = members.active(no);
        if (member.holdings().tally(Asset.CHECK_INS, book.today(), book.today()) == 0) {
            var moved = new ArrayList<>(earned(member, points));
            moved.add(Posting.tally(Account.of(no), Asset.CHECK_INS, book.today(), 1));
            book.forced(new Fact.CheckedIn(no, book.today(), moved));
        }
        return attended(no, List.of());
    }

    /// A member takes part in a club event; a second time changes nothing. Refused: `NOT_IN_PROGRAMME`,
    /// `UNKNOWN_MEMBER`, `OUT_OF_STOCK` where all places are taken, `NOT_ALLOWED` for one event more than a
    /// year has.
    public Attended attend(MemberNo no, String event) {
        book.atTheTill();
        var events = scheme.now()
                .membership()
                .club()
                .events()
                .orElseThrow(() -> Refusal.of(ErrorCode.NOT_IN_PROGRAMME, "attend-event"));
        var member = members.active(no);
        if (event.isBlank()) {
            throw Refusal.of(ErrorCode.BAD_REQUEST, "event");
        }
        var name = event.strip();
        if (member.grants().contains(Once.event(name))) {
            return attended(no, List.of());
        }
        refuseFull(name, events.places(), events.aYear());
        var moved = new ArrayList<>(earned(member, events.points()));
        var step = book.step();
        var prize = events.prize()
                .map(type -> new Holding(
                        Asset.voucher(type),
                        members.lot(step.number(), 0, Optional.of(book.today()), Optional.empty()),
                        1));
        prize.ifPresent(won -> moved.add(won.moved(Account.ISSUED, Account.of(no))));
        moved.add(Posting.tally(Account.event(name), Asset.TAKEN, book.today(), 1));
        step.put(new Fact.EventAttended(no, name, book.today(), moved));
        step.forced();
        return attended(no, prize.stream().toList());
    }

    private void refuseFull(String event, OptionalLong places, OptionalLong aYear) {
        var came = cameThisYear(book.store().account(Account.event(event)));
        if (came == 0 && aYear.isPresent() && heldThisYear() >= aYear.getAsLong()) {
            throw Refusal.of(ErrorCode.NOT_ALLOWED, aYear.getAsLong());
        }
        if (places.isPresent() && came >= places.getAsLong()) {
            throw Refusal.of(ErrorCode.OUT_OF_STOCK, event);
        }
    }

    private long heldThisYear() {
        return book.store().events().stream()
                .filter(each -> cameThisYear(each) > 0)
                .count();
    }

    private long cameThisYear(Balances event) {
        var first = LocalDate.of(book.today().getYear(), 1, 1);
        return event.tally(Asset.TAKEN, first, first.plusYears(1).minusDays(1));
    }

    private List<Posting> earned(MemberRecord member, OptionalLong points) {
        return points.isEmpty() || points.getAsLong() == 0
                ? List.of()
                : members.earned(
                        member, members.earnedOn(book.today(), scheme.now()), points.getAsLong(), book.today());
    }

    private Attended attended(MemberNo no, List<Holding> granted) {
        return new Attended(members.points(members.record(no), book.lotDay()), granted);
    }
}
