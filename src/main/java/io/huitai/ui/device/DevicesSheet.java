package io.huitai.ui.device;

import io.huitai.device.Gist;
import io.huitai.device.ReaderEvent;
import io.huitai.device.Readers;
import io.huitai.device.decode.Swipe;
import io.huitai.device.decode.TagRead;
import io.huitai.ui.fittings.Booth;
import io.huitai.ui.fittings.Reading;
import io.huitai.ui.fittings.Sheet;
import io.huitai.ui.fittings.Words;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/// Each device with its state and a button that tries it out. What is read while it is open is shown here, masked, and
/// goes nowhere else.
public final class DevicesSheet {
    private static final String ID = "devices-sheet";
    private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");

    private final Booth booth;
    private final Devices devices;
    private Optional<DevicesModel> open = Optional.empty();

    public DevicesSheet(Booth booth, Devices devices) {
        this.booth = booth;
        this.devices = devices;
    }

    public void open() {
        var model = new DevicesModel(devices, Platform::runLater);
        var grid = new GridPane();
        grid.setHgap(16);
        grid.setVgap(10);
        grid.setMinWidth(760);
        var first = row(grid, 0, DevicesModel.PRINTER, "device.printer", model, model::testPrinter);
        var rows = 1;
        for (var standing : model.standings().get()) {
            reader(grid, rows++, standing, model);
        }
        row(grid, rows, DevicesModel.WEDGE, "device.wedge", model, () -> model.test(DevicesModel.WEDGE));
        var state = new Timeline(new KeyFrame(Duration.seconds(1), _ -> model.refresh()));
        state.setCycleCount(Animation.INDEFINITE);
        state.play();
        open = Optional.of(model);
        booth.sheets()
                .show(new Sheet(ID, booth.texts().of("device.title"), grid, first)
                        .hearing(new Wedge(model))
                        .onClosed(() -> {
                            state.stop();
                            open = Optional.empty();
                        }));
    }

    /// Takes what a reader reports while the sheet is open.
    ///
    /// @return whether it was
    public boolean heard(ReaderEvent event) {
        open.ifPresent(model -> model.heard(event));
        return open.isPresent();
    }

    private void reader(GridPane grid, int at, Readers.Standing standing, DevicesModel model) {
        var name = standing.reader().name();
        row(grid, at, name, "device.kind." + standing.reader().kind(), model, () -> model.test(name));
        var light = new Region();
        light.getStyleClass().add("light");
        var state = new Label();
        state.setId("devices-state-" + name);
        var now = model.standings()
                .map(all -> all.stream()
                        .filter(each -> each.reader().name().equals(name))
                        .findFirst()
                        .orElse(standing));
        now.subscribe(each -> light.pseudoClassStateChanged(OFF, each.state() == Readers.State.LOST));
        state.textProperty().bind(booth.texts().of(now, DevicesSheet::state));
        state.setGraphic(light);
        grid.add(state, 1, at);
    }

    private static String state(Words words, Readers.Standing standing) {
        return standing.loss()
                .map(loss -> words.get("device.loss." + loss))
                .orElseGet(() -> words.get("device.state." + standing.state()));
    }

    private Button row(GridPane grid, int at, String name, String kind, DevicesModel model, Runnable test) {
        var title = new Label();
        title.textProperty()
                .bind(booth.texts()
                        .words()
                        .map(words -> name.equals(DevicesModel.PRINTER) || name.equals(DevicesModel.WEDGE)
                                ? words.get(kind)
                                : name + " · " + words.get(kind)));
        var said = new Label();
        said.setId("devices-said-" + name);
        said.setMinWidth(220);
        GridPane.setHgrow(said, Priority.ALWAYS);
        said.setMaxWidth(Double.MAX_VALUE);
        said.textProperty().bind(booth.texts().of(model.saidBy(name), (words, text) -> text.apply(words)));
        var button = new Button();
        button.setId("devices-test-" + name);
        button.setMinWidth(100);
        button.textProperty().bind(booth.texts().of("device.test"));
        button.setOnAction(_ -> test.run());
        grid.add(title, 0, at);
        grid.add(said, 2, at);
        grid.add(button, 3, at);
        return button;
    }

    /// A keyboard wedge has no name: what it reads stands in its own row.
    private record Wedge(DevicesModel model) implements Reading {
        @Override
        public void scanned(String text) {
            model.read(DevicesModel.WEDGE, Gist.ofCode(text));
        }

        @Override
        public void swiped(Swipe swipe) {
            model.read(DevicesModel.WEDGE, Gist.of(swipe));
        }

        @Override
        public void tapped(TagRead tag) {
            // No wedge is an NFC reader of ours: those report by themselves.
        }
    }
}
