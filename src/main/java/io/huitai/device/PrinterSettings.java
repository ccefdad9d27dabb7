package io.huitai.device;

import java.nio.file.Path;
import java.time.Duration;

/// One printer as the till's settings describe it.
///
/// @param limit how long one print may take from the first connection to the last confirmation; on a serial line
///     that and the time its bytes take
public record PrinterSettings(String name, Port port, Paper paper, Duration limit) {
    private static final Duration USUAL_LIMIT = Duration.ofSeconds(10);

    public PrinterSettings {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A printer has a name");
        }
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("A printer's time limit is above zero");
        }
    }

    public static PrinterSettings of(String name, Port port, Paper paper) {
        return new PrinterSettings(name, port, paper, USUAL_LIMIT);
    }

    /// Where it hangs.
    public sealed interface Port {
        /// Raw printing over TCP, usually at port 9100.
        record Network(String host, int port, Duration connectLimit) implements Port {
            public Network {
                if (host.isBlank() || port < 1 || port > 65_535) {
                    throw new IllegalArgumentException("A network printer has a host and a port from 1 to 65535");
                }
            }

            public static Network at(String host, int port) {
                return new Network(host, port, Duration.ofSeconds(2));
            }
        }

        /// A serial line, wired or over USB.
        record Serial(SerialAddress address, Handshake handshake) implements Port {}

        /// A device node such as /dev/usb/lp0; below any other folder a file that prints are appended to.
        record DeviceFile(Path path) implements Port {}

        /// The on-screen printer.
        record Screen() implements Port {}
    }

    /// How a serial printer says that its buffer is full.
    public enum Handshake {
        /// By XOFF and XON; a printer that never sends them prints too.
        XON_XOFF,
        /// By the wires RTS and CTS; where they are not connected nothing prints.
        RTS_CTS
    }
}
