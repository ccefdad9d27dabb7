package io.huitai.device;

import io.huitai.device.decode.CardRead;
import io.huitai.device.decode.Codes;
import io.huitai.device.decode.PaymentCard;
import io.huitai.device.decode.Scan;
import io.huitai.device.decode.Swipe;
import io.huitai.device.decode.Unreadable;
import java.util.Optional;

/// What may be shown of a reading where somebody tries a reader out: enough to know it again, nothing to misuse.
///
/// @param shown the part that may be seen, or empty
public record Gist(Kind kind, String shown) {
    /// What was read. For the words around it, so stable.
    public enum Kind {
        /// A card of the house, by its last digits.
        CARD,
        /// A contactless card, by the last digits of its number.
        TAG,
        /// A payment card. Nothing of it is shown.
        BANK_CARD,
        /// A product's code, whole.
        PRODUCT,
        /// Another code, by its length.
        CODE,
        /// A guest's payment code.
        PAYMENT_CODE,
        UNREADABLE
    }

    /// Empty for events that read nothing.
    public static Optional<Gist> of(ReaderEvent event) {
        return switch (event) {
            case ReaderEvent.Swiped(var _, var swipe) -> Optional.of(of(swipe));
            case ReaderEvent.Scanned(var _, var text) -> Optional.of(ofCode(text));
            case ReaderEvent.Tapped(var _, var tag) -> Optional.of(new Gist(Kind.TAG, masked(tag.uid())));
            case ReaderEvent.Unread _ -> Optional.of(new Gist(Kind.UNREADABLE, ""));
            case ReaderEvent.Lifted _, ReaderEvent.Connected _, ReaderEvent.Disconnected _ -> Optional.empty();
        };
    }

    public static Gist of(Swipe swipe) {
        return switch (swipe) {
            case CardRead(var number) -> new Gist(Kind.CARD, masked(number));
            case PaymentCard() -> new Gist(Kind.BANK_CARD, "");
            case Unreadable _ -> new Gist(Kind.UNREADABLE, "");
        };
    }

    /// Of a scanned text.
    public static Gist ofCode(String text) {
        return switch (Codes.decode(text)) {
            case Scan.Goods(var code) -> new Gist(Kind.PRODUCT, code);
            case Scan.Weighed weighed -> new Gist(Kind.PRODUCT, weighed.code());
            case Scan.Label label -> new Gist(Kind.PRODUCT, label.code());
            case Scan.Measured goods -> new Gist(Kind.PRODUCT, goods.gtin());
            case CardRead read -> of((Swipe) read);
            case Scan.PaymentCode _ -> new Gist(Kind.PAYMENT_CODE, "");
            case Scan.Link _, Scan.Plain _ ->
                new Gist(Kind.CODE, Integer.toString(text.strip().length()));
            case PaymentCard _ -> new Gist(Kind.BANK_CARD, "");
            case Unreadable _ -> new Gist(Kind.UNREADABLE, "");
        };
    }

    private static String masked(String number) {
        return "****" + number.substring(Math.max(0, number.length() - 4));
    }
}
