package io.huitai.device;

/// A reader at the counter: magstripe, codes or NFC. It opens itself, reports by itself from a thread of its own, and
/// after a loss comes back by itself.
public interface Reader extends AutoCloseable {
    ReaderSettings settings();

    /// Somebody waits for a reading. A reader that only exists on paper then reads by itself; a real one does nothing.
    default void awaited() {}

    /// Stops it; nothing is reported any more.
    @Override
    void close();
}
