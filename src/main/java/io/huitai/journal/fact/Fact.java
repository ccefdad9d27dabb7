package io.huitai.journal.fact;

import io.huitai.ledger.Account;
import io.huitai.ledger.CardMoney;
import io.huitai.ledger.Posting;
import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.shop.Approval;
import io.huitai.shop.BillLine;
import io.huitai.shop.ByHand;
import io.huitai.shop.CardNumber;
import io.huitai.shop.Fapiao;
import io.huitai.shop.MemberNo;
import io.huitai.shop.OperatorId;
import io.huitai.shop.OutletKind;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.Role;
import io.huitai.shop.Service;
import io.huitai.shop.Tender;
import io.huitai.shop.TenderType;
import io.huitai.shop.id.GiftId;
import io.huitai.shop.id.ProgrammeId;
import io.huitai.shop.id.TierId;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What happened at a till: the body of one journal entry. The record's name is the entry's kind and never changes
/// once it has shipped; new components are optional.
public sealed interface Fact {
    /// What this moves between accounts.
    default List<Posting> postings() {
        return List.of();
    }

    /// The members whom this is about, and whose accounts it moves.
    default Set<MemberNo> members() {
        var members = new LinkedHashSet<MemberNo>();
        for (var posting : postings()) {
            Stream.of(posting.from(), posting.to())
                    .filter(Account::isMember)
                    .map(Account::member)
                    .forEach(members::add);
        }
        return members;
    }

    /// What is taken, or given back, over the counter.
    default List<Tendered> tendered() {
        return List.of();
    }

    /// What is put on members' cards for money.
    default Money charged() {
        return postings().stream()
                .filter(posting -> posting.from().equals(Account.MONEY)
                        && posting.to().isMember()
                        && posting.asset().isCardMoney())
                .map(posting -> Money.ofFen(posting.amount()))
                .reduce(Money.ZERO, Money::plus);
    }

    /// What the house takes for a card or for time in a tier, without what goes on the card.
    default Optional<Money> feeTaken() {
        return Optional.empty();
    }

    /// What guests get for goods that come back.
    default Money refunded() {
        return Money.ZERO;
    }

    /// Whether somebody must reach into the cash drawer.
    default boolean opensDrawer() {
        return tendered().stream().anyMatch(each -> each.type() == TenderType.CASH);
    }

    /// A fact that somebody pays for with one tender.
    sealed interface TakesMoney extends Fact {
        Tender tender();

        @Override
        default List<Tendered> tendered() {
            return List.of(Tendered.in(tender()));
        }
    }

    /// A fact after which a member may get back what is on a card.
    sealed interface PaysOut extends Fact {
        Optional<Tender> paidOut();

        @Override
        default List<Tendered> tendered() {
            return paidOut().stream().map(Tendered::back).toList();
        }
    }

    /// A fact about the till itself, its people or its papers: no bill, no member and no money change by it.
    sealed interface OfTill extends Fact {}

    /// A fact about a shift and its drawer.
    sealed interface OfShift extends Fact {}

    /// A fact about one bill, by the number of the entry that opened it.
    sealed interface OfBill extends Fact {
        long bill();
    }

    /// A fact that makes other lines of a bill.
    sealed interface OfLines extends OfBill {}

    /// A fact after which a bill is open no more.
    sealed interface EndsBill extends OfBill {}

    /// A fact about one member beside the postings.
    sealed interface OfMember extends Fact {
        MemberNo member();

        @Override
        default Set<MemberNo> members() {
            var members = new LinkedHashSet<>(Set.of(member()));
            members.addAll(Fact.super.members());
            return members;
        }
    }

    /// A fact that makes a member known here.
    sealed interface MakesKnown extends OfMember {
        /// The member as they are known by it.
        MemberRecord known();
    }

    /// What becomes of a member when a day ends.
    sealed interface DueByDay extends OfMember {}

    /// A fact with a number of its own on paper.
    sealed interface OfPaper extends Fact {
        ReceiptNo receipt();
    }

    /// A slip: paper beside sales and refunds.
    sealed interface OfReceipt extends OfPaper {}

    /// A fact that names the business day that it belongs to; the others belong to the day on which they are written.
    sealed interface OfDay extends Fact {
        LocalDate businessDay();
    }

    // The till

    /// The first entry of a store directory.
    record TillOpened(OutletKind outlet, boolean training, ProgrammeId programme, String zone) implements OfTill {}

    /// A training till's clock was set.
    record ClockSet(OffsetDateTime now) implements OfTill {}

    /// A person has confirmed that this is the one journal of its till, which was copied, moved or put back.
    record JournalConfirmed() implements OfTill {}

    /// Read only: how a jump of the clock was noted before it could be confirmed.
    record ClockJumped(OffsetDateTime from, OffsetDateTime to) implements OfTill {}

    /// The clock jumped by more than a day since the last entry, or it is that far from head office's. Lots end by the
    /// trusted time until it is confirmed.
    ///
    /// @param trusted the last time that nobody doubts
    /// @param clock what the clock said then
    /// @param headOffice head office's time, where it is what differs
    record ClockDoubted(OffsetDateTime trusted, OffsetDateTime clock, Optional<OffsetDateTime> headOffice)
            implements OfTill {}

    /// The clock is right after all: a supervisor says so, or head office's time does.
    ///
    /// @param day what the clock says, where a supervisor confirms it
    record ClockConfirmed(Optional<OffsetDateTime> headOffice, Optional<Approval> approval, Optional<LocalDate> day)
            implements OfTill {}

    /// The clock was ahead by more than a day when entries were made, and a supervisor lets the till go back to the
    /// computer's time. It alone may be earlier than the entry before it.
    ///
    /// @param from where the till's time stood
    record ClockSetBack(OffsetDateTime from, Approval approval) implements OfTill {}

    /// An entry that this till's view could not hold was set aside: nothing but its number and its receipt is in the
    /// view, and somebody must look at it.
    ///
    /// @param entry its number; of a feed's value, how many of that feed came before it and one
    /// @param source the journal, or whose feed
    /// @param subject its kind
    /// @param why in English, for whoever looks into it
    record EntrySetAside(long entry, String source, String subject, String why) implements OfTill {}

    // People

    record SignedIn(Role role) implements OfTill {}

    record SignedOut() implements OfTill {}

    /// A wrong PIN for an operator; after five in a row none is heard for a while.
    ///
    /// @param approving who asked for the approval that it was entered for, "" where nobody was signed in; empty
    ///     at the sign-in, and in older entries
    record PinRefused(OperatorId target, Optional<String> approving) implements OfTill {}

    /// A right PIN after wrong ones, or the time to wait is over: the count starts again.
    ///
    /// @param approving whose count alone; empty is every count of the target
    record PinAccepted(OperatorId target, Optional<String> approving) implements OfTill {}

    /// A guest who said that they are this member could not prove it.
    record ProofRefused(MemberNo member) implements OfMember {}

    /// The time to wait after too many of them is over: the count starts again.
    record ProofAwaited(MemberNo member) implements OfMember {}

    // Shift and drawer

    record ShiftOpened(int shift, LocalDate businessDay, Money opening) implements OfShift, OfDay {}

    /// The maps are by tender type; `over` is counted less expected, signed.
    ///
    /// @param reason why so much is over or short; older entries have none
    /// @param approval of a difference beyond what who closes may let pass alone
    record ShiftClosed(
            int shift,
            Map<String, Money> expected,
            Map<String, Money> counted,
            Map<String, Money> over,
            Optional<String> reason,
            Optional<Approval> approval)
            implements OfShift {
        /// What is over or short by tender type, signed; of cash that was not counted nothing is known to be there.
        public Map<String, Money> differences() {
            var all = new TreeMap<>(over);
            var cash = TenderType.CASH.code();
            all.putIfAbsent(cash, expected.getOrDefault(cash, Money.ZERO).negated());
            all.values().removeIf(Money::isZero);
            return all;
        }

        /// All that is over or short, whichever way.
        public Money differs() {
            return differences().values().stream()
                    .map(amount -> amount.isNegative() ? amount.negated() : amount)
                    .reduce(Money.ZERO, Money::plus);
        }
    }

    /// A count that differed by too much to close the shift with, by whoever counted, as yet. It stands here whatever
    /// is counted next.
    ///
    /// @param differs all that is over or short, whichever way
    record CountDiffered(int shift, Map<String, Money> counted, Money differs) implements OfShift {}

    /// Cash put into the drawer or, below zero, taken out.
    record CashMoved(Money amount, String reason, Optional<Approval> approval) implements OfShift {
        @Override
        public boolean opensDrawer() {
            return true;
        }
    }

    /// The drawer opened without a sale.
    record DrawerOpened(String reason, Approval approval) implements OfShift {
        @Override
        public boolean opensDrawer() {
            return true;
        }
    }

    // The open bill

    record LineAdded(long bill, BillLine line) implements OfLines {}

    /// @param approval of taking so much off a bill; older entries have none
    record LineQuantitySet(long bill, int line, Quantity qty, Optional<Approval> approval) implements OfLines {}

    /// @param reason why; older entries have none
    /// @param approval of taking so much off a bill
    record LineVoided(long bill, int line, Optional<String> reason, Optional<Approval> approval) implements OfLines {}

    /// A voided line stands on its bill again, under its number, with the discount by hand that it had.
    record LineRestored(long bill, int line) implements OfLines {}

    /// @param price of one unit from here on
    record PriceOverridden(long bill, int line, Money price, String reason, Approval approval) implements OfLines {}

    /// Stands in place of an earlier one of the same line, or of the whole bill.
    record DiscountGiven(long bill, ByHand discount, Optional<Approval> approval) implements OfBill {}

    /// Staff dropped an odd amount of the sum (抹零), in place of what they dropped before.
    record RoundedByHand(long bill, Money amount, Optional<Approval> approval) implements OfBill {}

    /// Something that the outlet puts on bills by itself was taken off this one.
    ///
    /// @param charge its id
    /// @param amount what it came to; older entries have none
    record ChargeRemoved(long bill, int line, String charge, String reason, Approval approval, Optional<Money> amount)
            implements OfBill {}

    /// What a bill is after it was split: the first part keeps its number, the others are new.
    ///
    /// @param from the number of the bill that was split
    /// @param label what a new part is held under
    /// @param whole what all parts come to together, at prices times quantities, with what had gone off the bill by
    ///     nobody's leave; older entries have none
    /// @param proven whether the member had shown who they are; empty in older entries
    /// @param gone what had gone off the bill by nobody's leave; older entries have none
    record BillSplit(
            long bill,
            long from,
            List<BillLine> lines,
            int lastLine,
            Optional<MemberNo> member,
            Service service,
            Adjusted adjusted,
            Optional<String> label,
            Optional<Money> whole,
            Optional<Boolean> proven,
            Optional<Money> gone)
            implements OfLines {}

    /// @param card whether a card, tag or code was shown, or the guest was looked up
    record MemberAttached(long bill, MemberNo member, boolean card) implements OfBill {}

    /// The guest proved to be the bill's member whom they had named.
    ///
    /// @param approval of who knows them; without one they showed their card, or told their document's end
    record MemberProven(long bill, MemberNo member, Optional<Approval> approval) implements OfBill {}

    record MemberDropped(long bill) implements OfBill {}

    record ServiceSet(long bill, Service service) implements OfBill {}

    /// What the guest wants to use; replaces the whole earlier wish.
    record UseSet(long bill, AskedUse use) implements OfBill {}

    /// @param terms with a first tender that leaves something due; older entries have none
    /// @param postings what it takes from a card or charges to a company
    /// @param approval of a charge above the company's limit
    record TenderTaken(
            long bill, Tender tender, Optional<Terms> terms, List<Posting> postings, Optional<Approval> approval)
            implements OfBill, TakesMoney {}

    /// @param postings what goes back to a card or a company
    record TendersVoided(long bill, List<Tender> tenders, Optional<Approval> approval, List<Posting> postings)
            implements OfBill {
        @Override
        public List<Tendered> tendered() {
            return tenders.stream().map(Tendered::back).toList();
        }
    }

    record BillHeld(long bill, String label) implements OfBill {}

    record BillRecalled(long bill) implements OfBill {}

    /// @param returned tenders given back with it
    /// @param postings what goes back to a card or a company
    record BillVoided(
            long bill, String reason, List<Tender> returned, Optional<Approval> approval, List<Posting> postings)
            implements EndsBill {
        @Override
        public List<Tendered> tendered() {
            return returned.stream().map(Tendered::back).toList();
        }
    }

    record SaleCompleted(long bill, Sale sale, List<Posting> postings) implements EndsBill, OfPaper, OfDay {
        @Override
        public ReceiptNo receipt() {
            return sale.receipt();
        }

        @Override
        public LocalDate businessDay() {
            return sale.businessDay();
        }
    }

    // After the sale

    record SaleRefunded(Refund refund, Approval approval, List<Posting> postings) implements OfPaper, OfDay {
        @Override
        public ReceiptNo receipt() {
            return refund.receipt();
        }

        @Override
        public List<Tendered> tendered() {
            return refund.tenders().stream()
                    .map(share -> new Tendered(share.type(), share.paid(), true))
                    .toList();
        }

        @Override
        public Money refunded() {
            return refund.amount().minus(refund.points().shortfallValue());
        }

        @Override
        public LocalDate businessDay() {
            return refund.businessDay();
        }
    }

    /// Goods of a sale exchanged for the same again: neither money nor points move.
    ///
    /// @param receipt its own number
    /// @param of the sale's
    record GoodsExchanged(
            ReceiptNo receipt, ReceiptNo of, List<Refund.Returned> lines, String reason, Approval approval)
            implements OfReceipt {}

    /// Goods taken back from a guest who has no receipt.
    ///
    /// @param goods in words
    /// @param tender what was given for them
    record GoodsTakenBack(
            ReceiptNo receipt,
            int shift,
            LocalDate businessDay,
            String goods,
            Tender tender,
            String reason,
            Approval approval)
            implements OfReceipt, OfDay {
        @Override
        public List<Tendered> tendered() {
            return List.of(Tendered.back(tender));
        }

        @Override
        public Money refunded() {
            return tender.amount();
        }
    }
    /// A tax invoice was asked for, or the red one of a refund is due.
    record FapiaoRequested(Fapiao fapiao) implements OfTill {}

    /// @param copy 0 is the original
    record ReceiptPrinted(ReceiptNo receipt, int copy) implements OfTill {}

    // Members

    /// @param cardKind as the programme names it; empty is the usual one
    /// @param ground why the card may be issued, as the cashier gave it
    /// @param paidUntil the last day of a membership that its ground paid for
    /// @param grants what joining, and the card, brought
    /// @param postings to the member, and to who told them
    record MemberEnrolled(
            MemberNo member,
            Profile profile,
            TierId tier,
            String cardKind,
            Optional<CardNumber> card,
            GivenGround ground,
            Optional<LocalDate> paidUntil,
            List<Once> grants,
            Optional<Approval> approval,
            List<Posting> postings)
            implements MakesKnown {
        @Override
        public MemberRecord known() {
            return MemberRecord.of(this);
        }

        @Override
        public List<Tendered> tendered() {
            return ground.fee().stream().map(Tendered::in).toList();
        }

        @Override
        public Optional<Money> feeTaken() {
            return ground.fee().map(paid -> paid.amount().minus(charged()));
        }
    }

    /// A company's roster was read: the members whom it brings follow.
    ///
    /// @param digest SHA-256 of the file, in lower case hex
    /// @param rows of it, good and bad
    record RosterImported(String digest, long rows, Approval approval) implements OfTill {}

    /// A code of head office's told of a member whom this till had never seen; where the member is known it says
    /// nothing new.
    ///
    /// @param name masked
    record MemberIntroduced(MemberNo member, TierId tier, String name, LocalDate on) implements MakesKnown {
        @Override
        public MemberRecord known() {
            return MemberRecord.of(this);
        }
    }

    /// @param postings what binding a card brings
    record CardBound(
            MemberNo member, CardNumber card, List<Once> grants, Optional<Approval> approval, List<Posting> postings)
            implements OfMember {}

    /// Cards that answer `CARD_BLOCKED` from now on.
    record CardsBlocked(MemberNo member, List<CardNumber> cards, String reason) implements OfMember {}

    /// A new card in place of others, which are blocked.
    ///
    /// @param fee paid for it
    record CardReplaced(
            MemberNo member,
            CardNumber card,
            List<CardNumber> old,
            String reason,
            Optional<Tender> fee,
            Optional<Approval> approval)
            implements OfMember {
        @Override
        public List<Tendered> tendered() {
            return fee.stream().map(Tendered::in).toList();
        }

        @Override
        public Optional<Money> feeTaken() {
            return fee.map(Tender::amount);
        }
    }

    /// Cards that were handed in: they are blocked, and what was on them is paid out or kept.
    ///
    /// @param paidOut of the principal
    record CardsReturned(
            MemberNo member,
            List<CardNumber> cards,
            String reason,
            Optional<Tender> paidOut,
            Optional<Approval> approval,
            List<Posting> postings)
            implements OfMember, PaysOut {}

    /// The membership is over: left by the member, cancelled by the house, or run out.
    ///
    /// @param cancelled by the house
    /// @param paidOut of the principal
    record MembershipEnded(
            MemberNo member,
            boolean cancelled,
            LocalDate on,
            String reason,
            Optional<Tender> paidOut,
            Optional<Approval> approval,
            List<Posting> postings)
            implements DueByDay, PaysOut {}

    /// Who the member was is forgotten; what they bought stays.
    record MemberForgotten(MemberNo member, LocalDate on, String reason, Approval approval, List<Posting> postings)
            implements OfMember {}

    record TierSet(MemberNo member, TierId tier, LocalDate on, String reason, Approval approval) implements OfMember {}

    /// A member's deeds lifted them into a tier.
    ///
    /// @param postings points that the programme then clears
    record TierReached(MemberNo member, TierId tier, LocalDate on, List<Posting> postings) implements OfMember {}

    /// @param due the last working day for the decision
    record TierApplied(MemberNo member, TierId tier, LocalDate on, LocalDate due) implements OfMember {}

    record TierDecided(MemberNo member, TierId tier, boolean granted, LocalDate on, String reason, Approval approval)
            implements OfMember {}

    /// A yearly review: a tier set by hand is free again, and the tier is what the deeds keep.
    record MemberReviewed(MemberNo member, TierId tier, LocalDate on) implements DueByDay {}

    /// Time paid for is over, and so are the days of grace.
    record SubscriptionLapsed(MemberNo member, TierId tier, LocalDate on) implements DueByDay {}

    /// Lots whose last day is over.
    record AssetsExpired(MemberNo member, LocalDate on, List<Posting> postings) implements DueByDay {}

    /// All that was due by the end of a business day has been done.
    record DayEnded(LocalDate day) implements OfTill {}

    /// Vouchers or points that a date or a deed brought; the id is made once.
    ///
    /// @param on the business day whose end brought it; empty where a deed or a reading of the member did
    record Granted(MemberNo member, Once grant, Optional<LocalDate> on, List<Posting> postings) implements DueByDay {}

    // Points and money of members

    /// Money put on a card.
    ///
    /// @param amount the principal
    /// @param cardKind the kind of card that it makes; empty changes nothing
    /// @param after what is on the card then, for the receipt
    record Recharged(
            ReceiptNo receipt,
            int shift,
            LocalDate businessDay,
            MemberNo member,
            String cardKind,
            Money amount,
            Money bonus,
            Tender tender,
            CardMoney after,
            Optional<Approval> approval,
            List<Posting> postings)
            implements OfMember, OfReceipt, OfDay, TakesMoney {}

    /// Time in a tier that was paid for.
    ///
    /// @param until the last day of it
    record Subscribed(
            ReceiptNo receipt,
            int shift,
            LocalDate businessDay,
            MemberNo member,
            TierId tier,
            LocalDate on,
            LocalDate until,
            Tender tender)
            implements OfMember, OfReceipt, OfDay, TakesMoney {
        @Override
        public Optional<Money> feeTaken() {
            return Optional.of(tender.amount());
        }
    }

    /// A company paid some of what it owes.
    record AccountSettled(
            ReceiptNo receipt, int shift, LocalDate businessDay, String company, Tender tender, List<Posting> postings)
            implements OfReceipt, OfDay, TakesMoney {}

    /// @param points what all of them cost
    record GiftRedeemed(
            ReceiptNo receipt, MemberNo member, GiftId gift, long count, long points, List<Posting> postings)
            implements OfMember, OfReceipt {}

    /// Gifts brought back: the points go to the lots that they came from.
    ///
    /// @param receipt its own number
    /// @param of the number of the redemption's receipt
    record GiftReturned(
            ReceiptNo receipt,
            ReceiptNo of,
            MemberNo member,
            GiftId gift,
            long count,
            long points,
            Approval approval,
            List<Posting> postings)
            implements OfMember, OfReceipt {}

    /// Points given or, below zero, taken by hand.
    ///
    /// @param worth of them as the programme redeems points; older entries have none
    record PointsReversed(
            MemberNo member,
            long points,
            String reason,
            Approval approval,
            List<Posting> postings,
            Optional<Money> worth)
            implements OfMember {}

    /// @param approval of who knows the one that gives them, where they only named themselves
    record PointsTransferred(
            MemberNo from, MemberNo to, long points, Optional<Approval> approval, List<Posting> postings)
            implements Fact {}

    /// Points made into vouchers.
    record PointsTurned(MemberNo member, long points, List<Posting> postings) implements OfMember {}

    record CheckedIn(MemberNo member, LocalDate on, List<Posting> postings) implements OfMember {}

    record EventAttended(MemberNo member, String event, LocalDate on, List<Posting> postings) implements OfMember {}

    /// The entry kind of this fact.
    default String kind() {
        return getClass().getSimpleName();
    }
}
