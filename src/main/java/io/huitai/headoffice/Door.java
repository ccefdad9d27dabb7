package io.huitai.headoffice;

import io.huitai.journal.Entry;
import io.huitai.journal.TillKey;
import io.huitai.protocol.HelloMessage;
import io.huitai.protocol.OfTill;
import io.huitai.protocol.RefusalMessage;
import io.huitai.protocol.RefusalReason;
import io.huitai.protocol.SignedRequest;
import io.huitai.protocol.TillName;
import java.security.PublicKey;
import java.util.Optional;
import org.hibernate.StatelessSession;

/// Lets in who has signed their request: the till that it is about, once.
final class Door {
    private final Database database;
    private final Findings findings;

    Door(Database database, Findings findings) {
        this.database = database;
        this.findings = findings;
    }

    /// Why a request is not let in; empty for one that is. An unknown till's hello is signed with the key in it.
    Optional<Answer<?>> shut(SignedRequest request, OfTill message) {
        var hello = message instanceof HelloMessage greeting ? Optional.of(greeting) : Optional.<HelloMessage>empty();
        return shut(request, message.name(), hello);
    }

    /// The same for entries, which are read later.
    Optional<Answer<?>> shut(SignedRequest request) {
        return shut(request, request.name(), Optional.empty());
    }

    private Optional<Answer<?>> shut(SignedRequest request, TillName named, Optional<HelloMessage> hello) {
        return database.noted(session -> {
            var row = session.get(Rows.TillRow.class, key(request.name()));
            var registered = Optional.ofNullable(row).map(till -> TillKey.publicKey(till.publicKey));
            if (hello.flatMap(Door::key)
                    .filter(own -> !registered.equals(Optional.of(own)))
                    .isPresent()) {
                return stranger(request, named, hello.flatMap(Door::key).orElseThrow());
            }
            if (row == null) {
                return refused(RefusalReason.UNKNOWN_TILL, "This till has never said hello", 0);
            }
            return registered(session, request, named, row, hello.isPresent());
        });
    }

    /// A hello with a key that is not registered: whether it may be is for [Tills] to say.
    private static Optional<Answer<?>> stranger(SignedRequest request, TillName named, PublicKey own) {
        if (!request.name().equals(named)) {
            return refused(RefusalReason.OTHER_TILL, request.name() + " cannot ask for " + named, 0);
        }
        return request.isBy(own)
                ? Optional.empty()
                : refused(RefusalReason.UNSIGNED, "The hello is not signed by the key in it", 0);
    }

    private Optional<Answer<?>> registered(
            StatelessSession session, SignedRequest request, TillName named, Rows.TillRow row, boolean hello) {
        if (!request.isBy(TillKey.publicKey(row.publicKey))) {
            var why = "A request in this till's name is not signed by it";
            findings.record(session, row, Finding.Kind.UNSIGNED, 0, why);
            return refused(RefusalReason.UNSIGNED, why, 0);
        }
        if (!request.name().equals(named)) {
            var why = "This till asked in the name of " + named;
            findings.record(session, row, Finding.Kind.OTHER_TILL, 0, why);
            return refused(RefusalReason.OTHER_TILL, why, 0);
        }
        if (counted(session, request)) {
            return Optional.empty();
        }
        if (!hello) { // a till whose clock was put back begins with a hello, and is told where to go on
            findings.record(session, row, Finding.Kind.REPLAYED, 0, "A request of this till was sent again");
        }
        var last = session.get(Rows.TillRow.class, key(request.name())).counter;
        return refused(RefusalReason.COUNTER, "The last counter of this till was " + last, last);
    }

    private static boolean counted(StatelessSession session, SignedRequest request) {
        return session.createMutationQuery("update Till set counter = :counter where store = :store and till = :till"
                                + " and counter < :counter")
                        .setParameter("counter", request.counter())
                        .setParameter("store", request.name().store().value())
                        .setParameter("till", request.name().till().value())
                        .executeUpdate()
                == 1;
    }

    private static Optional<PublicKey> key(HelloMessage hello) {
        try {
            return Optional.of(TillKey.publicKey(hello.key()));
        } catch (IllegalArgumentException none) {
            return Optional.empty(); // it is refused as one that no key has signed
        }
    }

    private static Rows.TillKey key(TillName till) {
        return new Rows.TillKey(till.store().value(), till.till().value());
    }

    private static Optional<Answer<?>> refused(RefusalReason reason, String text, long held) {
        return Optional.of(new Answer.Refused<>(new RefusalMessage(reason, text, held, Entry.NO_HASH)));
    }
}
