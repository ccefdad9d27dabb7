package io.huitai.journal;

import io.huitai.journal.fact.Fact;
import java.security.PublicKey;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The end of a chain of entries, and what makes an entry the next one. Immutable.
///
/// @param entries how many
/// @param head the hash of the last, [Entry#NO_HASH] for none
/// @param last the last, null for none
record Chain(long entries, String head, @Nullable Entry last) {
    static final Chain EMPTY = new Chain(0, Entry.NO_HASH, null);

    Chain with(Entry next) {
        return new Chain(entries + 1, next.hash(), next);
    }

    Hlc hlc() {
        return last == null ? Hlc.ZERO : last.hlc();
    }

    /// The one kind of entry that may be earlier than the one before it.
    private static final String SETS_BACK = Fact.ClockSetBack.class.getSimpleName();

    /// The time for an entry of a kind: the clock's, or the last entry's if that is later.
    OffsetDateTime at(OffsetDateTime time, String kind) {
        return last != null && time.isBefore(last.at()) && !kind.equals(SETS_BACK)
                ? last.at().withOffsetSameInstant(time.getOffset())
                : time;
    }

    /// Why an entry cannot stand next; empty when it can.
    Optional<String> wrong(Entry next, Identity identity, PublicKey key) {
        return wrong(next, identity)
                .or(() -> next.signatureFits(key)
                        ? Optional.empty()
                        : Optional.of("it was not signed by this till's key"))
                .or(() -> order(next));
    }

    /// The same by numbers and hashes alone, which is some ten times faster.
    Optional<String> wrong(Entry next, Identity identity) {
        if (next.number() != entries + 1) {
            return Optional.of("it calls itself number " + next.number());
        }
        if (!next.store().equals(identity.store()) || !next.till().equals(identity.till())) {
            return Optional.of("it is of another till, " + next.store() + "/" + next.till());
        }
        if (!next.previous().equals(head)) {
            return Optional.of("it does not follow the entry before it");
        }
        return next.hashFits() ? Optional.empty() : Optional.of("its hash does not fit its content");
    }

    private Optional<String> order(Entry next) {
        if (last == null) {
            return Optional.empty();
        }
        if (next.epoch() < last.epoch()) {
            return Optional.of("its epoch is before that of the entry before it");
        }
        return (next.at().isBefore(last.at()) && !next.kind().equals(SETS_BACK))
                        || next.hlc().compareTo(last.hlc()) <= 0
                ? Optional.of("its time is before that of the entry before it")
                : Optional.empty();
    }
}
