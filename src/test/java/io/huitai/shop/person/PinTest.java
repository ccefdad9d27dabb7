package io.huitai.shop.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huitai.shop.OperatorId;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What may be a PIN in a store that sells. A failing seed is in the failure's text.
class PinTest {
    private static final OperatorId SOMEBODY = new OperatorId("40718");

    @Test
    void whatEverybodyTriesFirstIsNone() {
        for (var digit = 0; digit <= 9; digit++) {
            for (var length = 4; length <= 8; length++) {
                assertThat(Pin.unfit(Integer.toString(digit).repeat(length), SOMEBODY))
                        .isEqualTo(Optional.of(Pin.Why.ONE_DIGIT));
            }
        }
        for (var length = 4; length <= 8; length++) {
            assertThat(Pin.unfit("12345678".substring(0, length), SOMEBODY)).isEqualTo(Optional.of(Pin.Why.A_ROW));
        }
        assertThat(Pin.unfit("40718", SOMEBODY)).isEqualTo(Optional.of(Pin.Why.OWN_NUMBER));
    }

    @Test
    void onlyFourToEightDigitsAre() {
        for (var seed = 1L; seed <= 2_000; seed++) {
            var random = new Random(seed);
            var digits = new StringBuilder("05");
            while (digits.length() < 2 + random.nextInt(10)) {
                digits.append(random.nextInt(10));
            }
            var pin = digits.toString();
            var fits = pin.length() >= 4 && pin.length() <= 8;
            assertThat(Pin.unfit(pin, SOMEBODY).isEmpty())
                    .as("seed %d: %s", seed, pin)
                    .isEqualTo(fits);
            if (fits) {
                assertThat(new Pin(pin)).asString().doesNotContain(pin);
            } else {
                assertThatThrownBy(() -> new Pin(pin))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageNotContaining(pin);
            }
            var other = pin.substring(0, pin.length() - 1) + "abz ０٣".charAt(random.nextInt(6));
            assertThat(Pin.unfit(other, SOMEBODY))
                    .as("seed %d: %s", seed, other)
                    .isPresent();
        }
    }
}
