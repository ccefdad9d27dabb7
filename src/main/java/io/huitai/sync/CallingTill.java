package io.huitai.sync;

import io.huitai.journal.Journal;
import io.huitai.protocol.TillName;
import io.huitai.protocol.client.Caller;
import java.security.PublicKey;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// A till as it signs its requests.
///
/// Its counter is the time in microseconds, or one more than the last: so it goes on after a kill and after a disk was
/// put back, with nothing to keep. A till whose clock was put back is told by head office how far it had counted, and
/// counts on from there.
public final class CallingTill implements Caller {
    private final Journal journal;
    private final KnownHeadOffice known;
    private final InstantSource clock;
    private final AtomicLong last = new AtomicLong();

    public CallingTill(Journal journal, KnownHeadOffice known, InstantSource clock) {
        this.journal = journal;
        this.known = known;
        this.clock = clock;
    }

    /// One that believes the first head office it meets.
    public static CallingTill training(Journal journal, InstantSource clock) {
        return new CallingTill(journal, KnownHeadOffice.firstMet(journal.keychain()), clock);
    }

    @Override
    public TillName name() {
        return new TillName(journal.identity().store(), journal.identity().till());
    }

    @Override
    public byte[] sign(byte[] message) {
        return journal.key().sign(message);
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public long count() {
        long now = Math.max(1, ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant()));
        return last.updateAndGet(before -> Math.max(before + 1, now));
    }

    @Override
    public void countOnFrom(long seen) {
        last.updateAndGet(before -> Math.max(before, seen));
    }

    @Override
    public Optional<PublicKey> headOffice() {
        return known.key();
    }

    @Override
    public void believe(PublicKey key) {
        known.believe(key);
    }
}
