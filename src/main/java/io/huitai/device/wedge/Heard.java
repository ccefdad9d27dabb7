package io.huitai.device.wedge;

import io.huitai.device.decode.Codes;
import io.huitai.device.decode.Swipe;
import java.util.List;

/// What the {@link Wedge} makes of the strokes.
///
/// @param <E> the front's own keyboard event
public sealed interface Heard<E> {
    /// A scanner sent this text, without its prefix, suffix and terminator. For {@link Codes}.
    record Scanned<E>(String text) implements Heard<E> {
        /// Its length only: it may be somebody's code.
        @Override
        public String toString() {
            return "Scanned[" + text.length() + " characters]";
        }
    }

    /// A magstripe reader sent this.
    record Swiped<E>(Swipe swipe) implements Heard<E> {}

    /// A reader's burst that is not whole: to be told, for it is scanned again by whoever knows.
    record Unread<E>() implements Heard<E> {}

    /// So many characters that were handed through just now were the beginning of the reader's burst that follows:
    /// to be taken out of the field again.
    record TakenBack<E>(int characters) implements Heard<E> {}

    /// A person did this: to be handed through, in order.
    record Typed<E>(List<E> events) implements Heard<E> {
        public Typed {
            events = List.copyOf(events);
        }

        @Override
        public String toString() {
            return "Typed[" + events.size() + " events]";
        }
    }
}
