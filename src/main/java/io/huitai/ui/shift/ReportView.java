package io.huitai.ui.shift;

import io.huitai.money.Money;
import io.huitai.store.ShiftReport;
import io.huitai.ui.fittings.Texts;
import io.huitai.ui.fittings.Words;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What a shift comes to, in rows.
final class ReportView extends VBox {
    private final VBox rows = new VBox();
    private final ScrollPane scroll = new ScrollPane(rows);

    ReportView(ShiftReport report, Texts texts) {
        setId("shift-report");
        rows.getStyleClass().add("box");
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(470);
        scroll.setMinWidth(520);
        getChildren().add(scroll);
        texts.words().subscribe(words -> draw(report, words));
    }

    Node first() {
        return scroll;
    }

    private void draw(ShiftReport report, Words words) {
        rows.getChildren().clear();
        row(words.get("report.shift", Integer.toString(report.shift())), words.day(report.businessDay()));
        row(words.get("report.bills"), Integer.toString(report.bills()));
        row(words.get("report.sales"), report.sales());
        row(words.get("report.refunds"), report.refunds().negated());
        row(words.get("report.net"), report.net());
        heading(words.get("report.tenders"));
        report.tenders().forEach((type, amount) -> row(words.get("tender.name." + type), amount));
        heading(words.get("report.drawer"));
        row(words.get("report.opening"), report.drawer().opening());
        row(words.get("report.in"), report.drawer().in());
        row(words.get("report.out"), report.drawer().out().negated());
        row(words.get("report.expected"), report.drawer().expected());
        report.drawer().counted().ifPresent(amount -> row(words.get("report.counted"), amount));
        report.drawer().over().ifPresent(amount -> row(words.get("report.over"), amount));
        heading(words.get("report.members"));
        row(words.get("report.points.earned"), words.count(report.points().earned()));
        row(words.get("report.points.used"), words.count(report.points().used()));
        row(words.get("report.vouchers.granted"), words.count(report.vouchers().granted()));
        row(words.get("report.vouchers.used"), words.count(report.vouchers().used()));
        row(words.get("report.voids"), Integer.toString(report.voids()));
    }

    private void heading(String text) {
        var heading = new Label(text);
        heading.getStyleClass().add("box-title");
        rows.getChildren().add(heading);
    }

    private void row(String name, Money amount) {
        row(name, (amount.isNegative() ? "−" + amount.negated() : amount.toString()));
    }

    private void row(String name, String value) {
        var shown = new Label(value);
        shown.getStyleClass().add("strong");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        rows.getChildren().add(new HBox(new Label(name), gap, shown));
    }
}
