package io.huitai.ui.sale;

import io.huitai.programme.pricing.Explanation;
import io.huitai.programme.words.Hint;
import io.huitai.till.member.MemberView;
import io.huitai.ui.fittings.Texts;
import io.huitai.ui.fittings.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The member above the bill: the card in the tier's colour, and what could be used now, one tap each.
final class MemberPanel extends VBox {
    private static final int TIER_COLOURS = 5;

    private final SaleModel model;
    private final Texts texts;
    private final HBox card = new HBox();
    private final Chips chips;
    private final Label name = label("member-name");
    private final Label facts = label("member-facts");
    private final Label points = label("member-points");
    private final Label expires = label("member-facts");
    private final Label hint = label("member-hint");
    private final Button find;

    MemberPanel(SaleModel model, Texts texts, Runnable findMember) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("member-panel");
        find = new Button();
        find.setId("sale-find-member");
        find.getStyleClass().add("find-member");
        find.setFocusTraversable(false);
        find.setMaxWidth(Double.MAX_VALUE);
        find.textProperty().bind(texts.of("sale.member.none"));
        find.setOnAction(_ -> findMember.run());
        buildCard();
        chips = new Chips(model, texts);
        hint.setId("sale-hint");
        getChildren().addAll(find, card, hint, chips);
        model.bill().subscribe(_ -> draw());
        texts.words().subscribe(_ -> draw());
    }

    Chips chips() {
        return chips;
    }

    private void buildCard() {
        card.setId("sale-member");
        card.getStyleClass().add("member-card");
        card.setAlignment(Pos.CENTER_LEFT);
        name.setId("sale-member-name");
        points.setId("sale-member-points");
        var left = new VBox(name, facts);
        left.setAlignment(Pos.CENTER_LEFT);
        left.setMinWidth(0);
        HBox.setHgrow(left, Priority.ALWAYS);
        var right = new VBox(points, expires);
        right.setAlignment(Pos.CENTER_RIGHT);
        right.setMinWidth(USE_PREF_SIZE);
        var drop = new Button("✕");
        drop.setId("sale-member-drop");
        drop.getStyleClass().add("member-drop");
        drop.accessibleTextProperty().bind(texts.of("sale.member.drop"));
        drop.setOnAction(_ -> model.dropMember());
        card.getChildren().addAll(left, right, drop);
    }

    private void draw() {
        var bill = model.bill().get();
        var words = texts.now();
        var member = bill.member();
        show(find, member.isEmpty());
        show(card, member.isPresent());
        show(hint, member.isPresent());
        hint.setText(told(bill.hints())
                .map(best -> Explanation.of(best, words.lang()))
                .collect(Collectors.joining("\n")));
        member.ifPresent(shown -> draw(shown, words));
    }

    /// The best of what the programme offers, and what goes with the goods.
    private static Stream<Hint> told(List<Hint> hints) {
        return hints.stream()
                .collect(Collectors.partitioningBy(hint -> hint instanceof Hint.GoesWith))
                .values()
                .stream()
                .flatMap(each -> each.stream().limit(1));
    }

    private void draw(MemberView member, Words words) {
        card.getStyleClass().removeIf(style -> style.startsWith("tier-"));
        card.getStyleClass().add("tier-" + Math.min(member.rung().rank(), TIER_COLOURS - 1));
        name.setText(member.nameMasked() + "　" + member.rung().name().in(words.lang()));
        var known = new ArrayList<String>();
        member.birthday().ifPresent(day -> known.add(words.get("sale.member.birthday", words.day(day))));
        var stored =
                member.held().stored().principal().plus(member.held().stored().bonus());
        if (!stored.isZero()) {
            known.add(words.get("sale.member.stored", words.yuan(stored)));
        }
        member.notices().forEach(notice -> known.add(notice.in(words.lang())));
        facts.setText(String.join(" · ", known));
        points.setText(words.get("sale.member.points", words.count(member.held().points())));
        expires.setText(member.held().lots().stream()
                .filter(lot -> lot.amount() > 0 && lot.lot().expires().isPresent())
                .findFirst()
                .map(lot -> words.get(
                        "sale.member.expires",
                        words.count(lot.amount()),
                        words.date(lot.lot().expires().orElseThrow())))
                .orElse(""));
        card.setAccessibleText(name.getText() + " " + points.getText() + " " + expires.getText());
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private static Label label(String style) {
        var label = new Label();
        label.getStyleClass().add(style);
        return label;
    }
}
