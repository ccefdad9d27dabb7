package io.huitai.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.journal.JournalFile;
import io.huitai.journal.MemberKeys;
import io.huitai.journal.Recorded;
import io.huitai.journal.fact.Fact;
import io.huitai.journal.log.SystemDisk;
import io.huitai.journal.secret.Keychain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Members' lives by every verb that concerns them, at random over more than a year: whatever is asked, in whatever
/// state, is done or refused by a code; a grant is made once; a day's end done again does nothing; and the journal
/// alone tells the same.
class MemberLivesTest {
    private static final boolean FULL = "full".equals(System.getProperty("huitai.trials"));
    private static final int LIVES = FULL ? 8 : 1;
    private static final int STEPS = FULL ? 600 : 90;
    private static final int AT_MOST = 1_000;
    private static final List<String> NEEDED =
            List.of("tender", "refund", "clock", "day-end", "enrol", "bind-card", "member-info");
    private static final String SUPERVISOR = ConsoleDriver.SUPERVISOR;
    private static final List<String> PAID = List.of("cash", "cash", "card", "stored");

    @TempDir
    private Path disk;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mall",
                "star",
                "paid-tiers",
                "client-grades",
                "auto-club",
                "yinbei",
                "department-store",
                "casual-dining",
                "mother-baby",
                "baichuanhui",
                "jinpeng-currency",
                "standard-card"
            })
    void grantsAreMadeOnceAndTheJournalTellsTheSame(String programme) throws IOException {
        var done = new TreeMap<String, Integer>();
        for (var life = 0; life < LIVES; life++) {
            var store = disk.resolve(programme + life);
            var lives = new Lives(store, programme, programme.hashCode() + life, done);
            lives.live();
            lives.isToldByTheJournal();
        }
        assertThat(done.keySet()).as("%s: what was done", programme).containsAll(NEEDED);
    }

    /// Some members of one store.
    private static final class Lives {
        private final Path store;
        private final String programme;
        private final Random random;
        private final List<String> members = new ArrayList<>(List.of("M0002", "M0003", "M0004"));
        private final List<String> receipts = new ArrayList<>();
        private final Map<String, JsonNode> shown = new HashMap<>();
        private LocalDate day = LocalDate.parse("2026-06-10");
        private final Map<String, Integer> done;
        private int cards;

        Lives(Path store, String programme, long seed, Map<String, Integer> done) {
            this.store = store;
            this.programme = programme;
            this.random = new Random(seed);
            this.done = done;
        }

        void live() {
            try (var console = ConsoleDriver.selling(store, programme)) {
                for (var step = 0;
                        step < STEPS || (step < AT_MOST && !done.keySet().containsAll(NEEDED));
                        step++) {
                    step(console);
                }
                console.ask("{'do':'void-bill','reason':'r'," + SUPERVISOR + "}");
                assertThat(console.ok("{'do':'day-end'}").path("ok").asBoolean())
                        .isTrue();
                assertThat(console.ok("{'do':'day-end'}").path("days"))
                        .as("%s: a day's end done again", programme)
                        .isEmpty();
                members.forEach(no -> shown.put(no, console.member(no)));
            }
        }

        private void step(ConsoleDriver console) {
            var no = members.get(random.nextInt(members.size()));
            var request = random.nextInt(3) == 0 ? sale(no) : List.of(verb(no));
            for (var each : request) {
                var answer = console.ask(each);
                var message = answer.path("error").path("message").asString("");
                assertThat(message).as("%s: %s", programme, each).doesNotContain("没有做成");
                assertThat(answer.path("error").path("code").asString("ok"))
                        .as("%s: %s", programme, each)
                        .isNotEqualTo("DISK_FAILED");
                if (answer.path("ok").asBoolean()) {
                    done.merge(each.substring(7, each.indexOf('\'', 7)), 1, Integer::sum);
                }
                var receipt = answer.path("receipt").path("no").asString("");
                if (!receipt.isEmpty()) {
                    receipts.add(receipt);
                }
                var joined = answer.path("member").path("no").asString("");
                if (each.contains("'enrol'") && !joined.isEmpty()) {
                    members.add(joined);
                }
            }
        }

        private List<String> sale(String no) {
            var price = (1 + random.nextInt(random.nextInt(5) == 0 ? 3000 : 200)) + ".00";
            var category =
                    List.of("food", "room", "drink", "food.chinese", "tea").get(random.nextInt(5));
            return List.of(
                    "{'do':'member','no':'" + no + "'}",
                    "{'do':'add','name':'x','category':'" + category + "','price':'" + price + "'}",
                    random.nextInt(4) == 0 ? "{'do':'use','points':'max'}" : "{'do':'bill'}",
                    "{'do':'tender','type':'" + PAID.get(random.nextInt(PAID.size())) + "'}",
                    "{'do':'tender','type':'cash'}",
                    "{'do':'drop-member'}");
        }

        private String verb(String no) {
            var of = "'member':'" + no + "'";
            var other = members.get(random.nextInt(members.size()));
            return switch (random.nextInt(26)) {
                case 0, 1, 2, 3 -> later();
                case 4, 5 -> "{'do':'day-end'}";
                case 6 ->
                    "{'do':'enrol','name':'新','phone':'138%08d','document':{'type':'passport','no':'E%08d'},"
                                    .formatted(random.nextInt(1000), random.nextInt(1000))
                            + "'birthday':'19" + (60 + random.nextInt(40)) + "-0" + (1 + random.nextInt(9)) + "-1"
                            + random.nextInt(10) + "','email':'a@b.cn','gender':'f','consent':true,'referrer':'" + other
                            + "','ground':{'waived':'试'}," + SUPERVISOR + "}";
                case 7 -> "{'do':'bind-card'," + of + ",'card':{'uid':'" + uid() + "'}}";
                case 8 -> "{'do':'report-lost'," + of + "}";
                case 9 ->
                    "{'do':'replace-card'," + of + ",'card':{'uid':'" + uid() + "'},'reason':'"
                            + (random.nextBoolean() ? "lost" : "damaged") + "','tender':'cash'}";
                case 10 ->
                    "{'do':'recharge'," + of + ",'amount':'" + (100 + random.nextInt(900)) + ".00','tender':'cash',"
                            + SUPERVISOR + "}";
                case 11 ->
                    "{'do':'subscribe'," + of + ",'tier':'"
                            + List.of("silver", "gold", "platinum", "member").get(random.nextInt(4)) + "','period':'"
                            + List.of("month", "quarter", "year").get(random.nextInt(3)) + "','tender':'wechat'}";
                case 12 -> "{'do':'check-in'," + of + "}";
                case 13 -> "{'do':'attend-event'," + of + ",'event':'e" + random.nextInt(8) + "'}";
                case 14 -> "{'do':'transfer-points','from':'" + no + "','to':'" + other + "','points':10}";
                case 15 ->
                    "{'do':'reverse-points'," + of + ",'points':" + (random.nextInt(400) - 100) + ",'reason':'r',"
                            + SUPERVISOR + "}";
                case 16 -> "{'do':'apply-tier'," + of + ",'tier':'silver'}";
                case 17 ->
                    "{'do':'decide-tier'," + of + ",'tier':'silver','grant':" + random.nextBoolean() + ",'reason':'r',"
                            + SUPERVISOR + "}";
                case 18 -> "{'do':'set-tier'," + of + ",'tier':'gold','reason':'r'," + SUPERVISOR + "}";
                case 19, 20, 21 ->
                    receipts.isEmpty()
                            ? "{'do':'gifts'}"
                            : "{'do':'refund','receipt':'" + receipts.get(random.nextInt(receipts.size()))
                                    + "','reason':'r'," + SUPERVISOR + "}";
                case 22 -> "{'do':'turn-points','points':500}";
                case 23 -> "{'do':'member-info','no':'" + no + "'}";
                case 24 -> random.nextInt(3) == 0 ? leave(of) : "{'do':'status'}";
                default ->
                    random.nextInt(6) == 0
                            ? "{'do':'return-card'," + of + ",'reason':'r'," + SUPERVISOR + "}"
                            : "{'do':'x-report'}";
            };
        }

        private String leave(String of) {
            var verb = List.of("close-membership", "forget-member").get(random.nextInt(2));
            return "{'do':'" + verb + "'," + of + ",'reason':'r'," + SUPERVISOR + "}";
        }

        private String later() {
            day = day.plusDays(1 + random.nextInt(20));
            return "{'do':'clock','now':'" + day + "T12:00:00+08:00'}";
        }

        private String uid() {
            cards++;
            return "04%06X".formatted(cards);
        }

        void isToldByTheJournal() throws IOException {
            var made = new HashSet<String>();
            var keys = MemberKeys.of(Keychain.open(store, new SystemDisk()), new SystemDisk());
            JournalFile.read(store, new SystemDisk(), entry -> {
                grants(Recorded.of(entry, keys::of).fact())
                        .forEach(grant -> assertThat(made.add(grant))
                                .as("%s: %s is made once", programme, grant)
                                .isTrue());
                return true;
            });
            Files.delete(store.resolve("store.mv.db"));
            try (var console = ConsoleDriver.open(store, programme)) {
                console.ok("{'do':'sign-in','operator':'1001','pin':'1111'}");
                shown.forEach((no, before) -> assertThat(console.member(no))
                        .as("%s: %s", programme, no)
                        .isEqualTo(before));
            }
        }

        private static Set<String> grants(Fact fact) {
            var ids = switch (fact) {
                case Fact.Granted granted -> Stream.of(granted.member() + " " + granted.grant());
                case Fact.MemberEnrolled enrolled -> enrolled.grants().stream().map(id -> enrolled.member() + " " + id);
                case Fact.CardBound bound -> bound.grants().stream().map(id -> bound.member() + " " + id);
                default -> Stream.<String>empty();
            };
            return Set.copyOf(ids.toList());
        }
    }
}
