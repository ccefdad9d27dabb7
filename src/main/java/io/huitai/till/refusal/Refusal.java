package io.huitai.till.refusal;

import io.huitai.journal.fact.Limits;
import io.huitai.shop.Lang;
import io.huitai.shop.MemberNo;
import io.huitai.shop.Role;
import io.huitai.shop.StepDigest;
import io.huitai.shop.Wording;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The till will not do it, and nothing has changed. Thrown before any entry is written; fronts show its words.
///
/// A use case is refused as a whole, so an exception carries it out to the front; it has no stack trace to pay for.
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ErrorCode code;
    private final String words;
    private final transient Object[] details;
    private final @Nullable Role needs;
    private final transient @Nullable Asked asked;

    /// What is to be approved.
    ///
    /// @param told the step in words
    /// @param otherwise the member whom the guest may prove to be instead
    private record Asked(StepDigest step, Told told, Optional<MemberNo> otherwise) {}

    private Refusal(ErrorCode code, String words, @Nullable Role needs, @Nullable Asked asked, Object... details) {
        super(code.name(), null, false, false);
        this.code = code;
        this.words = words;
        this.needs = needs;
        this.asked = asked;
        this.details = details.clone();
    }

    /// @param details fill the places of the code's text in `texts_*.properties`
    public static Refusal of(ErrorCode code, Object... details) {
        return new Refusal(code, code.name(), null, null, details);
    }

    /// The same code where there is more to say than its own text: that of `refused.CODE.why`.
    public static Refusal worded(ErrorCode code, String why, Object... details) {
        return new Refusal(code, code.name() + "." + why, null, null, details);
    }

    /// A field holds what no field may; the journal's limits say which.
    public static Refusal of(Limits.Excess excess) {
        var code = switch (excess.kind()) {
            case TOO_LARGE -> ErrorCode.OVERFLOW;
            case PAN -> ErrorCode.PAN_REFUSED;
            case TOO_LONG, TOO_MANY, UNPRINTABLE, NO_DAY -> ErrorCode.BAD_REQUEST;
        };
        return worded(code, excess.kind().name(), new Field(excess.field()), Long.toString(excess.most()));
    }

    /// A field holds a payment card's number, which is not repeated.
    public static Refusal pan(String field) {
        return of(new Limits.Excess(field, Limits.Excess.Kind.PAN, 0));
    }

    /// A field of a request that is missing or wrong: `BAD_REQUEST` with its name, and what is expected there
    /// (`expected.<field>`).
    public static Refusal ofField(String field) {
        return of(ErrorCode.BAD_REQUEST, new Expected(field));
    }

    /// A field of a request by the name that people give it, where they do.
    private record Field(String name) implements Wording.InWords {
        @Override
        public String in(Lang lang) {
            return Wording.of(Refusal.class, lang).orSame("field." + name, name);
        }
    }

    /// A field with what is expected there, where there are words for it; behind a space stands which one.
    private record Expected(String field) implements Wording.InWords {
        @Override
        public String in(Lang lang) {
            var wording = Wording.of(Refusal.class, lang);
            var parts = field.split("(?= )", 2);
            var key = "expected." + parts[0];
            return wording.has(key) ? wording.say(key) + (parts.length == 1 ? "" : parts[1]) : field;
        }
    }

    /// @param otherwise the member whom the guest may prove to be instead
    public static Refusal approvalRequired(Role role, StepDigest step, Told told, Optional<MemberNo> otherwise) {
        var words = ErrorCode.APPROVAL_REQUIRED.name() + (otherwise.isPresent() ? ".proof" : "");
        return new Refusal(ErrorCode.APPROVAL_REQUIRED, words, role, new Asked(step, told, otherwise));
    }

    public ErrorCode code() {
        return code;
    }

    /// Whose approval is missing, for `APPROVAL_REQUIRED`.
    public Optional<Role> needs() {
        return Optional.ofNullable(needs);
    }

    /// What exactly is to be approved, for `APPROVAL_REQUIRED`.
    public Optional<StepDigest> step() {
        return Optional.ofNullable(asked).map(Asked::step);
    }

    /// The same in words, for whoever approves it.
    public Optional<Told> told() {
        return Optional.ofNullable(asked).map(Asked::told);
    }

    /// The member whom the guest may prove to be instead, for `APPROVAL_REQUIRED`.
    public Optional<MemberNo> provable() {
        return Optional.ofNullable(asked).flatMap(Asked::otherwise);
    }

    /// What a front says where it knows by itself that the till would refuse.
    public static String text(ErrorCode code, Lang lang) {
        return of(code).text(lang);
    }

    /// What happened and what to do, for the cashier.
    public String text(Lang lang) {
        var wording = Wording.of(Refusal.class, lang);
        var places = needs == null
                ? Arrays.stream(details)
                        .map(detail -> code == ErrorCode.BAD_REQUEST && detail instanceof String field
                                ? new Expected(field)
                                : detail)
                        .toArray()
                : new Object[] {wording.say("role." + needs.code()), told().orElse(Told.NOTHING)};
        return wording.say("refused." + words, places).strip();
    }
}
