package io.huitai.ui;

import io.huitai.device.Readers;
import io.huitai.shop.Operator;
import io.huitai.till.paper.PrinterState;
import io.huitai.till.settings.TillSettings;
import io.huitai.ui.device.Devices;
import io.huitai.ui.fittings.Texts;
import io.huitai.ui.fittings.Words;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/// The state of the world, small at the foot of the window: line, printer, reader, shift, operator, till, clock.
final class FootLine extends HBox {
    private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    static final int TICK_SECONDS = 2;

    private final Texts texts;
    private final Session session;

    /// What the foot line asks of the window.
    interface Acts {
        /// Every two seconds.
        void tick();

        /// Receipts that the printer owes are to be looked at.
        void owed();
    }

    FootLine(Texts texts, Session session, Surroundings around, ClockButton check, Acts acts) {
        this.texts = texts;
        this.session = session;
        setId("foot");
        getStyleClass().add("foot");
        setAlignment(Pos.CENTER_LEFT);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren()
                .addAll(
                        light(
                                "foot-link",
                                texts.of(session.link(), FootLine::line),
                                session.link().map(FootLine::isGood)),
                        printer(around.printer(), acts),
                        readers(around.devices()),
                        label("foot-shift", texts.of(session.shift(), FootLine::shift)),
                        label(
                                "foot-operator",
                                session.operator()
                                        .map(who -> who.map(FootLine::name).orElse(""))),
                        training(),
                        setAside(),
                        asleep(),
                        gap,
                        check,
                        label(
                                "foot-till",
                                session.settings()
                                        .map(set -> set.map(FootLine::place).orElse(""))),
                        label(
                                "foot-clock",
                                session.clock()
                                        .map(at -> at.map(known -> CLOCK.format(known.now()))
                                                .orElse(""))),
                        language());
        var clock = new Timeline(new KeyFrame(Duration.seconds(TICK_SECONDS), _ -> {
            session.link().set(around.link().get());
            acts.tick();
        }));
        clock.setCycleCount(Animation.INDEFINITE);
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                clock.stop();
            } else {
                clock.play();
            }
        });
    }

    /// Not there while members may spend here what they have.
    private Label asleep() {
        var told = label(
                "foot-asleep", texts.of(session.asleep(), (words, asleep) -> asleep ? words.get("foot.asleep") : ""));
        told.visibleProperty().bind(session.asleep());
        told.managedProperty().bind(told.visibleProperty());
        return told;
    }

    /// Not there while the view holds all that happened.
    private Label setAside() {
        var told = label(
                "foot-set-aside",
                texts.of(session.setAside(), (words, count) -> count == 0 ? "" : words.get("foot.set-aside", count)));
        told.visibleProperty().bind(session.setAside().map(count -> count > 0));
        told.managedProperty().bind(told.visibleProperty());
        return told;
    }

    private static String line(Words words, Surroundings.Link link) {
        var state = switch (link.line()) {
            case ALONE -> words.get("foot.link.alone");
            case ONLINE -> words.get("foot.link.online");
            case OFFLINE ->
                words.get("foot.link.offline", Long.toString(link.since().toMinutes()));
            case STOPPED -> words.get("foot.link.stopped");
        };
        return link.waiting() == 0 ? state : state + " · " + words.get("foot.waiting", words.count(link.waiting()));
    }

    private static boolean isGood(Surroundings.Link link) {
        return switch (link.line()) {
            case ALONE, ONLINE -> true;
            case OFFLINE, STOPPED -> false;
        };
    }

    private static String shift(Words words, int shift) {
        return shift == 0 ? words.get("foot.no-shift") : words.get("foot.shift", Integer.toString(shift));
    }

    private static String name(Operator operator) {
        return operator.name() + " " + operator.id();
    }

    private static String place(TillSettings settings) {
        return settings.store() + " " + settings.name() + " · " + settings.till();
    }

    /// The printer with the words that say what to do, and how many receipts it owes; pressed, it shows them.
    private HBox printer(Supplier<PrinterState> printer, Acts acts) {
        var state = session.link().map(_ -> printer.get());
        var owes = session.owed().map(List::size);
        var text = texts.words()
                .flatMap(words -> state.flatMap(is -> owes.map(count -> {
                    var says = words.get("foot.printer." + is);
                    return count == 0 ? says : says + " · " + words.get("foot.owed", Integer.toString(count));
                })));
        var button = new Button();
        button.setId("foot-printer");
        button.getStyleClass().add("language");
        button.setFocusTraversable(false);
        button.textProperty().bind(text);
        button.setOnAction(_ -> acts.owed());
        var both = new HBox(
                light(state.flatMap(is ->
                        owes.map(count -> count == 0 && (is == PrinterState.SCREEN || is == PrinterState.READY)))),
                button);
        both.setAlignment(Pos.CENTER_LEFT);
        return both;
    }

    /// Which readers are missing; calm, for the sale goes on without them.
    private HBox readers(Devices devices) {
        var lost = session.link()
                .map(_ -> devices.atHand().standings().stream()
                        .filter(each -> each.state() == Readers.State.LOST)
                        .map(each -> each.reader().name())
                        .toList());
        return light(
                "foot-reader",
                texts.of(
                        lost,
                        (words, names) -> names.isEmpty()
                                ? words.get("foot.reader")
                                : words.get("foot.reader.trouble", String.join(words.get("list.comma"), names))),
                lost.map(List::isEmpty));
    }

    private static HBox light(String id, ObservableValue<String> text, ObservableValue<Boolean> good) {
        var both = new HBox(6, light(good), label(id, text));
        both.setAlignment(Pos.CENTER_LEFT);
        return both;
    }

    private static Region light(ObservableValue<Boolean> good) {
        var dot = new Region();
        dot.getStyleClass().add("light");
        good.subscribe(is -> dot.pseudoClassStateChanged(OFF, !is));
        return dot;
    }

    private Label training() {
        var mark = label("foot-training", texts.of("foot.training"));
        mark.getStyleClass().add("training");
        mark.visibleProperty()
                .bind(session.settings()
                        .map(set -> set.map(TillSettings::training).orElse(false)));
        return mark;
    }

    private Button language() {
        var button = new Button();
        button.setId("foot-language");
        button.getStyleClass().add("language");
        button.setFocusTraversable(false);
        button.textProperty().bind(texts.of("foot.language"));
        button.setOnAction(_ -> texts.toggle());
        return button;
    }

    private static Label label(String id, ObservableValue<String> text) {
        var label = new Label();
        label.setId(id);
        label.textProperty().bind(text);
        return label;
    }
}
