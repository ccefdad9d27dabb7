package io.huitai.journal;

/// A fact with the entry that carries it.
public record Recorded(Entry entry, Fact fact) {
    /// Reads the fact out of an entry.
    ///
    /// @throws IllegalArgumentException when this version does not know the kind or the body
    public static Recorded of(Entry entry) {
        return new Recorded(entry, FactJson.read(entry.kind(), entry.body()));
    }

    public long number() {
        return entry.number();
    }
}
