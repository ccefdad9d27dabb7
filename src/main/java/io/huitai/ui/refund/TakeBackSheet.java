package io.huitai.ui.refund;

import io.huitai.money.Money;
import io.huitai.shop.TenderType;
import io.huitai.ui.fittings.AmountModel;
import io.huitai.ui.fittings.AmountPane;
import io.huitai.ui.fittings.Booth;
import io.huitai.ui.fittings.Form;
import io.huitai.ui.fittings.Notices;
import io.huitai.ui.fittings.ReceiptSheet;
import io.huitai.ui.fittings.Sheet;
import io.huitai.ui.fittings.Tenders;
import javafx.scene.layout.HBox;

/// Takes goods back from a guest who has no receipt, with a manager's approval.
public final class TakeBackSheet {
    private static final String ID = "take-back-sheet";

    private final Booth booth;
    private final ReceiptSheet receipts;

    private boolean taking;

    public TakeBackSheet(Booth booth, ReceiptSheet receipts) {
        this.booth = booth;
        this.receipts = receipts;
    }

    public void open() {
        var texts = booth.texts();
        var goods = Form.text("take-back-goods");
        var reason = Form.text("take-back-reason");
        var tender = Tenders.choice("take-back-tender", Tenders.MONEY, TenderType.CASH, texts);
        var form = new Form(texts);
        form.row("refund.goods", goods);
        form.row("shift.reason", reason);
        form.row("pay.type", tender);
        var amount = new AmountModel(typed -> take(
                goods.getText().strip(),
                typed,
                tender.chosen(),
                reason.getText().strip()));
        var pad = new AmountPane("take-back", amount, texts, texts.of("refund.take-back.ok"));
        booth.sheets().show(new Sheet(ID, texts.of("more.take-back"), new HBox(26, form, pad), goods));
    }

    private void take(String goods, Money amount, TenderType tender, String reason) {
        if (goods.isEmpty()) {
            booth.notices().say(Notices.Kind.HINT, "refund.goods.missing");
        } else if (!taking) {
            taking = true;
            booth.errands()
                    .approved(
                            words -> words.get("approval.take-back", goods, words.yuan(amount)),
                            (desk, approval) -> desk.receipts()
                                    .fresh(desk.refund()
                                            .returns()
                                            .withoutReceipt(goods, amount, tender, reason, approval))
                                    .text(),
                            slip -> taken(slip, amount),
                            () -> taking = false);
        }
    }

    private void taken(String slip, Money amount) {
        booth.sheets().close(ID);
        booth.notices().say(Notices.Kind.DONE, words -> words.get("refund.done", words.yuan(amount)));
        receipts.show("refund.receipt", slip);
    }
}
