package io.huitai.trials;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.journal.fact.MemberRecord;
import io.huitai.journal.fact.Profile;
import io.huitai.journal.feed.Feed;
import io.huitai.journal.feed.FeedItem;
import io.huitai.ledger.Asset;
import io.huitai.ledger.Balances;
import io.huitai.ledger.Holding;
import io.huitai.ledger.Lot;
import io.huitai.shop.Lang;
import io.huitai.shop.MemberNo;
import io.huitai.shop.OutletKind;
import io.huitai.shop.StoreId;
import io.huitai.shop.TillId;
import io.huitai.shop.id.TierId;
import io.huitai.store.BesideTheTill;
import io.huitai.till.Till;
import io.huitai.till.settings.Opening;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A guest who has come on a thousand days costs what one of ten costs, in what can be counted: statements of H2 and
/// characters written to the member's row. Both come on the same days and buy the same.
class ManyVisitsTest {
    private static final Instant BEGINS = Instant.parse("2026-11-20T04:00:00Z");
    private static final int VISITS = 50;
    private static final MemberNo OLD = new MemberNo("OLD");
    private static final MemberNo NEW = new MemberNo("NEW");

    @TempDir
    private Path store;

    private Instant now = BEGINS;

    private record Cost(long statements, long written, long olderParts) {}

    /// @param olderParts how often a part of earlier months was written
    private record Seen(long statements, long olderParts) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void oneOfAThousandDaysCostsWhatOneOfTenCosts(long seed) throws SQLException {
        var random = new Random(seed);
        var gap = 1 + (int) seed;
        var old = new ArrayList<Cost>();
        var young = new ArrayList<Cost>();
        try (var till = open();
                var h2 = BesideTheTill.counting(store.resolve("till"))) {
            till.till()
                    .receive(
                            Feed.HEAD_OFFICE,
                            List.of(
                                    new FeedItem.MemberSent(guest(OLD, 1_000, gap, random)),
                                    new FeedItem.MemberSent(guest(NEW, 10, gap, random))),
                            "c1");
            till.signIn();
            till.ok("open-shift", "float", "0.00");
            for (var visit = 0; visit < VISITS; visit++) {
                now = now.plus(Duration.ofDays(1 + random.nextInt(2 * gap - 1)));
                var basket = random.nextBoolean() ? "L001" : "L002";
                old.add(cost(till, h2, OLD, basket));
                young.add(cost(till, h2, NEW, basket));
            }
        }
        var name = "seed " + seed;
        assertThat(median(old, Cost::written)).as(name).isLessThanOrEqualTo(median(young, Cost::written) * 11 / 10);
        assertThat(median(old, Cost::statements)).as(name).isEqualTo(median(young, Cost::statements));
        var turns = old.stream().mapToLong(Cost::olderParts).sum();
        assertThat(turns).as(name).isPositive().isLessThanOrEqualTo(3L + 12L * gap * VISITS / 365);
    }

    /// Where the days of a life stand follows from the days alone: the view built anew has the same rows.
    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void aLifeWithRefundsOfOldDaysIsRebuiltToTheSameRow(long seed) throws Exception {
        var random = new Random(seed);
        List<String> rows;
        List<String> shown;
        try (var till = open()) {
            till.till().receive(Feed.HEAD_OFFICE, List.of(new FeedItem.MemberSent(guest(OLD, 80, 6, random))), "c1");
            till.signIn();
            till.ok("open-shift", "float", "0.00");
            var receipts = new ArrayList<String>();
            for (var act = 0; act < 30; act++) {
                now = now.plus(Duration.ofDays(random.nextInt(20)));
                if (!receipts.isEmpty() && random.nextInt(3) == 0) {
                    var receipt = receipts.remove(random.nextInt(receipts.size()));
                    till.ok("refund", "receipt", receipt, "reason", "退", "approval", Json.approval());
                } else {
                    receipts.add(sell(till, OLD, "L001"));
                }
            }
            shown = shown(till);
            rows = rows();
        }
        try (var till = open()) {
            till.signIn();
            assertThat(shown(till)).as("read again, seed " + seed).isEqualTo(shown);
        }
        Files.delete(store.resolve("till").resolve("store.mv.db"));
        try (var till = open()) {
            till.signIn();
            assertThat(rows()).as("built anew, seed " + seed).isEqualTo(rows);
            assertThat(shown(till)).as("built anew, seed " + seed).isEqualTo(shown);
        }
    }

    private TillHere open() {
        var opening = new Opening(
                store.resolve("till"),
                new StoreId("S001"),
                new TillId("T1"),
                OutletKind.RESTAURANT,
                "standard-card",
                Lang.ZH,
                false,
                Optional.empty());
        return TillHere.on(
                Till.open(
                        opening, () -> now, () -> Duration.between(BEGINS, now).toNanos()),
                Lang.ZH);
    }

    /// Somebody who came on so many days, so many days apart on average.
    private static MemberRecord guest(MemberNo no, int visits, int gap, Random random) {
        var day = LocalDate.ofInstant(BEGINS, ZoneOffset.UTC);
        var holdings = new ArrayList<Holding>();
        for (var visit = 0; visit < visits; visit++) {
            day = day.minusDays(1 + random.nextInt(2 * gap - 1));
            holdings.add(new Holding(Asset.SPEND, Lot.tallyOf(day), 1_000 + random.nextInt(50_000)));
            holdings.add(new Holding(Asset.VISITS, Lot.tallyOf(day), 1));
            holdings.add(new Holding(Asset.EARNED, Lot.tallyOf(day), 1 + random.nextInt(500)));
        }
        var profile =
                new Profile("名", "19900000077", "", "", "", Optional.empty(), "f", true, day, Profile.Origin.NONE);
        return MemberRecord.of(no, profile, new TierId("regular"), List.of()).with(Balances.of(holdings));
    }

    private static String sell(TillHere till, MemberNo guest, String sku) {
        till.ok("member", "no", guest.value());
        till.ok("add", "sku", sku);
        return till.ok("tender", "type", "cash").path("receipt").path("no").asString();
    }

    private static List<String> shown(TillHere till) {
        var shown = List.of(till.ok("member", "no", OLD.value()).path("member").toString());
        till.ok("void-bill", "reason", "让", "approval", Json.approval());
        return shown;
    }

    private Cost cost(TillHere till, Connection h2, MemberNo guest, String sku) throws SQLException {
        var before = seen(h2);
        sell(till, guest, sku);
        var after = seen(h2);
        try (var query = h2.prepareStatement("select length(body) + length(month_days) from member where no = ?")) {
            query.setString(1, guest.value());
            try (var row = query.executeQuery()) {
                assertThat(row.next()).isTrue();
                return new Cost(
                        after.statements() - before.statements(),
                        row.getLong(1),
                        after.olderParts() - before.olderParts());
            }
        }
    }

    private static long median(List<Cost> costs, ToLongFunction<Cost> what) {
        return costs.stream()
                .mapToLong(what)
                .sorted()
                .skip(costs.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private List<String> rows() throws SQLException {
        try (var h2 = BesideTheTill.open(store.resolve("till"));
                var statement = h2.createStatement();
                var row = statement.executeQuery(
                        "select body, month_days, year_days, four_year_days, past_days from member where no = 'OLD'")) {
            assertThat(row.next()).isTrue();
            return List.of(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5));
        }
    }

    private static Seen seen(Connection h2) throws SQLException {
        try (var statement = h2.createStatement();
                var sums = statement.executeQuery("select sum(execution_count),"
                        + " sum(case when sql_statement like 'update%member%\\_days=%' then execution_count else 0 end)"
                        + " from information_schema.query_statistics"
                        + " where sql_statement not like '%query_statistics%'")) {
            assertThat(sums.next()).isTrue();
            return new Seen(sums.getLong(1), sums.getLong(2));
        }
    }
}
