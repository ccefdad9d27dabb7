package io.huitai.ui.member;

import io.huitai.money.Money;
import io.huitai.shop.CardNumber;
import io.huitai.shop.TenderType;
import io.huitai.till.club.Cards;
import io.huitai.till.club.Members;
import io.huitai.ui.fittings.Choice;
import io.huitai.ui.fittings.Form;
import io.huitai.ui.fittings.Tenders;
import io.huitai.ui.fittings.Words;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;

/// A member's cards: one more, one in place of others, one or all of them lost.
final class CardActs {
    private final Serving serving;
    private final MemberFile file;
    private final SimpleObjectProperty<Optional<Shown>> shown = new SimpleObjectProperty<>(Optional.empty());

    /// A card that was swiped or tapped while the sheet was open.
    private record Shown(CardNumber number, Members.CardShown how) {}

    CardActs(Serving serving, MemberFile file) {
        this.serving = serving;
        this.file = file;
    }

    void bind() {
        shown.set(Optional.empty());
        var form = new Form(serving.texts());
        form.row("enrol.card", card("member-bind-card"));
        hearing("bind", form, this::bound);
    }

    private void bound(Members.CardShown how) {
        serving.act("bind", words -> words.get("enrol.card"), (desk, approver) -> {
            var card = desk.club().cards().bind(file.member().no(), how, approver);
            return Serving.Done.saying(words -> words.get("member.bind.done", card.masked()));
        });
    }

    void replace() {
        shown.set(Optional.empty());
        var texts = serving.texts();
        var rules = file.membership().cards().replacement();
        var reasons = rules.lostReported() ? List.of(Cards.Reason.values()) : List.of(Cards.Reason.DAMAGED);
        var reason = new Choice<>(
                "member-replace-reason",
                reasons,
                reasons.getFirst(),
                value -> texts.of(texts.words(), (words, _) -> reason(value, words)));
        var tender = Tenders.choice("member-replace-tender", Tenders.MONEY, TenderType.CASH, texts);
        var form = new Form(texts);
        form.row("enrol.card", card("member-replace-card"));
        form.row("member.reason", reason);
        form.row("pay.type", tender);
        hearing("replace", form, how -> replaced(how, reason.chosen(), tender.chosen()));
    }

    private String reason(Cards.Reason reason, Words words) {
        var rules = file.membership().cards().replacement();
        var fee = switch (reason) {
            case LOST -> rules.lostFee();
            case DAMAGED -> rules.damagedFee();
        };
        return words.get("member.replace." + reason.code(), words.yuan(fee.orElse(Money.ZERO)));
    }

    private void replaced(Members.CardShown how, Cards.Reason reason, TenderType tender) {
        serving.act("replace", words -> reason(reason, words), (desk, approver) -> {
            var replaced = desk.club().cards().replace(file.member().no(), how, reason, tender, approver);
            return Serving.Done.saying(
                    words -> words.get("member.replace.done", replaced.card().masked(), words.yuan(replaced.fee()))
                            + (replaced.showsDocument() ? words.get("member.replace.document") : ""));
        });
    }

    void lost() {
        var texts = serving.texts();
        var cards = LostCards.of(file.member());
        var which = new Choice<>(
                "member-lost-which",
                cards.choices(),
                cards.first(),
                lost -> texts.of(texts.words(), (words, _) -> cards.text(lost, words)));
        var form = new Form(texts);
        form.row("member.cards", which);
        serving.choose("lost", form, which.getChildren().getFirst(), () -> {
            var lost = which.chosen();
            if (lost.isEmpty()) {
                serving.hint("member.lost.first");
                return;
            }
            serving.act("lost", words -> cards.text(lost, words), (desk, _) -> {
                desk.club().cards().reportLost(file.member().no(), cards.only(lost));
                return Serving.Done.saying(words -> words.get("member.lost.done", cards.text(lost, words)));
            });
        });
    }

    private Label card(String id) {
        var texts = serving.texts();
        var label = new Label();
        label.setId(id);
        label.textProperty()
                .bind(texts.of(
                        shown,
                        (words, read) -> read.map(card -> card.number().masked())
                                .orElseGet(() -> words.get("member.card.swipe"))));
        return label;
    }

    private interface Ready {
        void with(Members.CardShown card);
    }

    private void hearing(String act, Form form, Ready ready) {
        var ok = form.done(
                Serving.id(act) + "-ok",
                "member.act." + act,
                () -> shown.get()
                        .ifPresentOrElse(card -> ready.with(card.how()), () -> serving.hint("member.card.swipe")));
        var reading = new NewCard(
                serving.booth().notices(),
                (number, how) -> shown.set(Optional.of(new Shown(number, how))),
                _ -> serving.hint("member.card.swipe"));
        serving.show(act, form, ok, Optional.of(reading));
    }
}
