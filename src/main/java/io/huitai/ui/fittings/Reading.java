package io.huitai.ui.fittings;

import io.huitai.device.decode.Swipe;
import io.huitai.device.decode.TagRead;

/// Whoever stands in front hears what readers read, whatever has the focus.
public interface Reading {
    /// A scanner's text, as it came.
    void scanned(String text);

    void swiped(Swipe swipe);

    /// A contactless card was laid on a reader.
    void tapped(TagRead tag);
}
