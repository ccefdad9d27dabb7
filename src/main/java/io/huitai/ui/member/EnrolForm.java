package io.huitai.ui.member;

import io.huitai.programme.scheme.Membership;
import io.huitai.programme.scheme.Membership.Detail;
import io.huitai.shop.CardNumber;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.TenderType;
import io.huitai.shop.Writing;
import io.huitai.shop.person.IdentityDocument;
import io.huitai.till.club.Members;
import io.huitai.ui.fittings.Choice;
import io.huitai.ui.fittings.Form;
import io.huitai.ui.fittings.Texts;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// The fields of an enrolment: only what this programme asks for.
final class EnrolForm extends VBox {
    private static final DateTimeFormatter COMPACT = DateTimeFormatter.BASIC_ISO_DATE;

    private static final List<String> DOCUMENTS = List.of(
            IdentityDocument.ID, IdentityDocument.PASSPORT, IdentityDocument.PERMIT, IdentityDocument.RESIDENCE);

    private final Set<Detail> asks;
    private final boolean needsGround;
    private final Form form;
    private final TextField name = Form.text("enrol-name");
    private final TextField phone = Form.text("enrol-phone");
    private final TextField email = Form.text("enrol-email");
    private final Choice<String> documentType;
    private final TextField document = Form.text("enrol-document");
    private final TextField birthday = Form.text("enrol-birthday");
    private final Choice<Optional<String>> gender;
    private final Choice<Optional<Boolean>> consent;
    private final ReadOnlyObjectWrapper<Optional<Shown>> card = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Choice<GroundKind> ground;
    private final TextField groundText = Form.text("enrol-ground-text");

    private Runnable enter = () -> {};

    /// What the cashier gives as the reason for a card.
    private enum GroundKind {
        RECEIPTS,
        FEE,
        WAIVED
    }

    EnrolForm(Texts texts, Membership.Enrolment enrolment) {
        asks = enrolment.asks();
        needsGround = EnrolSheet.needsGround(enrolment);
        form = new Form(texts);
        documentType = new Choice<>(
                "enrol-document-type", DOCUMENTS, IdentityDocument.ID, texts, value -> "enrol.document." + value);
        // Nothing is chosen beforehand: consent is asked, and so is the rest.
        gender = new Choice<>(
                "enrol-gender",
                List.of(Optional.of("f"), Optional.of("m")),
                Optional.empty(),
                texts,
                value -> "enrol.gender." + value.orElse(""));
        consent = new Choice<>(
                "enrol-consent",
                List.of(Optional.of(true), Optional.of(false)),
                Optional.empty(),
                texts,
                value -> "enrol.consent." + value.orElse(false));
        ground = new Choice<>(
                "enrol-ground",
                List.of(GroundKind.values()),
                GroundKind.RECEIPTS,
                texts,
                value -> "enrol.ground." + value);
        rows(texts, enrolment);
        getChildren().add(form);
    }

    private void rows(Texts texts, Membership.Enrolment enrolment) {
        form.row("enrol.name", name);
        form.row("enrol.phone", phone);
        if (asks.contains(Detail.EMAIL)) {
            form.row("enrol.email", email);
        }
        if (asks.contains(Detail.DOCUMENT)) {
            form.row("enrol.document", new VBox(6, documentType, document));
        }
        if (asks.contains(Detail.BIRTHDAY) || enrolment.minimumAge().isPresent()) {
            birthday.promptTextProperty().bind(texts.of("enrol.birthday.shape"));
            form.row("enrol.birthday", birthday);
        }
        if (asks.contains(Detail.GENDER)) {
            form.row("enrol.gender", gender);
        }
        if (asks.contains(Detail.CONSENT)) {
            form.row("enrol.consent", consent);
        }
        var shown = new Label();
        shown.setId("enrol-card");
        shown.textProperty()
                .bind(texts.of(
                        card,
                        (words, read) -> read.map(
                                        shownCard -> shownCard.number().masked())
                                .orElseGet(() -> words.get("enrol.card.swipe"))));
        form.row("enrol.card", shown);
        if (needsGround) {
            groundText.promptTextProperty().bind(texts.of("enrol.ground.text"));
            form.row("enrol.ground", new VBox(6, ground, groundText));
        }
    }

    Node first() {
        return name;
    }

    void done(Runnable pressed) {
        enter = form.done("enrol-ok", "enrol.ok", pressed)::fire;
    }

    void enter() {
        enter.run();
    }

    void card(CardNumber number, Members.CardShown how) {
        card.set(Optional.of(new Shown(number, how)));
    }

    /// A card that was shown, and how it is bound.
    private record Shown(CardNumber number, Members.CardShown how) {}

    /// A receipt scanned while the form is open is a ground.
    void receipt(String text) {
        if (needsGround) {
            ground.choose(GroundKind.RECEIPTS);
            groundText.setText((groundText.getText() + " " + text.strip()).strip());
        }
    }

    /// What was filled in; empty where the birthday is not a date. All else the till judges.
    Optional<Members.Application> application() {
        var day = day(birthday.getText().strip());
        if (day.isEmpty() && !birthday.getText().isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new Members.Application(
                name.getText().strip(),
                phone.getText().strip(),
                given(email),
                given(document).map(no -> new Members.Application.Document(documentType.chosen(), no)),
                day,
                gender.chosen(),
                consent.chosen(),
                card.get().map(Shown::how),
                Optional.empty(),
                Optional.empty(),
                ground()));
    }

    private Members.Ground ground() {
        var text = groundText.getText().strip();
        if (!needsGround) {
            return new Members.Ground.None();
        }
        return switch (ground.chosen()) {
            case RECEIPTS ->
                text.isEmpty()
                        ? new Members.Ground.None()
                        : new Members.Ground.Receipts(Arrays.stream(text.split("[\\s,，、]+"))
                                .map(ReceiptNo::new)
                                .toList());
            case FEE -> new Members.Ground.Fee(TenderType.CASH);
            case WAIVED -> new Members.Ground.Waived(text);
        };
    }

    private static Optional<String> given(TextField field) {
        return Optional.of(field.getText().strip()).filter(text -> !text.isEmpty());
    }

    /// "1990-05-20", "19900520" or "1990.5.20".
    private static Optional<LocalDate> day(String written) {
        var text = Writing.plain(written);
        var parts = text.replace("日", "").split("[-./年月]", -1);
        try {
            return Optional.of(
                    parts.length == 3
                            ? LocalDate.of(
                                    Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]))
                            : LocalDate.parse(text, COMPACT));
        } catch (DateTimeException | NumberFormatException _) {
            return Optional.empty();
        }
    }
}
