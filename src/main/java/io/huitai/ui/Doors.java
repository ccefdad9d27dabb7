package io.huitai.ui;

import io.huitai.shop.ReceiptNo;
import io.huitai.ui.fapiao.FapiaoSheet;
import io.huitai.ui.member.MemberSheet;
import io.huitai.ui.payment.PaymentSheets;
import io.huitai.ui.refund.RefundSheet;
import io.huitai.ui.sale.Payments;
import io.huitai.ui.sale.SaleModel;
import io.huitai.ui.sale.SaleScreen;
import io.huitai.ui.shift.MoreSheet;
import java.util.Optional;

/// Where the sale screen leads to, which knows none of these sheets.
record Doors(RefundSheet refund, FapiaoSheet fapiao, MemberSheet members, PaymentSheets payment, MoreSheet more)
        implements SaleScreen.Doors {
    @Override
    public void refund(Optional<ReceiptNo> receipt) {
        refund.open(receipt);
    }

    @Override
    public void fapiao(Optional<ReceiptNo> receipt) {
        fapiao.open(receipt);
    }

    @Override
    public void member(SaleModel sale) {
        members.open(sale);
    }

    @Override
    public void scanPay(Payments payments, String code) {
        payment.scanPay(payments, code);
    }

    @Override
    public void otherPay(Payments payments) {
        payment.other(payments);
    }

    @Override
    public void openMore() {
        more.open();
    }
}
