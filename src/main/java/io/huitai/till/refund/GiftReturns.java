package io.huitai.till.refund;

import io.huitai.journal.fact.Fact;
import io.huitai.ledger.Account;
import io.huitai.ledger.Asset;
import io.huitai.ledger.Posting;
import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.programme.scheme.Membership;
import io.huitai.shop.Approval;
import io.huitai.shop.Label;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.Role;
import io.huitai.shop.id.GiftId;
import io.huitai.store.StoredSlip;
import io.huitai.till.book.Approver;
import io.huitai.till.book.Book;
import io.huitai.till.book.Operators;
import io.huitai.till.book.Scheme;
import io.huitai.till.member.TakenLots;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Gifts that are brought back, as a refund of their receipt: the points go back to the lots that they came from.
final class GiftReturns {
    private final Book book;
    private final Scheme scheme;
    private final Operators operators;

    GiftReturns(Book book, Scheme scheme, Operators operators) {
        this.book = book;
        this.scheme = scheme;
        this.operators = operators;
    }

    /// The receipt of a gift; empty for every other one.
    Optional<Given> given(ReceiptNo receipt) {
        return book.store()
                .slip(receipt)
                .flatMap(slip -> slip.fact() instanceof Fact.GiftRedeemed gift
                        ? Optional.of(new Given(slip, gift, returned(gift)))
                        : Optional.empty());
    }

    private long returned(Fact.GiftRedeemed gift) {
        return book.store().slips(gift.member(), Fact.GiftReturned.class).stream()
                .filter(back -> back.of().equals(gift.receipt()))
                .mapToLong(Fact.GiftReturned::count)
                .sum();
    }

    /// Gifts of one receipt.
    ///
    /// @param returned how many of them have come back so far
    record Given(StoredSlip slip, Fact.GiftRedeemed gift, long returned) {
        private long left() {
            return gift.count() - returned;
        }

        private long pointsEach() {
            return gift.points() / gift.count();
        }
    }

    Refunds.Refundable look(Given given) {
        var gift = given.gift();
        var line = new Refunds.Refundable.Line(
                1,
                name(gift.gift()),
                new Quantity(Math.multiplyExact(gift.count(), Quantity.ONE.thousandths())),
                given.left() * Quantity.ONE.thousandths(),
                Money.ZERO);
        return new Refunds.Refundable(
                gift.receipt(),
                given.slip().at(),
                book.store()
                        .member(gift.member())
                        .map(member -> member.profile().maskedName()),
                Money.ZERO,
                Map.of(),
                0,
                List.of(line));
    }

    private String name(GiftId id) {
        return scheme.now()
                .membership()
                .gift(id)
                .map(Membership.Gift::name)
                .map(Label::both)
                .orElse(id.value());
    }

    Refunds.Preview preview(Given given, Refunds.Wish wish) {
        var step = step(given, wish);
        return new Refunds.Preview(refunded(given, wish), Operators.digest(step));
    }

    Refunds.Refunded bringBack(Given given, Refunds.Wish wish, Approver approver) {
        var refunded = refunded(given, wish);
        book.forced(operators.approved(approver, Role.SUPERVISOR, step(given, wish)));
        return refunded;
    }

    private Refunds.Refunded refunded(Given given, Refunds.Wish wish) {
        var points = given.pointsEach() * count(given, wish);
        return new Refunds.Refunded(book.nextReceipt(), Map.of(), Money.ZERO, 0, points, 0, Money.ZERO, List.of());
    }

    private Function<Approval, Fact.GiftReturned> step(Given given, Refunds.Wish wish) {
        var count = count(given, wish);
        var gift = given.gift();
        var points = given.pointsEach() * count;
        var moved = new ArrayList<>(givenBack(given, points));
        if (wish.goodsBack()) {
            moved.add(Posting.tally(Account.gift(gift.gift()), Asset.TAKEN, -count));
        }
        return approval -> new Fact.GiftReturned(
                book.nextReceipt(), gift.receipt(), gift.member(), gift.gift(), count, points, approval, moved);
    }

    /// How many come back now. Refused: `ALREADY_REFUNDED`, `REFUND_TOO_MUCH`, `BAD_REQUEST`.
    private static long count(Given given, Refunds.Wish wish) {
        if (given.left() == 0) {
            throw Refusal.of(ErrorCode.ALREADY_REFUNDED);
        }
        if (wish.lines().isEmpty()) {
            return given.left();
        }
        var asked = wish.lines().get(1);
        var whole = Quantity.ONE.thousandths();
        if (asked == null || wish.lines().size() > 1 || asked.thousandths() % whole != 0) {
            throw Refusal.of(ErrorCode.BAD_REQUEST, "lines");
        }
        if (asked.thousandths() / whole > given.left()) {
            throw Refusal.of(ErrorCode.REFUND_TOO_MUCH, 1, given.left());
        }
        return asked.thousandths() / whole;
    }

    /// In the order that they were taken, behind those that are back already.
    private static List<Posting> givenBack(Given given, long points) {
        var taken = given.gift().postings().stream()
                .filter(posting -> posting.asset().equals(Asset.POINTS))
                .map(Posting::holding)
                .toList();
        var member = Account.of(given.gift().member());
        return TakenLots.part(taken, given.pointsEach() * given.returned(), points).stream()
                .map(held -> held.moved(Account.REDEEMED, member))
                .toList();
    }
}
