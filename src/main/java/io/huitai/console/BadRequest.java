package io.huitai.console;

/// A request that cannot be read: a code of the contract and one line that names the field and what is wrong with it.
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

    /// @param message one line: the field's path, then what is wrong
    public BadRequest(Code code, String message) {
        super(message.replaceAll("\\s+", " "), null, false, false);
        this.code = code;
    }

    public Code code() {
        return code;
    }

    /// The words for a person, never null.
    public String message() {
        var message = getMessage();
        return message == null ? code.name() : message;
    }
}
