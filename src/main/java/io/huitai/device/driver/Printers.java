package io.huitai.device.driver;

import io.huitai.device.Printer;
import io.huitai.device.PrinterEvent;
import io.huitai.device.PrinterSettings;
import io.huitai.device.PrinterSettings.Port.DeviceFile;
import io.huitai.device.PrinterSettings.Port.Network;
import io.huitai.device.PrinterSettings.Port.Screen;
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
                new LinePrinter(settings.name(), () -> NetworkLine.open(port), settings.limit(), events);
            case DeviceFile(var path) ->
                new LinePrinter(settings.name(), () -> FileLine.open(path), settings.limit(), events);
            case Screen() -> new ScreenPrinter(settings.name());
        };
    }
}
