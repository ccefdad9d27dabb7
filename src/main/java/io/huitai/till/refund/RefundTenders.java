package io.huitai.till.refund;

import io.huitai.journal.fact.Refund;
import io.huitai.journal.fact.Sale;
import io.huitai.ledger.Account;
import io.huitai.ledger.Asset;
import io.huitai.ledger.Holding;
import io.huitai.ledger.Posting;
import io.huitai.money.Money;
import io.huitai.shop.MemberNo;
import io.huitai.store.StoredSale;
import io.huitai.till.book.ChargedTo;
import io.huitai.till.member.TakenLots;
import io.huitai.till.sale.Companies;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// What a refund puts back on a card, and takes off a company's debt.
final class RefundTenders {
    private final StoredSale stored;
    private final LocalDate soldOn;
    private final Companies companies;

    RefundTenders(StoredSale stored, LocalDate soldOn, Companies companies) {
        this.stored = stored;
        this.soldOn = soldOn;
        this.companies = companies;
    }

    /// Money goes back to the card even where the membership has ended: it stays on the record.
    List<Posting> postings(List<Refund.Share> shares) {
        var sale = stored.sale();
        var postings = new ArrayList<Posting>();
        var charged = new TreeMap<String, Money>();
        for (var share : shares) {
            if (!share.paid().isPositive()) {
                continue;
            }
            sale.paid().fromCards().stream()
                    .filter(card -> card.tender() == share.index())
                    .forEach(card ->
                            postings.addAll(toCard(sale.buyer().orElseThrow().no(), card, share)));
            sale.paid().tenders().stream()
                    .filter(tender -> tender.index() == share.index())
                    .flatMap(tender -> ChargedTo.company(tender).stream())
                    .forEach(company -> charged.merge(company, share.paid(), Money::plus));
        }
        charged.forEach((company, paid) -> postings.addAll(companies.returning(company, soldOn, paid)));
        return List.copyOf(postings);
    }

    /// Cumulative bonus = `floor(bonus part × refunded so far ÷ tender)`, the rest is principal; to the lots that they
    /// were taken from.
    private List<Posting> toCard(MemberNo member, Sale.FromCard card, Refund.Share share) {
        var account = Account.of(member);
        var before = givenBack(stored.refunds(), share.index());
        var after = before.plus(share.paid());
        var bonusBefore = card.money().bonusIn(before);
        var bonusNow = card.money().bonusIn(after).minus(bonusBefore);
        var back = new ArrayList<>(TakenLots.part(
                of(card, Asset.PRINCIPAL),
                before.minus(bonusBefore).fen(),
                share.paid().minus(bonusNow).fen()));
        back.addAll(TakenLots.part(of(card, Asset.BONUS), bonusBefore.fen(), bonusNow.fen()));
        var postings = new ArrayList<Posting>();
        back.forEach(held -> postings.add(held.moved(Account.REDEEMED, account)));
        postings.add(Posting.tally(
                account, Asset.CARD_PAID, card.day(), -share.paid().fen()));
        return postings;
    }

    /// What refunds have given back by one tender.
    static Money givenBack(List<Refund> refunds, int tender) {
        return refunds.stream()
                .flatMap(refund -> refund.tenders().stream())
                .filter(share -> share.index() == tender)
                .map(Refund.Share::paid)
                .reduce(Money.ZERO, Money::plus);
    }

    private static List<Holding> of(Sale.FromCard card, Asset asset) {
        return card.taken().stream()
                .filter(holding -> holding.asset().equals(asset))
                .toList();
    }
}
