package io.huitai.till;

import io.huitai.device.Paper;
import io.huitai.device.PrinterSettings;
import java.nio.file.Path;
import java.util.Optional;

/// The printer as `settings.yaml` names it: `screen`, `tcp:HOST:PORT`, `file:PATH`.
public final class PrinterName {
    private static final int MOST_PORT = 65_535;

    private PrinterName() {}

    /// The printer's settings; empty for the screen.
    ///
    /// @throws Refusal `BAD_FILE` when the words are none of these
    public static Optional<PrinterSettings> read(TillSettings settings) {
        var words = settings.printer();
        var paper = settings.paper() == Paper.MM58.columns() ? Paper.MM58 : Paper.MM80;
        if (words.equals("screen")) {
            return Optional.empty();
        }
        if (words.startsWith("file:") && words.length() > 5) {
            var port = new PrinterSettings.Port.DeviceFile(Path.of(words.substring(5)));
            return Optional.of(PrinterSettings.of("receipt", port, paper));
        }
        var colon = words.lastIndexOf(':');
        if (words.startsWith("tcp:") && colon > 4 && words.substring(colon + 1).matches("[0-9]{1,5}")) {
            var number = Integer.parseInt(words.substring(colon + 1));
            if (number >= 1 && number <= MOST_PORT) {
                var port = PrinterSettings.Port.Network.at(words.substring(4, colon), number);
                return Optional.of(PrinterSettings.of("receipt", port, paper));
            }
        }
        throw Refusal.of(ErrorCode.BAD_FILE, TillSettings.FILE + ": printer: '" + words + "'");
    }
}
