package io.huitai.device;

import io.huitai.device.decode.Codes;
import io.huitai.device.decode.Swipe;
import io.huitai.device.decode.TagRead;
import io.huitai.device.decode.Unreadable;

/// What a reader reports. A loss is an event like any other: the sale goes on.
public sealed interface ReaderEvent {
    /// The name the settings give the reader.
    String reader();

    /// A card went through a magstripe reader.
    record Swiped(String reader, Swipe swipe) implements ReaderEvent {}

    /// A scanner sent this text. For {@link Codes}.
    record Scanned(String reader, String text) implements ReaderEvent {
        /// Its length only: it may be somebody's code.
        @Override
        public String toString() {
            return "Scanned[" + reader + ", " + text.length() + " characters]";
        }
    }

    /// A contactless card came onto the reader.
    record Tapped(String reader, TagRead tag) implements ReaderEvent {}

    /// A contactless card left the reader.
    record Lifted(String reader) implements ReaderEvent {}

    /// A code broke off, or a contactless card was taken away too soon.
    record Unread(String reader, Unreadable why) implements ReaderEvent {}

    /// It is there: for the first time, or again.
    record Connected(String reader) implements ReaderEvent {}

    /// It cannot be reached; told once, until it is there.
    record Disconnected(String reader, Loss loss) implements ReaderEvent {}

    /// Why a reader cannot be reached.
    enum Loss {
        /// Not plugged in, no permission, or another program has it.
        UNREACHABLE,
        /// It was there and went.
        BROKEN_OFF,
        /// The system's card service (PC/SC) does not run.
        NO_SERVICE,
        /// It is there and does not answer.
        TIMED_OUT
    }
}
