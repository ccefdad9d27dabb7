package io.huitai.journal;

/// Somebody who knows the format of entries and has a key.
public final class Forger {
    private Forger() {}

    /// An entry as it stands, behind another one and signed by a key.
    public static Entry signedAgain(Entry entry, String previous, TillKey key) {
        return Entry.of(
                new Identity(entry.store(), entry.till(), entry.epoch()),
                entry.number(),
                previous,
                entry.at(),
                entry.hlc(),
                new Draft(entry.kind(), entry.body(), entry.operator()),
                key);
    }
}
