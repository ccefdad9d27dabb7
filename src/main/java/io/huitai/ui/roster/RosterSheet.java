package io.huitai.ui.roster;

import io.huitai.till.club.Roster;
import io.huitai.ui.fittings.Booth;
import io.huitai.ui.fittings.Form;
import io.huitai.ui.fittings.Notices;
import io.huitai.ui.fittings.Sheet;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/// Enrols a company's people from a file: chosen above, how far it is in the middle, what became of it below.
public final class RosterSheet {
    private static final int WIDTH = 820;

    private final Booth booth;
    private final RosterModel model;

    public RosterSheet(Booth booth) {
        this.booth = booth;
        this.model = new RosterModel(booth.errands(), booth.notices());
    }

    public void open() {
        var texts = booth.texts();
        var file = Form.text("roster-file");
        file.accessibleTextProperty().bind(texts.of("roster.file"));
        file.disableProperty().bind(model.busy());
        HBox.setHgrow(file, Priority.ALWAYS);
        var choose = button("roster-choose", "roster.choose");
        choose.setOnAction(_ -> choose(file));
        choose.disableProperty().bind(model.busy());
        var columns = new Label();
        columns.getStyleClass().add("sheet-hint-wide");
        columns.setMaxWidth(WIDTH);
        columns.textProperty().bind(texts.of("roster.columns"));
        var form = new Form(texts);
        form.row("roster.file", new HBox(8, file, choose));
        form.done("roster-ok", "roster.ok", () -> begin(file)).disableProperty().bind(model.busy());
        model.result().subscribe(result -> result.ifPresent(_ -> file.requestFocus())); // the next one
        var content = new VBox(12, columns, form, progress(), new RosterResult(model, texts));
        content.getStyleClass().add("reports");
        content.setMinWidth(WIDTH);
        content.setPrefWidth(WIDTH);
        booth.sheets().show(new Sheet("roster-sheet", texts.of("roster.title"), content, file).onClosed(this::closed));
    }

    private void begin(TextField file) {
        var name = file.getText().strip();
        if (name.isEmpty()) {
            booth.notices().say(Notices.Kind.HINT, "roster.missing");
            return;
        }
        booth.notices().settle();
        model.begin(name);
    }

    private void choose(TextField file) {
        var texts = booth.texts().now();
        var chooser = new FileChooser();
        chooser.setTitle(texts.get("roster.title"));
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(texts.get("roster.files"), "*.csv", "*.txt", "*.xlsx"),
                        new FileChooser.ExtensionFilter(texts.get("roster.files.all"), "*"));
        Optional.ofNullable(chooser.showOpenDialog(file.getScene().getWindow()))
                .ifPresent(chosen -> file.setText(chosen.getPath()));
        file.requestFocus();
    }

    private HBox progress() {
        var far = booth.texts()
                .of(
                        model.progress(),
                        (words, step) -> step.map(now -> words.get(
                                        "roster.progress", words.count(now.read()), words.count(now.people())))
                                .orElse(""));
        var bar = new ProgressBar();
        bar.setId("roster-progress");
        bar.setPrefWidth(320);
        bar.progressProperty().bind(model.progress().map(RosterSheet::share));
        bar.accessibleTextProperty().bind(far);
        var text = new Label();
        text.setId("roster-far");
        text.textProperty().bind(far);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var cancel = button("roster-cancel", "roster.cancel");
        cancel.setOnAction(_ -> model.cancel());
        var row = new HBox(12, bar, text, gap, cancel);
        row.setAlignment(Pos.CENTER_LEFT);
        row.visibleProperty().bind(model.busy());
        return row;
    }

    private static double share(Optional<Roster.Progress> step) {
        return step.filter(now -> now.people() > 0)
                .map(now -> (double) now.read() / now.people())
                .orElse(ProgressBar.INDETERMINATE_PROGRESS);
    }

    /// Who goes away while it runs stops it, and is told how far it came.
    private void closed() {
        if (model.busy().get()) {
            model.cancel();
            model.result()
                    .subscribe(result -> result.ifPresent(
                            ended -> booth.notices().say(Notices.Kind.HINT, words -> RosterResult.text(words, ended))));
        }
    }

    private Button button(String id, String key) {
        var button = new Button();
        button.setId(id);
        button.setMinWidth(110);
        button.textProperty().bind(booth.texts().of(key));
        return button;
    }
}
