package io.huitai.headoffice;

import io.huitai.journal.feed.FeedItem;
import io.huitai.journal.feed.FeedJson;
import io.huitai.protocol.Protocol;
import io.huitai.shop.Product;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.StatelessSession;

/// The catalogue that all tills have, in parts of a size that a till takes in without its sales waiting.
final class Catalogues {
    /// How many parts an answer of the feed has room for.
    static final int PARTS = 8;

    private static final int PART_BYTES = Protocol.FEED_BYTES / PARTS / 2;

    private final Database database;
    private final InstantSource clock;

    Catalogues(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// The same products once more are no other catalogue.
    void publish(List<Product> products) {
        database.inTransaction(session -> {
            var before = session.createSelectionQuery("from CataloguePart order by part", Rows.CataloguePartRow.class)
                    .getResultList();
            if (!products(before).equals(products)) {
                session.createMutationQuery("delete CataloguePart").executeUpdate();
                var earlier = before.isEmpty() ? 0 : before.getFirst().edition;
                insert(session, Math.max(earlier + 1, clock.millis()), products);
            }
            return products;
        });
    }

    private static List<Product> products(List<Rows.CataloguePartRow> rows) {
        return rows.stream()
                .map(row -> FeedJson.read(row.body.getBytes(StandardCharsets.UTF_8)))
                .flatMap(item -> ((FeedItem.CataloguePartSent) item).products().stream())
                .toList();
    }

    private static void insert(StatelessSession session, long edition, List<Product> products) {
        var part = new ArrayList<Product>();
        var bytes = 0;
        var number = 1;
        for (var each = products.iterator(); each.hasNext(); ) {
            var product = each.next();
            part.add(product);
            bytes += Protocol.json().writeValueAsBytes(product).length;
            if (bytes >= PART_BYTES || !each.hasNext()) {
                var row = new Rows.CataloguePartRow();
                row.part = number;
                row.edition = edition;
                row.body = new String(
                        FeedJson.bytes(new FeedItem.CataloguePartSent(edition, number, !each.hasNext(), part)),
                        StandardCharsets.UTF_8);
                session.insert(row);
                part.clear();
                bytes = 0;
                number++;
            }
        }
    }
}
