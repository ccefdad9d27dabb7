package io.huitai.till.bill;

import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.MemberRecord;
import io.huitai.journal.fact.SoldLine;
import io.huitai.money.Money;
import io.huitai.shop.BillLine;
import io.huitai.shop.Label;
import io.huitai.shop.MemberNo;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.Wording;
import io.huitai.shop.id.TierId;
import io.huitai.till.book.Bill;
import io.huitai.till.book.Book;
import io.huitai.till.book.Scheme;
import io.huitai.till.book.StepWords;
import io.huitai.till.member.MemberBook;
import io.huitai.till.settings.HouseRules;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// How things stand at the till before a step.
public final class BookBefore implements StepWords.Before {
    private final Book book;
    private final Scheme scheme;
    private final MemberBook members;
    private final Pricer pricer;
    private final House house;

    BookBefore(Book book, Scheme scheme, MemberBook members, Pricer pricer, House house) {
        this.book = book;
        this.scheme = scheme;
        this.members = members;
        this.pricer = pricer;
        this.house = house;
    }

    private Optional<Bill> bill(long id) {
        return Stream.concat(book.openBill().stream(), book.heldBills().stream())
                .filter(bill -> bill.id() == id)
                .findFirst();
    }

    @Override
    public Optional<BillLine> line(long bill, int line) {
        return bill(bill).flatMap(open -> pricer.price(open).item(open, line));
    }

    @Override
    public Optional<StepWords.Change> payable(Fact.OfBill step) {
        return bill(step.bill()).map(bill -> {
            var after = bill.after(step, book.now().toOffsetDateTime());
            return new StepWords.Change(
                    pricer.price(bill).quote().sums().payable(),
                    pricer.price(after).quote().sums().payable());
        });
    }

    @Override
    public Money ordered(long bill) {
        return bill(bill)
                .map(open -> pricer.price(open).quote().sums().payable())
                .orElse(Money.ZERO);
    }

    @Override
    public List<SoldLine> sold(ReceiptNo receipt) {
        return book.store().sale(receipt).map(stored -> stored.sale().lines()).orElse(List.of());
    }

    @Override
    public Optional<String> name(MemberNo member) {
        return record(member).map(known -> known.profile().maskedName());
    }

    private Optional<MemberRecord> record(MemberNo member) {
        return book.store().member(member);
    }

    @Override
    public OptionalLong points(MemberNo member) {
        return record(member).stream()
                .mapToLong(known -> members.points(known, book.lotDay()))
                .findFirst();
    }

    @Override
    public Optional<TierId> tier(MemberNo member) {
        return record(member).map(MemberRecord::tier);
    }

    @Override
    public Label named(String id) {
        var programme = scheme.now();
        return programme
                .tierNamed(id)
                .map(tier -> tier.name())
                .or(() -> programme.membership().giftNamed(id).map(gift -> gift.name()))
                .or(() -> house.rules().charges().stream()
                        .filter(charge -> charge.id().equals(id))
                        .map(HouseRules.Charge::name)
                        .findFirst())
                .orElseGet(() -> id.equals(HouseRules.ROUNDING)
                        ? Wording.label(BookBefore.class, "charge.rounding")
                        : new Label(id, id));
    }
}
