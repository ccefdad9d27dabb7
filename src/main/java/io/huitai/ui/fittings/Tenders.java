package io.huitai.ui.fittings;

import io.huitai.shop.TenderType;
import java.util.List;

/// The means of payment as a choice of buttons.
public final class Tenders {
    /// What is money by itself, and neither promised nor paid before.
    public static final List<TenderType> MONEY = List.of(
            TenderType.CASH,
            TenderType.CARD,
            TenderType.UNIONPAY,
            TenderType.WECHAT,
            TenderType.ALIPAY,
            TenderType.CHEQUE);

    private Tenders() {}

    public static Choice<TenderType> choice(String id, List<TenderType> types, TenderType first, Texts texts) {
        return new Choice<>(id, types, first, texts, type -> "tender.name." + type.code());
    }
}
