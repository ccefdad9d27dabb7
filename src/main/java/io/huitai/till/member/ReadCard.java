package io.huitai.till.member;

import io.huitai.device.decode.CardRead;
import io.huitai.device.decode.PaymentCard;
import io.huitai.device.decode.Swipe;
import io.huitai.device.decode.Tracks;
import io.huitai.device.decode.Uids;
import io.huitai.device.decode.Unreadable;
import io.huitai.shop.CardNumber;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import java.util.Optional;

/// The one place where what a reader brings becomes a card's number, or is refused.
public final class ReadCard {
    private ReadCard() {}

    /// Refused: `PAN_REFUSED`, `CARD_UNREADABLE`.
    public static CardNumber swiped(Swipe swipe) {
        return switch (swipe) {
            case CardRead(var number) -> new CardNumber(number);
            case PaymentCard _ -> throw Refusal.of(ErrorCode.PAN_REFUSED);
            case Unreadable _ -> throw Refusal.of(ErrorCode.CARD_UNREADABLE);
        };
    }

    /// A swipe by its tracks. Refused: `PAN_REFUSED`, `CARD_UNREADABLE`.
    public static CardNumber swiped(Optional<String> track1, Optional<String> track2, Optional<String> track3) {
        return swiped(Tracks.decode(track1, track2, track3));
    }

    /// A contactless card, in whatever form the reader gives its number. Refused: `CARD_UNREADABLE` for a number that
    /// is nobody's: made up for each tap, or the same on many cards.
    public static CardNumber tapped(String uid) {
        var hex = Uids.hex(uid);
        if (hex.filter(Uids::isNobodys).isPresent()) {
            throw Refusal.worded(ErrorCode.CARD_UNREADABLE, "passing");
        }
        return new CardNumber(hex.orElse(uid));
    }
}
