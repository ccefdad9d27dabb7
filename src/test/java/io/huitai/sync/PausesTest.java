package io.huitai.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PausesTest {
    @Test
    void pausesDoubleFromOneSecondToFiveMinutesAndDifferFromTillToTill() {
        var pauses = Pauses.usual(new Random(3));
        for (int failures = 1; failures < 40; failures++) {
            var full = Duration.ofSeconds(Math.min(300, 1L << Math.min(20, failures - 1)));
            assertThat(pauses.after(failures)).isBetween(full.dividedBy(2), full);
        }
        assertThat(IntStream.range(0, 50)
                        .mapToObj(_ -> pauses.after(12))
                        .distinct()
                        .count())
                .isGreaterThan(40);
    }
}
