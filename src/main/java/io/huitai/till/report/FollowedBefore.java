package io.huitai.till.report;

import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.SoldLine;
import io.huitai.money.Money;
import io.huitai.shop.BillLine;
import io.huitai.shop.Label;
import io.huitai.shop.MemberNo;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.id.TierId;
import io.huitai.till.book.StepWords;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What a report that follows the journal knows of how things stood before a step: the open bills, and who members are.
record FollowedBefore(BillsFollowed bills, People people) implements StepWords.Before {
    @Override
    public Optional<BillLine> line(long bill, int line) {
        return bills.item(bill, line);
    }

    /// The price of a bill is no fact.
    @Override
    public Optional<StepWords.Change> payable(Fact.OfBill step) {
        return Optional.empty();
    }

    @Override
    public Money ordered(long bill) {
        return bills.all(bill);
    }

    @Override
    public List<SoldLine> sold(ReceiptNo receipt) {
        return List.of();
    }

    @Override
    public Optional<String> name(MemberNo member) {
        return people.member(member).map(People.Known::name);
    }

    @Override
    public OptionalLong points(MemberNo member) {
        return OptionalLong.empty();
    }

    @Override
    public Optional<TierId> tier(MemberNo member) {
        return Optional.empty();
    }

    @Override
    public Label named(String id) {
        return new Label(id, id);
    }
}
