package io.huitai.device;

import io.huitai.device.ReaderEvent.Loss;
import io.huitai.device.ReaderSettings.Port;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// The readers of one till: how each stands, and what they read for whoever stands in front.
///
/// What a front does not take in time is dropped from a certain number on: a reading that comes minutes late would
/// reach another guest's bill.
public final class Readers implements AutoCloseable {
    static final int MOST_WAITING = 16;

    private final List<ReaderSettings> settings;
    private final List<Reader> open = new ArrayList<>();
    private final Map<String, Standing> standings = new ConcurrentHashMap<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile Front front = new Front(Runnable::run, _ -> {});

    /// Opens one reader of a till.
    @FunctionalInterface
    public interface Opening {
        Reader open(ReaderSettings settings, Consumer<ReaderEvent> events);
    }

    /// How a reader is.
    public enum State {
        /// It has not answered yet.
        OPENING,
        READY,
        LOST,
        /// It types; nobody can know whether it is there.
        KEYBOARD
    }

    /// One reader and how it is.
    ///
    /// @param loss why, where it is lost
    public record Standing(ReaderSettings reader, State state, Optional<Loss> loss) {}

    private record Front(Executor thread, Consumer<ReaderEvent> listener) {}

    private Readers(List<ReaderSettings> settings) {
        this.settings = List.copyOf(settings);
    }

    /// Opens the readers that settings name. They need not be there.
    public static Readers open(List<ReaderSettings> settings, Opening opening) {
        var readers = new Readers(settings);
        for (var each : readers.settings) {
            var typing = each.port() instanceof Port.Keyboard;
            readers.stands(each, typing ? State.KEYBOARD : State.OPENING, Optional.empty());
            if (!typing) {
                readers.open.add(opening.open(each, event -> readers.heard(each, event)));
            }
        }
        return readers;
    }

    /// A till without any.
    public static Readers none() {
        return new Readers(List.of());
    }

    /// How each is, in the order of the settings.
    public List<Standing> standings() {
        return settings.stream()
                .flatMap(each -> Optional.ofNullable(standings.get(each.name())).stream())
                .toList();
    }

    /// From now on this listener hears what is read and who comes and goes, on this thread and in order.
    public void listen(Executor thread, Consumer<ReaderEvent> listener) {
        front = new Front(thread, listener);
    }

    /// Somebody waits for a reading of this one.
    public void awaited(String name) {
        open.stream().filter(reader -> reader.settings().name().equals(name)).forEach(Reader::awaited);
    }

    private void heard(ReaderSettings reader, ReaderEvent event) {
        switch (event) {
            case ReaderEvent.Connected _ -> stands(reader, State.READY, Optional.empty());
            case ReaderEvent.Disconnected(var _, var loss) -> stands(reader, State.LOST, Optional.of(loss));
            case ReaderEvent.Swiped _,
                    ReaderEvent.Scanned _,
                    ReaderEvent.Tapped _,
                    ReaderEvent.Lifted _,
                    ReaderEvent.Unread _ -> {
                // The reader is as it was.
            }
        }
        pass(event);
    }

    private void stands(ReaderSettings reader, State state, Optional<Loss> loss) {
        standings.put(reader.name(), new Standing(reader, state, loss));
    }

    private void pass(ReaderEvent event) {
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            return;
        }
        var to = front;
        to.thread().execute(() -> {
            waiting.decrementAndGet();
            to.listener().accept(event);
        });
    }

    @Override
    public void close() {
        open.forEach(Reader::close);
    }
}
