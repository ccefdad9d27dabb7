package io.huitai.device;

import java.util.Optional;

/// What a printer says of itself when it is asked in real time: `DLE EOT` 1 to 4 of Epson's ESC/POS reference. Such
/// questions are answered at once, also off line and with a full buffer.
public record PrinterStatus(boolean offLine, boolean coverOpen, boolean paperOut, boolean paperLow, boolean fault) {
    /// Nothing known against it.
    public static final PrinterStatus FINE = new PrinterStatus(false, false, false, false, false);

    /// The four questions, each answered with one byte.
    public enum Question {
        PRINTER(1),
        OFF_LINE_CAUSE(2),
        ERROR_CAUSE(3),
        PAPER(4);

        private final byte number;

        Question(int number) {
            this.number = (byte) number;
        }

        /// As it is sent.
        public byte[] bytes() {
            return new byte[] {0x10, 0x04, number};
        }
    }

    /// Whether a byte has the fixed bits of such an answer; noise on the line mostly has not.
    public static boolean isAnswer(int value) {
        return (value & 0x93) == 0x12;
    }

    /// This status, and what the answer to a question adds to it.
    public PrinterStatus and(Question question, int answer) {
        return switch (question) {
            case PRINTER -> new PrinterStatus(offLine || has(answer, 0x08), coverOpen, paperOut, paperLow, fault);
            case OFF_LINE_CAUSE ->
                new PrinterStatus(
                        offLine,
                        coverOpen || has(answer, 0x04),
                        paperOut || has(answer, 0x20),
                        paperLow,
                        fault || has(answer, 0x40));
            case ERROR_CAUSE -> new PrinterStatus(offLine, coverOpen, paperOut, paperLow, fault || has(answer, 0x68));
            case PAPER ->
                new PrinterStatus(
                        offLine, coverOpen, paperOut || has(answer, 0x60), paperLow || has(answer, 0x0C), fault);
        };
    }

    /// What keeps it from printing, and most likely names what to do; paper that runs low does not.
    public Optional<PrintResult.Reason> obstacle() {
        if (coverOpen) {
            return Optional.of(PrintResult.Reason.COVER_OPEN);
        }
        if (paperOut) {
            return Optional.of(PrintResult.Reason.PAPER_OUT);
        }
        if (fault) {
            return Optional.of(PrintResult.Reason.FAULT);
        }
        return offLine ? Optional.of(PrintResult.Reason.OFF_LINE) : Optional.empty();
    }

    private static boolean has(int answer, int bits) {
        return (answer & bits) != 0;
    }
}
