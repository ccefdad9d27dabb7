package io.huitai.till.paper;

import io.huitai.device.PrintResult;

/// How a till's printer stands, as the cashier is told.
public enum PrinterState {
    /// Receipts are shown on the screen.
    SCREEN("screen"),
    READY("ready"),
    /// It prints, and its paper is near the end.
    PAPER_LOW("ready"),
    /// What waits is printed when there is paper in it again.
    PAPER_OUT("trouble"),
    /// What waits is printed when its cover is closed again.
    COVER_OPEN("trouble"),
    OFF_LINE("trouble"),
    FAULT("trouble"),
    /// Not there, or it does not answer.
    SILENT("trouble"),
    /// Nothing is wrong with it, but the last receipt may or may not be on paper.
    DOUBTFUL("trouble"),
    /// Nothing is printed any more before the next start.
    STOPPED("trouble");

    private final String code;

    PrinterState(String code) {
        this.code = code;
    }

    /// The word of the console: `screen`, `ready`, `trouble`.
    public String code() {
        return code;
    }

    static PrinterState of(PrintResult.Reason reason) {
        return switch (reason) {
            case PAPER_OUT -> PAPER_OUT;
            case COVER_OPEN -> COVER_OPEN;
            case OFF_LINE -> OFF_LINE;
            case FAULT -> FAULT;
            case UNREACHABLE, TIMED_OUT, BROKEN_OFF, BUSY, CLOSED -> SILENT;
        };
    }
}
