package io.huitai.device.driver;

import java.io.Closeable;
import java.io.IOException;

/// An open way to a printer. Calls block; closing it from another thread ends them with an {@link IOException}.
interface Line extends Closeable {
    void write(byte[] bytes) throws IOException;

    /// Waits until the printer shows that it took everything written; false where it shows that it did not.
    boolean confirmed() throws IOException;

    /// Opens the line, once for each print.
    interface Opening {
        Line open() throws IOException;
    }
}
