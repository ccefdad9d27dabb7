package io.huitai.device;

/// A receipt printer: bytes go out, and what became of them comes back.
///
/// Called from one thread at a time, never the screen's: a print may take as long as the settings allow.
public interface Printer extends AutoCloseable {
    /// The name the settings give it.
    String name();

    /// Sends one whole print. Nothing is ever sent a second time from here.
    PrintResult print(byte[] bytes);

    /// Asks whether a print could begin now; nothing is printed.
    default PrintResult probe() {
        return print(new byte[0]);
    }

    @Override
    void close();
}
