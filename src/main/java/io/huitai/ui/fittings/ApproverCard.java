package io.huitai.ui.fittings;

import io.huitai.device.decode.Swipe;
import io.huitai.device.decode.TagRead;
import io.huitai.till.book.Proof;
import io.huitai.till.member.ReadCard;
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
        notices.unlessRefused(() -> new Proof.Card(ReadCard.swiped(swipe)), shown::accept);
    }

    /// A number that is made up for one tap is nobody's.
    @Override
    public void tapped(TagRead tag) {
        notices.unlessRefused(() -> new Proof.Card(ReadCard.tapped(tag.uid())), shown::accept);
    }
}
