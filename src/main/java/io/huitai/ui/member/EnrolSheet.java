package io.huitai.ui.member;

import io.huitai.programme.scheme.Membership;
import io.huitai.programme.scheme.Programme;
import io.huitai.till.club.Members;
import io.huitai.ui.fittings.Booth;
import io.huitai.ui.fittings.FieldPad;
import io.huitai.ui.fittings.Notices;
import io.huitai.ui.fittings.NumberPad;
import io.huitai.ui.fittings.Sheet;
import io.huitai.ui.sale.SaleModel;
import java.util.function.Supplier;

/// Enrols a guest: what the programme asks for, a card swiped while the form is open, and a ground where one is needed.
final class EnrolSheet {
    private final Booth booth;
    private final Supplier<Programme> programme;

    EnrolSheet(Booth booth, Supplier<Programme> programme) {
        this.booth = booth;
        this.programme = programme;
    }

    void open(SaleModel sale) {
        var form = new EnrolForm(booth.texts(), programme.get().membership().enrolment());
        form.done(() -> form.application()
                .ifPresentOrElse(
                        application -> enrol(application, sale),
                        () -> booth.notices().say(Notices.Kind.HINT, "enrol.birthday.wrong")));
        var content = new FieldPad("enrol", form, NumberPad.Corner.POINT_AND_X, booth.texts(), form::enter);
        booth.sheets()
                .show(new Sheet("enrol-sheet", booth.texts().of("enrol.title"), content, form.first())
                        .hearing(new NewCard(booth.notices(), form::card, form::receipt)));
    }

    private void enrol(Members.Application application, SaleModel sale) {
        booth.errands()
                .approved(
                        words -> words.get("approval.enrol", application.name()),
                        (desk, approval) -> desk.club().members().enrol(application, approval),
                        enrolled -> {
                            booth.sheets().closeAll();
                            sale.attach(enrolled.member().no());
                            booth.notices()
                                    .say(
                                            Notices.Kind.DONE,
                                            words -> words.get(
                                                    "enrol.done",
                                                    enrolled.member().name(),
                                                    enrolled.member().no()));
                        });
    }

    /// Whether a card may be issued without a receipt or a fee.
    static boolean needsGround(Membership.Enrolment enrolment) {
        return !enrolment.grounds().isEmpty();
    }
}
