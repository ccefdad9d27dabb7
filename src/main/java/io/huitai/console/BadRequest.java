package io.huitai.console;

import io.huitai.shop.Lang;
import io.huitai.shop.Wording;

/// A request that cannot be read: a code of the contract, the field, and what is wrong with it.
public final class BadRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// What is wrong with a request as such; what is wrong with doing it is a refusal, not this.
    public enum Code {
        BAD_REQUEST,
        BAD_AMOUNT,
        OVERFLOW,
        UNKNOWN_PROGRAMME,
        UNKNOWN_TIER,
        UNKNOWN_VOUCHER
    }

    private final Code code;
    private final String path;
    private final Wrong wrong;
    private final transient Object[] details;

    /// @param path the field's, from the request's top; `request` for all of it
    /// @param details fill the places of the words
    public BadRequest(Code code, String path, Wrong wrong, Object... details) {
        super(code + " " + path + " " + wrong, null, false, false);
        this.code = code;
        this.path = path;
        this.wrong = wrong;
        this.details = details.clone();
    }

    /// Of `BAD_REQUEST`.
    BadRequest(String path, Wrong wrong, Object... details) {
        this(Code.BAD_REQUEST, path, wrong, details);
    }

    /// The same of a field within another.
    BadRequest in(String outer) {
        var joint = outer.isEmpty() || path.isEmpty() || path.startsWith("[") ? "" : ".";
        return new BadRequest(code, outer + joint + path, wrong, details);
    }

    public Code code() {
        return code;
    }

    /// One line for a person: the field, and what to do about it.
    public String message(Lang lang) {
        var said = Wording.of(BadRequest.class, lang).say("wrong." + wrong, details);
        return (path + ": " + said).replaceAll("\\s+", " ");
    }
}
