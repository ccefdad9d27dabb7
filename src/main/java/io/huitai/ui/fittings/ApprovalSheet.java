package io.huitai.ui.fittings;

import io.huitai.device.decode.Swipe;
import io.huitai.device.decode.TagRead;
import io.huitai.shop.CardNumber;
import io.huitai.shop.Role;
import io.huitai.till.book.GuestProof;
import io.huitai.till.book.Proof;
import io.huitai.till.member.ReadCard;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Asks a supervisor for number and PIN, or their card, over whatever the cashier is doing; and a guest who only named
/// a member for what shows that they are.
public final class ApprovalSheet implements Errands.Approvals {
    private static final String ID = "approval-sheet";
    private static final String GUEST = "proof-sheet";

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
        var hint = hint("approval-what", what);
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

    private Label hint(String id, Function<Words, String> what) {
        var hint = new Label();
        hint.setId(id);
        hint.setWrapText(true);
        hint.getStyleClass().add("sheet-hint");
        hint.textProperty().bind(texts.of(texts.words(), (_, words) -> what.apply(words)));
        return hint;
    }

    // A guest who is to prove who they are

    @Override
    public void prove(Role needed, Function<Words, String> what, Consumer<Errands.Proving> shown) {
        var guest = new Guest(shown);
        var document = Form.text("proof-document");
        var form = new Form(texts);
        form.row("proof.document", document);
        var done = form.done("proof-ok", "proof.ok", () -> guest.tells(document.getText()));
        var approve = new Button();
        approve.setId("proof-approve");
        approve.textProperty().bind(texts.of("proof.approve"));
        approve.setOnAction(_ -> ask(needed, what, guest::approved));
        var how = new Label();
        how.setWrapText(true);
        how.textProperty().bind(texts.of("proof.how"));
        var left = new VBox(12, hint("proof-what", what), how, form, approve);
        left.setMaxWidth(520);
        var content = new FieldPad("proof", left, NumberPad.Corner.POINT_AND_X, texts, done::fire);
        sheets.show(new Sheet(GUEST, texts.of("proof.title"), content, document).hearing(guest));
    }

    /// Hears the member's card or code, and an approver's card too.
    private final class Guest implements Reading {
        private final Consumer<Errands.Proving> shown;

        Guest(Consumer<Errands.Proving> shown) {
            this.shown = shown;
        }

        private void tried(Optional<GuestProof.Shown> proof, Optional<Proof> word) {
            shown.accept(new Errands.Proving(proof, word, () -> sheets.close(GUEST), notices::refused));
        }

        void tells(String document) {
            if (document.isBlank()) {
                notices.say(Notices.Kind.HINT, "proof.how");
            } else {
                tried(Optional.of(new GuestProof.Shown.Document(document)), Optional.empty());
            }
        }

        void approved(Errands.Asked asked) {
            shown.accept(new Errands.Proving(
                    Optional.empty(), Optional.of(asked.proof()), () -> sheets.close(GUEST), asked.denied()));
        }

        @Override
        public void scanned(String text) {
            tried(Optional.of(new GuestProof.Shown.Card(text)), Optional.empty());
        }

        @Override
        public void swiped(Swipe swipe) {
            notices.unlessRefused(() -> ReadCard.swiped(swipe), this::card);
        }

        @Override
        public void tapped(TagRead tag) {
            if (tag.isPassing() && !tag.texts().isEmpty()) {
                scanned(tag.texts().getFirst()); // a telephone that carries the member's code
            } else {
                notices.unlessRefused(() -> ReadCard.tapped(tag.uid()), this::card);
            }
        }

        private void card(CardNumber number) {
            tried(Optional.of(new GuestProof.Shown.Card(number.value())), Optional.of(new Proof.Card(number)));
        }
    }
}
