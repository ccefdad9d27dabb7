package io.huitai.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class HlcTest {
    @Test
    void readingsOnlyGrowWhateverTheClockSays() {
        var reading = new Hlc(1000, 0);
        assertThat(reading.next(2000)).isEqualTo(new Hlc(2000, 0));
        assertThat(reading.next(1000)).isEqualTo(new Hlc(1000, 1));
        assertThat(reading.next(5)).isEqualTo(new Hlc(1000, 1));
        assertThat(new Hlc(1000, 99_999).next(5)).isEqualTo(new Hlc(1001, 0));
    }

    @Test
    void textsSortAsReadingsDoAndComeBack() {
        var early = new Hlc(999, 99_999);
        var late = new Hlc(1000, 0);
        assertThat(early).isLessThan(late);
        assertThat(early.toString()).isLessThan(late.toString());
        assertThat(Hlc.parse(late.toString())).isEqualTo(late);
        assertThat(late.max(early)).isEqualTo(late);
        assertThatIllegalArgumentException().isThrownBy(() -> Hlc.parse("1.1"));
    }
}
