package io.huitai.journal;

/// A fact with the entry that carries it.
public record Recorded(Entry entry, Fact fact) {
    /// Reads the fact out of an entry.
    ///
    /// @throws IllegalArgumentException when this version does not know the kind or the body, or the approval in it
    /// was given for something else
    public static Recorded of(Entry entry) {
        ApprovedStep.check(entry.kind(), entry.body());
        return new Recorded(entry, FactJson.read(entry.kind(), entry.body()));
    }

    public long number() {
        return entry.number();
    }
}
