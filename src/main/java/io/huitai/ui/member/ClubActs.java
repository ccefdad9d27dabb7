package io.huitai.ui.member;

import io.huitai.till.club.ClubEvents;
import io.huitai.ui.fittings.Form;

/// A member comes by, or takes part in a club event.
final class ClubActs {
    private final Serving serving;
    private final MemberFile file;

    ClubActs(Serving serving, MemberFile file) {
        this.serving = serving;
        this.file = file;
    }

    void checkIn() {
        serving.act(
                "check-in",
                words -> words.get("member.act.check-in"),
                (desk, _) -> done(desk.club().events().checkIn(file.member().no())));
    }

    void event() {
        var name = Form.text("member-event-name");
        var form = new Form(serving.texts());
        form.row("member.event.name", name);
        serving.ask("event", form, name, () -> {
            var event = name.getText().strip();
            if (event.isEmpty()) {
                serving.hint("member.event.missing");
                return;
            }
            serving.act(
                    "event",
                    _ -> event,
                    (desk, _) -> done(desk.club().events().attend(file.member().no(), event)));
        });
    }

    private Serving.Done done(ClubEvents.Attended attended) {
        return Serving.Done.saying(words -> {
            var points = words.get("member.attended", words.count(attended.points()));
            return attended.granted().isEmpty()
                    ? points
                    : points + words.get("list.comma") + file.vouchers(attended.granted(), words);
        });
    }
}
