package io.huitai.store;

import static io.huitai.journal.fact.FactJson.mapper;

import io.huitai.journal.feed.FeedItem;
import io.huitai.shop.Product;
import java.util.List;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;
import tools.jackson.core.type.TypeReference;

/// The catalogue as it comes and stands, in parts; the first is 1. One edition is whole, and another may be on its way.
record CatalogueParts(StatelessSession session) {
    /// The edition of every catalogue that came at once.
    private static final long SMALL = 0;

    private static final TypeReference<List<Product>> PRODUCTS = new TypeReference<>() {};

    /// In their own order.
    List<Product> products() {
        return whole("").stream().flatMap(row -> products(row).stream()).toList();
    }

    /// Those of one part; empty behind the last one.
    Optional<List<Product>> products(int part) {
        return whole("and part = :part")
                .setParameter("part", part)
                .uniqueResultOptional()
                .map(CatalogueParts::products);
    }

    private SelectionQuery<StoreRows.CataloguePartRow> whole(String which) {
        return session.createSelectionQuery(
                "from CataloguePart where whole " + which + " order by part", StoreRows.CataloguePartRow.class);
    }

    private static List<Product> products(StoreRows.CataloguePartRow row) {
        return mapper().readValue(row.body, PRODUCTS);
    }

    void receive(FeedItem.CatalogueSent sent) {
        change("delete CataloguePart where edition = :edition", SMALL);
        receive(new FeedItem.CataloguePartSent(SMALL, 1, true, sent.products()));
    }

    /// Parts that come again change nothing.
    void receive(FeedItem.CataloguePartSent sent) {
        if (count("whole and edition = :edition", sent.edition()) > 0) {
            return;
        }
        change("delete CataloguePart where not whole and edition <> :edition", sent.edition());
        var row = new StoreRows.CataloguePartRow();
        row.edition = sent.edition();
        row.part = sent.part();
        row.body = mapper().writeValueAsString(sent.products());
        session.upsert(row);
        if (sent.last()) {
            if (count("edition = :edition", sent.edition()) != sent.part()) {
                throw new IllegalArgumentException("Catalogue " + sent.edition() + " lacks parts");
            }
            change("delete CataloguePart where edition <> :edition", sent.edition());
            change("update CataloguePart set whole = true where edition = :edition", sent.edition());
        }
    }

    private long count(String which, long edition) {
        return session.createSelectionQuery("select count(*) from CataloguePart where " + which, Long.class)
                .setParameter("edition", edition)
                .getSingleResult();
    }

    private void change(String parts, long edition) {
        session.createMutationQuery(parts).setParameter("edition", edition).executeUpdate();
    }
}
