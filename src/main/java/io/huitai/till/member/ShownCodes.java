package io.huitai.till.member;

import io.huitai.protocol.SignedCode;
import io.huitai.shop.MemberNo;
import io.huitai.till.book.Bill;
import io.huitai.till.book.Book;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// Short-lived codes that were shown, to attach a member or to prove who a guest is, and the bill that each was shown
/// for: each is good for one bill, or for one thing beside any.
public final class ShownCodes {
    private static final long NO_BILL = 0;

    private final Book book;
    private final Map<Shown, Long> bills = new HashMap<>();

    private record Shown(MemberNo member, Instant at) {}

    ShownCodes(Book book) {
        this.book = book;
    }

    /// Shown once more for the same bill it is the same guest; for another bill somebody has copied it. Refused:
    /// `CODE_EXPIRED`.
    public void refuseReplay(SignedCode code, Instant at) {
        bills.keySet()
                .removeIf(old -> old.at().isBefore(book.now().toInstant().minus(SignedCode.WINDOW.multipliedBy(2))));
        var before = bills.get(new Shown(code.member(), at));
        if (before != null && (before == NO_BILL || before != openBill())) {
            throw Refusal.of(ErrorCode.CODE_EXPIRED);
        }
    }

    /// It was good for what is open now.
    public void used(SignedCode code, Instant at) {
        bills.put(new Shown(code.member(), at), openBill());
    }

    private long openBill() {
        return book.openBill().map(Bill::id).orElse(NO_BILL);
    }
}
