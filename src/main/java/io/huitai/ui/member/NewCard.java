package io.huitai.ui.member;

import io.huitai.device.decode.CardForm;
import io.huitai.device.decode.Codes;
import io.huitai.device.decode.Swipe;
import io.huitai.device.decode.TagRead;
import io.huitai.shop.CardNumber;
import io.huitai.till.club.Members.CardShown;
import io.huitai.till.member.ReadCard;
import io.huitai.ui.fittings.Notices;
import io.huitai.ui.fittings.Reading;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Hears the card that a member is to be given.
///
/// @param scan hears everything that is no card
record NewCard(Notices notices, BiConsumer<CardNumber, CardShown> shown, Consumer<String> scan) implements Reading {
    /// A card's number printed as a code, or a contactless reader that is a keyboard.
    @Override
    public void scanned(String text) {
        var plain = Codes.plain(text);
        if (Codes.isMemberCard(plain) || CardForm.isCard(plain)) {
            shown.accept(new CardNumber(plain), new CardShown.Typed(text));
        } else {
            scan.accept(text);
        }
    }

    @Override
    public void swiped(Swipe swipe) {
        notices.unlessRefused(
                () -> ReadCard.swiped(swipe),
                number -> shown.accept(number, new CardShown.Track2(";" + number.value() + "?")));
    }

    /// A number that is made up for one tap would never be read again.
    @Override
    public void tapped(TagRead tag) {
        notices.unlessRefused(
                () -> ReadCard.tapped(tag.uid()), number -> shown.accept(number, new CardShown.Uid(tag.uid())));
    }
}
