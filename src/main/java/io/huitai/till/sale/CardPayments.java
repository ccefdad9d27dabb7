package io.huitai.till.sale;

import io.huitai.journal.fact.MemberRecord;
import io.huitai.journal.fact.Sale;
import io.huitai.ledger.Account;
import io.huitai.ledger.Asset;
import io.huitai.ledger.CardMoney;
import io.huitai.ledger.Posting;
import io.huitai.money.Money;
import io.huitai.money.Rate;
import io.huitai.programme.pricing.Quote;
import io.huitai.programme.scheme.Goods;
import io.huitai.programme.scheme.Programme;
import io.huitai.programme.scheme.StoredValue;
import io.huitai.shop.Category;
import io.huitai.shop.MemberNo;
import io.huitai.shop.TenderType;
import io.huitai.till.bill.Pricer;
import io.huitai.till.book.Bill;
import io.huitai.till.book.Book;
import io.huitai.till.book.Paid;
import io.huitai.till.member.MemberBook;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Payments with the money on a member's card.
final class CardPayments {
    /// What the money on a returned card still pays for.
    private static final Goods ROOMS = new Goods(List.of(new Category("room")), List.of(), Set.of(), Set.of());

    private final Book book;
    private final MemberBook members;

    CardPayments(Book book, MemberBook members) {
        this.book = book;
        this.members = members;
    }

    /// What a payment takes: principal and bonus in proportion, `bonus part = floor(amount × bonus ÷ (principal +
    /// bonus))`. Refused: `NO_MEMBER`, `STORED_NOT_ENOUGH`, `NO_RIGHT`, `STORED_LIMIT`.
    List<Posting> paying(Bill bill, Pricer.Priced priced, Money amount) {
        var member = bill.member().map(members::record).orElseThrow(() -> Refusal.of(ErrorCode.NO_MEMBER));
        var balances = member.holdings();
        var principal = balances.usable(Asset.PRINCIPAL, book.lotDay(), members::isHeld);
        var bonus = balances.usable(Asset.BONUS, book.lotDay(), members::isHeld);
        if (balances.tally(Asset.PRINCIPAL) + balances.tally(Asset.BONUS) < amount.fen()) {
            throw Refusal.of(ErrorCode.STORED_NOT_ENOUGH);
        }
        if (principal + bonus < amount.fen()) {
            throw members.noRight();
        }
        var most = most(bill, priced, member);
        if (amount.compareTo(most) > 0) {
            throw Refusal.of(ErrorCode.STORED_LIMIT, most.max(Money.ZERO));
        }
        var ofBonus = new CardMoney(Money.ofFen(principal), Money.ofFen(bonus))
                .bonusIn(amount)
                .fen();
        var account = Account.of(member.no());
        var moved = new ArrayList<Posting>();
        Stream.concat(
                        balances.take(Asset.PRINCIPAL, amount.fen() - ofBonus, book.lotDay(), members::isHeld).stream(),
                        balances.take(Asset.BONUS, ofBonus, book.lotDay(), members::isHeld).stream())
                .forEach(held -> moved.add(held.moved(account, Account.REDEEMED)));
        moved.add(Posting.tally(account, Asset.CARD_PAID, book.today(), amount.fen()));
        return List.copyOf(moved);
    }

    // Limits

    /// The most that the programme lets the card pay now.
    private Money most(Bill bill, Pricer.Priced priced, MemberRecord member) {
        var spending = spending(priced.programme());
        var quote = priced.quote();
        var most = paidFor(spending.goods(), bill, priced);
        if (member.hasReturnedCard()) {
            most = most.min(paidFor(ROOMS, bill, priced));
        }
        if (spending.withoutDiscounts() && isReduced(quote)) {
            most = Money.ZERO;
        }
        if (spending.belowToday().isPresent()) {
            most = most.min(leftToday(member, spending.belowToday().get(), most));
        }
        return most;
    }

    /// What the outlet itself drops or puts on the sum, as for a part of a split bill, is no discount.
    private static boolean isReduced(Quote quote) {
        return !quote.sums()
                .discount()
                .plus(quote.sums().voucher())
                .plus(quote.sums().pointsValue())
                .isZero();
    }

    private static StoredValue.Spending spending(Programme programme) {
        return programme.membership().storedValue().map(StoredValue::spending).orElse(StoredValue.Spending.FREE);
    }

    /// What goods cost, less what a card has already paid on this bill.
    private static Money paidFor(Goods goods, Bill bill, Pricer.Priced priced) {
        if (goods.equals(Goods.ALL)) {
            return priced.due(bill);
        }
        var nets = priced.quote().lines().stream()
                .filter(line -> bill.line(line.number())
                        .filter(item -> goods.include(item.category(), Set.copyOf(item.flags())))
                        .isPresent())
                .map(line -> line.net())
                .reduce(Money.ZERO, Money::plus);
        var paid = bill.tenders().stream()
                .filter(tender -> tender.type() == TenderType.STORED)
                .map(tender -> tender.amount())
                .reduce(Money.ZERO, Money::plus);
        return nets.minus(paid);
    }

    /// What the card pays on the day of a recharge stays below a share of the day's recharges.
    ///
    /// @param otherwise on any other day
    private Money leftToday(MemberRecord member, Rate share, Money otherwise) {
        var today = book.today();
        var recharged = member.holdings().tally(Asset.RECHARGED, today, today);
        if (recharged <= 0) {
            return otherwise;
        }
        var limit = Money.ofFen(recharged).floorAt(share);
        var exact = BigInteger.valueOf(recharged)
                .multiply(BigInteger.valueOf(share.parts()))
                .mod(BigInteger.valueOf(Rate.WHOLE));
        var below = exact.signum() == 0 ? limit.minus(Money.ofFen(1)) : limit;
        return below.minus(Money.ofFen(member.holdings().tally(Asset.CARD_PAID, today, today)));
    }

    // What a sale tells of it

    /// What the stored tenders of a bill took, for its sale.
    static List<Sale.FromCard> of(MemberNo member, List<Paid.Moved> moved) {
        var account = Account.of(member);
        var cards = new ArrayList<Sale.FromCard>();
        for (var each : moved) {
            var paid = each.postings().stream()
                    .filter(posting -> posting.from().equals(account))
                    .map(Posting::holding)
                    .toList();
            each.postings().stream()
                    .filter(posting -> posting.asset().equals(Asset.CARD_PAID))
                    .flatMap(posting -> posting.lot().from().stream())
                    .findFirst()
                    .ifPresent(day -> cards.add(new Sale.FromCard(each.tender(), day, paid)));
        }
        return List.copyOf(cards);
    }
}
