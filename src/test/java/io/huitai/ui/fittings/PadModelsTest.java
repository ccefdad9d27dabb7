package io.huitai.ui.fittings;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.money.Money;
import io.huitai.till.book.Proof;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PadModelsTest {
    @Test
    void numberThenPinThenEnter() {
        var entered = new ArrayList<Proof.Pin>();
        var pin = new PinModel(entered::add);

        type(pin, "1001");
        pin.enter();
        assertThat(pin.atPin().get()).isTrue();
        type(pin, "1111");
        pin.enter();

        assertThat(entered).singleElement().satisfies(given -> {
            assertThat(given.operator().value()).isEqualTo("1001");
            assertThat(given.pin()).isEqualTo("1111");
        });
        assertThat(pin.pin().get()).as("the PIN does not stay").isEmpty();
        assertThat(pin.number().get()).as("only the PIN is asked again").isEqualTo("1001");
    }

    @Test
    void lettersAreNoPin() {
        var pin = new PinModel(_ -> {});
        type(pin, "1a0é１");

        assertThat(pin.number().get()).isEqualTo("101");
    }

    @Test
    void backFromAnEmptyPinLeadsToTheNumber() {
        var pin = new PinModel(_ -> {});
        pin.known("1001");
        pin.back();
        pin.back();

        assertThat(pin.number().get()).isEqualTo("100");
    }

    @Test
    void anAmountHasTwoDecimalsAtMost() {
        var entered = new ArrayList<Money>();
        var amount = new AmountModel(entered::add);
        type(amount, "12.3.456");
        amount.enter();

        assertThat(amount.text().get()).isEqualTo("12.34");
        assertThat(entered).containsExactly(Money.parse("12.34"));
    }

    @Test
    void aSuggestionGoesWithTheFirstKey() {
        var amount = new AmountModel(_ -> {});
        amount.suggest(Money.parse("271.66"));
        type(amount, "200");

        assertThat(amount.read()).contains(Money.parse("200"));
    }

    @Test
    void aQuantityHasThreePlacesAndIsNotNothing() {
        var entered = new ArrayList<String>();
        var qty = AmountModel.ofQuantity(entered::add);
        type(qty, "0.00");
        qty.enter();
        qty.clear();
        type(qty, "0.3505");
        qty.enter();

        assertThat(entered).isEqualTo(List.of("0.350"));
    }

    private static void type(Typing typing, String text) {
        text.chars().forEach(character -> typing.type((char) character));
    }
}
