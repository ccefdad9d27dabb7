package io.huitai.device;

/// What became of a print.
public sealed interface PrintResult {
    /// The printer took all of it.
    ///
    /// @param paperLow it says that its paper is near the end
    record Printed(boolean paperLow) implements PrintResult {
        public Printed() {
            this(false);
        }
    }

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
        /// It says that there is no paper in it.
        PAPER_OUT,
        /// It says that its cover is open.
        COVER_OPEN,
        /// It says that it is off line, and not why.
        OFF_LINE,
        /// It says that something is broken or stuck: the cutter, the head.
        FAULT,
        /// An earlier print still hangs in it.
        BUSY,
        /// It has been closed.
        CLOSED
    }
}
