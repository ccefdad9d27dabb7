package io.huitai.ui.fittings;

import io.huitai.device.decode.CardRead;
import io.huitai.device.decode.PaymentCard;
import io.huitai.device.decode.Swipe;
import io.huitai.device.decode.TagRead;
import io.huitai.device.decode.Unreadable;
import io.huitai.shop.CardNumber;
import io.huitai.till.book.Proof;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import java.util.function.Consumer;

/// Hears the card that an approver swipes or taps in place of number and PIN.
///
/// @param scan hears everything that is no card
public record ApproverCard(Notices notices, Consumer<Proof> shown, Consumer<String> scan) implements Reading {
    @Override
    public void scanned(String text) {
        scan.accept(text);
    }

    @Override
    public void swiped(Swipe swipe) {
        switch (swipe) {
            case CardRead(var number) -> shown.accept(new Proof.Card(new CardNumber(number)));
            case PaymentCard _ -> notices.refused(Refusal.of(ErrorCode.PAN_REFUSED));
            case Unreadable _ -> notices.refused(Refusal.of(ErrorCode.CARD_UNREADABLE));
        }
    }

    /// A number that is made up for one tap is nobody's.
    @Override
    public void tapped(TagRead tag) {
        if (tag.isPassing()) {
            notices.refused(Refusal.of(ErrorCode.CARD_UNREADABLE));
        } else {
            shown.accept(new Proof.Card(new CardNumber(tag.uid())));
        }
    }
}
