package io.huitai.ui.refund;

import io.huitai.shop.ReceiptNo;
import io.huitai.ui.fittings.ApproverCard;
import io.huitai.ui.fittings.Booth;
import io.huitai.ui.fittings.Notices;
import io.huitai.ui.fittings.PinModel;
import io.huitai.ui.fittings.ReceiptSheet;
import io.huitai.ui.fittings.Sheet;
import java.util.Optional;
import java.util.function.Consumer;

/// Gives money back for a receipt, with the supervisor's approval on the same sheet.
public final class RefundSheet {
    private static final String ID = "refund-sheet";

    private final Booth booth;
    private final ReceiptSheet receipts;
    private final Consumer<ReceiptNo> fapiao;

    /// @param fapiao asks for the invoice of a receipt
    public RefundSheet(Booth booth, ReceiptSheet receipts, Consumer<ReceiptNo> fapiao) {
        this.booth = booth;
        this.receipts = receipts;
        this.fapiao = fapiao;
    }

    /// @param receipt empty lets the cashier scan, type or choose one
    public void open(Optional<ReceiptNo> receipt) {
        var model = new RefundModel(booth.errands(), booth.notices(), this::refunded, this::exchanged);
        var pin = new PinModel(model::approve);
        var view = new RefundView(model, pin, booth, fapiao);
        booth.sheets()
                .show(new Sheet(ID, booth.texts().of("refund.title"), view, view.first())
                        .hearing(new ApproverCard(booth.notices(), model::approve, text -> scanned(text, model))));
        model.begin(receipt);
    }

    private void refunded(RefundModel.Done done) {
        booth.sheets().close(ID);
        var refund = done.refund();
        var back = refund.amount().minus(refund.shortfallValue());
        booth.notices().say(Notices.Kind.DONE, words -> words.get("refund.done", words.yuan(back)));
        receipts.show("refund.receipt", done.receipt());
    }

    private void exchanged(String slip) {
        booth.sheets().close(ID);
        booth.notices().say(Notices.Kind.DONE, "refund.exchange.done");
        receipts.show("refund.exchange.slip", slip);
    }

    private static void scanned(String text, RefundModel model) {
        if (text.length() <= 48 && !text.isBlank()) {
            model.look(new ReceiptNo(text.strip()));
        }
    }
}
