package io.huitai.trials;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.journal.Journal;
import io.huitai.journal.JournalFile;
import io.huitai.journal.MemberKeys;
import io.huitai.journal.Recorded;
import io.huitai.journal.Verification;
import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.FactJson;
import io.huitai.journal.log.SystemDisk;
import io.huitai.journal.secret.Keychain;
import io.huitai.shop.Lang;
import io.huitai.till.Till;
import io.huitai.till.TrainingTills;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What is on the disk of tills that sell: store directories without their view, written by versions that have
/// shipped. Whatever changes in the program, they verify, read as the same facts and show the same. `golden.zip` only
/// ever grows; what its stores showed when they came is written anew with `-Dhuitai.golden=write`.
class GoldenJournalsTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("huitai.basedir", "."), "src/test/resources/journals");
    private static final boolean WRITE = "write".equals(System.getProperty("huitai.golden"));
    private static final Pattern MEMBER = Pattern.compile("\"(?:member|no)\":\"(M[^\"]{1,30})\"");
    private static final Pattern RECEIPT = Pattern.compile("\"receipt\":\"(S[0-9]{3}-T[0-9]-[0-9]{6})\"");

    /// No test of the version that wrote the stores made these.
    private static final Set<String> NOT_AMONG_THEM = Set.of("SignedOut", "ClockJumped", "JournalConfirmed");

    @TempDir
    static Path disk;

    @BeforeAll
    static void unpack() throws IOException {
        try (var zip = new ZipFile(FOLDER.resolve("golden.zip").toFile())) {
            for (var entry : zip.stream().toList()) {
                var file = disk.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, zip.getInputStream(entry).readAllBytes());
            }
        }
    }

    static List<String> stores() throws IOException {
        try (var zip = new ZipFile(FOLDER.resolve("golden.zip").toFile())) {
            return zip.stream()
                    .map(entry -> entry.getName().substring(0, entry.getName().indexOf('/')))
                    .distinct()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void verifiesAndReadsAsTheSameFacts(String name) {
        var store = disk.resolve(name);
        assertThat(Verification.of(store, new SystemDisk()).intact()).isTrue();
        takeOver(store);
        assertThat(Verification.of(store, new SystemDisk()).intact()).isTrue();
        var keys = MemberKeys.of(Keychain.open(store, new SystemDisk()), new SystemDisk());
        JournalFile.read(store, new SystemDisk(), entry -> {
            var fact = Recorded.of(entry, keys::of).fact();
            assertThat(fact.kind()).isEqualTo(entry.kind());
            var again = FactJson.read(fact.kind(), FactJson.write(fact));
            assertThat(again).isEqualTo(fact);
            stands(entry.body(), FactJson.write(fact), name + " " + entry.number());
            return true;
        });
    }

    /// As a till of today opens it.
    private static void takeOver(Path store) {
        var last = JournalFile.last(store, new SystemDisk()).orElseThrow();
        Journal.open(store, last.store(), last.till(), InstantSource.system(), ZoneOffset.UTC, new SystemDisk())
                .close();
    }

    /// All that the body says is said again, word for word; more may come with the years. What is sealed in it is not
    /// looked at here.
    private static void stands(JsonNode was, JsonNode now, String where) {
        if (was instanceof ObjectNode object) {
            object.properties().stream()
                    .filter(each -> !each.getKey().equals("sealed"))
                    .forEach(each -> stands(each.getValue(), now.path(each.getKey()), where + "." + each.getKey()));
        } else if (was.isArray()) {
            assertThat(now.size()).as(where).isEqualTo(was.size());
            for (var i = 0; i < was.size(); i++) {
                stands(was.get(i), now.path(i), where + "[" + i + "]");
            }
        } else {
            assertThat(now).as(where).hasToString(was.toString());
        }
    }

    @Test
    void everyKindOfFactIsAmongThem() throws IOException {
        var seen = new HashSet<String>();
        for (var name : stores()) {
            JournalFile.read(disk.resolve(name), new SystemDisk(), entry -> {
                seen.add(entry.kind());
                return true;
            });
        }
        assertThat(seen)
                .containsAll(FactJson.kinds(Fact.class)
                        .map(Class::getSimpleName)
                        .filter(kind -> !NOT_AMONG_THEM.contains(kind))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("stores")
    void showsTheSame(String name) throws IOException {
        var shown = face(disk.resolve(name));
        var file = FOLDER.resolve(name + ".jsonl");
        if (WRITE) {
            Files.writeString(file, shown);
        }
        assertThat(shown).isEqualTo(Files.readString(file));
    }

    /// The answers to whatever can be asked of members, receipts and shifts.
    private static String face(Path store) throws IOException {
        var text = written(store);
        var last = JournalFile.last(store, new SystemDisk()).orElseThrow().at().toInstant();
        var training = Files.readString(store.resolve("settings.yaml")).contains("training: true");
        var asked = new ArrayList<ObjectNode>();
        asked.add(Json.request("sign-in", "operator", "1001", "pin", "1111"));
        found(MEMBER, text).forEach(no -> asked.add(Json.request("member-info", "no", no)));
        found(RECEIPT, text).forEach(no -> asked.add(Json.request("receipt", "no", no)));
        Stream.of("x-report", "z-report", "journal-verify").forEach(verb -> asked.add(Json.request(verb)));
        var opening = TrainingTills.opening(store, "", training ? Optional.of(last) : Optional.empty());
        try (var till = TillHere.on(Till.open(opening, InstantSource.fixed(last)), Lang.ZH)) {
            return asked.stream()
                    .map(request -> request + "\n" + withoutHead(till.answer(request)) + "\n")
                    .collect(Collectors.joining());
        }
    }

    /// Looking leaves entries of its own.
    private static ObjectNode withoutHead(ObjectNode answer) {
        return answer.without(List.of("entries", "head"));
    }

    private static String written(Path store) throws IOException {
        try (var files = Files.walk(store)) {
            var text = new StringBuilder();
            for (var file : files.filter(each -> each.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList()) {
                text.append(Files.readString(file, StandardCharsets.UTF_8));
            }
            return text.toString();
        }
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
