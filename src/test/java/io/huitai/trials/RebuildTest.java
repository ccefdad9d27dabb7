package io.huitai.trials;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.journal.fact.MemberRecord;
import io.huitai.journal.fact.Profile;
import io.huitai.journal.fact.Standing;
import io.huitai.journal.feed.Feed;
import io.huitai.journal.feed.FeedItem;
import io.huitai.ledger.Asset;
import io.huitai.ledger.Balances;
import io.huitai.ledger.Holding;
import io.huitai.ledger.Lot;
import io.huitai.shop.MemberNo;
import io.huitai.shop.ReceiptNo;
import io.huitai.store.BesideTheTill;
import io.huitai.till.Till;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The store is a view: deleted, cut, overwritten, older or newer than the journal, the till rebuilds it alone and
/// shows the same to the last word. One till sells for a while; each trial damages a copy of its directory.
class RebuildTest {
    private static final int STEPS = 400;
    private static final MemberNo TOLD = new MemberNo("M0002");

    @TempDir
    static Path disk;

    private static Path early;
    private static Path late;
    private static Ledger earlyLedger;
    private static Ledger lateLedger;
    private static Map<String, String> lateFace;

    @TempDir
    Path mine;

    @BeforeAll
    static void sellForAWhile() throws IOException {
        var random = new Random(20261122);
        var counter = new Counter(random);
        var live = disk.resolve("live");
        early = disk.resolve("early");
        late = disk.resolve("late");
        var ledger = new Ledger();
        Counter.DEMO_MEMBERS.forEach(ledger::knows);
        try (var till = TillHere.open(live, true)) {
            till.signIn();
            earlyLedger = serve(till, counter, ledger, STEPS / 2);
        }
        Folders.copyWithWhatIsOutside(live, early);
        try (var till = TillHere.open(live, true)) {
            till.signIn();
            tellOfOtherTills(till.till());
            lateLedger = serve(till, counter, earlyLedger, STEPS / 2);
            sellToTheTold(till);
            lateFace = face(till);
        }
        Folders.copyWithWhatIsOutside(live, late);
        assertThat(lateLedger.bills).isGreaterThan(earlyLedger.bills);
    }

    @AfterAll
    static void forget() {
        lateFace = Map.of();
    }

    private static Ledger serve(TillHere till, Counter counter, Ledger before, int steps) {
        var ledger = before;
        for (int i = 0; i < steps || ledger.open == null || ledger.open.tenders.isEmpty(); i++) {
            var step = counter.next(ledger);
            till.ok(step.request());
            ledger = step.after();
        }
        return ledger;
    }

    /// Head office tells of points that the member earned elsewhere, and that it holds all of ours so far.
    private static void tellOfOtherTills(Till till) {
        var known = till.perform(desk -> desk.club().members().view(TOLD)).join();
        var lot =
                new Lot("S001-T2-1-9-0", Optional.empty(), Optional.of(LocalDate.of(2026, 12, 31)), "S001", "S001/T2");
        var record = new MemberRecord(
                TOLD,
                new Profile(
                        known.name(),
                        "19900000002",
                        "",
                        "",
                        "",
                        known.birthday(),
                        "f",
                        false,
                        known.joined(),
                        Profile.Origin.NONE),
                Standing.of(known.rung().id(), known.joined()),
                "",
                MemberRecord.Status.ACTIVE,
                List.of(),
                Balances.of(List.of(new Holding(Asset.POINTS, lot, 300))),
                List.of(),
                till.journal().entries());
        till.receive(Feed.HEAD_OFFICE, List.of(new FeedItem.MemberSent(record)), "c1");
    }

    private static void sellToTheTold(TillHere till) {
        till.ok("void-bill", "reason", "让", "approval", Json.approval());
        till.ok("add", "sku", "L001");
        till.ok("member", "no", TOLD.value());
        assertThat(till.ok("tender", "type", "cash")
                        .path("receipt")
                        .path("points")
                        .asInt())
                .as("300 from the feed, 41 for 41.40")
                .isEqualTo(341);
        till.ok("add", "sku", "L007");
        till.ok("tender", "type", "card", "amount", "20.00");
    }

    /// All that the till shows: bill, held, report, every member in full, and every receipt's text.
    private static Map<String, String> face(TillHere till) {
        var face = new TreeMap<String, String>();
        var bill = till.ok("status");
        face.put("bill", bill.path("bill").toString());
        face.put("last", bill.path("lastReceipt").toString());
        face.put("held", till.ok("held").toString());
        face.put("report", till.ok("x-report").toString());
        var members = new ArrayList<>(lateLedger.members.keySet());
        members.add(TOLD.value());
        for (var no : members) {
            face.put(
                    "member " + no,
                    till.answer(Json.request("member-info", "no", no)).toString());
        }
        for (var no : lateLedger.receipts.keySet()) {
            var page = till.till()
                    .perform(desk ->
                            desk.receipts().look(Optional.of(new ReceiptNo(no))).text());
            face.put("receipt " + no, page.join());
        }
        return face;
    }

    /// The till starts on a directory and shows what it showed; its feed is as it was.
    private static void showsTheSame(Path store) throws IOException {
        var feed = Files.readAllBytes(onlyFeed(store));
        try (var till = TillHere.open(store, true)) {
            till.signIn();
            assertThat(face(till)).isEqualTo(lateFace);
            assertThat(till.till()
                            .perform(desk -> desk.club().members().view(TOLD))
                            .join())
                    .extracting(
                            view -> view.held().points(), view -> view.held().spendable())
                    .containsExactly(341L, 41L);
            assertThat(till.ok("journal-verify").path("intact").asBoolean()).isTrue();
            till.ok("tender", "type", "cash");
        }
        assertThat(Files.readAllBytes(onlyFeed(store))).isEqualTo(feed);
    }

    private static Path onlyFeed(Path store) throws IOException {
        try (var files = Files.walk(store.resolve("feed").resolve(Feed.HEAD_OFFICE))) {
            return files.filter(file -> file.toString().endsWith(".jsonl"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Path copy(Path from) throws IOException {
        var store = mine.resolve("store");
        Folders.copyWithWhatIsOutside(from, store);
        return store;
    }

    private static Path database(Path store) {
        return store.resolve("store.mv.db");
    }

    @Test
    void untouchedItShowsTheSame() throws IOException {
        showsTheSame(copy(late));
    }

    @Test
    void aDeletedStoreIsRebuilt() throws IOException {
        var store = copy(late);
        Files.delete(database(store));
        showsTheSame(store);
        assertThat(database(store)).isNotEmptyFile();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "another start of the machine"})
    void aStoreThatWasOpenWhenTheMachineStoppedIsRebuilt(String mark) throws IOException {
        var store = copy(late);
        Files.copy(database(early), database(store), StandardCopyOption.REPLACE_EXISTING);
        forgetReceipts(store);
        Files.writeString(store.resolve("store-in-use"), mark);
        showsTheSame(store);
        assertThat(store.resolve("store-in-use")).doesNotExist();
    }

    /// What a page of another age may look like: rows are missing and nothing says so.
    private static void forgetReceipts(Path store) {
        try (var connection = BesideTheTill.open(store);
                var statement = connection.createStatement()) {
            statement.execute("drop trigger sale_bond");
            assertThat(statement.executeUpdate("delete from sale")).isPositive();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4096, 12_288, 50_000, -4096, -1})
    void aTruncatedStoreIsRebuilt(int length) throws IOException {
        var store = copy(late);
        try (var file = FileChannel.open(database(store), StandardOpenOption.WRITE)) {
            assertThat(file.size()).isGreaterThan(50_000);
            file.truncate(length < 0 ? file.size() + length : length);
        }
        showsTheSame(store);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 8192, 20_000, 50 /* per cent of the file */, 55, 60, 65, 70, 75, 80, 85, 90, 95})
    void anOverwrittenStoreIsRebuilt(int where) throws IOException {
        var store = copy(late);
        try (var file = FileChannel.open(database(store), StandardOpenOption.WRITE)) {
            var noise = new byte[16_384];
            new Random(where).nextBytes(noise);
            long offset = where > 0 && where < 100 ? file.size() * where / 100 : where;
            file.write(ByteBuffer.wrap(noise), offset);
        }
        showsTheSame(store);
    }

    @Test
    void anOlderStoreIsBroughtUp() throws IOException {
        var store = copy(late);
        Files.delete(database(store));
        Files.copy(database(early), database(store));
        showsTheSame(store);
    }

    /// The store is the better witness: it goes on answering, and nothing more is sold.
    @Test
    void aStoreAheadOfAnOlderJournalStopsSelling() throws IOException {
        var store = copy(early);
        Files.delete(database(store));
        Files.copy(database(late), database(store));
        try (var till = TillHere.open(store, true)) {
            var answer = till.answer(Json.request("sign-in", "operator", "1001", "pin", "1111"));
            assertThat(answer.path("error").path("code").asString()).isEqualTo("JOURNAL_BROKEN");
            assertThat(answer.path("error").path("message").asString()).contains("数据库");
            assertThat(till.ok("status").path("lastReceipt").toString()).isEqualTo(lateFace.get("last"));
            for (var no : lateLedger.members.keySet()) {
                var member = till.answer(Json.request("member-info", "no", no)).toString();
                assertThat(member).isEqualTo(lateFace.get("member " + no));
            }
        }
        try (var again = TillHere.open(store, true)) { // it was not rebuilt when it was closed, either
            assertThat(again.ok("status").path("lastReceipt").toString()).isEqualTo(lateFace.get("last"));
        }
    }
}
