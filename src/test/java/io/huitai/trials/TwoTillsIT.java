package io.huitai.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Two tills and a head office, three processes and a line that comes and goes: what is sold at one is known at the
/// other, each entry counts once, and points are spent only where they are held.
class TwoTillsIT {
    private static final String MEMBER = "M0003";
    private static final int BROKEN_SYNCS = Program.FULL ? 50 : 3;

    @TempDir
    Path disk;

    private final Random random = new Random(Long.getLong("huitai.seed", 20261122));
    private OfficeProcess office;
    private TillProcess a;
    private TillProcess b;

    @BeforeEach
    void start() {
        office = new OfficeProcess(disk.resolve("office"));
        a = till("T1");
        b = till("T2");
        for (var till : List.of(a, b)) {
            till.signIn();
            till.ok("open-shift", "float", "100.00");
        }
    }

    @AfterEach
    void stop() {
        a.kill();
        b.kill();
        office.close();
    }

    private TillProcess till(String id) {
        return TillProcess.start(
                disk.resolve(id),
                "--till",
                id,
                "--now",
                "2026-05-04T10:00:00+08:00",
                "--head-office",
                office.address());
    }

    @Test
    void whatIsSoldOffLineAtOneTillIsKnownAtTheOther() throws Exception {
        long points = sell(a, "L007", 3).path("earned").asLong();
        assertThat(points).as("90 % of 174.00").isEqualTo(156);
        var enrolled = enrol(a);
        assertThat(a.refused("sync")).isEqualTo("LINK_DOWN");
        assertThat(b.refused("sync")).isEqualTo("LINK_DOWN");
        assertThat(b.refused("member-info", "no", enrolled)).isEqualTo("UNKNOWN_MEMBER");

        office.start();
        long entries = a.ok("status").path("journal").path("entries").asLong();
        var sent = a.ok("sync");
        assertThat(sent.path("sent").asLong()).isEqualTo(entries);
        assertThat(sent.path("pending").asLong()).isZero();
        b.ok("sync");
        assertThat(member(b, MEMBER).path("points").asLong()).isEqualTo(points);
        assertThat(member(b, MEMBER).path("spendable").asLong()).isZero();
        assertSame(MEMBER);
        assertSame(enrolled);

        spendOnlyWhatIsHeld();
        killedInBetween();
        exactlyOnce();
    }

    /// The other till may spend what was earned there, and nothing of what was earned here.
    private void spendOnlyWhatIsHeld() {
        b.ok("add", "sku", "L007", "qty", "3");
        b.ok("member", "no", MEMBER);
        var asked = b.ok("use", "points", 100).path("bill");
        assertThat(asked.path("used").path("points").asLong()).isZero();
        assertThat(asked.path("refused").path(0).path("code").asString()).isEqualTo("NO_RIGHT");
        assertThat(asked.path("refused").path(0).path("what").asString()).isEqualTo("points");
        var most = b.ok("use", "points", "max").path("bill");
        assertThat(most.path("used").path("points").asLong()).isZero();
        assertThat(most.path("refused")).isEmpty();
        b.ok("tender", "type", "cash");

        b.ok("add", "sku", "L007", "qty", "3");
        b.ok("member", "no", MEMBER);
        assertThat(b.ok("use", "points", "max")
                        .path("bill")
                        .path("used")
                        .path("points")
                        .asLong())
                .as("of 312 it holds 156")
                .isEqualTo(100);
        assertThat(b.ok("tender", "type", "cash").path("receipt").path("points").asLong())
                .as("156 here, 156 there, 100 used, 155 earned")
                .isEqualTo(156 + 156 - 100 + 155);
    }

    private void killedInBetween() {
        office.kill();
        sell(a, "L001", 1);
        assertThat(a.refused("sync")).isEqualTo("LINK_DOWN");
        assertThat(a.ok("status").path("online").asBoolean()).isFalse();
        assertThat(a.ok("status").path("pending").asLong()).isPositive();
        office.start();
        for (var till : List.of(a, b, a)) {
            till.ok("sync");
        }
        assertThat(a.ok("status").path("online").asBoolean()).isTrue();
        assertThat(member(a, MEMBER).path("points").asLong()).isEqualTo(156 + 156 - 100 + 155 + 41);
        assertSame(MEMBER);
    }

    @Test
    void bothTillsServeOneMemberAtOnce() throws Exception {
        office.start();
        long earned = 0;
        for (int round = 0; round < 3; round++) {
            var there = CompletableFuture.supplyAsync(() -> sellSome(b));
            earned += sellSome(a) + there.join();
            var syncing = CompletableFuture.runAsync(() -> b.ok("sync"));
            a.ok("sync");
            syncing.join();
        }
        for (var till : List.of(a, b, a)) {
            till.ok("sync");
        }
        assertThat(member(a, MEMBER).path("points").asLong()).isEqualTo(earned);
        assertThat(member(a, MEMBER).path("visits").asInt()).isEqualTo(30);
        assertSame(MEMBER);
        exactlyOnce();
    }

    @Test
    void aSyncKilledOnTheWayIsTakenUpAgain() throws Exception {
        office.start();
        b.ok("sync");
        long earned = 0;
        for (int i = 0; i < BROKEN_SYNCS; i++) {
            earned += sellSome(a) + sellSome(b);
            killInSync(() -> a.kill());
            a = till("T1");
            a.signIn();
            killInSync(() -> office.kill());
            office.start();
            a.ok("sync");
            b.ok("sync");
            a.ok("sync");
            assertThat(member(a, MEMBER).path("points").asLong())
                    .as("round %d", i)
                    .isEqualTo(earned);
            assertSame(MEMBER);
        }
        exactlyOnce();
    }

    /// Lets something happen while A syncs; whether the sync still goes well is chance.
    private void killInSync(Runnable kill) {
        long delay = random.nextLong(TimeUnit.MILLISECONDS.toNanos(120));
        var killer = Thread.ofPlatform().start(() -> {
            LockSupport.parkNanos(delay);
            kill.run();
        });
        Optional<ObjectNode> answer = a.ask(Json.request("sync"));
        try {
            killer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        answer.filter(refused -> !refused.path("ok").asBoolean())
                .ifPresent(
                        refused -> assertThat(refused.path("error").path("code").asString())
                                .isEqualTo("LINK_DOWN"));
    }

    // What is done and seen

    private static String enrol(TillProcess till) {
        return till.ok(
                        "enrol",
                        "name",
                        "新客",
                        "phone",
                        "13800000009",
                        "ground",
                        Json.object("waived", "试"),
                        "approval",
                        Json.approval())
                .path("member")
                .path("no")
                .asString();
    }

    private static JsonNode sell(TillProcess till, String sku, int qty) {
        till.ok("add", "sku", sku, "qty", Integer.toString(qty));
        till.ok("member", "no", MEMBER);
        return till.ok("tender", "type", "cash").path("receipt");
    }

    private static long sellSome(TillProcess till) {
        long earned = 0;
        for (int i = 1; i <= 5; i++) {
            earned += sell(till, "L004", i).path("earned").asLong();
        }
        return earned;
    }

    private static JsonNode member(TillProcess till, String no) {
        return till.ok("member-info", "no", no).path("member");
    }

    /// Both tills show the same of a member, but for what each may spend and the receipts it printed.
    private void assertSame(String no) {
        assertThat(shared(a, no)).isEqualTo(shared(b, no));
    }

    private static ObjectNode shared(TillProcess till, String no) {
        return member(till, no).asObject().without(List.of("spendable", "receipts"));
    }

    /// A sync finds nothing left, and a dead head office's database holds each journal whole, without a gap.
    private void exactlyOnce() throws Exception {
        var tills = List.of(a, b);
        tills.forEach(till -> till.ok("sync"));
        var statuses =
                tills.stream().map(till -> till.ok("status").path("journal")).toList();
        for (var till : tills) {
            var again = till.ok("sync");
            assertThat(again.path("sent").asLong()).isZero();
            assertThat(again.path("pending").asLong()).isZero();
        }
        office.kill();
        for (int i = 0; i < tills.size(); i++) {
            long entries = statuses.get(i).path("entries").asLong();
            assertThat(office.kept("T" + (i + 1)))
                    .isEqualTo(new OfficeProcess.Kept(
                            entries, entries, statuses.get(i).path("head").asString()));
        }
    }
}
