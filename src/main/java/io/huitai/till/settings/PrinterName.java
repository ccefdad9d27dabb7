package io.huitai.till.settings;

import io.huitai.device.Paper;
import io.huitai.device.PrinterSettings;
import io.huitai.device.PrinterSettings.Handshake;
import io.huitai.device.PrinterSettings.Port;
import io.huitai.device.SerialAddress;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import java.nio.file.Path;
import java.util.Optional;

/// The printer as `settings.yaml` names it: `screen`, `tcp:HOST:PORT`, `serial:PORT@BAUD` or `file:PATH`; behind it,
/// after a space, ` rtscts` for a serial line with those wires and ` raster` for a printer without Chinese characters.
///
/// @param raster whether receipts go to it as pictures
public record PrinterName(PrinterSettings printer, boolean raster) {
    private static final String RASTER = " raster";
    private static final String RTS_CTS = " rtscts";
    private static final int MOST_PORT = 65_535;

    /// The printer of a till; empty for the screen.
    ///
    /// @throws Refusal `BAD_FILE` when the words are none of these
    public static Optional<PrinterName> read(TillSettings settings) {
        var words = settings.printer();
        if (words.equals("screen")) {
            return Optional.empty();
        }
        var paper = settings.paper() == Paper.MM58.columns() ? Paper.MM58 : Paper.MM80;
        var raster = words.endsWith(RASTER);
        var place = raster ? words.substring(0, words.length() - RASTER.length()) : words;
        var port = port(place)
                .orElseThrow(() -> Refusal.of(ErrorCode.BAD_FILE, TillSettings.FILE + ": printer: '" + words + "'"));
        return Optional.of(new PrinterName(PrinterSettings.of("receipt", port, paper), raster));
    }

    private static Optional<Port> port(String place) {
        var colon = place.indexOf(':');
        var rest = place.substring(colon + 1);
        if (colon < 0 || rest.isBlank()) {
            return Optional.empty();
        }
        return switch (place.substring(0, colon)) {
            case "file" -> Optional.of(new Port.DeviceFile(Path.of(rest)));
            case "tcp" -> network(rest);
            case "serial" -> serial(rest);
            default -> Optional.empty();
        };
    }

    private static Optional<Port> network(String address) {
        var colon = address.lastIndexOf(':');
        var number = address.substring(colon + 1);
        if (colon < 1 || !number.matches("[0-9]{1,5}")) {
            return Optional.empty();
        }
        var port = Integer.parseInt(number);
        return port >= 1 && port <= MOST_PORT
                ? Optional.of(Port.Network.at(address.substring(0, colon), port))
                : Optional.empty();
    }

    private static Optional<Port> serial(String address) {
        var wires = address.endsWith(RTS_CTS);
        var bare = wires ? address.substring(0, address.length() - RTS_CTS.length()) : address;
        try {
            var handshake = wires ? Handshake.RTS_CTS : Handshake.XON_XOFF;
            return Optional.of(new Port.Serial(SerialAddress.parse(bare), handshake));
        } catch (IllegalArgumentException wrong) {
            return Optional.empty();
        }
    }
}
