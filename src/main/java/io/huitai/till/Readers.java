package io.huitai.till;

import io.huitai.device.CardRead;
import io.huitai.device.Codes;
import io.huitai.device.PaymentCard;
import io.huitai.device.Scan;
import io.huitai.device.Tracks;
import io.huitai.device.Unreadable;
import io.huitai.money.Quantity;
import io.huitai.shop.CardNumber;
import io.huitai.shop.Product;
import io.huitai.shop.ReceiptNo;
import java.util.Optional;

/// What scanners and card readers bring to the open bill.
public final class Readers {
    private final Book book;
    private final Catalogue catalogue;
    private final Bills bills;

    Readers(Book book, Catalogue catalogue, Bills bills) {
        this.book = book;
        this.catalogue = catalogue;
        this.bills = bills;
    }

    /// What a scan was.
    public sealed interface Scanned {
        /// @param bill with the product on its last line
        record OfProduct(Product product, OpenBill bill) implements Scanned {}

        record OfReceipt(ReceiptNo receipt) implements Scanned {}
    }

    /// Adds a scanned product, or tells whose receipt was scanned. Refused: `UNKNOWN_PRODUCT`, `PAN_REFUSED`,
    /// `CARD_UNREADABLE`.
    public Scanned scan(String code) {
        book.shift();
        return switch (Codes.decode(code)) {
            case Scan.Goods(var digits) -> scanned(digits, code);
            case Scan.Weighed weighed -> scanned(weighed.code(), code);
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
                    || book.store().refund(receipt).isPresent()) {
                return new Scanned.OfReceipt(receipt);
            }
        }
        return scanned(text, text);
    }

    private Scanned scanned(String digits, String code) {
        var product = catalogue.scanned(digits).orElseThrow(() -> Refusal.of(ErrorCode.UNKNOWN_PRODUCT, code));
        return new Scanned.OfProduct(product, bills.add(product, Quantity.ONE, Bills.LineExtras.NONE));
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

    /// Attaches the member of a card that a reader has decoded.
    public OpenBill card(CardNumber number) {
        bills.mustBeChangeable();
        var holder = book.store().card(number).orElseThrow(() -> Refusal.of(ErrorCode.UNKNOWN_CARD));
        if (holder.blocked()) {
            throw Refusal.of(ErrorCode.CARD_BLOCKED);
        }
        return bills.attach(holder.member(), true);
    }
}
