package io.huitai.device.driver;

import io.huitai.device.Printer;
import io.huitai.device.PrinterEvent;
import io.huitai.device.PrinterSettings;
import io.huitai.device.PrinterSettings.Port.DeviceFile;
import io.huitai.device.PrinterSettings.Port.Network;
import io.huitai.device.PrinterSettings.Port.Screen;
import io.huitai.device.PrinterSettings.Port.Serial;
import io.huitai.device.simulator.ScreenPrinter;
import java.util.function.Consumer;

/// Printers by their settings.
public final class Printers {
    private Printers() {}

    /// Opens the printer a setting describes. It need not be there yet; `events` hears of each turn, on the thread that
    /// prints.
    public static Printer open(PrinterSettings settings, Consumer<PrinterEvent> events) {
        return switch (settings.port()) {
            case Network port ->
                new LinePrinter(settings.name(), () -> NetworkLine.open(port), _ -> settings.limit(), events);
            case Serial port ->
                new LinePrinter(
                        settings.name(),
                        () -> SerialLine.open(port),
                        // Twice their bare time, for printers that hold the line up while they print.
                        bytes -> settings.limit()
                                .plus(SerialLine.time(2 * bytes, port.address().baud())),
                        events);
            case DeviceFile(var path) ->
                new LinePrinter(settings.name(), () -> FileLine.open(path), _ -> settings.limit(), events);
            case Screen() -> new ScreenPrinter(settings.name());
        };
    }
}
