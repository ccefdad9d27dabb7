package io.huitai.till.refusal;

import io.huitai.intake.UnfitFile;
import io.huitai.journal.fact.Limits;
import io.huitai.shop.Lang;
import io.huitai.shop.MemberNo;
import io.huitai.shop.Role;
import io.huitai.shop.StepDigest;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
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
        var code = excess.kind() == Limits.Excess.Kind.TOO_LARGE ? ErrorCode.OVERFLOW : ErrorCode.BAD_REQUEST;
        return worded(code, excess.kind().name(), new Field(excess.field()), Long.toString(excess.most()));
    }

    /// A field of a request that is missing or wrong: `BAD_REQUEST` with its name, and what is expected there
    /// (`expected.<field>`).
    public static Refusal ofField(String field) {
        return of(ErrorCode.BAD_REQUEST, new Expected(field));
    }

    /// A detail that is said in the language of whoever reads it.
    private sealed interface InWords {
        String in(ResourceBundle bundle);
    }

    /// A field of a request by the name that people give it, where they do.
    private record Field(String name) implements InWords {
        @Override
        public String in(ResourceBundle bundle) {
            var key = "field." + name;
            return bundle.containsKey(key) ? bundle.getString(key) : name;
        }
    }

    private record Expected(String field) implements InWords {
        @Override
        public String in(ResourceBundle bundle) {
            return bundle.getString("expected." + field);
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
        var bundle = ResourceBundle.getBundle("io.huitai.till.texts", locale(lang));
        var places = needs == null
                ? Arrays.stream(details)
                        .map(detail -> told(detail, bundle, lang))
                        .toArray()
                : new Object[] {
                    bundle.getString("role." + needs.code()),
                    told().map(step -> step.in(lang)).orElse("")
                };
        return new MessageFormat(bundle.getString("refused." + words), Locale.ROOT)
                .format(places)
                .strip();
    }

    private Object told(Object detail, ResourceBundle bundle, Lang lang) {
        return switch (detail) {
            case InWords inWords -> inWords.in(bundle);
            case UnfitFile unfit -> unfit.text(lang);
            case String field when code == ErrorCode.BAD_REQUEST -> field(field, bundle);
            default -> detail;
        };
    }

    /// A field with what is expected there, where there are words for it; behind a space stands which one.
    private static String field(String field, ResourceBundle bundle) {
        var space = field.indexOf(' ');
        var key = "expected." + (space < 0 ? field : field.substring(0, space));
        return bundle.containsKey(key) ? bundle.getString(key) + (space < 0 ? "" : field.substring(space)) : field;
    }

    public static Locale locale(Lang lang) {
        return switch (lang) {
            case ZH -> Locale.SIMPLIFIED_CHINESE;
            case EN -> Locale.ENGLISH;
        };
    }
}
