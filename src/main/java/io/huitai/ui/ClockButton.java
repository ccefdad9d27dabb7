package io.huitai.ui;

import io.huitai.till.book.Approver;
import io.huitai.till.shift.ClockCheck;
import io.huitai.ui.fittings.Booth;
import io.huitai.ui.fittings.Notices;
import io.huitai.ui.fittings.Words;
import io.huitai.ui.shift.DaysOver;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Button;

/// Stands in the foot line while something is wrong with the clock: a supervisor confirms one that is in doubt. It
/// blocks nothing.
final class ClockButton extends Button {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Booth booth;
    private final ObjectProperty<Optional<ClockCheck.Standing>> clock;

    ClockButton(Booth booth, ObjectProperty<Optional<ClockCheck.Standing>> clock) {
        this.booth = booth;
        this.clock = clock;
        setId("foot-clock-check");
        getStyleClass().add("clock-check");
        setFocusTraversable(false);
        textProperty()
                .bind(booth.texts()
                        .of(
                                clock,
                                (words, at) ->
                                        at.map(known -> wrong(words, known)).orElse("")));
        visibleProperty().bind(textProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
        setOnAction(_ -> ask());
    }

    /// As its key does, too: nothing where nothing is wrong.
    void ask() {
        clock.get().ifPresent(at -> {
            if (at.behind().isPresent()) {
                setBack(at, at.behind().get());
            } else if (at.trusted().isPresent()) {
                confirm(at);
            } else if (!at.aheadOfHeadOffice().isZero()) {
                booth.notices().say(Notices.Kind.HINT, "clock.set-right");
            }
        });
    }

    private void confirm(ClockCheck.Standing at) {
        var trusted = at.trusted().map(day -> day.toString()).orElse("");
        approved(words -> words.get("approval.clock", MINUTE.format(at.now()), trusted), ClockCheck::confirm);
    }

    private void setBack(ClockCheck.Standing at, OffsetDateTime home) {
        approved(
                words -> words.get("approval.clock-back", MINUTE.format(at.now()), MINUTE.format(home)),
                ClockCheck::setBack);
    }

    private void approved(Function<Words, String> what, BiConsumer<ClockCheck, Approver> act) {
        booth.errands()
                .approved(
                        what,
                        (desk, approver) -> {
                            act.accept(desk.shift().clockCheck(), approver);
                            return desk.shift().clockCheck().standing();
                        },
                        standing -> {
                            clock.set(Optional.of(standing));
                            booth.notices().say(Notices.Kind.DONE, "clock.confirmed");
                            new DaysOver(booth).begin(); // no day ended while it was doubted
                        });
    }

    /// Empty where nothing is.
    private static String wrong(Words words, ClockCheck.Standing at) {
        if (at.behind().isPresent()) {
            return words.get("foot.clock.stands");
        }
        if (at.trusted().isPresent()) {
            return words.get("foot.clock.doubted");
        }
        var minutes = at.aheadOfHeadOffice().toMinutes();
        return minutes == 0
                ? ""
                : words.get(minutes > 0 ? "foot.clock.fast" : "foot.clock.slow", words.count(Math.abs(minutes)));
    }
}
