package io.huitai.till;

import io.huitai.device.CardRead;
import io.huitai.device.Codes;
import io.huitai.device.PaymentCard;
import io.huitai.device.Scan;
import io.huitai.device.Tracks;
import io.huitai.device.Unreadable;
import io.huitai.journal.AskedUse;
import io.huitai.journal.Fact;
import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.protocol.SignedCode;
import io.huitai.protocol.SignedCode.Reading;
import io.huitai.shop.CardNumber;
import io.huitai.shop.Dish;
import io.huitai.shop.MemberNo;
import io.huitai.shop.Product;
import io.huitai.shop.ReceiptNo;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What scanners and card readers bring to the open bill.
public final class Readers {
    private final Book book;
    private final Catalogue catalogue;
    private final Bills bills;
    private final Scheme scheme;
    private final CodeKeys keys;
    private final List<String> weightPrefixes;
    /// Short-lived codes that were shown, and the bill that each was shown for.
    private final Map<Shown, Long> shown = new HashMap<>();

    private record Shown(MemberNo member, Instant at) {}

    Readers(Book book, Catalogue catalogue, Bills bills, Scheme scheme, CodeKeys keys, List<String> weightPrefixes) {
        this.book = book;
        this.catalogue = catalogue;
        this.bills = bills;
        this.scheme = scheme;
        this.keys = keys;
        this.weightPrefixes = List.copyOf(weightPrefixes);
    }

    /// What a scan was.
    public sealed interface Scanned {
        /// @param bill with the product on its last line
        record OfProduct(Product product, OpenBill bill) implements Scanned {}

        record OfReceipt(ReceiptNo receipt) implements Scanned {}

        /// @param bill with the member attached
        record OfMember(OpenBill bill) implements Scanned {}

        /// @param bill with the voucher asked for; what it cannot use is among the refused
        record OfVoucher(OpenBill bill) implements Scanned {}
    }

    /// Adds a scanned product, attaches a member, asks for a voucher, or tells whose receipt was scanned. Refused:
    /// `UNKNOWN_PRODUCT`, `PAN_REFUSED`, `CODE_FORGED`, `CODE_EXPIRED`, for another
    /// member's voucher `NOT_TRANSFERABLE`.
    public Scanned scan(String code) {
        book.shift();
        return switch (Codes.decode(code)) {
            case Scan.Goods(var digits) -> added(known(digits, code));
            case Scan.Weighed weighed -> added(weighed(weighed));
            case Scan.Plain(var text) when SignedCode.isMeant(text) -> signed(text);
            case Scan.Plain(var text) -> receiptOrProduct(text);
            case Scan.Link _ -> throw Refusal.of(ErrorCode.UNKNOWN_PRODUCT, "");
            case Scan.PaymentCode _ -> throw Refusal.of(ErrorCode.UNKNOWN_PRODUCT, "");
            case PaymentCard _ -> throw Refusal.of(ErrorCode.PAN_REFUSED);
            case Unreadable _ -> throw Refusal.of(ErrorCode.UNKNOWN_PRODUCT, code);
        };
    }

    private Scanned receiptOrProduct(String text) {
        if (text.length() <= 48 && text.indexOf('-') > 0) {
            var receipt = new ReceiptNo(text);
            if (book.store().sale(receipt).isPresent()
                    || book.store().refund(receipt).isPresent()
                    || book.store().slip(receipt).isPresent()) {
                return new Scanned.OfReceipt(receipt);
            }
        }
        return added(known(text, text));
    }

    // Goods

    /// A product that a scan means, and how much of it.
    public record Goods(Product product, Quantity qty) {}

    /// The dish that a scan means, where the guest is asked about it before it goes on the bill. Changes nothing.
    /// Refused: as a new line.
    public Optional<Goods> dish(String code) {
        book.shift();
        var goods = switch (Codes.decode(code)) {
            case Scan.Goods(var digits) -> goods(digits);
            case Scan.Weighed weighed -> Optional.of(weighed(weighed));
            case Scan.Plain(var text) -> goods(text);
            case Scan.Link _, Scan.PaymentCode _, PaymentCard _, Unreadable _ -> Optional.<Goods>empty();
        };
        var dish = goods.filter(
                scanned -> scanned.product().dish().filter(Dish::isAskedAbout).isPresent());
        dish.ifPresent(_ -> bills.mustBeChangeable());
        return dish;
    }

    private Optional<Goods> goods(String code) {
        return catalogue.scanned(code).map(product -> new Goods(product, Quantity.ONE));
    }

    private Goods known(String digits, String code) {
        return goods(digits).orElseThrow(() -> Refusal.of(ErrorCode.UNKNOWN_PRODUCT, code));
    }

    /// A scale's label names its product by prefix and item, and says what it weighs (grams) or costs (fen).
    private Goods weighed(Scan.Weighed label) {
        var whole = goods(label.code());
        if (whole.isPresent()) {
            return whole.get();
        }
        var product = catalogue
                .scanned(label.prefix() + label.item())
                .orElseThrow(() -> Refusal.of(ErrorCode.UNKNOWN_PRODUCT, label.code()));
        if (label.value() == 0) {
            throw Refusal.of(ErrorCode.UNKNOWN_PRODUCT, label.code());
        }
        return weightPrefixes.contains(label.prefix())
                ? new Goods(product, Kitchen.ofGrams(product, label.value()))
                : new Goods(product.costing(Money.ofFen(label.value())), Quantity.ONE);
    }

    // Signed codes

    /// Head office's key, at the till's first contact with it. Another one later is not believed.
    ///
    /// @param coded X.509, Base64
    public void codesAreSignedBy(String coded) {
        keys.learn(coded);
    }

    private Scanned signed(String text) {
        bills.mustBeChangeable();
        var key = keys.trusted().orElseThrow(() -> Refusal.of(ErrorCode.LINK_DOWN));
        return switch (SignedCode.read(text, List.of(key), book.now().toInstant(), book.today())) {
            case Reading.Forged() -> throw Refusal.of(ErrorCode.CODE_FORGED);
            case Reading.Expired() -> throw Refusal.of(ErrorCode.CODE_EXPIRED);
            case Reading.Genuine(var code, var at) -> {
                at.map(moment -> new Shown(code.member(), moment)).ifPresent(this::refuseReplay);
                var scanned = switch (code) {
                    case SignedCode.OfMember member -> new Scanned.OfMember(attached(member));
                    case SignedCode.OfVoucher voucher -> new Scanned.OfVoucher(asked(voucher));
                };
                at.ifPresent(moment -> shown.put(new Shown(code.member(), moment), openBill()));
                yield scanned;
            }
        };
    }

    /// Scanned once more for the same bill it is the same guest; for another bill somebody has copied it.
    private void refuseReplay(Shown code) {
        shown.keySet()
                .removeIf(old -> old.at().isBefore(book.now().toInstant().minus(SignedCode.WINDOW.multipliedBy(2))));
        var before = shown.get(code);
        if (before != null && before != openBill()) {
            throw Refusal.of(ErrorCode.CODE_EXPIRED);
        }
    }

    private long openBill() {
        return book.openBill().map(Bill::id).orElse(0L);
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

    private OpenBill asked(SignedCode.OfVoucher code) {
        var bill = book.openBill();
        if (scheme.now().voucher(code.type()).isEmpty()) {
            throw Refusal.of(ErrorCode.UNKNOWN_VOUCHER, code.type());
        }
        var member = bill.flatMap(Bill::member);
        if (member.isEmpty()) {
            if (book.store().member(code.member()).isEmpty()) {
                throw Refusal.of(ErrorCode.UNKNOWN_MEMBER);
            }
            var _ = bills.attach(code.member(), true);
        } else if (!member.get().equals(code.member())) {
            throw Refusal.of(ErrorCode.NOT_TRANSFERABLE);
        }
        var use = bill.map(Bill::use).orElse(AskedUse.NOTHING);
        return bills.use(Pricer.asked(use.oneMore(code.type())));
    }

    private Scanned added(Goods goods) {
        return new Scanned.OfProduct(goods.product(), bills.add(goods.product(), goods.qty(), Bills.LineExtras.NONE));
    }

    /// Attaches the member of a swiped card. Refused: `CARD_UNREADABLE`, `PAN_REFUSED`, `UNKNOWN_CARD`,
    /// `CARD_BLOCKED`.
    public OpenBill swipe(Optional<String> track1, Optional<String> track2, Optional<String> track3) {
        book.shift();
        return switch (Tracks.decode(track1, track2, track3)) {
            case CardRead(var number) -> card(new CardNumber(number));
            case PaymentCard _ -> throw Refusal.of(ErrorCode.PAN_REFUSED);
            case Unreadable _ -> throw Refusal.of(ErrorCode.CARD_UNREADABLE);
        };
    }

    /// Attaches the member of a card that a reader has decoded. Refused: `UNKNOWN_CARD`, `CARD_BLOCKED`, and
    /// `NOT_IN_PROGRAMME` where the member's code alone is the card.
    public OpenBill card(CardNumber number) {
        bills.mustBeChangeable();
        if (scheme.now().membership().cards().codeOnly()) {
            throw Refusal.of(ErrorCode.NOT_IN_PROGRAMME, "swipe, tap");
        }
        var holder = book.store().card(number).orElseThrow(() -> Refusal.of(ErrorCode.UNKNOWN_CARD));
        if (holder.blocked()) {
            throw Refusal.of(ErrorCode.CARD_BLOCKED);
        }
        return bills.attach(holder.member(), true);
    }
}
