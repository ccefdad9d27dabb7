package io.huitai.ui.member;

import io.huitai.money.Money;
import io.huitai.money.Rate;
import io.huitai.programme.scheme.Ladder;
import io.huitai.programme.scheme.StoredValue;
import io.huitai.shop.TenderType;
import io.huitai.till.club.Recharges;
import io.huitai.ui.fittings.AmountModel;
import io.huitai.ui.fittings.AmountPane;
import io.huitai.ui.fittings.Choice;
import io.huitai.ui.fittings.Form;
import io.huitai.ui.fittings.Tenders;
import io.huitai.ui.fittings.Words;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What a member pays for beside bills: money on the card, and time in a tier.
final class MoneyActs {
    private final Serving serving;
    private final MemberFile file;

    MoneyActs(Serving serving, MemberFile file) {
        this.serving = serving;
        this.file = file;
    }

    void recharge() {
        var texts = serving.texts();
        var tender = Tenders.choice("member-recharge-tender", Tenders.MONEY, TenderType.CASH, texts);
        var bonus = Form.text("member-recharge-bonus");
        bonus.promptTextProperty().bind(texts.of("member.recharge.bonus.usual"));
        var terms = new Label();
        terms.setId("member-recharge-terms");
        terms.getStyleClass().add("sheet-hint-wide");
        terms.setMaxWidth(540);
        terms.textProperty().bind(texts.of(texts.words(), (words, _) -> terms(words)));
        var form = new Form(texts);
        form.row("pay.type", tender);
        form.row("member.recharge.bonus", bonus);
        var amount = new AmountModel(
                typed -> recharge(typed, tender.chosen(), bonus.getText().strip()));
        var pad = new AmountPane("member-recharge", amount, texts, texts.of("member.act.recharge"));
        serving.show("recharge", new HBox(26, new VBox(12, form, terms), pad), pad, Optional.empty());
    }

    private String terms(Words words) {
        return file.membership().storedValue().stream()
                .flatMap(stored -> stored.bands().stream())
                .map(band -> band(band, words))
                .collect(Collectors.joining("\n"));
    }

    private static String band(StoredValue.Band band, Words words) {
        return words.get(
                "member.recharge.band",
                words.yuan(band.from()),
                band.usual().percent(),
                band.most().percent());
    }

    private void recharge(Money amount, TenderType tender, String bonus) {
        if (!bonus.isEmpty() && !bonus.matches("[0-9]{1,3}(?:[.][0-9]{1,4})?")) {
            serving.hint("member.recharge.bonus.wrong");
            return;
        }
        var share = Optional.of(bonus)
                .filter(text -> !text.isEmpty())
                .map(text -> Rate.parse(new BigDecimal(text).movePointLeft(2).toPlainString()));
        var wish = new Recharges.Wish(file.member().no(), amount, tender, share);
        serving.act(
                "recharge",
                words -> words.yuan(amount) + (bonus.isEmpty() ? "" : " + " + bonus + "%"),
                (desk, approval) -> {
                    var recharged = desk.club().recharges().recharge(wish, approval);
                    var after = recharged.after();
                    return Serving.Done.with(
                            desk,
                            recharged.receipt(),
                            words -> words.get(
                                    "member.recharge.done",
                                    words.yuan(after.total()),
                                    words.yuan(after.principal()),
                                    words.yuan(after.bonus())));
                });
    }

    void subscribe() {
        var texts = serving.texts();
        var prices = file.membership().ladder().subscription().orElseThrow().prices();
        var price = new Choice<>(
                "member-subscribe-price",
                prices,
                prices.getFirst(),
                each -> texts.of(texts.words(), (words, _) -> price(each, words)));
        var tender = Tenders.choice("member-subscribe-tender", Tenders.MONEY, TenderType.CASH, texts);
        var form = new Form(texts);
        form.row("member.subscribe.price", price);
        form.row("pay.type", tender);
        serving.choose("subscribe", form, price.getChildren().getFirst(), () -> {
            var chosen = price.chosen();
            serving.act("subscribe", words -> price(chosen, words), (desk, _) -> {
                var paid = desk.club()
                        .subscriptions()
                        .subscribe(file.member().no(), chosen.tier().value(), chosen.period(), tender.chosen());
                return Serving.Done.with(
                        desk,
                        paid.receipt(),
                        words -> words.get(
                                "member.subscribe.done",
                                file.tierName(chosen.tier(), words),
                                words.date(paid.until())));
            });
        });
    }

    private String price(Ladder.Price price, Words words) {
        return words.get(
                "member.subscribe.offer",
                file.tierName(price.tier(), words),
                words.get("member.period." + price.period().code()),
                words.yuan(price.amount()));
    }
}
