package io.huitai.ui.member;

import io.huitai.device.decode.Swipe;
import io.huitai.device.decode.TagRead;
import io.huitai.programme.scheme.Programme;
import io.huitai.shop.MemberNo;
import io.huitai.till.member.MemberView;
import io.huitai.ui.fittings.Booth;
import io.huitai.ui.fittings.FieldPad;
import io.huitai.ui.fittings.Form;
import io.huitai.ui.fittings.Reading;
import io.huitai.ui.fittings.ReceiptSheet;
import io.huitai.ui.fittings.Sheet;
import io.huitai.ui.fittings.Words;
import io.huitai.ui.sale.SaleModel;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Opens the file of the bill's member, else finds a guest's membership by phone, name or number; leads to enrolment.
public final class MemberSheet {
    private static final String ID = "member-sheet";

    private final Booth booth;
    private final MemberFileSheet file;
    private final EnrolSheet enrol;

    public MemberSheet(Booth booth, Supplier<Programme> programme, ReceiptSheet receipts) {
        this.booth = booth;
        this.file = new MemberFileSheet(booth, receipts);
        this.enrol = new EnrolSheet(booth, programme);
    }

    public void open(SaleModel sale) {
        sale.bill().get().member().ifPresentOrElse(member -> file(member.no(), sale), () -> search(sale));
    }

    private void file(MemberNo no, SaleModel sale) {
        file.open(no, sale, () -> search(sale));
    }

    private void search(SaleModel sale) {
        var texts = booth.texts();
        var model = new MemberModel(booth.errands(), booth.notices());
        var search = Form.text("member-search");
        search.promptTextProperty().bind(texts.of("member.search"));
        search.accessibleTextProperty().bind(texts.of("member.search"));
        Runnable enter = () -> model.only(search.getText())
                .ifPresentOrElse(member -> attach(member, sale), () -> model.search(search.getText()));
        search.setOnAction(_ -> enter.run());
        HBox.setHgrow(search, Priority.ALWAYS);
        var go = button("member-go", "member.go", enter);
        var join = button("member-enrol", "member.enrol", () -> enrol.open(sale));
        go.getStyleClass().add("main");
        var list = new VBox();
        list.getStyleClass().add("choices");
        model.found()
                .subscribe(found -> list.getChildren()
                        .setAll(found.stream()
                                .map(member -> choice(member, sale))
                                .toList()));
        var scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(300);
        scroll.setFocusTraversable(false);
        var left = new VBox(12, new HBox(8, search, go, join), scroll);
        left.setMinWidth(640);
        var content = new FieldPad("member", left, texts, go::fire);
        booth.sheets()
                .show(new Sheet(ID, texts.of("member.title"), content, search).hearing(new Cards(sale, search, model)));
    }

    private HBox choice(MemberView member, SaleModel sale) {
        var button = new Button();
        button.setId("member-" + member.no());
        button.getStyleClass().add("choice");
        button.setMaxWidth(Double.MAX_VALUE);
        button.textProperty().bind(booth.texts().of(booth.texts().words(), (words, _) -> text(member, words)));
        button.setOnAction(_ -> attach(member, sale));
        HBox.setHgrow(button, Priority.ALWAYS);
        var more = button("member-" + member.no() + "-file", "member.file", () -> {
            booth.sheets().close(ID);
            file(member.no(), sale);
        });
        more.setMaxHeight(Double.MAX_VALUE);
        return new HBox(8, button, more);
    }

    private void attach(MemberView member, SaleModel sale) {
        booth.sheets().close(ID);
        sale.attach(member.no());
    }

    private static String text(MemberView member, Words words) {
        return words.get(
                "member.found",
                member.name(),
                member.rung().name().in(words.lang()),
                member.phoneMasked(),
                words.count(member.held().points()),
                member.no());
    }

    private Button button(String id, String key, Runnable pressed) {
        var button = new Button();
        button.setId(id);
        button.textProperty().bind(booth.texts().of(key));
        button.setMinWidth(100);
        button.setOnAction(_ -> pressed.run());
        return button;
    }

    /// A card shown while somebody is looking for the member is the answer.
    private final class Cards implements Reading {
        private final SaleModel sale;
        private final TextField search;
        private final MemberModel model;

        Cards(SaleModel sale, TextField search, MemberModel model) {
            this.sale = sale;
            this.search = search;
            this.model = model;
        }

        @Override
        public void scanned(String text) {
            booth.errands().desk(desk -> desk.bill().readings().isCard(text), isCard -> scanned(text, isCard));
        }

        private void scanned(String text, boolean isCard) {
            if (isCard) {
                booth.sheets().close(ID);
                sale.scan(text, Optional.empty());
            } else {
                search.setText(text);
                model.search(text);
            }
        }

        @Override
        public void swiped(Swipe swipe) {
            booth.sheets().close(ID);
            sale.swipe(swipe);
        }

        @Override
        public void tapped(TagRead tag) {
            booth.sheets().close(ID);
            sale.tap(tag);
        }
    }
}
