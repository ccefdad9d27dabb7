package io.huitai.device.driver;

import io.huitai.device.Reader;
import io.huitai.device.ReaderEvent;
import io.huitai.device.ReaderSettings;
import io.huitai.device.ReaderSettings.Port.Keyboard;
import io.huitai.device.ReaderSettings.Port.PcSc;
import io.huitai.device.ReaderSettings.Port.Serial;
import io.huitai.device.ReaderSettings.Port.Simulated;
import io.huitai.device.simulator.SimulatedReader;
import java.util.function.Consumer;

/// Readers by their settings.
public final class ReaderDrivers {
    private ReaderDrivers() {}

    /// Opens the reader a setting describes. It need not be there yet; `events` hears of all it does, on a thread
    /// of the reader's.
    ///
    /// @throws IllegalArgumentException for a keyboard wedge: the window hears it
    public static Reader open(ReaderSettings settings, Consumer<ReaderEvent> events) {
        return switch (settings.port()) {
            case Serial(var address) -> new SerialReader(settings, address, events);
            case PcSc(var name) -> new PcscReader(settings, name, new CardService.OfTheSystem(), events);
            case Simulated() -> new SimulatedReader(settings, events);
            case Keyboard() -> throw new IllegalArgumentException("A wedge is the window's");
        };
    }
}
