package io.huitai.ui;

import io.huitai.till.paper.PrinterState;
import io.huitai.ui.device.Devices;
import java.time.Duration;
import java.util.function.Supplier;

/// What the window shows of the world around the till. Asked every few seconds on the screen's thread, so the answers
/// must be at hand.
///
/// @param alarm sounds when something went wrong that the cashier may not look at
public record Surroundings(Supplier<Link> link, Supplier<PrinterState> printer, Devices devices, Runnable alarm) {
    public Surroundings(Supplier<Link> link, Supplier<PrinterState> printer, Devices devices) {
        this(link, printer, devices, () -> {});
    }

    /// How the line to head office is.
    public enum Line {
        /// This till has no head office.
        ALONE,
        ONLINE,
        OFFLINE,
        /// Head office does not take this till's journal: somebody must act.
        STOPPED
    }

    /// @param waiting entries that are not yet at head office
    /// @param since how long the line has been as it is
    public record Link(Line line, long waiting, Duration since) {}

    /// A till without a head office, printing on the screen.
    public static Surroundings alone() {
        return new Surroundings(
                () -> new Link(Line.ALONE, 0, Duration.ZERO), () -> PrinterState.SCREEN, Devices.none());
    }
}
