package io.huitai.journal.log;

/// A log has a bad frame or record with good ones after it: something that was acknowledged is damaged. Nothing more
/// is appended; what precedes the damage can still be read. The console answers `JOURNAL_BROKEN`.
public final class JournalBroken extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Damage damage;

    public JournalBroken(Damage damage) {
        super("Record " + damage.number() + " is damaged: " + damage.why());
        this.damage = damage;
    }

    /// The first bad record and why.
    public Damage damage() {
        return damage;
    }
}
