package io.huitai.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SplitTest {
    @Test
    void remaindersGoToTheLargestAndTiesToTheEarlier() {
        assertThat(Split.of(100, new long[] {1, 1, 1})).containsExactly(34, 33, 33);
        assertThat(Split.of(101, new long[] {1, 1, 1})).containsExactly(34, 34, 33);
        assertThat(Split.of(10_000, new long[] {21_760, 5_075})).containsExactly(8_109, 1_891);
        assertThat(Split.of(5, new long[] {0, 3, 0, 7})).containsExactly(0, 2, 0, 3);
    }

    @Test
    void nothingCanBeSplitOverNothing() {
        assertThat(Split.of(0, new long[] {0, 0})).containsExactly(0, 0);
        assertThatThrownBy(() -> Split.of(1, new long[] {0})).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void partsAddUpAndNoneIsMoreThanItsWeightWhereTheWeightsSuffice() {
        for (var seed = 0; seed < 5_000; seed++) {
            var random = new Random(seed);
            var scale = 1L << random.nextInt(50);
            var weights = random.longs(1 + random.nextInt(30), 0, 1 + random.nextInt(60) * scale)
                    .toArray();
            var total = 0L;
            for (var weight : weights) {
                total += weight;
            }
            var amount = random.nextLong(total + 1);
            var parts = Split.of(amount, weights);
            var sum = 0L;
            for (var i = 0; i < parts.length; i++) {
                assertThat(parts[i]).as("seed %d", seed).isBetween(0L, weights[i]);
                sum += parts[i];
            }
            assertThat(sum).as("seed %d", seed).isEqualTo(amount);
        }
    }
}
