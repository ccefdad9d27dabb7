package io.huitai.headoffice;

import static io.huitai.journal.fact.FactJson.mapper;

import io.huitai.journal.fact.MemberRecord;
import io.huitai.journal.feed.FeedItem;
import io.huitai.journal.feed.FeedJson;
import io.huitai.protocol.FeedMessage;
import io.huitai.protocol.FeedRequestMessage;
import io.huitai.protocol.Protocol;
import io.huitai.protocol.RefusalReason;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.StatelessSession;
import tools.jackson.databind.node.ObjectNode;

/// What has changed since a till last asked. Each member goes out as it is now, with the number of the asking till's
/// entry up to which it shows them; member and number are read by one statement, hence of one moment.
final class Feeds {
    private final Database database;

    Feeds(Database database) {
        this.database = database;
    }

    Answer<FeedMessage> after(FeedRequestMessage request) {
        if (request.version() != Protocol.VERSION) {
            return Answer.refused(RefusalReason.VERSION, "Head office speaks version " + Protocol.VERSION);
        }
        var seen = Lanes.seen(request.cursor());
        if (seen.isEmpty()) {
            return Answer.refused(RefusalReason.MALFORMED, "Not a cursor of this head office");
        }
        var key = new Rows.TillKey(request.store().value(), request.till().value());
        return database.read(session -> session.get(Rows.TillRow.class, key) == null
                ? Answer.refused(RefusalReason.UNKNOWN_TILL, "This till has never said hello")
                : new Answer.Given<>(new Reading(session, key, seen.get(), request.most()).run()));
    }

    /// One answer under way.
    private static final class Reading {
        private final StatelessSession session;
        private final Rows.TillKey till;
        private final long[] seen;
        private final int most;
        private final List<ObjectNode> items = new ArrayList<>();
        private long bytes;

        Reading(StatelessSession session, Rows.TillKey till, long[] seen, int most) {
            this.session = session;
            this.till = till;
            this.seen = seen;
            this.most = Math.min(most, Protocol.MAX_FEED_ITEMS);
        }

        FeedMessage run() {
            var last = Lanes.last(session);
            boolean more = catalogue();
            for (int lane = 0; lane < Lanes.COUNT; lane++) {
                if (seen[lane] > last[lane]) {
                    seen[lane] = 0; // head office was put back: this lane is told again
                }
                if (seen[lane] < last[lane]) {
                    more |= read(lane, last[lane]);
                }
            }
            return new FeedMessage(items, Lanes.cursor(seen), more);
        }

        /// Reads on in the catalogue; whether there may be more. One statement sees parts of one edition.
        private boolean catalogue() {
            var parts = session.createSelectionQuery(
                            "from CataloguePart where edition <> :edition or part > :part order by part",
                            Rows.CataloguePartRow.class)
                    .setParameter("edition", seen[Lanes.COUNT])
                    .setParameter("part", seen[Lanes.COUNT + 1])
                    .setMaxResults(Math.min(most, Catalogues.PARTS))
                    .getResultList();
            for (var part : parts) {
                items.add(mapper().readTree(part.body).asObject());
                bytes += part.body.length();
                seen[Lanes.COUNT] = part.edition;
                seen[Lanes.COUNT + 1] = part.part;
            }
            return !parts.isEmpty();
        }

        /// Reads a lane as far as there is room; whether there may be more.
        private boolean read(int lane, long last) {
            int room = isFull() ? 0 : most - items.size();
            var rows = room == 0 ? List.<Object[]>of() : changed(lane, room);
            for (var row : rows) {
                if (isFull()) {
                    return true;
                }
                var member = (Rows.MemberRow) row[0];
                var record = mapper().readValue(member.body, MemberRecord.class);
                items.add(FeedJson.write(new FeedItem.MemberSent(record.withHeld((Long) row[1]))));
                bytes += member.body.length();
                seen[lane] = member.change;
            }
            if (rows.size() < room) {
                seen[lane] = Math.max(seen[lane], last);
            }
            return rows.size() == room;
        }

        private List<Object[]> changed(int lane, int room) {
            return session.createSelectionQuery(
                            "select m, t.folded from Member m join Till t on t.store = :store and t.till = :till"
                                    + " where m.lane = :lane and m.change > :seen order by m.change",
                            Object[].class)
                    .setParameter("store", till.store())
                    .setParameter("till", till.till())
                    .setParameter("lane", lane)
                    .setParameter("seen", seen[lane])
                    .setMaxResults(room)
                    .getResultList();
        }

        private boolean isFull() {
            return items.size() >= most || bytes >= Protocol.FEED_BYTES;
        }
    }
}
