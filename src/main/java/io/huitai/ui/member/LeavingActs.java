package io.huitai.ui.member;

import io.huitai.money.Money;
import io.huitai.programme.scheme.StoredValue;
import io.huitai.programme.scheme.StoredValue.Closing;
import io.huitai.shop.MemberNo;
import io.huitai.till.Desk;
import io.huitai.till.book.Approver;
import io.huitai.till.club.Leaving;
import io.huitai.ui.fittings.Form;
import io.huitai.ui.fittings.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;

/// A member leaves, or the house cancels the membership. What is lost is said first, and confirmed by who leaves.
final class LeavingActs {
    private final Serving serving;
    private final MemberFile file;

    private interface Leave {
        Leaving.Left by(Desk desk, MemberNo member, String reason, Approver approver);
    }

    LeavingActs(Serving serving, MemberFile file) {
        this.serving = serving;
        this.file = file;
    }

    void close() {
        leave("close", (desk, no, reason, by) -> desk.club().leaving().close(no, reason, by));
    }

    void returnCard() {
        leave("return-card", (desk, no, reason, by) -> desk.club().leaving().returnCard(no, reason, by));
    }

    void forget() {
        leave("forget", (desk, no, reason, by) -> desk.club().leaving().forget(no, reason, by));
    }

    /// Nobody has to agree here but the supervisor, who is told why.
    void cancel() {
        var reason = Form.text("member-cancel-reason");
        var form = new Form(serving.texts());
        form.row("member.cancel.ends", saying("member-cancel-ends", this::ends));
        form.row("member.reason", reason);
        serving.ask("cancel", form, reason, () -> {
            var why = reason.getText().strip();
            if (why.isEmpty()) {
                serving.hint("member.cancel.why");
                return;
            }
            serving.last("cancel", _ -> why, (desk, approval) -> {
                desk.club().leaving().cancel(file.member().no(), why, approval);
                return Serving.Done.saying(words -> words.get("member.cancel.done"));
            });
        });
    }

    private String ends(Words words) {
        var kept = new ArrayList<>(pointsAndVouchers(words));
        var member = file.member();
        if (member.held()
                .stored()
                .principal()
                .plus(member.held().stored().bonus())
                .isPositive()) {
            kept.add(words.get(
                    "member.file.stored",
                    words.yuan(member.held().stored().principal()),
                    words.yuan(member.held().stored().bonus())));
        }
        return words.get("member.cancel.benefits") + "\n"
                + words.get("member.cancel.kept", String.join(words.get("list.comma"), kept));
    }

    private void leave(String act, Leave leave) {
        var texts = serving.texts();
        var lost = saying(Serving.id(act) + "-lost", words -> lost(act, words));
        var sure = new CheckBox();
        sure.setId(Serving.id(act) + "-sure");
        sure.getStyleClass().add("tick");
        sure.textProperty().bind(texts.of("member.leave.told"));
        var reason = Form.text(Serving.id(act) + "-reason");
        var form = new Form(texts);
        form.row("member.leave.lost", lost);
        form.row("member.leave.sure", sure);
        form.row("member.reason", reason);
        serving.ask(act, form, sure, () -> {
            if (!sure.isSelected()) {
                serving.hint("member.leave.first");
                return;
            }
            serving.last(act, words -> lost(act, words), (desk, approval) -> {
                var left = leave.by(desk, file.member().no(), reason.getText().strip(), approval);
                return Serving.Done.saying(words ->
                        words.get("member.leave.done", words.count(left.forfeited()), words.yuan(left.balance())));
            });
        });
    }

    private Label saying(String id, Function<Words, String> text) {
        var said = new Label();
        said.setId(id);
        said.setWrapText(true);
        said.setMaxWidth(520);
        said.textProperty().bind(serving.texts().of(serving.texts().words(), (words, _) -> text.apply(words)));
        return said;
    }

    /// What the programme itself says comes first.
    private String lost(String act, Words words) {
        var member = file.member();
        var parts = new ArrayList<String>();
        file.membership().enrolment().leaving().ifPresent(text -> parts.add(text.in(words.lang())));
        parts.addAll(pointsAndVouchers(words));
        var money =
                member.held().stored().principal().plus(member.held().stored().bonus());
        if (money.isPositive()) {
            parts.add(words.get(
                    "member.leave.money." + fate(act, money),
                    words.yuan(member.held().stored().principal()),
                    words.yuan(member.held().stored().bonus())));
        }
        if (act.equals("forget")) {
            parts.add(words.get("member.leave.person"));
        }
        return String.join("\n", parts);
    }

    private List<String> pointsAndVouchers(Words words) {
        var member = file.member();
        var has = new ArrayList<String>();
        has.add(words.get("member.leave.points", member.held().points()));
        if (!member.held().vouchers().isEmpty()) {
            has.add(words.get(
                    "member.leave.vouchers", file.vouchers(member.held().vouchers(), words)));
        }
        return has;
    }

    /// What becomes of the money on the card.
    private String fate(String act, Money money) {
        var closing = file.membership().storedValue().map(StoredValue::closing).orElse(Closing.NONE);
        return switch (closing) {
            case CASH -> act.equals("forget") ? "kept" : "paid";
            case ROOM_BILL -> act.equals("return-card") && money.isPositive() ? "room" : "kept";
            case NONE -> "kept";
        };
    }
}
