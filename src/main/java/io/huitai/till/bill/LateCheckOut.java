package io.huitai.till.bill;

import io.huitai.journal.fact.MemberRecord;
import io.huitai.money.Quantity;
import io.huitai.money.Rate;
import io.huitai.programme.scheme.Membership;
import io.huitai.shop.BillLine;
import io.huitai.shop.Category;
import io.huitai.shop.Lang;
import io.huitai.shop.Wording;
import io.huitai.till.book.Bill;
import io.huitai.till.book.Book;
import io.huitai.till.book.Scheme;
import io.huitai.till.member.MemberBook;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;

/// What a guest pays who leaves a room later than it is due out: half a night until an hour, then a full one.
public final class LateCheckOut {
    private static final Category ROOM = new Category("room");
    private static final Rate HALF = Rate.parse("0.5");

    private final Book book;
    private final Scheme scheme;
    private final Bills bills;
    private final MemberBook members;

    LateCheckOut(Book book, Scheme scheme, Bills bills, MemberBook members) {
        this.book = book;
        this.scheme = scheme;
        this.bills = bills;
        this.members = members;
    }

    /// Whether a line is a room that may be left late.
    public boolean concerns(BillLine line) {
        return scheme.now().membership().rooms().isPresent() && line.category().within(ROOM);
    }

    /// Puts what the hour costs on the bill, as a line beside the room's; nothing where the room is not due out yet.
    /// Refused: `NOT_IN_PROGRAMME` without such rules, `BAD_REQUEST` where the line is no room, `BILL_TENDERED`.
    ///
    /// @param line the room's
    public OpenBill charge(int line) {
        var rules = scheme.now()
                .membership()
                .rooms()
                .orElseThrow(() -> Refusal.of(ErrorCode.NOT_IN_PROGRAMME, "late-checkout"));
        var bill = bills.withLine(line);
        var room = bill.line(line)
                .filter(item -> item.category().within(ROOM))
                .orElseThrow(() -> Refusal.of(ErrorCode.BAD_REQUEST, "line " + line));
        var hour = book.now().toLocalTime();
        if (!hour.isAfter(dueOut(rules, bill))) {
            return bills.view();
        }
        var half = !hour.isAfter(rules.halfNightUntil());
        var price = half ? room.price().at(HALF) : room.price();
        var name = Wording.of(LateCheckOut.class, Lang.ZH).say(half ? "late.half" : "late.whole");
        var extras = new Bills.LineExtras(
                Optional.of(Set.copyOf(room.flags())), room.name(), Optional.empty(), Kitchen.Wish.NONE);
        return bills.add(new Bills.OpenItem(name, room.category(), price), Quantity.ONE, extras);
    }

    private LocalTime dueOut(Membership.Rooms rules, Bill bill) {
        return bill.member()
                .map(members::record)
                .map(MemberRecord::tier)
                .flatMap(tier -> Optional.ofNullable(rules.members().get(tier)))
                .orElse(rules.walkIn());
    }
}
