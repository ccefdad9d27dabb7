package io.huitai.ui.fittings;

import io.huitai.money.Money;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;

/// An amount of yuan, or a quantity, while it is typed.
public final class AmountModel implements Typing {
    private static final int LONGEST = 10;
    private static final Pattern YUAN = Pattern.compile("[0-9]+(?:[.][0-9]{0,2})?");
    private static final Pattern QUANTITY = Pattern.compile("[0-9]+(?:[.][0-9]{0,3})?");

    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final Pattern shape;
    private final Consumer<String> entered;
    private boolean suggested;

    private AmountModel(Pattern shape, Consumer<String> entered) {
        this.shape = shape;
        this.entered = entered;
    }

    /// @param entered called by Enter with an amount that can be read
    public AmountModel(Consumer<Money> entered) {
        this(YUAN, typed -> entered.accept(Money.parse(typed)));
    }

    /// The same for a quantity above zero, which has up to three places.
    public static AmountModel ofQuantity(Consumer<String> entered) {
        return new AmountModel(QUANTITY, typed -> {
            if (!typed.matches("0*[.]?0*")) {
                entered.accept(typed);
            }
        });
    }

    public ReadOnlyStringProperty text() {
        return text.getReadOnlyProperty();
    }

    public ObservableValue<Optional<Money>> amount() {
        return text.map(AmountModel::read);
    }

    public Optional<Money> read() {
        return read(text.get());
    }

    private static Optional<Money> read(String typed) {
        return YUAN.matcher(typed).matches() ? Optional.of(Money.parse(whole(typed))) : Optional.empty();
    }

    private static String whole(String typed) {
        return typed.endsWith(".") ? typed + "0" : typed;
    }

    /// Puts an amount there that the first key takes away.
    public void suggest(Money amount) {
        text.set(amount.toString());
        suggested = true;
    }

    @Override
    public void type(char character) {
        if (suggested) {
            clear();
        }
        var longer = text.get() + (character == '。' ? '.' : character);
        if (longer.length() <= LONGEST && shape.matcher(longer).matches()) {
            text.set(longer);
        }
    }

    @Override
    public void back() {
        suggested = false;
        if (!text.get().isEmpty()) {
            text.set(text.get().substring(0, text.get().length() - 1));
        }
    }

    @Override
    public void clear() {
        suggested = false;
        text.set("");
    }

    @Override
    public void enter() {
        if (shape.matcher(text.get()).matches()) {
            entered.accept(whole(text.get()));
        }
    }
}
