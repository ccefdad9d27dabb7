package io.huitai.ui.member;

import io.huitai.programme.scheme.Tier;
import io.huitai.till.club.TierApplications;
import io.huitai.ui.fittings.Choice;
import io.huitai.ui.fittings.Form;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;

/// A member's tier: applied for, decided, set by hand.
final class TierActs {
    private final Serving serving;
    private final MemberFile file;

    TierActs(Serving serving, MemberFile file) {
        this.serving = serving;
        this.file = file;
    }

    /// Tiers above the member's own that are applied for.
    List<Tier> applicable() {
        return file.programme().tiers().stream()
                .filter(tier -> tier.application().isPresent()
                        && tier.rank() > file.member().rung().rank())
                .toList();
    }

    void apply() {
        var tier = tiers("member-apply-tier", applicable());
        var form = new Form(serving.texts());
        form.row("member.tier", tier);
        serving.choose(
                "apply",
                form,
                tier.getChildren().getFirst(),
                () -> serving.act("apply", words -> tier.chosen().name().in(words.lang()), (desk, _) -> {
                    var applied = desk.club()
                            .tierApplications()
                            .apply(file.member().no(), tier.chosen().id().value());
                    return Serving.Done.saying(words -> words.get(
                            "member.apply.done", file.tierName(applied.tier(), words), words.date(applied.due())));
                }));
    }

    void decide(TierApplications.Application pending) {
        var texts = serving.texts();
        var about = new Label();
        about.setId("member-decide-about");
        about.textProperty()
                .bind(texts.of(
                        texts.words(),
                        (words, _) -> words.get(
                                pending.overdue() ? "member.decide.overdue" : "member.decide.about",
                                file.tierName(pending.tier(), words),
                                words.date(pending.applied()),
                                words.date(pending.due()))));
        var grant = new Choice<>(
                "member-decide-grant", List.of(true, false), true, texts, value -> "member.decide." + value);
        var reason = Form.text("member-decide-reason");
        var form = new Form(texts);
        form.row("member.tier", about);
        form.row("member.decide.how", grant);
        form.row("member.reason", reason);
        serving.ask("decide", form, grant.getChildren().getFirst(), () -> {
            var granted = grant.chosen();
            serving.act(
                    "decide",
                    words -> file.tierName(pending.tier(), words) + " " + words.get("member.decide." + granted),
                    (desk, approval) -> {
                        desk.club()
                                .tierApplications()
                                .decide(
                                        pending.member(),
                                        Optional.of(pending.tier().value()),
                                        granted,
                                        reason.getText().strip(),
                                        approval);
                        return Serving.Done.saying(words -> words.get("member.decide.done." + granted));
                    });
        });
    }

    void set() {
        var others = file.programme().tiers().stream()
                .filter(tier -> !tier.id().equals(file.member().rung().id()))
                .toList();
        var tier = tiers("member-set-tier-tier", others);
        var reason = Form.text("member-set-tier-reason");
        var form = new Form(serving.texts());
        form.row("member.tier", tier);
        form.row("member.reason", reason);
        serving.ask(
                "set-tier",
                form,
                tier.getChildren().getFirst(),
                () -> serving.act("set-tier", words -> tier.chosen().name().in(words.lang()), (desk, approval) -> {
                    var view = desk.club()
                            .members()
                            .setTier(
                                    file.member().no(),
                                    tier.chosen().id().value(),
                                    reason.getText().strip(),
                                    approval);
                    return Serving.Done.saying(words ->
                            words.get("member.set-tier.done", view.rung().name().in(words.lang())));
                }));
    }

    private Choice<Tier> tiers(String id, List<Tier> tiers) {
        var texts = serving.texts();
        return new Choice<>(
                id,
                tiers,
                tiers.getFirst(),
                tier -> texts.of(texts.words(), (words, _) -> tier.name().in(words.lang())));
    }
}
