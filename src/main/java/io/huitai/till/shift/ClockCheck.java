package io.huitai.till.shift;

import io.huitai.journal.fact.Fact;
import io.huitai.shop.Role;
import io.huitai.till.book.Approver;
import io.huitai.till.book.Book;
import io.huitai.till.book.Operators;
import io.huitai.till.book.TillClock;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether the till's time can be believed. It is doubted when it has jumped by more than a day, or is that far from
/// head office's; until head office's time or a supervisor confirms it, no lot ends by it. Nothing waits for that.
public final class ClockCheck {
    /// Head office's time confirms a clock that is no further from it.
    private static final Duration CLOSE = Duration.ofMinutes(10);
    /// A clock further from head office's time is doubted.
    private static final Duration FAR = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(ClockCheck.class);

    private final Book book;
    private final TillClock clock;
    private final Operators operators;
    private Duration aheadOfHeadOffice = Duration.ZERO;

    ClockCheck(Book book, TillClock clock, Operators operators) {
        this.book = book;
        this.clock = clock;
        this.operators = operators;
    }

    /// The till's time and what is wrong with it.
    ///
    /// @param trusted the day that lots end by, where it is not today's because the clock is in doubt
    /// @param aheadOfHeadOffice at the last contact, below zero behind; zero where it is close
    /// @param behind the computer's time, where the till's stands more than a day ahead of it
    public record Standing(
            OffsetDateTime now,
            Optional<LocalDate> trusted,
            Duration aheadOfHeadOffice,
            Optional<OffsetDateTime> behind) {}

    public Standing standing() {
        return new Standing(
                book.now().toOffsetDateTime(),
                book.lastTrusted().map(_ -> book.lotDay().ends()),
                isClose(aheadOfHeadOffice) ? Duration.ZERO : aheadOfHeadOffice,
                clock.behind().map(book::at));
    }

    /// Compares with what head office says, in training with a clock that runs. While a tender is on the bill its
    /// price stands, and what it rests on with it: the next contact will do.
    public void headOfficeSays(Instant time) {
        if (clock.isFixed() || book.journal().isBroken()) {
            return;
        }
        var now = clock.instant();
        aheadOfHeadOffice = Duration.between(time, now);
        if (isTendered()) {
            return;
        }
        if (isClose(aheadOfHeadOffice)) {
            if (book.lastTrusted().isPresent()) {
                book.confirmed(new Fact.ClockConfirmed(Optional.of(book.at(time)), Optional.empty(), Optional.empty()));
                LOG.info("Head office's time confirms the clock");
            }
        } else if (aheadOfHeadOffice.abs().compareTo(FAR) > 0
                && book.lastTrusted().isEmpty()
                && book.store().state().confirmed().isEmpty()) {
            LOG.warn("The clock says {}, head office {}", now, time);
            var trusted = time.isBefore(now) ? time : now;
            book.forced(new Fact.ClockDoubted(book.at(trusted), book.at(now), Optional.of(book.at(time))));
        }
    }

    /// A supervisor's word that the clock is right; no change where nobody doubts it. Needs nobody signed in. Refused:
    /// `BILL_TENDERED`, approvals.
    public void confirm(Approver approver) {
        if (book.lastTrusted().isEmpty()) {
            return;
        }
        if (isTendered()) {
            throw Refusal.of(ErrorCode.BILL_TENDERED);
        }
        var day = Optional.of(book.today());
        book.confirmed(operators.approved(
                approver,
                Role.SUPERVISOR,
                approval -> new Fact.ClockConfirmed(Optional.empty(), Optional.of(approval), day)));
    }

    /// A supervisor's word that the computer's clock is right and the till's time, which stands ahead of it, is not:
    /// the way home from entries made at a wrong time. No change where it is not so. Needs nobody signed in.
    /// Refused: `BILL_TENDERED`, approvals.
    public void setBack(Approver approver) {
        if (clock.behind().isEmpty()) {
            return;
        }
        if (isTendered()) {
            throw Refusal.of(ErrorCode.BILL_TENDERED);
        }
        var from = book.now().toOffsetDateTime();
        book.setBack(operators.approved(approver, Role.SUPERVISOR, approval -> new Fact.ClockSetBack(from, approval)));
        LOG.warn("The clock was set back from {} to {}", from, book.now());
    }

    private boolean isTendered() {
        return book.openBill().filter(bill -> !bill.tenders().isEmpty()).isPresent();
    }

    private static boolean isClose(Duration apart) {
        return apart.abs().compareTo(CLOSE) <= 0;
    }
}
