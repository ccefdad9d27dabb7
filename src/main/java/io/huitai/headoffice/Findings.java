package io.huitai.headoffice;

import java.time.InstantSource;
import java.util.List;
import org.hibernate.StatelessSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What head office found wrong with tills. The same finding again is counted, not repeated.
final class Findings {
    private static final Logger LOG = LoggerFactory.getLogger(Findings.class);
    private static final int MAX_DETAIL = 500;
    private static final int MOST = 1000;

    private final InstantSource clock;

    Findings(InstantSource clock) {
        this.clock = clock;
    }

    /// @param number the entry it is about, 0 for none
    void record(StatelessSession session, Rows.TillRow till, Finding.Kind kind, long number, String detail) {
        LOG.error("{} at till {}/{}, entry {}: {}", kind, till.store, till.till, number, detail);
        var now = clock.instant();
        var known = session.get(Rows.FindingRow.class, new Rows.FindingKey(till.store, till.till, kind.name(), number));
        if (known != null) {
            known.lastSeen = now;
            known.times++;
            session.update(known);
            return;
        }
        var row = new Rows.FindingRow();
        row.store = till.store;
        row.till = till.till;
        row.kind = kind.name();
        row.number = number;
        row.detail = detail.substring(0, Math.min(detail.length(), MAX_DETAIL));
        row.firstSeen = now;
        row.lastSeen = now;
        row.times = 1;
        session.insert(row);
    }

    /// Forgets those of a kind up to an entry: they have been mended.
    void mended(StatelessSession session, Rows.TillRow till, Finding.Kind kind, long upTo) {
        session.createMutationQuery("delete Finding where store = :store and till = :till and kind = :kind"
                        + " and number <= :number")
                .setParameter("store", till.store)
                .setParameter("till", till.till)
                .setParameter("kind", kind.name())
                .setParameter("number", upTo)
                .executeUpdate();
    }

    /// All there are, by till.
    List<Finding> all(StatelessSession session) {
        return session
                .createSelectionQuery("from Finding order by store, till, kind, number", Rows.FindingRow.class)
                .setMaxResults(MOST)
                .stream()
                .map(row -> new Finding(
                        row.store,
                        row.till,
                        Finding.Kind.valueOf(row.kind),
                        row.number,
                        row.detail,
                        row.firstSeen,
                        row.lastSeen,
                        row.times))
                .toList();
    }
}
