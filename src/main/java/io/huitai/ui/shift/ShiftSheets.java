package io.huitai.ui.shift;

import io.huitai.money.Money;
import io.huitai.shop.TenderType;
import io.huitai.store.ShiftReport;
import io.huitai.till.report.RuleNames;
import io.huitai.till.shift.Shifts;
import io.huitai.ui.fittings.AmountModel;
import io.huitai.ui.fittings.AmountPane;
import io.huitai.ui.fittings.Booth;
import io.huitai.ui.fittings.FieldPad;
import io.huitai.ui.fittings.Form;
import io.huitai.ui.fittings.Notices;
import io.huitai.ui.fittings.Reasons;
import io.huitai.ui.fittings.Sheet;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// The drawer and the reports of a shift, and its close.
public final class ShiftSheets {
    private static final List<TenderType> COUNTED = List.of(
            TenderType.CASH,
            TenderType.WECHAT,
            TenderType.ALIPAY,
            TenderType.CARD,
            TenderType.UNIONPAY,
            TenderType.CHEQUE);

    private static final Shifts.Closed NOT_COUNTED = new Shifts.Closed(Map.of(), Map.of(), Map.of());

    private final Booth booth;
    private final Reasons reasons;
    private final Supplier<RuleNames> rules;
    private final Consumer<Shown> printer;
    private final Runnable closed;

    /// @param rules how they are called
    /// @param printer brings a report to paper
    /// @param closed the shift is closed and its result has been read
    public ShiftSheets(Booth booth, Supplier<RuleNames> rules, Consumer<Shown> printer, Runnable closed) {
        this.booth = booth;
        this.reasons = new Reasons(booth);
        this.rules = rules;
        this.printer = printer;
        this.closed = closed;
    }

    /// The shift so far; who counts it is not told what should be there.
    public void x() {
        booth.errands()
                .desk(
                        desk -> new Shown(
                                desk.shift().shifts().x(), desk.shift().shifts().countsBlind()),
                        shown -> show("shift.x.title", shown, NOT_COUNTED, () -> {}));
    }

    public void z() {
        booth.errands()
                .desk(
                        desk -> desk.shift().shifts().z(),
                        report -> show("shift.z.title", new Shown(report, false), NOT_COUNTED, () -> {}));
    }

    /// A report as it is shown.
    ///
    /// @param blind without what was taken
    public record Shown(ShiftReport report, boolean blind) {}

    private void show(String title, Shown shown, Shifts.Closed count, Runnable then) {
        var view = new ReportView(
                shown,
                count,
                rules.get(),
                booth.texts(),
                () -> printer.accept(shown),
                () -> booth.sheets().close());
        booth.sheets()
                .show(new Sheet("shift-report-sheet", booth.texts().of(title), view, view.first()).onClosed(then));
    }

    public void cashIn() {
        cash(
                "shift.cash-in",
                Reasons.Act.CASH_IN,
                (amount, reason) -> booth.errands()
                        .approved(
                                words -> words.get("approval.cash-in", words.yuan(amount), reason),
                                (desk, approver) -> desk.shift().shifts().cashIn(amount, reason, approver),
                                _ -> moved("shift.cash-in.done", amount)));
    }

    public void cashOut() {
        cash(
                "shift.cash-out",
                Reasons.Act.CASH_OUT,
                (amount, reason) -> booth.errands()
                        .approved(
                                words -> words.get("approval.cash-out", words.yuan(amount), reason),
                                (desk, approval) -> desk.shift().shifts().cashOut(amount, reason, approval),
                                _ -> moved("shift.cash-out.done", amount)));
    }

    @FunctionalInterface
    private interface Moved {
        void by(Money amount, String reason);
    }

    private void cash(String key, Reasons.Act act, Moved moved) {
        var reason = Form.text("shift-cash-reason");
        var form = new Form(booth.texts());
        form.row("shift.reason", reason);
        var amount = new AmountModel(typed -> {
            if (reasons.isGiven(reason.getText())) {
                booth.sheets().close();
                moved.by(typed, reason.getText().strip());
            } else {
                reason.requestFocus();
            }
        });
        var pad = new AmountPane(
                "shift-cash", amount, booth.texts(), booth.texts().of("sheet.ok"));
        form.row("reason.usual", reasons.usual(act, usual -> {
            reason.setText(usual);
            pad.requestFocus(); // the digits that follow are an amount
        }));
        booth.sheets().show(new Sheet("shift-cash-sheet", booth.texts().of(key), new VBox(12, form, pad), pad));
    }

    private void moved(String key, Money amount) {
        booth.notices().say(Notices.Kind.DONE, words -> words.get(key, words.yuan(amount)));
    }

    public void noSale() {
        reasons.ask(
                Reasons.Act.NO_SALE,
                reason -> booth.errands()
                        .approved(
                                words -> words.get("approval.no-sale", reason),
                                (desk, approval) -> desk.shift().shifts().noSale(reason, approval),
                                _ -> booth.notices().say(Notices.Kind.DONE, "shift.no-sale.done")));
    }

    /// A blind count: what should be there is told afterwards.
    public void close() {
        var form = new Form(booth.texts());
        var fields = new LinkedHashMap<TenderType, TextField>(); // Enter goes on in this order
        for (var type : COUNTED) {
            var field = Form.text("shift-count-" + type.code());
            fields.put(type, field);
            form.row("tender.name." + type.code(), field);
        }
        var done = form.done(
                "shift-close-ok",
                "shift.close.ok",
                () -> counted(fields)
                        .ifPresentOrElse(
                                this::close, () -> booth.notices().say(Notices.Kind.HINT, "shift.close.wrong")));
        var order = List.copyOf(fields.values());
        order.forEach(field -> field.setOnAction(_ -> next(order, done)));
        booth.sheets()
                .show(new Sheet(
                        "shift-close-sheet",
                        booth.texts().of("shift.close.title"),
                        new FieldPad("shift-close", form, booth.texts(), () -> next(order, done)),
                        order.getFirst()));
    }

    /// Enter goes on to the next field, so that no shift is closed with half a count; behind the last it closes.
    private static void next(List<TextField> fields, Button done) {
        var focused = fields.stream().filter(Node::isFocused).findFirst();
        var at = focused.map(fields::indexOf).orElse(-1) + 1;
        if (at < fields.size()) {
            fields.get(at).requestFocus();
        } else {
            done.requestFocus();
            done.fire();
        }
    }

    private static Optional<Map<TenderType, Money>> counted(Map<TenderType, TextField> fields) {
        var counted = new EnumMap<TenderType, Money>(TenderType.class);
        for (var field : fields.entrySet()) {
            var typed = field.getValue().getText().strip();
            if (!typed.isEmpty() && !typed.matches("[0-9]{1,9}(?:[.][0-9]{1,2})?")) {
                return Optional.empty();
            }
            if (!typed.isEmpty()) {
                counted.put(field.getKey(), Money.parse(typed));
            }
        }
        return Optional.of(counted);
    }

    /// A count that differs by much stands before anybody is asked why; by how much, the one who approves is told.
    private void close(Map<TenderType, Money> counted) {
        booth.errands().desk(desk -> desk.shift().shifts().count(counted), differs -> {
            if (differs.wantsReason()) {
                reasons.ask(Reasons.Act.OVER_SHORT, reason -> close(counted, Optional.of(reason), differs.by()));
            } else {
                close(counted, Optional.empty(), differs.by());
            }
        });
    }

    private void close(Map<TenderType, Money> counted, Optional<String> reason, Money differs) {
        booth.errands()
                .approved(
                        words -> words.get("approval.over-short", words.yuan(differs), reason.orElse("")),
                        (desk, approver) -> {
                            Shifts.Closed result = desk.shift().shifts().close(counted, reason, approver);
                            return new Closing(result, desk.shift().shifts().z());
                        },
                        closing -> {
                            booth.sheets().closeAll();
                            show("shift.closed.title", new Shown(closing.report(), false), closing.closed(), closed);
                        });
    }

    private record Closing(Shifts.Closed closed, ShiftReport report) {}
}
