package io.huitai.headoffice;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.huitai.journal.Entry;
import io.huitai.journal.MemberKey;
import io.huitai.journal.fact.Fact;
import io.huitai.protocol.KeysMessage;
import io.huitai.protocol.KeysTakenMessage;
import io.huitai.protocol.Protocol;
import io.huitai.protocol.RefusalReason;
import io.huitai.shop.MemberNo;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hibernate.LockMode;
import org.hibernate.StatelessSession;

/// The members' keys, as the tills that enrolled them have handed them over. When a member is forgotten theirs is
/// destroyed.
final class MemberSecrets {
    private static final String ENROLLED = Fact.MemberEnrolled.class.getSimpleName();

    private final Database database;

    MemberSecrets(Database database) {
        this.database = database;
    }

    /// Takes keys; one that is there already stays as it is.
    Answer<KeysTakenMessage> take(KeysMessage message) {
        if (message.version() != Protocol.VERSION) {
            return Answer.refused(RefusalReason.VERSION, "Head office speaks version " + Protocol.VERSION);
        }
        var till = new Rows.TillKey(message.store().value(), message.till().value());
        return database.inTransaction(session -> {
            if (session.get(Rows.TillRow.class, till, LockMode.PESSIMISTIC_WRITE) == null) {
                return Answer.refused(RefusalReason.UNKNOWN_TILL, "This till has never said hello");
            }
            var asked = message.keys().stream().map(key -> key.member().value()).toList();
            var there = rows(session, till, asked).map(row -> row.member).collect(toSet());
            var fresh = message.keys().stream()
                    .filter(key -> !there.contains(key.member().value()))
                    .map(key -> row(till, key))
                    .toList();
            session.insertMultiple(fresh);
            return new Answer.Given<>(new KeysTakenMessage(fresh.size()));
        });
    }

    /// The keys that a till's entries are sealed with, by member.
    static Map<MemberNo, MemberKey> of(StatelessSession session, Rows.TillRow till, List<Entry> entries) {
        var enrolled = entries.stream()
                .filter(entry -> entry.kind().equals(ENROLLED))
                .map(entry -> entry.body().path("member").asString(""))
                .toList();
        return rows(session, new Rows.TillKey(till.store, till.till), enrolled)
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
