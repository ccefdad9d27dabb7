package io.huitai.ui.payment;

import io.huitai.device.Codes;
import io.huitai.device.Scan;
import io.huitai.device.Swipe;
import io.huitai.device.TagRead;
import io.huitai.money.Money;
import io.huitai.shop.TenderType;
import io.huitai.till.ErrorCode;
import io.huitai.till.Refusal;
import io.huitai.ui.fittings.AmountModel;
import io.huitai.ui.fittings.AmountPane;
import io.huitai.ui.fittings.Booth;
import io.huitai.ui.fittings.Choice;
import io.huitai.ui.fittings.FieldPad;
import io.huitai.ui.fittings.Form;
import io.huitai.ui.fittings.Notices;
import io.huitai.ui.fittings.Reading;
import io.huitai.ui.fittings.Sheet;
import io.huitai.ui.sale.Payments;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The ways to pay that need more than one key: a telephone's code, and any tender with amount and reference.
public final class PaymentSheets {
    private static final int TAIL = 4;
    private static final List<TenderType> OTHERS = List.of(
            TenderType.CASH,
            TenderType.CARD,
            TenderType.UNIONPAY,
            TenderType.WECHAT,
            TenderType.ALIPAY,
            TenderType.CHEQUE);

    private final Booth booth;

    public PaymentSheets(Booth booth) {
        this.booth = booth;
    }

    /// WeChat or Alipay, taken on the guest's telephone, with the reference of the payment.
    ///
    /// @param code what the telephone showed, empty where nothing was scanned yet
    public void scanPay(Payments payments, String code) {
        if (nothingToPay(payments)) {
            return;
        }
        var types = List.of(TenderType.WECHAT, TenderType.ALIPAY);
        var type = new Choice<>(
                "pay-scan-type", types, issuer(code), booth.texts(), value -> "tender.name." + value.code());
        var reference = Form.text("pay-scan-reference", tail(code));
        var form = new Form(booth.texts());
        form.row("pay.type", type);
        form.row("pay.reference", reference);
        var done = form.done("pay-scan-ok", "pay.scan.done", () -> {
            booth.sheets().close();
            payments.pay(type.chosen(), Optional.empty(), reference.getText().strip());
        });
        var title =
                booth.texts().of(payments.bill(), (words, bill) -> words.get("pay.scan.title", words.yuan(bill.due())));
        var content = new FieldPad("pay-scan", form, booth.texts(), done::fire);
        booth.sheets()
                .show(new Sheet("pay-scan-sheet", title, content, reference)
                        .hearing(new PaymentCodes(type, reference)));
    }

    /// Any tender for any part of what is due.
    public void other(Payments payments) {
        if (nothingToPay(payments)) {
            return;
        }
        var type = new Choice<>(
                "pay-other-type", OTHERS, TenderType.CARD, booth.texts(), value -> "tender.name." + value.code());
        var reference = Form.text("pay-other-reference");
        var amount = new AmountModel(typed -> {
            booth.sheets().close();
            payments.pay(type.chosen(), Optional.of(typed), reference.getText().strip());
        });
        var due = payments.bill().get().due();
        if (due.isPositive()) {
            amount.suggest(due);
        }
        var form = new Form(booth.texts());
        form.row("pay.type", type);
        form.row("pay.reference", reference);
        var pad =
                new AmountPane("pay-other", amount, booth.texts(), booth.texts().of("pay.other.done"));
        var content = new HBox(26, new VBox(form), pad);
        booth.sheets().show(new Sheet("pay-other-sheet", title(due), content, pad));
    }

    private boolean nothingToPay(Payments payments) {
        var nothing = payments.bill().get().isEmpty();
        if (nothing) {
            booth.notices().refused(Refusal.of(ErrorCode.BILL_EMPTY));
        }
        return nothing;
    }

    private ObservableValue<String> title(Money due) {
        return booth.texts().of(booth.texts().words(), (words, _) -> words.get("pay.other.title", words.yuan(due)));
    }

    /// Codes from 10 to 15 are WeChat's, from 25 to 30 Alipay's.
    private static TenderType issuer(String code) {
        return code.startsWith("2") || code.startsWith("3") ? TenderType.ALIPAY : TenderType.WECHAT;
    }

    /// The code is as good as money for a minute: only its end is kept.
    private static String tail(String code) {
        return code.substring(Math.max(0, code.length() - TAIL));
    }

    private final class PaymentCodes implements Reading {
        private final Choice<TenderType> type;
        private final TextField reference;

        PaymentCodes(Choice<TenderType> type, TextField reference) {
            this.type = type;
            this.reference = reference;
        }

        @Override
        public void scanned(String text) {
            if (Codes.decode(text) instanceof Scan.PaymentCode(var code)) {
                type.choose(issuer(code));
                reference.setText(tail(code));
            } else {
                booth.notices().say(Notices.Kind.HINT, "pay.scan.not-a-code");
            }
        }

        @Override
        public void swiped(Swipe swipe) {
            booth.notices().refused(Refusal.of(ErrorCode.PAN_REFUSED));
        }

        @Override
        public void tapped(TagRead tag) {
            booth.notices().say(Notices.Kind.HINT, "pay.scan.not-a-code");
        }
    }
}
