package io.huitai.till.book;

import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.Terms;
import io.huitai.ledger.Posting;
import io.huitai.money.Money;
import io.huitai.shop.Tender;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What has been paid of a bill.
///
/// @param last the highest index given to a tender
/// @param moved what tenders took from a card or charged to a company
/// @param terms what the bill's price stands on from the first tender on
public record Paid(int last, List<Tender> tenders, List<Moved> moved, Optional<Terms> terms) {
    static final Paid NOTHING = new Paid(0, List.of(), List.of(), Optional.empty());

    /// What one tender moved.
    ///
    /// @param tender its index
    public record Moved(int tender, List<Posting> postings) {}

    public Paid {
        tenders = List.copyOf(tenders);
        moved = List.copyOf(moved);
    }

    /// @param at the time of its entry
    Paid after(Fact.TenderTaken taken, OffsetDateTime at) {
        var all = new ArrayList<>(tenders);
        all.add(taken.tender());
        var more = new ArrayList<>(moved);
        more.add(new Moved(taken.tender().index(), taken.postings()));
        return new Paid(
                taken.tender().index(),
                all,
                more,
                terms.or(taken::terms)
                        .or(() -> Optional.of(new Terms(at, Optional.empty(), Optional.empty(), Optional.empty()))));
    }

    Paid after(Fact.TendersVoided voided) {
        var left = tenders.stream()
                .filter(tender -> voided.tenders().stream().noneMatch(gone -> gone.index() == tender.index()))
                .toList();
        var still = moved.stream()
                .filter(each -> left.stream().anyMatch(tender -> tender.index() == each.tender()))
                .toList();
        return new Paid(last, left, still, left.isEmpty() ? Optional.empty() : terms);
    }

    public Money sum() {
        return tenders.stream().map(Tender::amount).reduce(Money.ZERO, Money::plus);
    }

    /// What goes back to cards and companies, to the same lots, when tenders are given back.
    public List<Posting> movedBack(List<Tender> back) {
        return moved.stream()
                .filter(each -> back.stream().anyMatch(tender -> tender.index() == each.tender()))
                .flatMap(each -> each.postings().stream())
                .map(taken -> taken.back())
                .toList();
    }
}
