package io.huitai.ui.member;

import io.huitai.ledger.Holding;
import io.huitai.ui.fittings.Texts;
import io.huitai.ui.fittings.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What a member has on the left, what can be done for them on the right.
final class MemberFileView extends HBox {
    private final Texts texts;
    private final Serving serving;
    private final Runnable attach;
    private final Label name = label("member-file-name", "box-title");
    private final Label facts = label("member-file-facts", "sheet-hint-wide");
    private final VBox lots = new VBox();
    private final FlowPane acts = new FlowPane(8, 8);

    MemberFileView(
            ReadOnlyObjectProperty<Optional<MemberFile>> file,
            Texts texts,
            Serving serving,
            Runnable attach,
            Runnable other) {
        this.texts = texts;
        this.serving = serving;
        this.attach = attach;
        setId("member-file");
        setSpacing(26);
        lots.setId("member-file-lots");
        var scroll = new ScrollPane(lots);
        scroll.setId("member-file-scroll");
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(400);
        scroll.accessibleTextProperty().bind(texts.of("member.file.has"));
        var another = button("member-other", "member.other", other);
        var left = new VBox(8, name, facts, scroll, another);
        left.setMinWidth(430);
        left.setPrefWidth(430);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        acts.setId("member-file-acts");
        acts.setPrefWrapLength(540);
        acts.setMinWidth(540);
        acts.setMaxHeight(USE_PREF_SIZE);
        getChildren().addAll(left, acts);
        file.subscribe(read -> read.ifPresent(now -> draw(now, texts.now())));
        focusedProperty().subscribe(this::enter);
        texts.words()
                .when(sceneProperty().map(_ -> true).orElse(false))
                .subscribe(words -> file.get().ifPresent(now -> draw(now, words)));
    }

    /// The first thing that can be done has the focus, as soon as it is there.
    private void enter() {
        if (isFocused()) {
            Platform.runLater(() -> acts.getChildren().stream()
                    .filter(node -> !node.isDisabled())
                    .findFirst()
                    .ifPresent(Node::requestFocus));
        }
    }

    private void draw(MemberFile file, Words words) {
        var member = file.member();
        name.setText(words.get(
                "member.file.name", member.nameMasked(), member.rung().name().in(words.lang()), member.no()));
        facts.setText(facts(file, words));
        lots.getChildren().setAll(lots(file, words));
        var focused = Optional.ofNullable(getScene())
                .flatMap(scene -> Optional.ofNullable(scene.getFocusOwner()))
                .filter(acts.getChildren()::contains)
                .map(Node::getId);
        acts.getChildren().clear();
        if (!file.onBill() && file.isActive()) {
            acts.getChildren().add(act("attach", true, attach));
        }
        MemberActs.of(serving, file)
                .forEach(each -> acts.getChildren().add(act(each.name(), each.ready(), each.begin())));
        focused.flatMap(id -> acts.getChildren().stream()
                        .filter(node -> id.equals(node.getId()))
                        .findFirst())
                .ifPresentOrElse(Node::requestFocus, this::enter);
    }

    private Button act(String act, boolean ready, Runnable begin) {
        var button = button(Serving.id(act), "member.act." + act, begin);
        button.getStyleClass().add("file-act");
        button.setDisable(!ready);
        return button;
    }

    private static String facts(MemberFile file, Words words) {
        var member = file.member();
        var known = new ArrayList<String>();
        if (!file.isActive()) {
            known.add(words.get("member.status." + member.status()));
        }
        known.add(words.get("sale.member.points", words.count(member.held().points())));
        if (file.membership().storedValue().isPresent()) {
            known.add(words.get(
                    "member.file.stored",
                    words.yuan(member.held().stored().principal()),
                    words.yuan(member.held().stored().bonus())));
        }
        member.birthday().ifPresent(day -> known.add(words.get("sale.member.birthday", words.day(day))));
        known.add(words.get("member.file.joined", words.date(member.joined())));
        member.cards()
                .forEach(card -> known.add(
                        words.get(card.blocked() ? "member.file.card.blocked" : "member.file.card", card.masked())));
        member.notices().forEach(notice -> known.add(notice.in(words.lang())));
        return String.join(" · ", known);
    }

    private static List<Node> lots(MemberFile file, Words words) {
        var member = file.member();
        var rows = new ArrayList<Node>();
        section(
                rows,
                words.get("member.file.lots"),
                member.held().lots().stream()
                        .filter(lot -> lot.amount() != 0)
                        .map(lot -> row(words.get("sale.member.points", words.count(lot.amount())), expiry(lot, words)))
                        .toList());
        section(
                rows,
                words.get("member.file.vouchers"),
                member.held().vouchers().stream()
                        .map(held -> row(file.vouchers(List.of(held), words), expiry(held, words)))
                        .toList());
        section(
                rows,
                words.get("member.file.receipts"),
                member.receipts().stream()
                        .map(line ->
                                row(line.no() + "　" + words.moment(line.at(), file.today()), words.yuan(line.paid())))
                        .toList());
        return rows;
    }

    private static String expiry(Holding held, Words words) {
        return held.lot()
                .expires()
                .map(day -> words.get("member.file.expires", words.date(day)))
                .orElseGet(() -> words.get("member.file.forever"));
    }

    private static void section(List<Node> rows, String title, List<HBox> has) {
        if (!has.isEmpty()) {
            var heading = new Label(title);
            heading.getStyleClass().add("caption");
            heading.setPadding(new Insets(8, 0, 2, 0));
            rows.add(heading);
            rows.addAll(has);
        }
    }

    private static HBox row(String what, String value) {
        var name = new Label(what);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var end = new Label(value);
        end.setMinWidth(USE_PREF_SIZE);
        var row = new HBox(8, name, gap, end);
        row.getStyleClass().add("table-row");
        return row;
    }

    private Button button(String id, String key, Runnable pressed) {
        var button = new Button();
        button.setId(id);
        button.textProperty().bind(texts.of(key));
        button.setOnAction(_ -> pressed.run());
        return button;
    }

    private static Label label(String id, String style) {
        var label = new Label();
        label.setId(id);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        return label;
    }
}
