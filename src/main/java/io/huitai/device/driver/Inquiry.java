package io.huitai.device.driver;

import io.huitai.device.PrinterStatus;
import io.huitai.device.PrinterStatus.Question;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/// Questions to a printer about itself, on its line.
///
/// `DLE EOT` is answered at once, before all that still waits in the printer's buffer; `GS r` takes its turn behind it,
/// and so shows that everything sent before it has been printed. Answers carry no names, so one question stands at a
/// time; the two kinds differ in their fixed bits. Anything else that comes is noise, or a status that the printer
/// sends by itself (four bytes), and is passed over.
final class Inquiry {
    private static final byte[] PAPER_IN_TURN = {0x1D, 'r', 1};
    private static final int REST_OF_UNASKED = 3;
    private static final int NOTHING = -1;

    private final Line line;
    private final Duration patience;
    private int atOnce = NOTHING;
    private int inTurn = NOTHING;
    private int passOver;

    /// @param patience how long one answer may take
    Inquiry(Line line, Duration patience) {
        this.line = line;
        this.patience = patience;
    }

    /// How the printer is; empty when it does not say.
    Optional<PrinterStatus> status() throws IOException {
        if (!line.isTwoWay()) {
            return Optional.empty();
        }
        var status = Optional.<PrinterStatus>empty();
        for (var question : Question.values()) {
            atOnce = NOTHING;
            line.write(question.bytes());
            var end = System.nanoTime() + patience.toNanos();
            while (atOnce == NOTHING && hear(end)) {
                // until the answer is among what is heard
            }
            if (atOnce != NOTHING) {
                status = Optional.of(status.orElse(PrinterStatus.FINE).and(question, atOnce));
            } else if (status.isEmpty()) {
                return status;
            }
        }
        return status;
    }

    /// Whether the printer, idle, answers a question that takes its turn. Answers still owed to an earlier print come
    /// in front of this one; after a moment's silence all of them are in.
    boolean answersInTurn() throws IOException {
        line.write(PAPER_IN_TURN);
        var answers = answeredInTurn();
        var silence = patience.dividedBy(5).toNanos();
        while (answers && hear(System.nanoTime() + silence)) {
            // passed over
        }
        inTurn = NOTHING;
        return answers;
    }

    /// Asks behind everything sent so far; {@link #answeredInTurn} hears the answer.
    void askInTurn() throws IOException {
        line.write(PAPER_IN_TURN);
    }

    /// Waits once for the answer that takes its turn. It is not lost when it comes between other answers.
    boolean answeredInTurn() throws IOException {
        var end = System.nanoTime() + patience.toNanos();
        while (inTurn == NOTHING && hear(end)) {
            // until the answer is among what is heard
        }
        return inTurn != NOTHING;
    }

    /// Takes in one byte; false when none came until then.
    private boolean hear(long end) throws IOException {
        var left = end - System.nanoTime();
        var heard = left > 0 ? line.read(Duration.ofNanos(left)) : OptionalInt.empty();
        if (heard.isEmpty()) {
            return false;
        }
        var value = heard.getAsInt();
        if (passOver > 0) {
            passOver--;
        } else if ((value & 0x93) == 0x10) {
            passOver = REST_OF_UNASKED;
        } else if (PrinterStatus.isAnswer(value)) {
            atOnce = value;
        } else if ((value & 0x90) == 0) {
            inTurn = value;
        }
        return true;
    }
}
