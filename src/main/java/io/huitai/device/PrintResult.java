package io.huitai.device;

/// What became of a print.
public sealed interface PrintResult {
    /// The printer took all of it.
    record Printed() implements PrintResult {}

    /// Nothing reached the printer: it may be sent again.
    record Failed(Reason reason) implements PrintResult {}

    /// Some or all of it may be on paper: sent again only when a person asks, and then as a copy (副本).
    record Unknown(Reason reason) implements PrintResult {}

    /// Why.
    enum Reason {
        /// No such device, or nobody answers at its address.
        UNREACHABLE,
        /// It did not take the bytes, or did not confirm them, in time.
        TIMED_OUT,
        /// The line broke in the middle.
        BROKEN_OFF,
        /// An earlier print still hangs in it.
        BUSY,
        /// It has been closed.
        CLOSED
    }
}
