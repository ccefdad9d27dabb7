package io.huitai.ui.sale;

import io.huitai.money.Money;
import io.huitai.money.Rate;
import io.huitai.till.bill.Adjustments;
import io.huitai.till.settings.HouseRules;
import io.huitai.ui.fittings.Booth;
import io.huitai.ui.fittings.Choice;
import io.huitai.ui.fittings.FieldPad;
import io.huitai.ui.fittings.Form;
import io.huitai.ui.fittings.Notices;
import io.huitai.ui.fittings.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;

/// A price or a discount by hand on the chosen line or the whole bill, with its reason; also how a charge of the
/// outlet's own is taken off.
final class AdjustSheet {
    private static final String ID = "sale-adjust";

    private final Booth booth;
    private final SaleModel sale;
    private final List<HouseRules.ReasonCode> reasons;

    AdjustSheet(Booth booth, SaleModel sale, List<HouseRules.ReasonCode> reasons) {
        this.booth = booth;
        this.sale = sale;
        this.reasons = reasons;
    }

    /// What can be done; a line comes first where one is chosen.
    private enum Act {
        LINE_PERCENT,
        LINE_AMOUNT,
        PRICE,
        REMOVE,
        BILL_PERCENT,
        BILL_AMOUNT,
        ROUNDING
    }

    void open() {
        var line = sale.chosen().line();
        var texts = booth.texts();
        var acts = acts(line);
        var act = new Choice<>(
                ID + "-act",
                acts,
                acts.getFirst(),
                texts,
                value -> "sale.adjust." + value.name().toLowerCase(Locale.ROOT));
        var value = Form.text(ID + "-value");
        var reason = Form.text(ID + "-reason");
        var form = new Form(texts);
        form.row("sale.adjust.act", act);
        form.row("sale.adjust.value", value);
        form.row("sale.adjust.reason", reason);
        form.row("sale.adjust.usual", usual(reason));
        var done = form.done(
                ID + "-ok",
                "sheet.ok",
                () -> apply(act.chosen(), line.map(CounterBill.Line::number).orElse(0), value.getText(), reason));
        booth.sheets()
                .show(new Sheet(
                        ID + "-sheet",
                        texts.of("sale.adjust.title"),
                        new FieldPad(ID, form, texts, done::fire),
                        value));
    }

    private static List<Act> acts(Optional<CounterBill.Line> line) {
        var acts = new ArrayList<Act>();
        line.ifPresent(chosen -> acts.addAll(
                chosen.charge() ? List.of(Act.REMOVE) : List.of(Act.LINE_PERCENT, Act.LINE_AMOUNT, Act.PRICE)));
        acts.addAll(List.of(Act.BILL_PERCENT, Act.BILL_AMOUNT, Act.ROUNDING));
        return acts;
    }

    /// The outlet's reasons, to be touched.
    private FlowPane usual(TextField reason) {
        var buttons = new FlowPane();
        buttons.getStyleClass().add("choice-row");
        for (var each : reasons) {
            var button = new Button();
            button.setId(ID + "-reason-" + each.code());
            button.getStyleClass().add("choice-button");
            button.textProperty()
                    .bind(booth.texts()
                            .of(booth.texts().words(), (words, _) -> each.name().in(words.lang())));
            button.setOnAction(_ -> reason.setText(button.getText()));
            buttons.getChildren().add(button);
        }
        return buttons;
    }

    private void apply(Act act, int line, String typed, TextField reason) {
        var why = reason.getText().strip();
        if (why.isEmpty() && act != Act.ROUNDING) {
            booth.notices().say(Notices.Kind.HINT, "sale.adjust.why");
            reason.requestFocus();
            return;
        }
        try {
            var change = change(act, line, typed.strip(), why);
            booth.sheets().close();
            sale.adjust(why, change);
        } catch (NumberFormatException notOne) {
            booth.notices().say(Notices.Kind.HINT, "sale.adjust.wrong");
        }
    }

    private static SaleModel.Change change(Act act, int line, String typed, String why) {
        return switch (act) {
            case LINE_PERCENT -> given(Optional.of(line), new Adjustments.Off.Share(percent(typed)), why);
            case BILL_PERCENT -> given(Optional.empty(), new Adjustments.Off.Share(percent(typed)), why);
            case LINE_AMOUNT -> given(Optional.of(line), new Adjustments.Off.Amount(Money.parse(typed)), why);
            case BILL_AMOUNT -> given(Optional.empty(), new Adjustments.Off.Amount(Money.parse(typed)), why);
            case PRICE -> {
                var price = Money.parse(typed);
                yield (desk, approver) -> desk.bill().adjustments().overridePrice(line, price, why, approver);
            }
            case ROUNDING -> {
                var odd = Money.parse(typed);
                yield (desk, approver) -> desk.bill().adjustments().round(odd, approver);
            }
            case REMOVE -> (desk, approver) -> desk.bill().adjustments().takeOff(line, Optional.of(why), approver);
        };
    }

    private static SaleModel.Change given(Optional<Integer> line, Adjustments.Off off, String why) {
        return (desk, approver) -> desk.bill().adjustments().discount(line, off, why, approver);
    }

    /// "10" is ten percent off.
    private static Rate percent(String typed) {
        var whole = Money.parse(typed);
        if (whole.isNegative()) {
            throw new NumberFormatException(typed);
        }
        return new Rate(whole.fen() * (Rate.WHOLE / 10_000));
    }
}
