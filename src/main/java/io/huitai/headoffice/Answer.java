package io.huitai.headoffice;

import io.huitai.journal.Entry;
import io.huitai.protocol.RefusalMessage;
import io.huitai.protocol.RefusalReason;

/// What a till is answered.
sealed interface Answer<T> {
    record Given<T>(T message) implements Answer<T> {}

    record Refused<T>(RefusalMessage refusal) implements Answer<T> {}

    static <T> Answer<T> refused(RefusalReason reason, String text) {
        return new Refused<>(new RefusalMessage(reason, text, 0, Entry.NO_HASH));
    }

    static <T> Answer<T> refused(RefusalReason reason, String text, Rows.TillRow till) {
        return new Refused<>(new RefusalMessage(reason, text, till.held, till.head));
    }
}
