package io.huitai.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.FactJson;
import io.huitai.journal.fact.Limits;
import io.huitai.journal.fact.Profile;
import io.huitai.ledger.Account;
import io.huitai.shop.CardNumber;
import io.huitai.shop.MemberNo;
import io.huitai.shop.ReceiptNo;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/// The limits of facts are those of the columns that facts go to, at the till and at head office.
class ColumnsTest {
    private static final int CARD = longest(CardNumber::new);
    private static final int MEMBER = longest(MemberNo::new);
    private static final int RECEIPT = longest(ReceiptNo::new);
    private static final int KIND = FactJson.kinds(Fact.class)
            .map(Class::getSimpleName)
            .mapToInt(String::length)
            .max()
            .orElseThrow();

    /// What goes to each column from facts. Columns for what feeds bring are not here: a feed's value that does not fit
    /// is set aside.
    private static final Map<String, Integer> TILL = new TreeMap<>(Map.ofEntries(
            Map.entry("member.no", MEMBER),
            Map.entry("member.name", Limits.of(Profile.class, "name")),
            Map.entry("member.phone", Limits.of(Profile.class, "phone")),
            Map.entry(
                    "member.document",
                    Limits.of(Profile.class, "documentType") + 1 + Limits.of(Profile.class, "documentNo")),
            Map.entry("card.number", CARD),
            Map.entry("card.member", MEMBER),
            Map.entry("member_entry.member", MEMBER),
            Map.entry("sale.receipt", RECEIPT),
            Map.entry("sale.member", MEMBER),
            Map.entry("refund.receipt", RECEIPT),
            Map.entry("refund.sale", RECEIPT),
            Map.entry("fapiao.receipt", RECEIPT),
            Map.entry("slip.receipt", RECEIPT),
            Map.entry("slip.member", MEMBER),
            Map.entry("slip.kind", KIND),
            Map.entry("bill_fact.kind", KIND),
            Map.entry("account.name", Limits.of(Account.class, "name")),
            Map.entry("set_aside.kind", KIND)));

    private static final Map<String, Integer> HEAD_OFFICE = new TreeMap<>(Map.ofEntries(
            Map.entry("member.no", MEMBER), Map.entry("member_key.member", MEMBER), Map.entry("entry.kind", KIND)));

    @Test
    void noFactIsWiderThanItsColumn() throws SQLException {
        var columns = columns("db/till", "jdbc:h2:mem:till");
        TILL.forEach(
                (column, limit) -> assertThat(columns.get(column)).as(column).isGreaterThanOrEqualTo(limit));
        assertThat(columns.get("member.name")).isEqualTo(TILL.get("member.name"));
        assertThat(columns.get("member.phone")).isEqualTo(TILL.get("member.phone"));
        assertThat(columns.get("member.document")).isEqualTo(TILL.get("member.document"));
        assertThat(columns.get("account.name")).isEqualTo(TILL.get("account.name"));
        var office = columns("db/headoffice", "jdbc:h2:mem:office;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE");
        HEAD_OFFICE.forEach(
                (column, limit) -> assertThat(office.get(column)).as(column).isGreaterThanOrEqualTo(limit));
    }

    @Test
    void everyTextColumnIsLookedAt() throws SQLException {
        var unknown = new TreeSet<>(columns("db/till", "jdbc:h2:mem:known").keySet());
        unknown.removeAll(TILL.keySet());
        unknown.removeIf(column -> column.startsWith("product.")
                || column.startsWith("operator.")
                || column.startsWith("company.")
                || column.startsWith("flyway_schema_history."));
        assertThat(unknown)
                .containsExactlyInAnyOrder(
                        "progress.hash",
                        "progress.seal",
                        "progress.source",
                        "progress.sums",
                        "set_aside.source",
                        "set_aside.why");
    }

    /// Texts with a width, by table and column.
    private static Map<String, Integer> columns(String schema, String url) throws SQLException {
        var columns = new TreeMap<String, Integer>();
        try (var connection = DriverManager.getConnection(url + ";DB_CLOSE_DELAY=-1")) {
            Flyway.configure()
                    .dataSource(url, "", "")
                    .locations("classpath:" + schema)
                    .load()
                    .migrate();
            try (var rows = connection
                    .createStatement()
                    .executeQuery("select lower(table_name), lower(column_name), character_maximum_length"
                            + " from information_schema.columns where lower(table_schema) = 'public'"
                            + " and lower(data_type) = 'character varying'")) {
                while (rows.next()) {
                    columns.put(rows.getString(1) + "." + rows.getString(2), rows.getInt(3));
                }
            }
        }
        return columns;
    }

    /// The longest value that a word of the trade takes.
    private static int longest(Function<String, ?> word) {
        var length = 1;
        while (takes(word, length + 1)) {
            length++;
        }
        return length;
    }

    private static boolean takes(Function<String, ?> word, int length) {
        try {
            return word.apply("9".repeat(length)) != null;
        } catch (IllegalArgumentException tooLong) {
            return false;
        }
    }
}
