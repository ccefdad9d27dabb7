package io.huitai.ui.fittings;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;

/// Asks why, before something is done that somebody will want to know of: a usual reason is one touch, any other is
/// typed.
public final class Reasons {
    private static final String ID = "reason";

    private final Booth booth;

    public Reasons(Booth booth) {
        this.booth = booth;
    }

    /// What is done. Its usual reasons are `reason.<act>`, apart by `|`.
    public enum Act {
        VOID_LINE,
        VOID_BILL,
        OVER_SHORT,
        CASH_IN,
        CASH_OUT,
        NO_SALE;

        private String key() {
            return "reason." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// @param then told the reason once there is one; the sheet is gone by then
    public void ask(Act act, Consumer<String> then) {
        var typed = Form.text(ID + "-text");
        var form = new Form(booth.texts());
        form.row("reason.usual", usual(act, reason -> given(reason, then)));
        form.row("reason.other", typed);
        form.done(ID + "-ok", "sheet.ok", () -> {
            if (isGiven(typed.getText())) {
                given(typed.getText().strip(), then);
            } else {
                typed.requestFocus();
            }
        });
        booth.sheets().show(new Sheet(ID + "-sheet", booth.texts().of(act.key() + ".title"), form, typed));
    }

    private void given(String reason, Consumer<String> then) {
        booth.sheets().close(ID + "-sheet");
        then.accept(reason);
    }

    /// Whether it says something; where it does not, the cashier is told.
    public boolean isGiven(String typed) {
        if (typed.isBlank()) {
            booth.notices().say(Notices.Kind.HINT, "reason.why");
        }
        return !typed.isBlank();
    }

    /// The usual reasons of an act, to be touched.
    public FlowPane usual(Act act, Consumer<String> chosen) {
        var texts = booth.texts();
        var buttons = new FlowPane();
        buttons.getStyleClass().add("choice-row");
        var many = Arrays.asList(texts.now().get(act.key()).split("\\|", -1)).size();
        for (var i = 0; i < many; i++) {
            var at = i;
            var button = new Button();
            button.setId(ID + "-" + (i + 1));
            button.getStyleClass().add("choice-button");
            button.textProperty()
                    .bind(texts.words().map(words -> words.get(act.key()).split("\\|", -1)[at]));
            button.setOnAction(_ -> chosen.accept(button.getText()));
            buttons.getChildren().add(button);
        }
        return buttons;
    }
}
