package io.huitai.ui.fittings;

import io.huitai.shop.Role;
import io.huitai.till.Proof;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Asks a supervisor for number and PIN, or their card, over whatever the cashier is doing.
public final class ApprovalSheet implements Errands.Approvals {
    private static final String ID = "approval-sheet";

    private final Texts texts;
    private final Notices notices;
    private final Sheets sheets;

    public ApprovalSheet(Texts texts, Notices notices, Sheets sheets) {
        this.texts = texts;
        this.notices = notices;
        this.sheets = sheets;
    }

    @Override
    public void ask(Role needed, Function<Words, String> what, Consumer<Errands.Asked> approved) {
        Consumer<Proof> shown =
                proof -> approved.accept(new Errands.Asked(proof, () -> sheets.close(ID), notices::refused));
        var pin = new PinModel(shown::accept);
        var hint = new Label();
        hint.setId("approval-what");
        hint.setWrapText(true);
        hint.getStyleClass().add("sheet-hint");
        hint.textProperty().bind(texts.of(texts.words(), (_, words) -> what.apply(words)));
        var role = new Label();
        role.getStyleClass().add("caption");
        role.textProperty().bind(texts.of("approval.by." + needed.code()));
        var entry = new PinEntry("approval", pin, texts, texts.of("approval.approve"));
        var content = new VBox(hint, role, entry);
        content.getStyleClass().add("approval");
        var sheet = new Sheet(ID, texts.of("approval.title"), content, entry);
        sheets.show(sheet.hearing(
                new ApproverCard(notices, shown, _ -> notices.say(Notices.Kind.HINT, "approval.by." + needed.code()))));
    }
}
