package io.huitai.till.club;

import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.MemberRecord;
import io.huitai.programme.scheme.Ladder;
import io.huitai.programme.scheme.Tier;
import io.huitai.programme.words.Dates;
import io.huitai.shop.MemberNo;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.TenderType;
import io.huitai.shop.id.TierId;
import io.huitai.till.book.Book;
import io.huitai.till.book.Fees;
import io.huitai.till.book.Scheme;
import io.huitai.till.member.MemberBook;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import java.time.LocalDate;

/// Time in a tier, or in the membership itself, that is paid for.
public final class Subscriptions {
    private final Book book;
    private final Scheme scheme;
    private final MemberBook members;
    private final Fees fees;

    Subscriptions(Book book, Scheme scheme, MemberBook members) {
        this.book = book;
        this.scheme = scheme;
        this.members = members;
        this.fees = new Fees(book);
    }

    /// @param until the last day that is paid for
    public record Paid(LocalDate until, ReceiptNo receipt) {}

    /// Takes payment for time in a tier: behind what is paid for in it already, else from today. It renews a
    /// membership that has ended. Refused: `NO_SHIFT`, `NOT_IN_PROGRAMME`, `UNKNOWN_TIER`, `UNKNOWN_MEMBER`.
    public Paid subscribe(MemberNo no, String id, Ladder.Period period, TenderType tender) {
        var shift = book.shift();
        var subscription = scheme.now()
                .membership()
                .ladder()
                .subscription()
                .orElseThrow(() -> Refusal.of(ErrorCode.NOT_IN_PROGRAMME, "subscribe"));
        var tier = scheme.now().tierNamed(id).map(Tier::id).orElseThrow(() -> Refusal.of(ErrorCode.UNKNOWN_TIER, id));
        var price = subscription
                .price(tier, period)
                .orElseThrow(() -> Refusal.of(ErrorCode.NOT_IN_PROGRAMME, tier + " " + period.code()));
        var member = renewable(no);
        var until = Dates.lastOfMonths(from(member, tier), period.months());
        var receipt = book.nextReceipt();
        book.forced(new Fact.Subscribed(
                receipt, shift, book.businessDay(), no, tier, book.today(), until, fees.paid(price, tender)));
        return new Paid(until, receipt);
    }

    /// Whom the house has cancelled, and who has been forgotten, does not come back by paying.
    private MemberRecord renewable(MemberNo no) {
        var member = members.record(no);
        var renews = switch (member.status()) {
            case ACTIVE -> true;
            case CLOSED -> !member.profile().name().isEmpty();
            case CANCELLED -> false;
        };
        if (!renews) {
            throw Refusal.of(ErrorCode.UNKNOWN_MEMBER);
        }
        return member;
    }

    private LocalDate from(MemberRecord member, TierId tier) {
        return member.standing()
                .paidUntil()
                .filter(until -> member.tier().equals(tier) && !until.isBefore(book.today()))
                .orElseGet(book::today);
    }
}
