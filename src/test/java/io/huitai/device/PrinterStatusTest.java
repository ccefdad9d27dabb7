package io.huitai.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.device.PrintResult.Reason;
import io.huitai.device.PrinterStatus.Question;
import org.junit.jupiter.api.Test;

/// By the tables of Epson's reference.
class PrinterStatusTest {
    @Test
    void theQuestionsAreDleEot1To4() {
        assertThat(Question.PRINTER.bytes()).containsExactly(0x10, 0x04, 1);
        assertThat(Question.PAPER.bytes()).containsExactly(0x10, 0x04, 4);
    }

    @Test
    void anAnswerHasItsFixedBits() {
        assertThat(PrinterStatus.isAnswer(0x12)).isTrue();
        assertThat(PrinterStatus.isAnswer(0x7E)).isTrue();
        assertThat(PrinterStatus.isAnswer(0x10)).as("a status by itself").isFalse();
        assertThat(PrinterStatus.isAnswer(0x11)).as("XON").isFalse();
        assertThat(PrinterStatus.isAnswer(0x13)).as("XOFF").isFalse();
        assertThat(PrinterStatus.isAnswer(0x92)).isFalse();
        assertThat(PrinterStatus.isAnswer(0x00)).isFalse();
    }

    @Test
    void theCauseIsNamedRatherThanThatItIsOffLine() {
        var offLine = PrinterStatus.FINE.and(Question.PRINTER, 0x1A);
        assertThat(offLine.obstacle()).contains(Reason.OFF_LINE);
        assertThat(offLine.and(Question.OFF_LINE_CAUSE, 0x16).obstacle()).contains(Reason.COVER_OPEN);
        assertThat(offLine.and(Question.OFF_LINE_CAUSE, 0x32).obstacle()).contains(Reason.PAPER_OUT);
        assertThat(offLine.and(Question.OFF_LINE_CAUSE, 0x52).obstacle()).contains(Reason.FAULT);
        assertThat(offLine.and(Question.ERROR_CAUSE, 0x1A).obstacle()).contains(Reason.FAULT);
        assertThat(offLine.and(Question.PAPER, 0x72).obstacle()).contains(Reason.PAPER_OUT);
    }

    @Test
    void paperNearItsEndIsNoObstacle() {
        var low = PrinterStatus.FINE.and(Question.PRINTER, 0x12).and(Question.PAPER, 0x1E);
        assertThat(low.paperLow()).isTrue();
        assertThat(low.obstacle()).isEmpty();
    }

    /// An open drawer (bit 2 of the first answer) keeps nothing from printing.
    @Test
    void theDrawerIsNoObstacle() {
        assertThat(PrinterStatus.FINE.and(Question.PRINTER, 0x16)).isEqualTo(PrinterStatus.FINE);
    }
}
