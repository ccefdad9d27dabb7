package io.huitai.headoffice;

import static java.util.stream.Collectors.toMap;

import io.huitai.journal.Entry;
import io.huitai.journal.MemberKey;
import io.huitai.journal.fact.Fact;
import io.huitai.protocol.KeysMessage;
import io.huitai.protocol.KeysTakenMessage;
import io.huitai.protocol.Protocol;
import io.huitai.protocol.RefusalReason;
import io.huitai.shop.MemberNo;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hibernate.LockMode;
import org.hibernate.StatelessSession;

/// The members' keys, as the tills that enrolled them have handed them over. When a member is forgotten theirs is
/// destroyed.
final class MemberSecrets {
    private static final String ENROLLED = Fact.MemberEnrolled.class.getSimpleName();

    /// How many keys may lie there that no entry has followed yet: what one upload enrols at most, twice.
    private static final int MOST_AHEAD = 2 * Protocol.MAX_UPLOAD_ENTRIES;

    private final Database database;
    private final Folding folding;
    private final Findings findings;

    MemberSecrets(Database database, Folding folding, Findings findings) {
        this.database = database;
        this.folding = folding;
        this.findings = findings;
    }

    /// Takes keys. One that is there stays as it is where it has opened the member's enrolment; else the later one
    /// takes its place, and what was left behind for want of it is read again.
    Answer<KeysTakenMessage> take(KeysMessage message) {
        if (message.version() != Protocol.VERSION) {
            return Answer.refused(RefusalReason.VERSION, "Head office speaks version " + Protocol.VERSION);
        }
        var till = new Rows.TillKey(message.store().value(), message.till().value());
        return database.inTransaction(session -> {
            var row = session.get(Rows.TillRow.class, till, LockMode.PESSIMISTIC_WRITE);
            return row == null
                    ? Answer.refused(RefusalReason.UNKNOWN_TILL, "This till has never said hello")
                    : take(session, row, till, message.keys());
        });
    }

    private Answer<KeysTakenMessage> take(
            StatelessSession session, Rows.TillRow row, Rows.TillKey till, List<KeysMessage.Key> keys) {
        var asked = keys.stream().map(key -> key.member().value()).toList();
        var there = rows(session, till, asked).collect(toMap(held -> held.member, held -> held));
        var fresh = new LinkedHashMap<String, Rows.MemberKeyRow>();
        keys.stream()
                .filter(key -> !there.containsKey(key.member().value()))
                .forEach(key -> fresh.put(key.member().value(), row(till, key)));
        if (row.keysAhead + fresh.size() > MOST_AHEAD) {
            var why = "More than " + MOST_AHEAD + " keys that no entry follows";
            findings.record(session, row, Finding.Kind.MEMBER_KEY, 0, why);
            return Answer.refused(RefusalReason.TOO_MANY_KEYS, why);
        }
        session.insertMultiple(List.copyOf(fresh.values()));
        row.keysAhead += fresh.size();
        int replaced = 0;
        for (var key : keys) {
            var held = there.get(key.member().value());
            replaced += held != null && replaced(session, row, held, key) ? 1 : 0;
        }
        if (fresh.size() + replaced > 0 && row.folded < row.held) {
            folding.catchUp(session, row);
        }
        session.update(row);
        return new Answer.Given<>(new KeysTakenMessage(fresh.size() + replaced));
    }

    /// Whether another key took the place of one that has not opened anything: who is a member here was read with it.
    private boolean replaced(StatelessSession session, Rows.TillRow till, Rows.MemberKeyRow held, KeysMessage.Key key) {
        if (held.key.equals(key.key())) {
            return false;
        }
        var read = session.get(Rows.MemberRow.class, held.member) != null;
        findings.record(
                session,
                till,
                Finding.Kind.MEMBER_KEY,
                0,
                (read ? "Another key, not taken, for member " : "The first key was replaced for member ")
                        + held.member);
        if (!read) {
            held.key = key.key();
            session.update(held);
        }
        return !read;
    }

    static List<String> enrolled(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.kind().equals(ENROLLED))
                .map(entry -> entry.body().path("member").asString(""))
                .toList();
    }

    /// The keys that a till's entries are sealed with, by member.
    static Map<MemberNo, MemberKey> of(StatelessSession session, Rows.TillRow till, List<Entry> entries) {
        return rows(session, new Rows.TillKey(till.store, till.till), enrolled(entries))
                .collect(toMap(row -> new MemberNo(row.member), row -> MemberKey.of(row.key)));
    }

    private static Stream<Rows.MemberKeyRow> rows(StatelessSession session, Rows.TillKey till, List<String> members) {
        return members.isEmpty()
                ? Stream.empty()
                : session
                        .createSelectionQuery(
                                "from MemberKey where member in (:members) and store = :store and till = :till",
                                Rows.MemberKeyRow.class)
                        .setParameterList("members", members)
                        .setParameter("store", till.store())
                        .setParameter("till", till.till())
                        .getResultList()
                        .stream();
    }

    /// Those of a till that has sent no entries.
    static void forget(StatelessSession session, Rows.TillRow till) {
        session.createMutationQuery("delete from MemberKey where store = :store and till = :till")
                .setParameter("store", till.store)
                .setParameter("till", till.till)
                .executeUpdate();
    }

    static void destroy(StatelessSession session, Collection<MemberNo> members) {
        if (!members.isEmpty()) {
            session.createMutationQuery("delete from MemberKey where member in (:members)")
                    .setParameterList(
                            "members", members.stream().map(MemberNo::value).toList())
                    .executeUpdate();
        }
    }

    private static Rows.MemberKeyRow row(Rows.TillKey till, KeysMessage.Key key) {
        var row = new Rows.MemberKeyRow();
        row.member = key.member().value();
        row.store = till.store();
        row.till = till.till();
        row.key = key.key();
        return row;
    }
}
