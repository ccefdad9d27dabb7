package io.huitai.ui.fittings;

import io.huitai.shop.OperatorId;
import io.huitai.till.book.Proof;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// An operator's number and PIN while they are typed: first the one, Enter, then the other.
public final class PinModel implements Typing {
    private static final int LONGEST = 12;

    private final ReadOnlyStringWrapper number = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper pin = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper atPin = new ReadOnlyBooleanWrapper();
    private final Consumer<Proof.Pin> entered;

    /// @param entered called by Enter behind the PIN
    public PinModel(Consumer<Proof.Pin> entered) {
        this.entered = entered;
    }

    public ReadOnlyStringProperty number() {
        return number.getReadOnlyProperty();
    }

    /// For counting its dots only.
    public ReadOnlyStringProperty pin() {
        return pin.getReadOnlyProperty();
    }

    /// Whether the PIN is being typed, not the number.
    public ReadOnlyBooleanProperty atPin() {
        return atPin.getReadOnlyProperty();
    }

    public void toNumber() {
        atPin.set(false);
    }

    public void toPin() {
        atPin.set(true);
    }

    /// Takes a number as known, so that only the PIN is left to type.
    public void known(String operator) {
        number.set(operator);
        pin.set("");
        atPin.set(!operator.isEmpty());
    }

    /// After a wrong one.
    public void again() {
        pin.set("");
    }

    @Override
    public void type(char character) {
        if (Character.digit(character, 10) < 0) {
            return;
        }
        var field = field();
        if (field.get().length() < LONGEST) {
            field.set(field.get() + (char) ('0' + Character.digit(character, 10)));
        }
    }

    @Override
    public void back() {
        var field = field();
        if (!field.get().isEmpty()) {
            field.set(field.get().substring(0, field.get().length() - 1));
        } else if (atPin.get()) {
            atPin.set(false);
        }
    }

    @Override
    public void clear() {
        number.set("");
        pin.set("");
        atPin.set(false);
    }

    @Override
    public void enter() {
        if (number.get().isEmpty()) {
            atPin.set(false);
        } else if (!atPin.get()) {
            atPin.set(true);
        } else if (!pin.get().isEmpty()) {
            var typed = pin.get();
            pin.set("");
            entered.accept(new Proof.Pin(new OperatorId(number.get()), typed));
        }
    }

    private ReadOnlyStringWrapper field() {
        return atPin.get() ? pin : number;
    }
}
