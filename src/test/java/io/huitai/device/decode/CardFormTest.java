package io.huitai.device.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huitai.device.decode.CardForm.Guess;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CardFormTest {
    private static final Guess UID = new Guess.Whole("04A1B2C3");

    @Test
    void oneCardIsReadInEachForm() {
        for (var text : List.of("04A1B2C3", "04a1b2c3", "04:A1:B2:C3", "04-a1-b2-c3", "0x04A1B2C3", "０４Ａ１Ｂ２Ｃ３")) {
            assertThat(CardForm.HEX.guesses(text)).as(text).containsExactly(UID);
        }
        assertThat(CardForm.HEX_REVERSED.guesses("C3B2A104")).containsExactly(UID);
        assertThat(CardForm.DECIMAL.guesses("0077705923")).containsExactly(UID);
        assertThat(CardForm.DECIMAL.guesses("77705923")).containsExactly(UID);
        assertThat(CardForm.DECIMAL_REVERSED.guesses("3283263748")).containsExactly(UID);
        assertThat(CardForm.THREE_FIVE.guesses("161,45763")).containsExactly(new Guess.Part("A1B2C3", "C3B2A1"));
        assertThat(CardForm.THREE_FIVE.guesses("0077705923 161,45763")).hasSize(1);
        assertThat(CardForm.EIGHT.guesses("16145763")).containsExactly(new Guess.Part("A1B2C3", "C3B2A1"));
    }

    @Test
    void whatIsNoNumberInAFormGuessesNothing() {
        for (var text : List.of("", "04A1B2", "04A1B2C", "256,00001", "001,65536", "abc")) {
            for (var form : CardForm.values()) {
                assertThat(form.guesses(text)).as("%s as %s", text, form.code()).isEmpty();
            }
        }
        assertThat(CardForm.DECIMAL.guesses("4294967296"))
                .as("more than four bytes")
                .isEmpty();
    }

    @Test
    void settingsNameEachFormAndNoOther() {
        for (var form : CardForm.values()) {
            assertThat(CardForm.of(form.code())).isEqualTo(form);
        }
        assertThatThrownBy(() -> CardForm.of("octal")).hasMessageContaining("hex, hex-reversed, decimal");
    }

    @Test
    void everyFourBytesComeBackFromTheirDecimals() {
        for (var seed = 0L; seed < 2_000; seed++) {
            var value = new Random(seed).nextLong(10_000_000, 1L << 32);
            var hex = String.format(Locale.ROOT, "%08X", value);
            assertThat(CardForm.DECIMAL.guesses("%010d".formatted(value)))
                    .as("seed %d", seed)
                    .containsExactly(new Guess.Whole(hex));
            assertThat(Uids.reversed(Uids.reversed(hex))).as("seed %d", seed).isEqualTo(hex);
            assertThat(Uids.isNobodys(hex))
                    .as("seed %d: %s", seed, hex)
                    .isEqualTo(hex.startsWith("08") || hex.startsWith("88") || hex.matches("(..)\\1*"));
        }
    }

    @Test
    void digitsOfAnyScriptAndSpacesThatAreNoneAreNarrow() {
        assertThat(Widths.narrow("６９９\u200B９-０\u2013０\u3000０\u00A01\uFEFF")).isEqualTo("6999-0-0 0 1");
        assertThat(Widths.narrow("٣４")).isEqualTo("34");
        assertThat(Widths.narrow("宫保鸡丁ABC")).isEqualTo("宫保鸡丁ABC");
    }
}
