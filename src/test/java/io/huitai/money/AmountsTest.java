package io.huitai.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Money, rates and quantities: exact, rounded where it is said, never wrapped.
class AmountsTest {
    private static final Money MOST = Money.ofFen(Long.MAX_VALUE);

    @Test
    void moneyIsReadAndWrittenInYuan() {
        assertThat(Money.parse("12.5").fen()).isEqualTo(1_250);
        assertThat(Money.parse("-0.05")).hasToString("-0.05");
        assertThat(Money.parse("92233720368547758.07")).isEqualTo(MOST);
        assertThatThrownBy(() -> Money.parse("92233720368547758.08")).isInstanceOf(ArithmeticException.class);
        assertThat(Money.parse("0".repeat(97) + "1.00").fen()).isEqualTo(100);
        assertThatThrownBy(() -> Money.parse("0".repeat(98) + "1.00")).isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+1", "1.", ".5", "1.234", "1,5", "1e3", " 1"})
    void whatIsNoPlainAmountIsRefused(String text) {
        assertThatThrownBy(() -> Money.parse(text)).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void sumsAreExactOrRefused() {
        var two = Money.ofFen(2);
        assertThat(two.plus(two).minus(Money.ofFen(1))).isEqualTo(Money.ofFen(3));
        assertThat(two.times(3).negated()).isEqualTo(Money.ofFen(-6));
        assertThatThrownBy(() -> MOST.plus(two)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> MOST.times(2)).isInstanceOf(ArithmeticException.class);
        assertThat(two.min(MOST)).isEqualTo(MOST.min(two)).isEqualTo(two);
        assertThat(two.max(MOST)).isEqualTo(MOST.max(two)).isEqualTo(MOST);
    }

    @Test
    void zeroIsNeitherPositiveNorNegative() {
        assertThat(Money.ZERO.isPositive()).isFalse();
        assertThat(Money.ZERO.isNegative()).isFalse();
        assertThat(Money.ofFen(1).isPositive()).isTrue();
        assertThat(Money.ofFen(-1).isNegative()).isTrue();
    }

    @Test
    void halvesGoUpAndFloorsGoDown() {
        assertThat(Money.ofFen(10).at(Rate.parse("0.85"))).isEqualTo(Money.ofFen(9));
        assertThat(Money.ofFen(-10).at(Rate.parse("0.85"))).isEqualTo(Money.ofFen(-9));
        assertThat(Money.ofFen(19).floorAt(Rate.parse("0.85"))).isEqualTo(Money.ofFen(16));
        assertThat(Money.ofFen(-19).floorAt(Rate.parse("0.85"))).isEqualTo(Money.ofFen(-17));
        assertThat(Rate.parse("1.2").floorOf(123)).isEqualTo(147);
    }

    /// Small numbers, numbers about the size where products leave a `long`, and the largest.
    @Test
    void roundingIsThatOfExactArithmetic() {
        var random = new Random(20_261_124);
        for (int i = 0; i < 20_000; i++) {
            var fen = random.nextLong() >> random.nextInt(64);
            var rate = new Rate(random.nextInt(1_000_001));
            var exact = BigDecimal.valueOf(fen).multiply(BigDecimal.valueOf(rate.parts(), 6));
            assertThat(Money.ofFen(fen).at(rate).fen())
                    .isEqualTo(exact.setScale(0, RoundingMode.HALF_UP).longValueExact());
            assertThat(Money.ofFen(fen).floorAt(rate).fen())
                    .isEqualTo(exact.setScale(0, RoundingMode.FLOOR).longValueExact());
        }
    }

    @Test
    void ratesAreReadComparedAndMultiplied() {
        assertThat(Rate.parse("0.850")).hasToString("0.85").isGreaterThan(Rate.parse("0.849"));
        assertThat(Rate.parse("0.85").times(Rate.parse("0.95"))).isEqualTo(Rate.parse("0.8075"));
        assertThat(Rate.parse("0.855").isCoarse()).isTrue();
        assertThat(Rate.parse("0.8555").isCoarse()).isFalse();
        assertThat(new Rate(0)).hasToString("0");
        assertThatThrownBy(() -> new Rate(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Rate.parse("99999999999999")).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void quantitiesHaveUnitsWhereTheyAreWhole() {
        assertThat(Quantity.parse("0.350").of(Money.parse("19.90"))).isEqualTo(Money.parse("6.97"));
        assertThat(Quantity.parse("2.000").units()).isEqualTo(2);
        assertThat(Quantity.parse("2.5").units()).isZero();
        assertThat(Quantity.of(3)).isGreaterThan(Quantity.parse("2.999")).hasToString("3");
        assertThat(Quantity.parse("0.350")).hasToString("0.35");
        assertThat(Quantity.of(3).unitOf(Money.parse("2.00"))).isEqualTo(Money.parse("0.67"));
        assertThat(Quantity.of(3).shareOf(Money.parse("2.00"), 2_000)).isEqualTo(Money.parse("1.33"));
        assertThat(new Quantity(1).thousandths()).isEqualTo(1);
        assertThatThrownBy(() -> new Quantity(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Quantity.parse("0.000")).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void aRateIsReadAsPercent() {
        assertThat(Stream.of("0.13", "0.065", "1", "0", "0.005")
                        .map(Rate::parse)
                        .map(Rate::percent))
                .containsExactly("13%", "6.5%", "100%", "0%", "0.5%");
    }
}
