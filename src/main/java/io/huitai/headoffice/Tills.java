package io.huitai.headoffice;

import static io.huitai.journal.fact.FactJson.mapper;

import io.huitai.journal.Entry;
import io.huitai.journal.TillKey;
import io.huitai.journal.fact.MemberRecord;
import io.huitai.protocol.HelloMessage;
import io.huitai.protocol.Protocol;
import io.huitai.protocol.RefusalReason;
import io.huitai.protocol.TillName;
import io.huitai.protocol.WelcomeMessage;
import io.huitai.shop.id.TierId;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.LockMode;
import org.hibernate.StatelessSession;

/// The tills that head office knows. This is a training head office: it registers any training till that says hello,
/// and the first one brings the demo members, in the first tier of its programme.
final class Tills {
    private final Database database;
    private final Folding folding;
    private final Findings findings;
    private final MemberCodes codes;
    private final Function<TierId, List<MemberRecord>> demoMembers;
    private final InstantSource clock;

    Tills(
            Database database,
            Folding folding,
            Findings findings,
            MemberCodes codes,
            Function<TierId, List<MemberRecord>> demoMembers,
            InstantSource clock) {
        this.database = database;
        this.folding = folding;
        this.findings = findings;
        this.codes = codes;
        this.demoMembers = demoMembers;
        this.clock = clock;
    }

    /// @param counter of the request
    Answer<WelcomeMessage> hello(HelloMessage hello, long counter) {
        if (hello.version() != Protocol.VERSION) {
            return Answer.refused(RefusalReason.VERSION, "Head office speaks version " + Protocol.VERSION);
        }
        if (!hello.training()) {
            return Answer.refused(RefusalReason.UNKNOWN_TILL, "A training head office takes training tills only");
        }
        if (!isKey(hello)) {
            return Answer.refused(RefusalReason.MALFORMED, "Not a till's public key");
        }
        var codeKey = codes.publicKey();
        var answer = database.inTransaction(session -> hello(session, hello, counter, codeKey));
        if (answer instanceof Answer.Given) {
            catchUp(key(hello));
        }
        return answer;
    }

    private Answer<WelcomeMessage> hello(StatelessSession session, HelloMessage hello, long counter, String codeKey) {
        var till = Optional.ofNullable(session.get(Rows.TillRow.class, key(hello), LockMode.PESSIMISTIC_WRITE))
                .orElseGet(() -> register(session, hello, counter));
        till.contact = clock.instant();
        session.update(till);
        if (!Arrays.equals(till.publicKey, hello.key())) {
            var why = "Another key claims to be this till";
            findings.record(session, till, Finding.Kind.OTHER_KEY, 0, why);
            return Answer.refused(RefusalReason.OTHER_KEY, why);
        }
        if (till.epoch != hello.epoch()) {
            var why = "The till's epoch is " + till.epoch + ", not " + hello.epoch();
            findings.record(session, till, Finding.Kind.EPOCH, 0, why);
            return Answer.refused(RefusalReason.EPOCH, why, till);
        }
        if (till.held > hello.entries()) {
            var why = "The till has " + hello.entries() + " entries and head office holds " + till.held;
            findings.record(session, till, Finding.Kind.FORK, hello.entries() + 1, why);
            return Answer.refused(RefusalReason.FORK, why, till);
        }
        return new Answer.Given<>(new WelcomeMessage(Protocol.VERSION, till.held, till.head, codeKey));
    }

    /// Locks all lanes first: two tills register one after the other, and the demo members come once.
    private Rows.TillRow register(StatelessSession session, HelloMessage hello, long counter) {
        Lanes.lockAll(session);
        var meanwhile = session.get(Rows.TillRow.class, key(hello), LockMode.PESSIMISTIC_WRITE);
        if (meanwhile != null) {
            return meanwhile;
        }
        var fresh = demoMembers.apply(hello.firstTier()).stream()
                .filter(member -> session.get(Rows.MemberRow.class, member.no().value()) == null)
                .map(member -> Folding.row(member.no().value(), mapper().writeValueAsString(member)))
                .toList();
        Lanes.number(session, fresh);
        session.insertMultiple(fresh);
        var till = row(hello);
        till.counter = counter;
        session.insert(till);
        return till;
    }

    /// Gives a name back that a till has taken which should not have it; why not where that till has sent entries: they
    /// are in the members' balances, and nobody takes them out by giving a name away.
    Optional<String> release(TillName name) {
        var key = new Rows.TillKey(name.store().value(), name.till().value());
        return database.inTransaction(session -> {
            var till = session.get(Rows.TillRow.class, key, LockMode.PESSIMISTIC_WRITE);
            if (till == null) {
                return Optional.of("No till has the name " + name);
            }
            if (till.held > 0) {
                return Optional.of("The till " + name + " has sent " + till.held + " entries: its name stays with it");
            }
            findings.record(session, till, Finding.Kind.RELEASED, 0, "Its name was given back");
            MemberSecrets.forget(session, till);
            session.delete(till);
            return Optional.empty();
        });
    }

    /// What an earlier version of head office did not understand.
    private void catchUp(Rows.TillKey key) {
        boolean more = database.read(session -> {
            var till = session.get(Rows.TillRow.class, key);
            return till.folded < till.held;
        });
        while (more) {
            more = database.inTransaction(session -> {
                var till = session.get(Rows.TillRow.class, key, LockMode.PESSIMISTIC_WRITE);
                boolean left = till.folded < till.held && folding.catchUp(session, till);
                session.update(till);
                return left;
            });
        }
    }

    private Rows.TillRow row(HelloMessage hello) {
        var row = new Rows.TillRow();
        row.store = hello.store().value();
        row.till = hello.till().value();
        row.epoch = hello.epoch();
        row.publicKey = hello.key();
        row.programme = hello.programme().value();
        row.firstTier = hello.firstTier().value();
        row.registered = clock.instant();
        row.contact = row.registered;
        row.head = Entry.NO_HASH;
        return row;
    }

    private static Rows.TillKey key(HelloMessage hello) {
        return new Rows.TillKey(hello.store().value(), hello.till().value());
    }

    private static boolean isKey(HelloMessage hello) {
        try {
            return TillKey.publicKey(hello.key()).getEncoded().length > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
