package io.huitai.ui.company;

import io.huitai.shop.TenderType;
import io.huitai.till.sale.Companies;
import io.huitai.ui.fittings.AmountModel;
import io.huitai.ui.fittings.AmountPane;
import io.huitai.ui.fittings.Booth;
import io.huitai.ui.fittings.Form;
import io.huitai.ui.fittings.Notices;
import io.huitai.ui.fittings.ReceiptSheet;
import io.huitai.ui.fittings.Sheet;
import io.huitai.ui.fittings.Tenders;
import javafx.scene.layout.HBox;

/// Companies' accounts: who owes how much for how long, and what one pays of it.
public final class AccountsSheet {
    private static final String SETTLE = "accounts-settle-sheet";

    private final Booth booth;
    private final ReceiptSheet receipts;
    private final AccountsModel model;

    public AccountsSheet(Booth booth, ReceiptSheet receipts) {
        this.booth = booth;
        this.receipts = receipts;
        this.model = new AccountsModel(booth.errands(), this::paid);
    }

    public void open() {
        var view = new AccountsView(model, booth.texts(), this::settle);
        booth.sheets().show(new Sheet("accounts-sheet", booth.texts().of("accounts.title"), view, view.first()));
        model.read();
    }

    private void settle(Companies.Aged company) {
        var texts = booth.texts();
        var tender = Tenders.choice("accounts-settle-tender", Tenders.MONEY, TenderType.CASH, texts);
        var form = new Form(texts);
        form.row("pay.type", tender);
        var amount = new AmountModel(typed -> model.settle(company.company(), typed, tender.chosen()));
        amount.suggest(company.owed());
        var pad = new AmountPane("accounts-settle", amount, texts, texts.of("accounts.settle.ok"));
        var title = texts.of(
                texts.words(),
                (words, _) -> words.get("accounts.settle.title", company.company(), words.yuan(company.owed())));
        booth.sheets().show(new Sheet(SETTLE, title, new HBox(26, form, pad), pad));
    }

    private void paid(AccountsModel.Paid paid) {
        booth.sheets().close(SETTLE);
        booth.notices()
                .say(
                        Notices.Kind.DONE,
                        words -> words.get(
                                "accounts.settle.done",
                                paid.company(),
                                words.yuan(paid.amount()),
                                words.yuan(paid.balance())));
        receipts.show("accounts.slip", paid.slip());
    }
}
