package io.huitai.device.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.device.ReaderEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// What a reader has reported, to be waited for.
public final class EventsHeard implements Consumer<ReaderEvent> {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final BlockingQueue<ReaderEvent> events = new LinkedBlockingQueue<>();
    private final List<ReaderEvent> all = new ArrayList<>();

    @Override
    public void accept(ReaderEvent event) {
        events.add(event);
    }

    /// The next event.
    public ReaderEvent next() throws InterruptedException {
        var event = events.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        assertThat(event).as("an event after %s", all).isNotNull();
        all.add(event);
        return event;
    }

    /// The next event of a kind; what comes before it is passed over.
    public <E extends ReaderEvent> E next(Class<E> kind) throws InterruptedException {
        for (var event = next(); ; event = next()) {
            if (kind.isInstance(event)) {
                return kind.cast(event);
            }
        }
    }

    /// Nothing comes for so long.
    public void silent(Duration time) throws InterruptedException {
        assertThat(events.poll(time.toMillis(), TimeUnit.MILLISECONDS))
                .as("after %s", all)
                .isNull();
    }
}
