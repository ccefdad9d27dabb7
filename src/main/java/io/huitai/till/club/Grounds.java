package io.huitai.till.club;

import io.huitai.journal.fact.GivenGround;
import io.huitai.money.Money;
import io.huitai.programme.scheme.Membership;
import io.huitai.shop.ReceiptNo;
import io.huitai.till.book.Book;
import io.huitai.till.book.Fees;
import io.huitai.till.book.Scheme;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Why a card may be issued: what the programme asks for against what the cashier gives.
final class Grounds {
    private final Book book;
    private final Scheme scheme;
    private final Fees fees;

    Grounds(Book book, Scheme scheme) {
        this.book = book;
        this.scheme = scheme;
        this.fees = new Fees(book);
    }

    /// The ground that counts; where the programme asks for none, whatever was given changes nothing. Refused:
    /// `GROUND_REQUIRED`, `UNKNOWN_RECEIPT`, `BAD_REQUEST` where a document belongs to it.
    ///
    /// @param kind of card that is asked for
    GivenGround counting(Members.Application application, Optional<Membership.Kind> kind) {
        var asked = asked(kind);
        return switch (application.ground()) {
            case Members.Ground.Fee(var tender)
            when price(kind).isPresent() ->
                new GivenGround(List.of(), Optional.of(fees.paid(price(kind).get(), tender)), "", Optional.empty());
            case Members.Ground _ when asked.isEmpty() -> GivenGround.NONE;
            case Members.Ground.Waived(var reason) -> new GivenGround(List.of(), Optional.empty(), reason, fee(asked));
            case Members.Ground.Receipts(var receipts)
            when fitting(asked, receipts).isPresent() -> {
                if (needsDocument(fitting(asked, receipts).get())
                        && application.document().isEmpty()) {
                    throw Refusal.of(ErrorCode.BAD_REQUEST, "document");
                }
                yield new GivenGround(receipts, Optional.empty(), "", Optional.empty());
            }
            case Members.Ground.None _, Members.Ground.Receipts _, Members.Ground.Fee _ ->
                throw Refusal.of(ErrorCode.GROUND_REQUIRED, words(asked));
        };
    }

    /// The kind of card that is asked for, or that the fee is the price of; empty is the usual one. Refused:
    /// `BAD_REQUEST`.
    Optional<Membership.Kind> kind(Members.Application application) {
        var kinds = scheme.now().membership().kinds();
        if (application.kind().isPresent()) {
            return Optional.of(kinds.stream()
                    .filter(kind -> kind.id().equals(application.kind().get()))
                    .findFirst()
                    .orElseThrow(() -> Refusal.of(ErrorCode.BAD_REQUEST, "kind")));
        }
        var ofProgramme = scheme.now().membership().enrolment().grounds();
        return application.ground() instanceof Members.Ground.Fee
                        && fee(ofProgramme).isEmpty()
                ? kinds.stream().filter(kind -> kind.fee().isPresent()).findFirst()
                : Optional.empty();
    }

    /// What a card costs by itself counts instead of the programme's own grounds; so does a first recharge.
    private List<Membership.Ground> asked(Optional<Membership.Kind> kind) {
        var own = kind.flatMap(Membership.Kind::fee)
                .<Membership.Ground>map(Membership.Ground.Fee::new)
                .or(() -> kind.flatMap(Membership.Kind::recharge).map(Membership.Ground.Recharge::new));
        return own.map(List::of)
                .orElseGet(() -> scheme.now().membership().enrolment().grounds());
    }

    /// What is paid for a card: its fee and what is on it already.
    private Optional<Money> price(Optional<Membership.Kind> kind) {
        var preloaded = kind.flatMap(Membership.Kind::preloaded);
        var fee = fee(asked(kind));
        return fee.isEmpty() ? preloaded : Optional.of(fee.get().plus(preloaded.orElse(Money.ZERO)));
    }

    private Optional<Membership.Ground> fitting(List<Membership.Ground> asked, List<ReceiptNo> receipts) {
        return asked.stream().filter(ground -> fits(ground, receipts)).findFirst();
    }

    private static boolean needsDocument(Membership.Ground ground) {
        return switch (ground) {
            case Membership.Ground.SpentInOneDay spent -> spent.document();
            case Membership.Ground.OneBill one -> one.document();
            case Membership.Ground.Fee _, Membership.Ground.Recharge _ -> false;
        };
    }

    /// The fee among some grounds.
    static Optional<Money> fee(List<Membership.Ground> asked) {
        return asked.stream()
                .flatMap(ground ->
                        ground instanceof Membership.Ground.Fee fee ? Stream.of(fee.amount()) : Stream.empty())
                .findFirst();
    }

    private boolean fits(Membership.Ground ground, List<ReceiptNo> receipts) {
        return switch (ground) {
            case Membership.Ground.SpentInOneDay spent -> {
                var sum = receipts.stream().distinct().map(this::keptToday).reduce(Money.ZERO, Money::plus);
                yield !receipts.isEmpty() && sum.compareTo(spent.amount()) >= 0;
            }
            case Membership.Ground.OneBill one ->
                receipts.stream().anyMatch(receipt -> keptToday(receipt).compareTo(one.amount()) >= 0);
            case Membership.Ground.Fee _, Membership.Ground.Recharge _ -> false;
        };
    }

    /// What a receipt of today came to, less what was refunded; nothing for another day's.
    private Money keptToday(ReceiptNo receipt) {
        var stored = book.store().sale(receipt).orElseThrow(() -> Refusal.of(ErrorCode.UNKNOWN_RECEIPT, receipt));
        if (!day(stored.at()).equals(book.today())) {
            return Money.ZERO;
        }
        return stored.refunds().stream()
                .map(refund -> refund.amount())
                .reduce(stored.sale().sums().payable(), Money::minus);
    }

    private LocalDate day(OffsetDateTime at) {
        return at.atZoneSameInstant(book.now().getZone()).toLocalDate();
    }

    private static String words(List<Membership.Ground> asked) {
        var words = new ArrayList<String>();
        for (var ground : asked) {
            words.add(
                    switch (ground) {
                        case Membership.Ground.SpentInOneDay spent -> "receipt ≥ " + spent.amount();
                        case Membership.Ground.OneBill one -> "receipt ≥ " + one.amount();
                        case Membership.Ground.Fee fee -> "fee " + fee.amount();
                        case Membership.Ground.Recharge recharge -> "recharge ≥ " + recharge.amount();
                    });
        }
        return String.join(" / ", words);
    }
}
