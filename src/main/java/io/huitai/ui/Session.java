package io.huitai.ui;

import io.huitai.shop.Operator;
import io.huitai.till.paper.Receipts;
import io.huitai.till.settings.TillSettings;
import io.huitai.till.shift.ClockCheck;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Who works at which till in which shift, and what the printer owes, what the view lacks, and whether rights sleep,
/// for the foot line.
record Session(
        ObjectProperty<Optional<TillSettings>> settings,
        ObjectProperty<Optional<Operator>> operator,
        ObjectProperty<Integer> shift,
        ObjectProperty<Optional<ClockCheck.Standing>> clock,
        ObjectProperty<Surroundings.Link> link,
        ObjectProperty<List<Receipts.Owed>> owed,
        ObjectProperty<Integer> setAside,
        ObjectProperty<Boolean> asleep) {
    static Session nobody(Surroundings around) {
        return new Session(
                new SimpleObjectProperty<>(Optional.empty()),
                new SimpleObjectProperty<>(Optional.empty()),
                new SimpleObjectProperty<>(0),
                new SimpleObjectProperty<>(Optional.empty()),
                new SimpleObjectProperty<>(around.link().get()),
                new SimpleObjectProperty<>(List.of()),
                new SimpleObjectProperty<>(0),
                new SimpleObjectProperty<>(false));
    }
}
