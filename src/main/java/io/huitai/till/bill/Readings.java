package io.huitai.till.bill;

import io.huitai.device.decode.Swipe;
import io.huitai.journal.fact.AskedUse;
import io.huitai.journal.fact.Fact;
import io.huitai.money.Quantity;
import io.huitai.protocol.SignedCode;
import io.huitai.protocol.SignedCode.Reading;
import io.huitai.shop.CardNumber;
import io.huitai.shop.Dish;
import io.huitai.shop.MemberNo;
import io.huitai.shop.Product;
import io.huitai.shop.ReceiptNo;
import io.huitai.till.book.Bill;
import io.huitai.till.book.Book;
import io.huitai.till.book.GuestProof;
import io.huitai.till.book.Scheme;
import io.huitai.till.member.KnownCards;
import io.huitai.till.member.Proofs;
import io.huitai.till.member.ReadCard;
import io.huitai.till.member.ShownCodes;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import io.huitai.till.settings.CodeKeys;
import java.util.List;
import java.util.Optional;

/// What scanners and card readers bring to the open bill.
public final class Readings {
    private final Book book;
    private final Bills bills;
    private final Scheme scheme;
    private final CodeKeys keys;
    private final ScanMeanings meanings;
    private final KnownCards cards;
    private final Proofs proofs;
    private final ShownCodes codes;

    Readings(
            Book book,
            Bills bills,
            Scheme scheme,
            CodeKeys keys,
            ScanMeanings meanings,
            KnownCards cards,
            Proofs proofs,
            ShownCodes codes) {
        this.book = book;
        this.bills = bills;
        this.scheme = scheme;
        this.keys = keys;
        this.meanings = meanings;
        this.cards = cards;
        this.proofs = proofs;
        this.codes = codes;
    }

    /// What a scan led to at a counter where somebody can be asked.
    public sealed interface Met {}

    /// A guest's payment code, which is nothing else: no goods, no label, nobody's card. Nothing has changed.
    public record OfPayment(String code) implements Met {}

    /// A dish that the guest is asked about before it goes on the bill. Nothing has changed.
    public record OfDish(Product product, Quantity qty) implements Met {}

    /// What a scan was.
    public sealed interface Scanned extends Met {
        /// @param bill with the product on its last line
        record OfProduct(Product product, OpenBill bill) implements Scanned {}

        record OfReceipt(ReceiptNo receipt) implements Scanned {}

        /// @param bill with the member attached
        record OfMember(OpenBill bill) implements Scanned {}

        /// @param bill with the voucher asked for; what it cannot use is among the refused
        record OfVoucher(OpenBill bill) implements Scanned {}
    }

    /// Does what a scan means, where nobody need prove who they are. Refused: as the one with a proof.
    public Scanned scan(String code) {
        return scan(code, Optional.empty());
    }

    /// The same.
    ///
    /// @param typed how much of scanned goods, in place of what the scan says
    public Scanned scan(String code, Optional<Quantity> typed) {
        return scan(code, typed, GuestProof.NONE);
    }

    /// Adds a scanned product, attaches a member, asks for a voucher, or tells whose receipt was scanned. Refused:
    /// `UNKNOWN_PRODUCT`, `PAN_REFUSED`, `CODE_FORGED`, `CODE_EXPIRED`, for another
    /// member's voucher `NOT_TRANSFERABLE`, without a bill `BILL_EMPTY` for a voucher where the house asks for
    /// proof, cards' codes, proofs.
    ///
    /// @param typed how much of scanned goods, in place of what the scan says
    public Scanned scan(String code, Optional<Quantity> typed, GuestProof proof) {
        book.shift();
        return done(meanings.of(code), typed, proof);
    }

    /// The same where the guest is there to be asked: payment codes and dishes that are asked about are told and change
    /// nothing.
    public Met meet(String code, Optional<Quantity> typed, GuestProof proof) {
        book.shift();
        var meaning = meanings.of(code);
        if (meaning instanceof ScanMeaning.OfPayment(var payment)) {
            return new OfPayment(payment);
        }
        if (meaning instanceof ScanMeaning.OfGoods(var product, var qty)
                && product.dish().filter(Dish::isAskedAbout).isPresent()) {
            bills.mustBeChangeable();
            return new OfDish(product, typed.orElse(qty));
        }
        return done(meaning, typed, proof);
    }

    private Scanned done(ScanMeaning meaning, Optional<Quantity> typed, GuestProof proof) {
        return switch (meaning) {
            case ScanMeaning.OfGoods(var product, var qty) -> added(product, typed.orElse(qty));
            case ScanMeaning.OfSigned(var text) -> signed(text, proof);
            case ScanMeaning.OfReceipt(var receipt) -> new Scanned.OfReceipt(receipt);
            case ScanMeaning.OfMember(var member) -> new Scanned.OfMember(bills.member(member));
            case ScanMeaning.OfCard(var card) -> new Scanned.OfMember(attached(card));
            case ScanMeaning.OfPayment _ -> throw Refusal.worded(ErrorCode.UNKNOWN_PRODUCT, "payment");
            case ScanMeaning.Refused(var why) -> throw why;
        };
    }

    /// What a scan means, before anything is done about it.
    ScanMeaning meaning(String code) {
        return meanings.of(code);
    }

    /// The guest's payment code that a scan is where it is nothing else: no goods, no label, nobody's card. Changes
    /// nothing.
    public Optional<String> paymentCode(String code) {
        return meanings.of(code) instanceof ScanMeaning.OfPayment(var payment)
                ? Optional.of(payment)
                : Optional.empty();
    }

    /// Whether a scan is a member's card, its number printed as a code or typed by a contactless reader. Changes
    /// nothing.
    public boolean isCard(String code) {
        return meanings.of(code) instanceof ScanMeaning.OfCard;
    }

    // Signed codes

    /// Head office's key, at the till's first contact with it. Another one later is not believed.
    ///
    /// @param coded X.509, Base64
    public void codesAreSignedBy(String coded) {
        keys.learn(coded);
    }

    private Scanned signed(String text, GuestProof proof) {
        bills.mustBeChangeable();
        var key = keys.trusted().orElseThrow(() -> Refusal.of(ErrorCode.LINK_DOWN));
        return switch (SignedCode.read(text, List.of(key), book.now().toInstant(), book.today())) {
            case Reading.Forged() -> throw Refusal.of(ErrorCode.CODE_FORGED);
            case Reading.Expired() -> throw Refusal.of(ErrorCode.CODE_EXPIRED);
            case Reading.Genuine(var code, var at) -> {
                at.ifPresent(moment -> codes.refuseReplay(code, moment));
                var scanned = switch (code) {
                    case SignedCode.OfMember member -> new Scanned.OfMember(attached(member));
                    case SignedCode.OfVoucher voucher -> new Scanned.OfVoucher(asked(voucher, proof));
                };
                at.ifPresent(moment -> codes.used(code, moment));
                yield scanned;
            }
        };
    }

    /// A member whom this till has never seen is known from here on by what the code says.
    private OpenBill attached(SignedCode.OfMember code) {
        if (book.store().member(code.member()).isEmpty()) {
            if (scheme.now().tier(code.tier()).isEmpty()) {
                throw Refusal.of(ErrorCode.UNKNOWN_TIER, code.tier());
            }
            book.unforced(new Fact.MemberIntroduced(code.member(), code.tier(), code.name(), book.today()));
        }
        return bills.attach(code.member(), true);
    }

    private OpenBill asked(SignedCode.OfVoucher code, GuestProof proof) {
        var bill = book.openBill();
        if (scheme.now().voucher(code.type()).isEmpty()) {
            throw Refusal.of(ErrorCode.UNKNOWN_VOUCHER, code.type());
        }
        var member = bill.flatMap(Bill::member);
        if (member.isEmpty()) {
            if (book.store().member(code.member()).isEmpty()) {
                throw Refusal.of(ErrorCode.UNKNOWN_MEMBER);
            }
            named(code.member(), proof);
        } else if (!member.get().equals(code.member())) {
            throw Refusal.of(ErrorCode.NOT_TRANSFERABLE);
        }
        var use = bill.map(Bill::use).orElse(AskedUse.NOTHING);
        return bills.use(Pricer.asked(use.oneMore(code.type())), proof);
    }

    /// A voucher's code names its member and shows nobody: proven before the bill is theirs, or nothing happens.
    private void named(MemberNo no, GuestProof proof) {
        var open = book.openBill();
        if (open.isEmpty() && proofs.isAsked()) {
            throw Refusal.of(ErrorCode.BILL_EMPTY);
        }
        var proven = open.map(bill -> bill.after(
                        new Fact.MemberAttached(bill.id(), no, false),
                        book.now().toOffsetDateTime()))
                .flatMap(bill -> proofs.proving(bill, proof));
        var _ = bills.attach(no, false);
        proven.ifPresent(book::forced);
    }

    private Scanned added(Product product, Quantity qty) {
        return new Scanned.OfProduct(product, bills.add(product, qty, Bills.LineExtras.NONE));
    }

    // Cards

    /// Attaches the member of a swiped card. Refused: `CARD_UNREADABLE`, `PAN_REFUSED`, `UNKNOWN_CARD`,
    /// `CARD_BLOCKED`.
    public OpenBill swipe(Optional<String> track1, Optional<String> track2, Optional<String> track3) {
        book.shift();
        return card(ReadCard.swiped(track1, track2, track3));
    }

    /// The same of a swipe that a reader has decoded.
    public OpenBill swipe(Swipe swipe) {
        return card(ReadCard.swiped(swipe));
    }

    /// Attaches the member of a contactless card by its number, in whatever form the reader gives it. Refused:
    /// `CARD_UNREADABLE` for a number that is nobody's (made up for each tap, or the same on many cards),
    /// `UNKNOWN_CARD`, `CARD_BLOCKED`, `NOT_IN_PROGRAMME`.
    public OpenBill tap(String uid) {
        return card(ReadCard.tapped(uid));
    }

    /// Attaches the member of a card that a reader has decoded. Refused: `UNKNOWN_CARD`, `CARD_BLOCKED`, and
    /// `NOT_IN_PROGRAMME` where the member's code alone is the card.
    public OpenBill card(CardNumber number) {
        bills.mustBeChangeable();
        refuseCodeOnly();
        return attached(cards.find(number.value()).orElseThrow(() -> Refusal.of(ErrorCode.UNKNOWN_CARD)));
    }

    private OpenBill attached(KnownCards.Held card) {
        bills.mustBeChangeable();
        refuseCodeOnly();
        if (card.blocked()) {
            throw Refusal.of(ErrorCode.CARD_BLOCKED);
        }
        return bills.attach(card.member(), true);
    }

    private void refuseCodeOnly() {
        if (scheme.now().membership().cards().codeOnly()) {
            throw Refusal.of(ErrorCode.NOT_IN_PROGRAMME, "swipe, tap");
        }
    }
}
