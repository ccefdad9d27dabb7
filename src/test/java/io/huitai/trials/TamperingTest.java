package io.huitai.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.huitai.journal.Entry;
import io.huitai.journal.Forger;
import io.huitai.journal.TillKey;
import io.huitai.journal.log.FrameLog;
import io.huitai.journal.log.SystemDisk;
import io.huitai.journal.secret.Keychain;
import io.huitai.store.BesideTheTill;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// What somebody who can write the files of a store directory may do to them, each found and named at the next start or
/// without any effect: the till does not start, sells nothing, spends nothing, or shows what the journal says.
class TamperingTest {
    private static final int STEPS = 40;
    private static final List<String> MEMBERS =
            Counter.DEMO_MEMBERS.stream().map(String::valueOf).toList();

    /// What comes of a tampering.
    private sealed interface Outcome {
        /// The till does not start, and says why in these words.
        record NotStarted(String words) implements Outcome {}

        /// It sells nothing, and the journal's check names the damage in these words.
        record SellsNothing(String words) implements Outcome {}

        /// Members' balances wait.
        record SpendsNothing() implements Outcome {}

        /// It has no effect: everything is as the journal says.
        record Same() implements Outcome {}
    }

    /// @param store the directory to be changed
    /// @param early the same directory some time before
    /// @param other a till of somebody else
    private record Scene(Path store, Path early, Path other) {}

    private interface Act {
        void on(Scene scene) throws Exception;
    }

    private record Tampering(String name, Outcome outcome, Act act) {}

    @TempDir
    static Path disk;

    private static Path live;
    private static Path image;
    private static Path outside;
    private static Scene scene;
    private static Map<String, String> truth;

    @BeforeAll
    static void sellForAWhile() throws IOException {
        live = disk.resolve("live");
        var early = disk.resolve("early");
        var counter = new Counter(new Random(14));
        var ledger = new Ledger();
        Counter.DEMO_MEMBERS.forEach(ledger::knows);
        for (var round = 0; round < 2; round++) {
            try (var till = TillHere.open(live, false)) {
                till.signIn();
                for (var i = 0; i < STEPS; i++) {
                    var step = counter.next(ledger);
                    till.ok(step.request());
                    ledger = step.after();
                }
                till.ok("cash-in", "amount", "1.00", "reason", "零钱");
                ledger.cashIn(1_00);
            }
            if (round == 0) {
                Folders.copy(live, early);
            }
        }
        var other = disk.resolve("other");
        try (var till = TillHere.open(other, false)) {
            till.signIn();
            till.ok("open-shift", "float", "100.00");
            for (var i = 0; i < 5; i++) {
                till.ok("cash-in", "amount", "1.00", "reason", "零钱");
            }
        }
        try (var till = TillHere.open(live, false)) {
            truth = Sight.of(till, MEMBERS);
        }
        outside = Keychain.open(live, new SystemDisk()).outside();
        image = disk.resolve("image");
        Folders.copy(live, image.resolve("store"));
        Folders.copy(outside, image.resolve("outside"));
        scene = new Scene(live, early, other);
    }

    private static void putBack() throws IOException {
        Folders.delete(live);
        Folders.copy(image.resolve("store"), live);
        if (Files.exists(outside)) {
            Folders.delete(outside);
        }
        Folders.copy(image.resolve("outside"), outside);
    }

    @TestFactory
    Stream<DynamicTest> isFoundAndNamedOrHasNoEffect() {
        assertThat(TABLE).hasSizeGreaterThan(30);
        return TABLE.stream()
                .map(tampering -> DynamicTest.dynamicTest(tampering.name, () -> {
                    putBack();
                    tampering.act.on(scene);
                    for (var start = 0; start < 2; start++) {
                        judged(tampering);
                    }
                }));
    }

    private static void judged(Tampering tampering) {
        switch (tampering.outcome) {
            case Outcome.NotStarted(var words) ->
                assertThat(catchThrowable(() -> TillHere.open(live, false).close()))
                        .isNotNull()
                        .hasMessageContaining(words);
            case Outcome.SellsNothing(var words) -> {
                try (var till = TillHere.open(live, false)) {
                    for (var request : List.of(
                            Json.request("sign-in", "operator", "1001", "pin", "1111"),
                            Json.request("recharge", "member", "M0001", "amount", "1.00", "tender", "cash"))) {
                        assertThat(till.answer(request)
                                        .path("error")
                                        .path("code")
                                        .asString())
                                .isEqualTo("JOURNAL_BROKEN");
                    }
                    var found = till.ok("journal-verify");
                    assertThat(found.path("intact").asBoolean()).isFalse();
                    assertThat(found.path("first").path("why").asString()).contains(words);
                }
            }
            case Outcome.SpendsNothing _ -> {
                try (var till = TillHere.open(live, false)) {
                    assertThat(till.ok("status").path("rights").asString()).isEqualTo("asleep");
                }
            }
            case Outcome.Same _ -> {
                try (var till = TillHere.open(live, false)) {
                    assertThat(Sight.of(till, MEMBERS)).isEqualTo(truth);
                    assertThat(till.ok("status").has("rights")).isFalse();
                    assertThat(till.ok("journal-verify").path("intact").asBoolean())
                            .isTrue();
                }
            }
        }
    }

    // The table

    private static final Outcome GONE = new Outcome.SellsNothing("acknowledged and is gone");
    private static final Outcome SAME = new Outcome.Same();

    private static final List<Tampering> TABLE = List.of(
            new Tampering("the last frame is cut off", GONE, scene -> cut(scene.store, 1)),
            new Tampering("many frames are cut off", GONE, scene -> cut(scene.store, 20)),
            new Tampering("the segment is missing", GONE, scene -> Files.delete(segment(scene.store))),
            new Tampering("the journal is missing", GONE, scene -> Folders.delete(scene.store.resolve("journal"))),
            new Tampering(
                    "an older copy of the journal", GONE, scene -> replace(segment(scene.early), segment(scene.store))),
            new Tampering("an older copy of the whole directory", GONE, scene -> {
                Folders.delete(scene.store);
                Folders.copy(scene.early, scene.store);
            }),
            new Tampering("an older copy of the whole directory, without its anchor and its database", GONE, scene -> {
                Folders.delete(scene.store);
                Folders.copy(scene.early, scene.store);
                Files.delete(scene.store.resolve("anchor"));
                Files.delete(scene.store.resolve("store.mv.db"));
            }),
            new Tampering("a bit in the middle", new Outcome.SellsNothing("checksum"), scene -> {
                var bytes = Files.readAllBytes(segment(scene.store));
                bytes[bytes.length / 2] ^= 4;
                Files.write(segment(scene.store), bytes);
            }),
            new Tampering("a bit in the last frame", new Outcome.SellsNothing("checksum"), scene -> {
                var bytes = Files.readAllBytes(segment(scene.store));
                bytes[bytes.length - 30] ^= 4;
                Files.write(segment(scene.store), bytes);
            }),
            new Tampering("an amount, with the right checksum", new Outcome.SellsNothing("hash"), lines(lines -> {
                var last = lines.size() - 1;
                lines.set(last, text(lines.get(last)).replace("1.00", "9.00").getBytes(StandardCharsets.UTF_8));
            })),
            new Tampering(
                    "two entries changed places",
                    new Outcome.SellsNothing("calls itself number"),
                    lines(lines -> Collections.swap(lines, lines.size() - 2, lines.size() - 3))),
            new Tampering(
                    "an entry taken out",
                    new Outcome.SellsNothing("calls itself number"),
                    lines(lines -> lines.remove(lines.size() - 3))),
            new Tampering(
                    "an entry twice",
                    new Outcome.SellsNothing("calls itself number"),
                    lines(lines -> lines.add(lines.getLast()))),
            new Tampering(
                    "an entry of another till with another key",
                    new Outcome.SellsNothing("not signed by this till"),
                    scene -> {
                        var theirs = read(scene.other);
                        rewrite(scene.store, lines -> lines.set(2, theirs.get(2)));
                    }),
            new Tampering("the chain signed again by another key", new Outcome.SellsNothing("not signed"), scene -> {
                var key = TillKey.generate();
                rewrite(scene.store, lines -> resign(lines, lines.size() - 5, key));
            }),
            new Tampering(
                    "the chain signed again by the till's own key",
                    new Outcome.SellsNothing("not the entry that was acknowledged"),
                    scene -> {
                        var key = TillKey.of(Keychain.open(scene.store, new SystemDisk()));
                        rewrite(scene.store, lines -> resign(lines, lines.size() - 5, key));
                    }),
            new Tampering("an anchor that claims more", GONE, scene -> {
                var number = "%016d".formatted(100_000);
                var hash = "a".repeat(64);
                var crc = new CRC32C();
                crc.update((number + hash).getBytes(StandardCharsets.US_ASCII));
                var place = number + " " + hash + " " + HexFormat.of().toHexDigits((int) crc.getValue()) + "\n";
                Files.writeString(scene.store.resolve("anchor"), place + place);
            }),
            new Tampering(
                    "the anchor in the directory gone", SAME, scene -> Files.delete(scene.store.resolve("anchor"))),
            new Tampering(
                    "the anchor in the directory garbage",
                    SAME,
                    scene -> Files.writeString(scene.store.resolve("anchor"), "x".repeat(182))),
            new Tampering(
                    "the anchor outside gone",
                    new Outcome.SpendsNothing(),
                    scene -> Files.delete(outside.resolve("anchor"))),
            new Tampering(
                    "the home outside gone",
                    new Outcome.SpendsNothing(),
                    scene -> Files.delete(outside.resolve("home"))),
            new Tampering(
                    "the password outside gone",
                    new Outcome.NotStarted("password"),
                    scene -> Files.delete(outside.resolve("password"))),
            new Tampering("another password outside", new Outcome.NotStarted("not its password"), scene -> {
                var other = Keychain.open(scene.other, new SystemDisk()).outside();
                replace(other.resolve("password"), outside.resolve("password"));
            }),
            new Tampering("the keys of another till", new Outcome.SellsNothing("not signed by this till"), scene -> {
                Folders.delete(scene.store.resolve("keys"));
                Folders.copy(scene.other.resolve("keys"), scene.store.resolve("keys"));
            }),
            new Tampering(
                    "the keys gone",
                    new Outcome.NotStarted("keychain is missing"),
                    scene -> Folders.delete(scene.store.resolve("keys"))),
            new Tampering("a key file cut", new Outcome.NotStarted("damaged"), scene -> {
                var file = keyFile(scene.store);
                Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 200));
            }),
            new Tampering("a key in clear laid beside", new Outcome.NotStarted("not the key of this till"), scene -> {
                Files.writeString(
                        scene.store.resolve("keys/till.pem"), TillKey.generate().pem());
            }),
            new Tampering("the till's name", new Outcome.NotStarted("T9"), scene -> {
                var file = scene.store.resolve("keys/till.json");
                Files.writeString(file, Files.readString(file).replace("T1", "T9"));
            }),
            new Tampering("an operator laid into the feed in clear", SAME, scene -> {
                var forged = "{\"kind\":\"OperatorsSent\",\"operators\":[]}".getBytes(StandardCharsets.UTF_8);
                feed(scene.store, lines -> lines.add(forged));
            }),
            new Tampering("the feed of another till", SAME, scene -> {
                Folders.delete(scene.store.resolve("feed"));
                Folders.copy(scene.other.resolve("feed"), scene.store.resolve("feed"));
            }),
            new Tampering("values of the feed changed places", SAME, scene -> {
                feed(scene.store, lines -> Collections.swap(lines, 1, 3));
            }),
            new Tampering("a value of the feed taken out", SAME, scene -> feed(scene.store, lines -> lines.remove(1))),
            new Tampering("the feed gone", SAME, scene -> Folders.delete(scene.store.resolve("feed"))),
            new Tampering(
                    "the database of another till",
                    SAME,
                    scene -> replace(scene.other.resolve("store.mv.db"), scene.store.resolve("store.mv.db"))),
            new Tampering(
                    "an older database",
                    SAME,
                    scene -> replace(scene.early.resolve("store.mv.db"), scene.store.resolve("store.mv.db"))),
            new Tampering("bits of the database", SAME, scene -> {
                var file = scene.store.resolve("store.mv.db");
                var bytes = Files.readAllBytes(file);
                var random = new Random(3);
                for (var i = 0; i < 2_000; i++) {
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                }
                Files.write(file, bytes);
            }),
            new Tampering("SQL on the database by somebody who has the directory alone", SAME, scene -> {
                for (var cipher : List.of("", ";CIPHER=AES")) {
                    var url = "jdbc:h2:file:" + scene.store.resolve("store") + cipher + ";IFEXISTS=TRUE";
                    assertThat(catchThrowable(() -> DriverManager.getConnection(url, "till", "x x")
                                    .close()))
                            .isNotNull();
                }
            }),
            new Tampering(
                    "SQL by somebody who has the keys and not the till's program",
                    SAME,
                    scene -> assertThat(catchThrowable(() -> sql(scene.store, "delete from refund")))
                            .hasMessageContaining("written by its till only")),
            new Tampering(
                    "a balance in the database",
                    SAME,
                    rows(
                            "member",
                            "update member set body = regexp_replace(body, '\"amount\":[0-9]+', '\"amount\":99900')")),
            new Tampering("refunds taken out of the database", SAME, rows("refund", "delete from refund")),
            new Tampering("sales taken out of the database", SAME, rows("sale", "delete from sale")),
            new Tampering(
                    "a manager in the database",
                    SAME,
                    rows("operator", "update operator set role = 'manager' where id = '1001'")),
            new Tampering(
                    "a manager's PIN in the database",
                    SAME,
                    rows(
                            "operator",
                            "update operator set pin_hash = (select pin_hash from operator where id = '1001')"
                                    + " where id = '3001'")),
            new Tampering(
                    "prices in the database",
                    SAME,
                    rows(
                            "catalogue_part",
                            "update catalogue_part set body = regexp_replace(body, '\"price\":\"[0-9.]+\"', '\"price\":\"0.01\"')")),
            new Tampering(
                    "a row of the database put back to what it was",
                    SAME,
                    rows(
                            "account",
                            "create table older as select * from member",
                            "drop table older",
                            "update till_state set bond = (select bond from shift where no = 1)")),
            new Tampering(
                    "the sums of the database",
                    SAME,
                    rows("member", "update progress set sums = '' where source = 'journal'")),
            new Tampering(
                    "the seal of the database's sums",
                    SAME,
                    rows("member", "update progress set seal = '' where number > 0")),
            new Tampering("the triggers of the database", SAME, scene -> {
                sql(scene.store, "drop trigger member_bond");
            }),
            new Tampering(
                    "the settings' till",
                    new Outcome.NotStarted("T2"),
                    settings("till: \"T1\"", "till: \"T2\"", "till: T1", "till: T2")),
            new Tampering(
                    "the settings' training",
                    new Outcome.NotStarted("NOT_ALLOWED"),
                    settings("training: true", "training: false")),
            new Tampering(
                    "the settings gone",
                    new Outcome.NotStarted("BAD_FILE"),
                    scene -> Files.delete(scene.store.resolve("settings.yaml"))));

    /// What somebody does who has the keys, knows H2, and takes the triggers of a table away before.
    private static Act rows(String table, String... statements) {
        return scene -> {
            sql(scene.store, "drop trigger " + table + "_bond", "drop trigger till_state_bond");
            sql(scene.store, statements);
        };
    }

    private static void sql(Path store, String... statements) throws Exception {
        try (var connection = BesideTheTill.open(store);
                var statement = connection.createStatement()) {
            for (var each : statements) {
                var rows = statement.executeUpdate(each);
                assertThat(rows > 0 || !(each.startsWith("update") || each.startsWith("delete")))
                        .as(each)
                        .isTrue();
            }
        }
    }

    private interface Change<T> {
        void to(T it) throws IOException;
    }

    private static Act settings(String... fromTo) {
        return scene -> {
            var file = scene.store.resolve("settings.yaml");
            var text = Files.readString(file);
            var changed = text;
            for (var i = 0; i < fromTo.length; i += 2) {
                changed = changed.replace(fromTo[i], fromTo[i + 1]);
            }
            assertThat(changed).isNotEqualTo(text);
            Files.writeString(file, changed);
        };
    }

    private static Act lines(Change<List<byte[]>> change) {
        return scene -> rewrite(scene.store, change);
    }

    private static List<byte[]> read(Path store) {
        try (var log = FrameLog.open(store.resolve("journal"), new SystemDisk());
                var lines = log.read(1)) {
            return new ArrayList<>(lines.toList());
        }
    }

    /// By somebody who knows the format: frames and checksums are right.
    private static void rewrite(Path store, Change<List<byte[]>> change) throws IOException {
        var lines = read(store);
        change.to(lines);
        write(store.resolve("journal"), lines);
    }

    private static void write(Path directory, List<byte[]> lines) throws IOException {
        Folders.delete(directory);
        try (var log = FrameLog.open(directory, new SystemDisk())) {
            lines.forEach(line -> log.append(List.of(line), false));
        }
    }

    private static void feed(Path store, Change<List<byte[]>> change) throws IOException {
        var directory = store.resolve("feed/training/1");
        var lines = new ArrayList<byte[]>();
        try (var log = FrameLog.open(directory, new SystemDisk());
                var all = log.read(1)) {
            all.forEach(lines::add);
        }
        change.to(lines);
        write(directory, lines);
    }

    private static void resign(List<byte[]> lines, int from, TillKey key) {
        var previous = Entry.parse(lines.get(from - 1)).hash();
        for (var at = from; at < lines.size(); at++) {
            var altered = text(lines.get(at)).replace("零钱", "别的").getBytes(StandardCharsets.UTF_8);
            var entry = Forger.signedAgain(Entry.parse(altered), previous, key);
            lines.set(at, entry.line());
            previous = entry.hash();
        }
    }

    private static String text(byte[] line) {
        return new String(line, StandardCharsets.UTF_8);
    }

    private static void cut(Path store, int frames) throws IOException {
        var bytes = Files.readAllBytes(segment(store));
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        var at = text.length();
        for (var i = 0; i < frames; i++) {
            at = text.lastIndexOf("{\"frame\":", at - 1);
        }
        Files.write(segment(store), Arrays.copyOf(bytes, at));
    }

    private static Path segment(Path store) {
        return store.resolve("journal").resolve("0000000000000001.jsonl");
    }

    private static Path keyFile(Path store) throws IOException {
        try (var files = Files.list(store.resolve("keys"))) {
            return files.filter(file -> file.toString().endsWith(".p12"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void replace(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
}
