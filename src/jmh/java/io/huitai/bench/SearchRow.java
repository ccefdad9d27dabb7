package io.huitai.bench;

import io.huitai.money.Money;
import io.huitai.money.Rate;
import io.huitai.shop.Category;
import io.huitai.shop.Product;
import io.huitai.shop.Sku;
import io.huitai.till.bill.Catalogue;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// `search.product`: what the search box does at each key stroke, over a catalogue that is filled directly, beside LIKE
/// over the same words in H2. One after the other for each text.
final class SearchRow implements Measured {
    private static final int SHOWN = 60;
    private static final int WARM = 200;
    private static final int LETTERS = 23;

    @Override
    public List<Figure> measure(Size size, Path folder) throws SQLException {
        var random = new Random(7);
        var products = new ArrayList<Product>();
        for (var i = 0; i < size.products(); i++) {
            products.add(product(i, letters(random, 4 + i % 4)));
        }
        var catalogue = new Catalogue(products);
        var ours = new Times();
        var like = new Times();
        try (var connection = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("search"));
                var query = filled(connection, products)) {
            for (var word = -WARM; word < 5 * size.rounds(); word++) {
                var initials = products.get(random.nextInt(products.size())).initials();
                for (var keys = 1; keys <= initials.length(); keys++) {
                    var typed = initials.substring(0, keys);
                    var began = System.nanoTime();
                    var found = catalogue.search(typed, SHOWN).size();
                    var searched = System.nanoTime();
                    var rows = rows(query, typed);
                    var asked = System.nanoTime();
                    if (found != rows) {
                        throw new IllegalStateException(typed + ": " + found + " products, H2 has " + rows);
                    }
                    if (word >= 0) {
                        ours.add(searched - began);
                        like.add(asked - searched);
                    }
                }
                word += word < 0 ? 9 : 0; // LIKE needs no such warming
            }
        }
        return List.of(
                Figure.beside("search.product", ours.p99Millis(), "ms p99", "LIKE in H2, ms", like.p99Millis()),
                Figure.beside("search.product.p50", ours.p50Millis(), "ms p50", "LIKE in H2, ms", like.p50Millis()));
    }

    private static Product product(int number, String initials) {
        return new Product(
                new Sku("N%06d".formatted(number)),
                Optional.empty(),
                "商品" + number,
                "Article " + number,
                initials,
                new Category("goods"),
                "goods",
                Money.ofFen(1_000 + number),
                Optional.empty(),
                "件",
                Set.of(),
                Rate.parse("0.13"),
                Optional.empty());
    }

    private static String letters(Random random, int count) {
        return random.ints(count, 0, LETTERS)
                .collect(StringBuilder::new, (text, each) -> text.append((char) ('a' + each)), StringBuilder::append)
                .toString();
    }

    private static PreparedStatement filled(Connection connection, List<Product> products) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("create table product (sku varchar primary key, initials varchar, words varchar)");
        }
        try (var insert = connection.prepareStatement("insert into product values (?, ?, ?)")) {
            for (var product : products) {
                insert.setString(1, product.sku().value());
                insert.setString(2, product.initials());
                insert.setString(
                        3, (product.name() + ' ' + product.nameEn() + ' ' + product.sku()).toLowerCase(Locale.ROOT));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        return connection.prepareStatement("select sku, case when initials like ? then 0 when words like ? then 1"
                + " when initials like ? then 2 else 3 end as place from product where initials like ? or words like ?"
                + " order by place limit " + SHOWN);
    }

    private static int rows(PreparedStatement query, String typed) throws SQLException {
        var patterns = List.of(typed + "%", typed + "%", "%" + typed + "%", "%" + typed + "%", "%" + typed + "%");
        for (var i = 0; i < patterns.size(); i++) {
            query.setString(i + 1, patterns.get(i));
        }
        var rows = 0;
        try (var found = query.executeQuery()) {
            while (found.next()) {
                rows++;
            }
        }
        return rows;
    }
}
