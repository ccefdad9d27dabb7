package io.huitai.journal;

/// The store directory belongs to another store or till than the one it was opened for.
public final class ForeignJournal extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ForeignJournal(Identity found, Identity wanted) {
        super("This store directory belongs to till " + found.store() + "/" + found.till() + ", not to "
                + wanted.store() + "/" + wanted.till());
    }
}
