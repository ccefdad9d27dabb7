package io.huitai.till.club;

import io.huitai.journal.fact.Fact;
import io.huitai.ledger.Account;
import io.huitai.ledger.Asset;
import io.huitai.ledger.Posting;
import io.huitai.programme.scheme.Membership;
import io.huitai.shop.Label;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.id.GiftId;
import io.huitai.till.book.Book;
import io.huitai.till.book.GuestProof;
import io.huitai.till.book.Scheme;
import io.huitai.till.member.MemberBook;
import io.huitai.till.member.Proofs;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;

/// The gifts that points buy.
public final class Gifts {
    private final Book book;
    private final Scheme scheme;
    private final MemberBook members;
    private final Proofs proofs;

    Gifts(Book book, Scheme scheme, MemberBook members, Proofs proofs) {
        this.book = book;
        this.scheme = scheme;
        this.members = members;
        this.proofs = proofs;
    }

    /// A gift of the catalogue.
    ///
    /// @param points that one costs
    /// @param stock how many are left, as far as this till knows
    public record Offered(GiftId gift, Label name, long points, long stock) {}

    /// @param points the balance after it
    /// @param stock how many are left
    public record Redeemed(long points, long stock, ReceiptNo receipt) {}

    /// The catalogue, in the programme's order.
    public List<Offered> catalogue() {
        return scheme.now().membership().gifts().stream()
                .map(gift -> new Offered(gift.id(), gift.name(), gift.points(), left(gift)))
                .toList();
    }

    /// Gives gifts to the open bill's member for points. Refused: `NO_SHIFT`, `UNKNOWN_GIFT`, `NO_MEMBER`,
    /// `OUT_OF_STOCK`, `POINTS_NOT_ENOUGH`, `NO_RIGHT`, proofs.
    public Redeemed redeem(String id, long count, GuestProof proof) {
        book.shift();
        var gift = scheme.now().membership().giftNamed(id).orElseThrow(() -> Refusal.of(ErrorCode.UNKNOWN_GIFT, id));
        var no = members.atTheCounter();
        if (count > left(gift)) {
            throw Refusal.of(ErrorCode.OUT_OF_STOCK, id);
        }
        var points = Math.multiplyExact(gift.points(), count);
        var taken = members.points(no, points);
        proofs.prove(proof);
        var moved = new ArrayList<Posting>();
        for (var held : taken) {
            moved.add(held.moved(Account.of(no), Account.REDEEMED));
        }
        moved.add(Posting.tally(Account.gift(gift.id()), Asset.TAKEN, count));
        var receipt = book.nextReceipt();
        book.forced(new Fact.GiftRedeemed(receipt, no, gift.id(), count, points, moved));
        return new Redeemed(members.points(members.record(no), book.lotDay()), left(gift), receipt);
    }

    private long left(Membership.Gift gift) {
        return gift.stock() - book.store().account(Account.gift(gift.id())).tally(Asset.TAKEN);
    }
}
