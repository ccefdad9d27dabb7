package io.huitai.programme.file;

/// What was expected in a file at some place.
enum Expected {
    ID,
    WORDS,
    CATEGORY,
    AMOUNT,
    AMOUNT_ABOVE_ZERO,
    RATE,
    WHOLE,
    DATE,
    TIME,
    DAY,
    TRUTH,
    ONE_OF,
    TIER,
    VOUCHER,
    KEYS,
    LIST,
    KNOWN_KEYS,
    ONE_KEY,
    SOME_KEY,
    WITH_KEY,
    ONCE,
    HIGHER_BAND,
    NOT_BEFORE,
    NOT_LESS,
    WEEKEND,
    WHOLE_FEN,
    ONE_DOCUMENT,
    PLAIN,
    PRINTABLE,
    UTF8,
    YAML,
    SMALL_FILE,
    FILE;

    Phrase of(Object... details) {
        return new Phrase("expected." + name(), details);
    }
}
