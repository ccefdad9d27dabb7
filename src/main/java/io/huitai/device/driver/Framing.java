package io.huitai.device.driver;

import io.huitai.device.ReaderEvent;
import io.huitai.device.ReaderSettings;
import java.util.List;

/// Cuts what a serial reader sends into readings. Pure; times are millis on any steady clock. Holds a bounded number of
/// bytes and wipes them when a reading ends, however it ends.
interface Framing {
    static Framing of(ReaderSettings settings) {
        return switch (settings.kind()) {
            case MAGSTRIPE -> new SwipeFraming(settings.name());
            case CODES -> new CodeFraming(settings.name());
            case NFC -> throw new IllegalArgumentException("NFC readers do not frame");
        };
    }

    /// Takes the first `count` bytes and says what they end.
    List<ReaderEvent> hear(byte[] bytes, int count, long atMillis);

    /// Says what is ended by nothing having come until now.
    List<ReaderEvent> tick(long nowMillis);

    /// The line broke: what had begun does not go on when it is back.
    void lost(long nowMillis);
}
