package io.huitai.till;

import io.huitai.journal.Limits;
import io.huitai.shop.Lang;
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
    private final String key;
    private final transient Object[] details;
    private final @Nullable Role needs;
    private final transient @Nullable StepDigest step;

    private Refusal(ErrorCode code, String key, @Nullable Role needs, @Nullable StepDigest step, Object... details) {
        super(code.name(), null, false, false);
        this.code = code;
        this.key = key;
        this.needs = needs;
        this.step = step;
        this.details = details.clone();
    }

    /// @param details fill the places of the code's text in `texts_*.properties`
    public static Refusal of(ErrorCode code, Object... details) {
        return new Refusal(code, code.name(), null, null, details);
    }

    /// In other words than the code's usual ones.
    ///
    /// @param how names them: `refused.CODE.how` in `texts_*.properties`
    static Refusal saying(ErrorCode code, String how, Object... details) {
        return new Refusal(code, code + "." + how, null, null, details);
    }

    /// A field holds what no field may; the journal's limits say which.
    static Refusal of(Limits.Excess excess) {
        var code = excess.kind() == Limits.Excess.Kind.TOO_LARGE ? ErrorCode.OVERFLOW : ErrorCode.BAD_REQUEST;
        return new Refusal(
                code, code + "." + excess.kind(), null, null, new Field(excess.field()), Long.toString(excess.most()));
    }

    /// A field of a request by the name that people give it, where they do.
    private record Field(String name) {
        String in(ResourceBundle bundle) {
            var key = "field." + name;
            return bundle.containsKey(key) ? bundle.getString(key) : name;
        }
    }

    static Refusal approvalRequired(Role role, StepDigest step) {
        return new Refusal(ErrorCode.APPROVAL_REQUIRED, ErrorCode.APPROVAL_REQUIRED.name(), role, step);
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
        return Optional.ofNullable(step);
    }

    /// What happened and what to do, for the cashier.
    public String text(Lang lang) {
        var bundle = ResourceBundle.getBundle("io.huitai.till.texts", locale(lang));
        var places = needs == null
                ? Arrays.stream(details)
                        .map(detail -> detail instanceof Field field ? field.in(bundle) : detail)
                        .toArray()
                : new Object[] {bundle.getString("role." + needs.code())};
        return new MessageFormat(bundle.getString("refused." + key), Locale.ROOT)
                .format(places)
                .strip();
    }

    static Locale locale(Lang lang) {
        return switch (lang) {
            case ZH -> Locale.SIMPLIFIED_CHINESE;
            case EN -> Locale.ENGLISH;
        };
    }
}
