package io.huitai.device.driver;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalInt;

/// An open way to a printer. Calls block; closing it from another thread ends them with an {@link IOException}.
interface Line extends Closeable {
    /// Hands over all of it; where the line shows it, returns only when it has left the machine.
    void write(byte[] bytes) throws IOException;

    /// Whether anything can come back on it.
    boolean isTwoWay();

    /// The next byte that came back, or empty when none comes in time.
    ///
    /// @throws IOException also when the other side has ended the line
    OptionalInt read(Duration patience) throws IOException;

    /// Waits until the line itself shows that the printer took everything written; false where it shows that it did
    /// not. For printers that answer no questions.
    boolean confirmed() throws IOException;

    /// Opens the line, once for each print.
    interface Opening {
        Line open() throws IOException;
    }
}
