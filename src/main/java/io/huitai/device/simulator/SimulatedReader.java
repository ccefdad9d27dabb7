package io.huitai.device.simulator;

import io.huitai.device.Reader;
import io.huitai.device.ReaderEvent;
import io.huitai.device.ReaderEvent.Loss;
import io.huitai.device.ReaderSettings;
import io.huitai.device.decode.TagRead;
import io.huitai.device.decode.Tracks;
import java.util.List;
import java.util.function.Consumer;

/// A reader that is not there: it reads what it is told to, and when somebody waits, the first demo member's card or
/// product.
public final class SimulatedReader implements Reader {
    private static final String DEMO_SWIPE = ";9988000000000015=29121010000000000?";
    private static final String DEMO_CODE = "6999001000017";
    private static final TagRead DEMO_TAG = new TagRead("04A1B2C3D4E5F6", List.of());

    private final ReaderSettings settings;
    private final Consumer<ReaderEvent> events;
    private boolean plugged;
    private boolean closed;

    public SimulatedReader(ReaderSettings settings, Consumer<ReaderEvent> events) {
        this.settings = settings;
        this.events = events;
        plugIn();
    }

    @Override
    public ReaderSettings settings() {
        return settings;
    }

    @Override
    public void awaited() {
        switch (settings.kind()) {
            case MAGSTRIPE -> swipe(DEMO_SWIPE);
            case CODES -> scan(DEMO_CODE);
            case NFC -> tap(DEMO_TAG);
        }
    }

    /// What a card's tracks send.
    public void swipe(String raw) {
        read(new ReaderEvent.Swiped(settings.name(), Tracks.decode(raw)));
    }

    public void scan(String text) {
        read(new ReaderEvent.Scanned(settings.name(), text));
    }

    /// A card comes and goes.
    public void tap(TagRead tag) {
        read(new ReaderEvent.Tapped(settings.name(), tag));
        read(new ReaderEvent.Lifted(settings.name()));
    }

    public void unplug() {
        if (plugged) {
            plugged = false;
            tell(new ReaderEvent.Disconnected(settings.name(), Loss.BROKEN_OFF));
        }
    }

    public void plugIn() {
        if (!plugged) {
            plugged = true;
            tell(new ReaderEvent.Connected(settings.name()));
        }
    }

    private void read(ReaderEvent event) {
        if (plugged) {
            tell(event);
        }
    }

    private void tell(ReaderEvent event) {
        if (!closed) {
            events.accept(event);
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
