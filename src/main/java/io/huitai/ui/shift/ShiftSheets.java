package io.huitai.ui.shift;

import io.huitai.money.Money;
import io.huitai.shop.TenderType;
import io.huitai.store.ShiftReport;
import io.huitai.till.Shifts;
import io.huitai.till.report.RuleNames;
import io.huitai.ui.fittings.AmountModel;
import io.huitai.ui.fittings.AmountPane;
import io.huitai.ui.fittings.Booth;
import io.huitai.ui.fittings.FieldPad;
import io.huitai.ui.fittings.Form;
import io.huitai.ui.fittings.Notices;
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

    private final Booth booth;
    private final Supplier<RuleNames> rules;
    private final Consumer<ShiftReport> printer;
    private final Runnable closed;

    /// @param rules how they are called
    /// @param printer brings a report to paper
    /// @param closed the shift is closed and its result has been read
    public ShiftSheets(Booth booth, Supplier<RuleNames> rules, Consumer<ShiftReport> printer, Runnable closed) {
        this.booth = booth;
        this.rules = rules;
        this.printer = printer;
        this.closed = closed;
    }

    public void x() {
        booth.errands().desk(desk -> desk.shifts().x(), report -> show("shift.x.title", report));
    }

    public void z() {
        booth.errands().desk(desk -> desk.shifts().z(), report -> show("shift.z.title", report));
    }

    private void show(String title, ShiftReport report) {
        show(title, report, new Shifts.Closed(Map.of(), Map.of(), Map.of()), () -> {});
    }

    private void show(String title, ShiftReport report, Shifts.Closed count, Runnable then) {
        var view = new ReportView(
                report,
                count,
                rules.get(),
                booth.texts(),
                () -> printer.accept(report),
                () -> booth.sheets().close());
        booth.sheets()
                .show(new Sheet("shift-report-sheet", booth.texts().of(title), view, view.first()).onClosed(then));
    }

    public void cashIn() {
        cash(
                "shift.cash-in",
                (amount, reason) -> booth.errands()
                        .desk(desk -> desk.shifts().cashIn(amount, reason), _ -> moved("shift.cash-in.done", amount)));
    }

    public void cashOut() {
        cash(
                "shift.cash-out",
                (amount, reason) -> booth.errands()
                        .approved(
                                words -> words.get("approval.cash-out", words.yuan(amount), reason),
                                (desk, approval) -> desk.shifts().cashOut(amount, reason, approval),
                                _ -> moved("shift.cash-out.done", amount)));
    }

    @FunctionalInterface
    private interface Moved {
        void by(Money amount, String reason);
    }

    private void cash(String key, Moved moved) {
        var reason = Form.text("shift-cash-reason");
        var form = new Form(booth.texts());
        form.row("shift.reason", reason);
        var amount = new AmountModel(typed -> {
            booth.sheets().close();
            moved.by(typed, reason.getText().strip());
        });
        var pad = new AmountPane(
                "shift-cash", amount, booth.texts(), booth.texts().of("sheet.ok"));
        booth.sheets().show(new Sheet("shift-cash-sheet", booth.texts().of(key), new VBox(12, form, pad), pad));
    }

    private void moved(String key, Money amount) {
        booth.notices().say(Notices.Kind.DONE, words -> words.get(key, words.yuan(amount)));
    }

    public void noSale() {
        booth.errands()
                .approved(
                        words -> words.get("approval.no-sale"),
                        (desk, approval) -> desk.shifts().noSale("", approval),
                        _ -> booth.notices().say(Notices.Kind.DONE, "shift.no-sale.done"));
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

    private void close(Map<TenderType, Money> counted) {
        booth.errands()
                .desk(
                        desk -> {
                            Shifts.Closed result = desk.shifts().close(counted);
                            return new Closing(result, desk.shifts().z());
                        },
                        closing -> {
                            booth.sheets().closeAll();
                            show("shift.closed.title", closing.report(), closing.closed(), closed);
                        });
    }

    private record Closing(Shifts.Closed closed, ShiftReport report) {}
}
