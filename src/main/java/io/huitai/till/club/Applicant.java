package io.huitai.till.club;

import io.huitai.programme.scheme.Membership;
import io.huitai.programme.scheme.Membership.Detail;
import io.huitai.shop.Writing;
import io.huitai.shop.person.EmailAddress;
import io.huitai.shop.person.IdentityDocument;
import io.huitai.shop.person.PhoneNumber;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/// Who wants to be a member, each detail in the one form that is kept and looked up by, whichever way it was written.
/// Empty where nothing was told.
record Applicant(
        String name,
        String phone,
        String email,
        Optional<IdentityDocument> document,
        Optional<LocalDate> birthday,
        Optional<String> gender,
        Optional<Boolean> consent) {
    private static final int OLDEST = 130;

    /// Reads what was told and what the programme asks for. Refused: `BAD_REQUEST` naming the first field that is
    /// missing or cannot be right, `CONSENT_REQUIRED`, `UNDER_AGE`.
    static Applicant of(Members.Application told, Membership membership, LocalDate today) {
        var applicant = new Applicant(
                Writing.tidy(told.name()),
                phone(told.phone()),
                email(told.email(), membership),
                document(told.document(), today),
                told.birthday(),
                told.gender(),
                told.consent());
        applicant.mustHaveWhatIsAsked(membership, today);
        return applicant;
    }

    private static String phone(String told) {
        if (PhoneNumber.isNone(told)) {
            return "";
        }
        return PhoneNumber.read(told)
                .orElseThrow(() -> Refusal.ofField("phone"))
                .value();
    }

    /// An address that nobody asked for changes nothing, so none is refused.
    private static String email(Optional<String> told, Membership membership) {
        var written = told.filter(text -> !Writing.plain(text).isEmpty());
        var read = written.flatMap(EmailAddress::read).map(EmailAddress::value);
        if (written.isPresent()
                && read.isEmpty()
                && membership.enrolment().asks().contains(Detail.EMAIL)) {
            throw Refusal.ofField("email");
        }
        return read.orElse("");
    }

    private static Optional<IdentityDocument> document(Optional<Members.Application.Document> told, LocalDate today) {
        var document = told.map(written -> new IdentityDocument(written.type(), written.no()))
                .filter(paper -> !(paper.type().isEmpty() && paper.no().isEmpty()));
        document.ifPresent(paper -> {
            if (paper.type().isEmpty()) {
                throw Refusal.ofField("document.type");
            }
            if (!paper.isGood(today)) {
                throw Refusal.ofField(paper.type().equals(IdentityDocument.ID) ? "document.no" : "document.no.other");
            }
        });
        return document;
    }

    private void mustHaveWhatIsAsked(Membership membership, LocalDate today) {
        if (!membership.cards().anonymous()) {
            mustHave(!name.isEmpty(), "name");
            mustHave(!phone.isEmpty(), "phone");
        }
        for (var detail : membership.enrolment().asks()) {
            switch (detail) {
                case NAME -> mustHave(!name.isEmpty(), "name");
                case PHONE -> mustHave(!phone.isEmpty(), "phone");
                case EMAIL -> mustHave(!email.isEmpty(), "email");
                case DOCUMENT -> mustHave(document.isPresent(), "document");
                case BIRTHDAY -> mustHave(birthday.isPresent(), "birthday");
                case GENDER -> mustHave(gender.isPresent(), "gender");
                case CONSENT -> {
                    if (consent.isEmpty()) {
                        throw Refusal.of(ErrorCode.CONSENT_REQUIRED);
                    }
                }
            }
        }
        birthday.ifPresent(day -> mustHave(!day.isAfter(today) && day.isAfter(today.minusYears(OLDEST)), "birthday"));
        var age = membership.enrolment().minimumAge();
        if (age.isPresent()) {
            var day = birthday.orElseThrow(() -> Refusal.ofField("birthday"));
            if (Period.between(day, today).getYears() < age.getAsInt()) {
                throw Refusal.of(ErrorCode.UNDER_AGE, age.getAsInt());
            }
        }
    }

    private static void mustHave(boolean there, String field) {
        if (!there) {
            throw Refusal.ofField(field);
        }
    }

    @Override
    public String toString() {
        return "Applicant[]";
    }
}
