package io.huitai.device.driver;

import io.huitai.device.PrintResult;
import io.huitai.device.PrintResult.Failed;
import io.huitai.device.PrintResult.Printed;
import io.huitai.device.PrintResult.Reason;
import io.huitai.device.PrintResult.Unknown;
import io.huitai.device.Printer;
import io.huitai.device.PrinterEvent;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/// A printer behind a blocking line, opened anew for each print, which so finds a printer that was unplugged and back.
///
/// Each print runs on a thread of its own and is given up at the time limit. Given up before the first byte it has
/// failed for certain, for the thread asks before it writes; later nobody knows.
///
/// A printer is asked how it is before each print. One that never answers prints all the same; one that has answered
/// since this was opened must go on answering, for what is sent into a silent line may be lost.
public final class LinePrinter implements Printer {
    private final String name;
    private final Line.Opening opening;
    private final IntFunction<Duration> limit;
    private final Consumer<PrinterEvent> events;
    private Optional<Attempt> latest = Optional.empty();
    private Optional<Boolean> connected = Optional.empty();
    private boolean answers;
    private volatile boolean closed;

    /// @param limit how long a print of so many bytes may take
    LinePrinter(String name, Line.Opening opening, IntFunction<Duration> limit, Consumer<PrinterEvent> events) {
        this.name = name;
        this.opening = opening;
        this.limit = limit;
        this.events = events;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public synchronized PrintResult print(byte[] bytes) {
        if (closed) {
            return new Failed(Reason.CLOSED);
        }
        if (latest.filter(Attempt::hangs).isPresent()) {
            return told(new Failed(Reason.BUSY));
        }
        var attempt = new Attempt(name, opening, bytes, limit.apply(bytes.length), answers);
        latest = Optional.of(attempt);
        var result = attempt.outcome();
        answers |= attempt.answered();
        return told(result);
    }

    /// Waits for nothing: what is being printed goes on.
    @Override
    public void close() {
        closed = true;
    }

    private PrintResult told(PrintResult result) {
        var event = switch (result) {
            case Printed(var _) -> new PrinterEvent.Connected(name);
            case Failed(var reason) -> new PrinterEvent.Disconnected(name, reason);
            case Unknown(var reason) -> new PrinterEvent.Disconnected(name, reason);
        };
        var now = Optional.of(event instanceof PrinterEvent.Connected);
        if (!now.equals(connected)) {
            connected = now;
            events.accept(event);
        }
        return result;
    }
}
