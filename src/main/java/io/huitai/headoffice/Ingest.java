package io.huitai.headoffice;

import io.huitai.journal.Entry;
import io.huitai.journal.TillKey;
import io.huitai.journal.UnreadableEntry;
import io.huitai.protocol.AcknowledgedMessage;
import io.huitai.protocol.RefusalReason;
import io.huitai.protocol.TillName;
import java.security.PublicKey;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.hibernate.LockMode;
import org.hibernate.StatelessSession;

/// Takes the tills' entries: each once, only as the next of its till's chain, only with its till's signature. One
/// upload is one transaction; the till's row is locked in it, so uploads of one till follow one another, whichever
/// process of head office they reach.
final class Ingest {
    private final Database database;
    private final Folding folding;
    private final Findings findings;
    private final InstantSource clock;

    Ingest(Database database, Folding folding, Findings findings, InstantSource clock) {
        this.database = database;
        this.folding = folding;
        this.findings = findings;
        this.clock = clock;
    }

    /// @param by who has signed the request
    /// @param lines of that till, in order and without gaps, at least one
    Answer<AcknowledgedMessage> take(TillName by, List<byte[]> lines) {
        List<Entry> entries;
        try {
            entries = lines.stream().map(Entry::parse).toList();
        } catch (UnreadableEntry e) {
            return Answer.refused(RefusalReason.MALFORMED, String.valueOf(e.getMessage()));
        }
        if (!isRow(entries)) {
            return Answer.refused(RefusalReason.MALFORMED, "Not entries of one till in order");
        }
        var first = entries.getFirst();
        var key = new Rows.TillKey(by.store().value(), by.till().value());
        if (!new TillName(first.store(), first.till()).equals(by)) {
            return otherTill(key, first);
        }
        var known = database.read(session -> Optional.ofNullable(session.get(Rows.TillRow.class, key)));
        if (known.isEmpty()) {
            return Answer.refused(RefusalReason.UNKNOWN_TILL, "This till has never said hello");
        }
        var forged = forged(entries, known.get().held, TillKey.publicKey(known.get().publicKey));
        return database.inTransaction(session -> {
            var till = session.get(Rows.TillRow.class, key, LockMode.PESSIMISTIC_WRITE);
            var answer = forged.isPresent()
                    ? refused(session, till, Finding.Kind.BAD_SIGNATURE, forged.get(), "Its hash or signature is false")
                    : take(session, till, entries);
            till.contact = clock.instant();
            session.update(till);
            return answer;
        });
    }

    private Answer<AcknowledgedMessage> otherTill(Rows.TillKey by, Entry entry) {
        var why = "This till sent entries of " + entry.store() + "/" + entry.till();
        return database.inTransaction(session -> {
            findings.record(session, session.get(Rows.TillRow.class, by), Finding.Kind.OTHER_TILL, 0, why);
            return Answer.refused(RefusalReason.OTHER_TILL, why);
        });
    }

    private static boolean isRow(List<Entry> entries) {
        for (int i = 1; i < entries.size(); i++) {
            var before = entries.get(i - 1);
            var entry = entries.get(i);
            if (entry.number() != before.number() + 1
                    || !entry.store().equals(before.store())
                    || !entry.till().equals(before.till())) {
                return false;
            }
        }
        return entries.getFirst().number() >= 1;
    }

    /// The first entry not held yet that the till has not made as it stands. Outside of any transaction: it takes long.
    private static Optional<Entry> forged(List<Entry> entries, long held, PublicKey key) {
        return entries.stream()
                .filter(entry -> entry.number() > held)
                .filter(entry -> !entry.hashFits() || !entry.signatureFits(key))
                .findFirst();
    }

    private Answer<AcknowledgedMessage> take(StatelessSession session, Rows.TillRow till, List<Entry> entries) {
        var first = entries.getFirst();
        if (first.number() > till.held + 1) {
            return refused(session, till, Finding.Kind.GAP, first, "Head office holds only " + till.held);
        }
        var other = heldOtherwise(session, till, entries);
        if (other.isPresent()) {
            return refused(session, till, Finding.Kind.FORK, other.get(), "Head office holds another of this number");
        }
        var fresh = entries.stream().filter(entry -> entry.number() > till.held).toList();
        var head = till.head;
        for (var entry : fresh) {
            if (!entry.previous().equals(head)) {
                return refused(session, till, Finding.Kind.FORK, entry, "It does not follow the entry before it");
            }
            if (entry.epoch() != till.epoch) {
                return refused(session, till, Finding.Kind.EPOCH, entry, "The till's epoch is " + till.epoch);
            }
            head = entry.hash();
        }
        if (!fresh.isEmpty()) {
            store(session, till, fresh);
        }
        return new Answer.Given<>(new AcknowledgedMessage(till.held, till.head));
    }

    private void store(StatelessSession session, Rows.TillRow till, List<Entry> fresh) {
        session.insertMultiple(fresh.stream().map(Ingest::row).toList());
        till.keysAhead =
                Math.max(0, till.keysAhead - MemberSecrets.enrolled(fresh).size());
        boolean level = till.folded == till.held;
        till.held = fresh.getLast().number();
        till.head = fresh.getLast().hash();
        if (level) {
            folding.fold(session, till, fresh);
        } else {
            folding.catchUp(session, till);
        }
    }

    /// The first of the entries whose number is held with another hash.
    private static Optional<Entry> heldOtherwise(StatelessSession session, Rows.TillRow till, List<Entry> entries) {
        var held = new HashMap<Long, String>();
        if (entries.getFirst().number() <= till.held) {
            session.createSelectionQuery(
                            "select number, hash from Entry where store = :store and till = :till"
                                    + " and number between :first and :last",
                            Object[].class)
                    .setParameter("store", till.store)
                    .setParameter("till", till.till)
                    .setParameter("first", entries.getFirst().number())
                    .setParameter("last", entries.getLast().number())
                    .getResultList()
                    .forEach(row -> held.put((Long) row[0], (String) row[1]));
        }
        return entries.stream()
                .filter(entry -> entry.number() <= till.held && !entry.hash().equals(held.get(entry.number())))
                .findFirst();
    }

    private Answer<AcknowledgedMessage> refused(
            StatelessSession session, Rows.TillRow till, Finding.Kind kind, Entry entry, String why) {
        findings.record(session, till, kind, entry.number(), why + ": " + entry.hash());
        var reason = switch (kind) {
            case FORK -> RefusalReason.FORK;
            case GAP -> RefusalReason.GAP;
            case BAD_SIGNATURE -> RefusalReason.BAD_SIGNATURE;
            case OTHER_KEY -> RefusalReason.OTHER_KEY;
            case EPOCH -> RefusalReason.EPOCH;
            case NOT_FOLDED, SET_ASIDE, UNSIGNED, OTHER_TILL, REPLAYED, MEMBER_KEY, RELEASED ->
                throw new IllegalStateException("What is taken is not refused");
        };
        return Answer.refused(reason, "Entry " + entry.number() + ": " + why, till);
    }

    private static Rows.EntryRow row(Entry entry) {
        var row = new Rows.EntryRow();
        row.store = entry.store().value();
        row.till = entry.till().value();
        row.number = entry.number();
        row.epoch = entry.epoch();
        row.kind = entry.kind();
        row.at = entry.at();
        row.hash = entry.hash();
        row.line = entry.line();
        return row;
    }
}
