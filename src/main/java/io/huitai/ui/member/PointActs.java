package io.huitai.ui.member;

import io.huitai.shop.MemberNo;
import io.huitai.till.Desk;
import io.huitai.till.club.Gifts;
import io.huitai.ui.fittings.Choice;
import io.huitai.ui.fittings.Form;
import io.huitai.ui.fittings.Words;
import java.util.List;
import java.util.OptionalLong;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/// Points beside bills: gifts, vouchers, passed on, corrected.
final class PointActs {
    private final Serving serving;
    private final MemberFile file;

    PointActs(Serving serving, MemberFile file) {
        this.serving = serving;
        this.file = file;
    }

    void gifts() {
        serving.booth().errands().desk(desk -> desk.club().gifts().catalogue(), this::gifts);
    }

    private void gifts(List<Gifts.Offered> offered) {
        var texts = serving.texts();
        var gift = new Choice<>(
                "member-gifts-gift",
                offered,
                offered.getFirst(),
                each -> texts.of(texts.words(), (words, _) -> gift(each, words)));
        var count = Form.text("member-gifts-count", "1");
        var form = new Form(texts);
        form.row("member.gifts.gift", gift);
        form.row("member.gifts.count", count);
        serving.ask("gifts", form, gift.getChildren().getFirst(), () -> {
            var many = whole(count);
            var chosen = gift.chosen();
            if (many.isEmpty()) {
                serving.hint("member.whole");
                return;
            }
            serving.proven("gifts", words -> chosen.name().in(words.lang()), (desk, proof) -> {
                var redeemed = desk.club().gifts().redeem(chosen.gift().value(), many.getAsLong(), proof);
                return Serving.Done.with(
                        desk,
                        redeemed.receipt(),
                        words -> words.get(
                                "member.gifts.done", chosen.name().in(words.lang()), words.count(redeemed.points())));
            });
        });
    }

    private static String gift(Gifts.Offered gift, Words words) {
        return words.get(
                "member.gifts.offer",
                gift.name().in(words.lang()),
                words.count(gift.points()),
                words.count(gift.stock()));
    }

    void turn() {
        var texts = serving.texts();
        var turning = file.programme().points().turning().orElseThrow();
        var terms = new Label();
        terms.textProperty()
                .bind(texts.of(
                        texts.words(),
                        (words, _) -> words.get(
                                "member.turn.terms",
                                words.count(turning.points()),
                                file.voucherName(turning.voucher(), words))));
        var points = Form.text("member-turn-points");
        points.promptTextProperty().bind(texts.of("member.turn.all"));
        var form = new Form(texts);
        form.row("member.turn.how", terms);
        form.row("member.points", points);
        serving.ask("turn", form, points, () -> {
            var asked = whole(points);
            if (asked.isEmpty() && !points.getText().isBlank()) {
                serving.hint("member.whole");
                return;
            }
            serving.proven("turn", _ -> points.getText(), (desk, proof) -> {
                var turned = desk.club().points().turn(asked, proof);
                return Serving.Done.saying(words -> words.get(
                        "member.turn.done", file.vouchers(turned.vouchers(), words), words.count(turned.points())));
            });
        });
    }

    void transfer() {
        var texts = serving.texts();
        var to = Form.text("member-transfer-to");
        to.promptTextProperty().bind(texts.of("member.transfer.who"));
        var points = Form.text("member-transfer-points");
        var form = new Form(texts);
        form.row("member.transfer.to", to);
        form.row("member.points", points);
        serving.ask("transfer", form, to, () -> {
            var many = whole(points);
            var whom = to.getText().strip();
            if (many.isEmpty()) {
                serving.hint("member.whole");
                return;
            }
            serving.proven("transfer", _ -> whom, (desk, proof) -> {
                var after =
                        desk.club().points().transfer(file.member().no(), theOne(desk, whom), many.getAsLong(), proof);
                return Serving.Done.saying(words -> words.get("member.transfer.done", words.count(after.from())));
            });
        });
    }

    /// Points go to nobody who was only nearly meant.
    private static MemberNo theOne(Desk desk, String whom) {
        return desk.club().members().only(MemberModel.search(desk, whom)).no();
    }

    void correct() {
        var texts = serving.texts();
        var sign = new Choice<>("member-correct-sign", List.of(1, -1), 1, texts, value -> "member.correct." + value);
        var points = Form.text("member-correct-points");
        var reason = Form.text("member-correct-reason");
        var form = new Form(texts);
        form.row("member.correct.how", sign);
        form.row("member.points", points);
        form.row("member.reason", reason);
        serving.ask("correct", form, points, () -> {
            var many = whole(points);
            if (many.isEmpty()) {
                serving.hint("member.whole");
                return;
            }
            var signed = sign.chosen() * many.getAsLong();
            serving.act(
                    "correct",
                    words -> words.get("member.correct." + sign.chosen()) + " "
                            + words.get("sale.member.points", words.count(many.getAsLong())),
                    (desk, approval) -> {
                        var left = desk.club()
                                .points()
                                .reverse(
                                        file.member().no(),
                                        signed,
                                        reason.getText().strip(),
                                        approval);
                        return Serving.Done.saying(words -> words.get("member.correct.done", words.count(left)));
                    });
        });
    }

    /// A whole number above zero.
    private static OptionalLong whole(TextField field) {
        var text = field.getText().strip();
        return text.matches("0*[1-9][0-9]{0,11}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }
}
