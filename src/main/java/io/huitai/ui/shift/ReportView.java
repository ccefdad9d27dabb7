package io.huitai.ui.shift;

import io.huitai.money.Money;
import io.huitai.money.Rate;
import io.huitai.shop.TenderType;
import io.huitai.store.HouseFigures;
import io.huitai.store.ShiftReport;
import io.huitai.till.report.ReportWords;
import io.huitai.till.report.RuleNames;
import io.huitai.till.shift.Shifts;
import io.huitai.ui.fittings.KeyButton;
import io.huitai.ui.fittings.Texts;
import io.huitai.ui.fittings.Words;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What a shift comes to: what the count came to first, then money on the left, drawer and members on the right.
final class ReportView extends VBox {
    private final ShiftReport report;
    private final boolean blind;
    private final Shifts.Closed count;
    private final RuleNames rules;
    private final VBox verdict = new VBox();
    private final VBox left = column();
    private final VBox right = column();
    private final KeyButton done;

    /// @param count what was counted at the close, empty for a report alone
    /// @param print brings it to paper
    ReportView(
            ShiftSheets.Shown shown, Shifts.Closed count, RuleNames rules, Texts texts, Runnable print, Runnable read) {
        this.report = shown.report();
        this.blind = shown.blind();
        this.count = count;
        this.rules = rules;
        setId("shift-report");
        getStyleClass().add("report");
        var columns = new HBox(14, left, right);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        var scroll = new ScrollPane(columns);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setMaxHeight(480);
        done = new KeyButton("shift-report-ok", texts.of("sheet.ok"), "Enter", read);
        done.getStyleClass().add("main");
        var paper = new Button();
        paper.setId("shift-report-print");
        paper.textProperty().bind(texts.of("reports.print"));
        paper.setOnAction(_ -> print.run());
        var foot = new HBox(8, done, paper);
        HBox.setHgrow(done, Priority.ALWAYS);
        getChildren().addAll(verdict, scroll, foot);
        var seen = sceneProperty().map(_ -> true).orElse(false);
        texts.words().when(seen).subscribe(this::draw);
    }

    Node first() {
        return done;
    }

    private static VBox column() {
        var column = new VBox();
        column.getStyleClass().add("box");
        column.setPrefWidth(400);
        return column;
    }

    private void draw(Words words) {
        verdict.getChildren().clear();
        left.getChildren().clear();
        right.getChildren().clear();
        verdicts().forEach((type, over) -> verdict(type, over, words));
        row(left, words.get("report.shift", Integer.toString(report.shift())), words.day(report.businessDay()));
        row(left, words.get("report.bills"), Integer.toString(report.bills()));
        if (!blind) {
            row(left, words.get("report.sales"), report.sales());
            row(left, words.get("report.refunds"), report.refunds().negated());
            row(left, words.get("report.net"), report.net());
            heading(left, words.get("report.tenders"));
            report.tenders().forEach((type, amount) -> row(left, words.get("tender.name." + type), amount));
        }
        if (!report.discounts().isEmpty()) {
            heading(left, words.get("report.discounts"));
            report.discounts()
                    .forEach((id, sum) -> row(left, rules.called(id, ReportWords.in(words.lang())), sum.negated()));
        }
        report.house().ifPresent(house -> house(house, words));
        row(left, words.get("report.voids"), Integer.toString(report.voids()));
        heading(right, words.get("report.drawer"));
        row(right, words.get("report.opening"), report.drawer().opening());
        row(right, words.get("report.in"), report.drawer().in());
        row(right, words.get("report.out"), report.drawer().out().negated());
        if (blind) {
            var why = new Label(words.get("report.blind"));
            why.setId("shift-report-blind");
            why.setWrapText(true);
            right.getChildren().add(why);
        } else {
            row(right, words.get("report.expected"), report.drawer().expected());
        }
        report.drawer().counted().ifPresent(amount -> row(right, words.get("report.counted"), amount));
        heading(right, words.get("report.members"));
        row(
                right,
                words.get("report.points.earned"),
                words.count(report.points().earned()));
        row(right, words.get("report.points.used"), words.count(report.points().used()));
        row(
                right,
                words.get("report.vouchers.granted"),
                words.count(report.vouchers().granted()));
        row(
                right,
                words.get("report.vouchers.used"),
                words.count(report.vouchers().used()));
    }

    private void house(HouseFigures house, Words words) {
        if (!blind) {
            house.taxes()
                    .forEach((rate, tax) ->
                            row(left, words.get("report.tax", Rate.parse(rate).percent()), tax));
            house.charges()
                    .forEach((id, sum) ->
                            row(left, words.get("report.charge", rules.called(id, ReportWords.in(words.lang()))), sum));
        }
        if (!house.overridden().isZero()) {
            row(left, words.get("report.overridden"), house.overridden());
        }
    }

    /// Over or short by tender type: of all that was counted, or of the drawer where only that is known any more.
    private Map<String, Money> verdicts() {
        var verdicts = new LinkedHashMap<String, Money>();
        report.drawer().over().ifPresent(over -> verdicts.put(TenderType.CASH.code(), over));
        verdicts.putAll(count.over());
        return verdicts;
    }

    private void verdict(String type, Money over, Words words) {
        var kind = over.isZero() ? "even" : over.isNegative() ? "short" : "over";
        var line = new Label(words.get(
                "report.verdict." + kind,
                words.get("tender.name." + type),
                words.yuan(over.isNegative() ? over.negated() : over)));
        line.setId("shift-verdict-" + type);
        line.getStyleClass().addAll("verdict", "verdict-" + kind);
        verdict.getChildren().add(line);
    }

    private static void heading(VBox column, String text) {
        var heading = new Label(text);
        heading.getStyleClass().add("box-title");
        column.getChildren().add(heading);
    }

    private static void row(VBox column, String name, Money amount) {
        row(column, name, amount.isNegative() ? "−" + amount.negated() : amount.toString());
    }

    private static void row(VBox column, String name, String value) {
        var shown = new Label(value);
        shown.getStyleClass().add("strong");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        column.getChildren().add(new HBox(new Label(name), gap, shown));
    }
}
