package io.huitai.ui.payment;

import io.huitai.device.decode.Swipe;
import io.huitai.device.decode.TagRead;
import io.huitai.money.Money;
import io.huitai.programme.scheme.Programme;
import io.huitai.shop.TenderType;
import io.huitai.till.member.ReadCard;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.ui.fittings.AmountModel;
import io.huitai.ui.fittings.AmountPane;
import io.huitai.ui.fittings.Booth;
import io.huitai.ui.fittings.Choice;
import io.huitai.ui.fittings.FieldPad;
import io.huitai.ui.fittings.Form;
import io.huitai.ui.fittings.Notices;
import io.huitai.ui.fittings.Reading;
import io.huitai.ui.fittings.Sheet;
import io.huitai.ui.fittings.Tenders;
import io.huitai.ui.sale.Payments;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

/// The ways to pay that need more than one key: a telephone's code, and any tender with amount and reference.
public final class PaymentSheets {
    private static final int TAIL = 4;
    private final Booth booth;
    private final Supplier<Programme> programme;

    public PaymentSheets(Booth booth, Supplier<Programme> programme) {
        this.booth = booth;
        this.programme = programme;
    }

    /// WeChat or Alipay, taken on the guest's telephone, with the reference of the payment.
    ///
    /// @param code what the telephone showed, empty where nothing was scanned yet
    public void scanPay(Payments payments, String code) {
        if (nothingToPay(payments)) {
            return;
        }
        var types = List.of(TenderType.WECHAT, TenderType.ALIPAY);
        var type = Tenders.choice("pay-scan-type", types, issuer(code), booth.texts());
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
        var type = Tenders.choice("pay-other-type", others(payments), TenderType.CARD, booth.texts());
        var fields = new TenderFields(booth, type);
        var amount = new AmountModel(typed -> fields.payment(typed)
                .ifPresentOrElse(
                        payment -> {
                            booth.sheets().close();
                            payments.pay(payment);
                        },
                        () -> booth.notices().say(Notices.Kind.HINT, "pay.charge.missing")));
        var due = payments.bill().get().due();
        if (due.isPositive()) {
            amount.suggest(due);
        }
        var pad =
                new AmountPane("pay-other", amount, booth.texts(), booth.texts().of("pay.other.done"));
        booth.sheets().show(new Sheet("pay-other-sheet", title(due), new HBox(26, fields, pad), pad));
    }

    /// Money, and what the guest and the house have besides.
    private List<TenderType> others(Payments payments) {
        var types = new ArrayList<>(Tenders.MONEY);
        if (payments.stored().isPositive()) {
            types.add(TenderType.STORED);
        }
        types.add(TenderType.ROOM);
        if (programme.get().membership().accounts()) {
            types.add(TenderType.ACCOUNT);
        }
        return types;
    }

    private boolean nothingToPay(Payments payments) {
        var nothing = payments.bill().get().isEmpty();
        if (nothing) {
            booth.notices().refused(ErrorCode.BILL_EMPTY);
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
            booth.errands()
                    .desk(
                            desk -> desk.bill().readings().paymentCode(text),
                            found -> found.ifPresentOrElse(
                                    this::shown, () -> booth.notices().say(Notices.Kind.HINT, "pay.scan.not-a-code")));
        }

        private void shown(String code) {
            type.choose(issuer(code));
            reference.setText(tail(code));
        }

        @Override
        public void swiped(Swipe swipe) {
            booth.notices()
                    .unlessRefused(
                            () -> ReadCard.swiped(swipe),
                            _ -> booth.notices().say(Notices.Kind.HINT, "pay.scan.not-a-code"));
        }

        @Override
        public void tapped(TagRead tag) {
            booth.notices().say(Notices.Kind.HINT, "pay.scan.not-a-code");
        }
    }
}
