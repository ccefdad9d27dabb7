package io.huitai.till.club;

import io.huitai.journal.fact.Fact;
import io.huitai.ledger.Account;
import io.huitai.ledger.Asset;
import io.huitai.ledger.Holding;
import io.huitai.ledger.Posting;
import io.huitai.shop.Approval;
import io.huitai.shop.MemberNo;
import io.huitai.shop.Role;
import io.huitai.till.book.Approver;
import io.huitai.till.book.Book;
import io.huitai.till.book.GuestProof;
import io.huitai.till.book.Operators;
import io.huitai.till.book.Scheme;
import io.huitai.till.member.MemberBook;
import io.huitai.till.member.Proofs;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Points beside bills: passed on, turned into vouchers, corrected by hand.
public final class PointsDesk {
    private final Book book;
    private final Scheme scheme;
    private final MemberBook members;
    private final Operators operators;
    private final Proofs proofs;

    PointsDesk(Book book, Scheme scheme, MemberBook members, Operators operators, Proofs proofs) {
        this.book = book;
        this.scheme = scheme;
        this.members = members;
        this.operators = operators;
        this.proofs = proofs;
    }

    /// Both balances after a transfer.
    public record Transferred(long from, long to) {}

    /// What points were turned into, and the balance after it.
    public record Turned(List<Holding> vouchers, long points) {}

    /// Passes points to another member, soonest expiry first; lots keep expiry and store. Refused: `NOT_TRANSFERABLE`,
    /// `UNKNOWN_MEMBER`, `BAD_REQUEST` to oneself, `POINTS_NOT_ENOUGH`, `NO_RIGHT`, proofs.
    ///
    /// @param proof that the guest is the one who gives them
    public Transferred transfer(MemberNo from, MemberNo to, long points, GuestProof proof) {
        book.atTheTill();
        if (!scheme.now().points().transferable()) {
            throw Refusal.of(ErrorCode.NOT_TRANSFERABLE);
        }
        members.active(from);
        members.active(to);
        if (from.equals(to) || points <= 0) {
            throw Refusal.of(ErrorCode.BAD_REQUEST, points <= 0 ? "points" : "to");
        }
        var moved = postings(members.points(from, points), Account.of(from), Account.of(to));
        book.forced(
                proofs.isProven(from, proof)
                        ? new Fact.PointsTransferred(from, to, points, Optional.empty(), moved)
                        : operators.approved(
                                proof.approver(),
                                Role.SUPERVISOR,
                                approval -> new Fact.PointsTransferred(from, to, points, Optional.of(approval), moved),
                                Optional.of(from)));
        return new Transferred(balance(from), balance(to));
    }

    /// Turns points of the open bill's member into the voucher that the programme names; what makes no whole voucher
    /// stays. Refused: `NO_SHIFT`, `NO_MEMBER`, `NOT_IN_PROGRAMME`, `POINTS_UNIT`, `POINTS_NOT_ENOUGH`, `NO_RIGHT`,
    /// proofs.
    ///
    /// @param asked absent is all that there are
    public Turned turn(OptionalLong asked, GuestProof proof) {
        var no = members.atTheCounter();
        var turning = scheme.now()
                .points()
                .turning()
                .orElseThrow(() -> Refusal.of(ErrorCode.NOT_IN_PROGRAMME, "turn-points"));
        var points = asked.orElseGet(() -> members.spendable(no));
        members.points(no, points); // what makes no whole voucher must be there as well
        var count = points / turning.points();
        if (count <= 0) {
            throw Refusal.of(ErrorCode.POINTS_UNIT, turning.points());
        }
        proofs.prove(proof);
        var moved = new ArrayList<>(
                postings(members.points(no, count * turning.points()), Account.of(no), Account.REDEEMED));
        var step = book.step();
        var lot = members.lot(step.number(), 0, Optional.of(book.today()), Optional.empty());
        var voucher = Asset.voucher(turning.voucher());
        moved.add(new Posting(Account.ISSUED, Account.of(no), voucher, lot, count));
        step.put(new Fact.PointsTurned(no, count * turning.points(), moved));
        step.forced();
        return new Turned(List.of(new Holding(voucher, lot, count)), balance(no));
    }

    /// Corrects points by hand, with approval: taken soonest expiry first and not below 0, added as a lot of today.
    /// Refused: `UNKNOWN_MEMBER`, `BAD_REQUEST` for none, approvals.
    ///
    /// @param points signed
    /// @return the balance after it
    public long reverse(MemberNo no, long points, String reason, Approver approver) {
        book.atTheTill();
        var member = members.active(no);
        if (points == 0 || points > Book.MOST.fen() || points < -Book.MOST.fen()) {
            throw Refusal.of(ErrorCode.BAD_REQUEST, "points");
        }
        var account = Account.of(no);
        List<Posting> moved;
        if (points > 0) {
            var lot = members.earnedOn(book.today(), scheme.now());
            moved = List.of(new Posting(Account.REVERSED, account, Asset.POINTS, lot, points));
        } else {
            var there = Math.min(Math.negateExact(points), members.spendable(no));
            moved = postings(members.points(member.no(), there), account, Account.REVERSED);
        }
        book.forced(operators.approved(approver, Role.SUPERVISOR, approval -> reversed(no, reason, approval, moved)));
        return balance(no);
    }

    /// What tiers are judged by moves alike, but what was passed on by others was never earned and is not taken off it.
    private Fact.PointsReversed reversed(MemberNo no, String reason, Approval approval, List<Posting> moved) {
        var account = Account.of(no);
        var change =
                moved.stream().mapToLong(posting -> posting.effectOn(account)).sum();
        var all = new ArrayList<>(moved);
        var counted = Math.max(change, -members.record(no).holdings().tally(Asset.EARNED));
        if (counted != 0) {
            all.add(Posting.tally(account, Asset.EARNED, book.today(), counted));
        }
        var worth = scheme.now().points().redemption().map(redemption -> redemption.worth(change));
        return new Fact.PointsReversed(no, change, reason, approval, all, worth);
    }

    private static List<Posting> postings(List<Holding> lots, Account from, Account to) {
        return lots.stream().map(held -> held.moved(from, to)).toList();
    }

    private long balance(MemberNo no) {
        return members.points(members.record(no), book.lotDay());
    }
}
