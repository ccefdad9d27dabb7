package io.huitai.trials;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.journal.log.FaultyDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The till over a disk that forgets what was not forced, tears the last write, and fails at any step. What moves money
/// or points is there after every power loss; of the open bill's other changes some last ones may be gone. What is
/// refused for the disk has not happened.
class PowerLossTest {
    private static final boolean FULL = "full".equals(System.getProperty("huitai.trials"));
    /// Stores that begin empty: a loss costs as much as its journal is long.
    private static final int LIVES = FULL ? 10 : 1;

    private static final int LOSSES = FULL ? 30 : 10;
    private static final int FAILING_STEPS = FULL ? 40 : 25;
    private static final long SEED = 20261122;

    /// What a power loss may take back.
    private static final Set<String> UNFORCED = Set.of("add", "scan", "set-qty", "void-line", "member", "use");

    @TempDir
    Path real;

    private final Random random = new Random(SEED);
    private final Counter counter = new Counter(random);
    private final FaultyDisk disk = new FaultyDisk(SEED);
    private Ledger ledger = new Ledger();

    @BeforeEach
    void knowMembers() {
        Counter.DEMO_MEMBERS.forEach(ledger::knows);
    }

    private TillHere open() {
        return TillHere.open(real.resolve("store"), disk);
    }

    static IntStream lives() {
        return IntStream.range(0, LIVES);
    }

    @ParameterizedTest
    @MethodSource("lives")
    void whatIsForcedIsThereAfterEveryPowerLoss(int life) throws IOException {
        random.setSeed(SEED + life);
        int lost = 0;
        for (int loss = 0; loss < LOSSES; loss++) {
            var possible = new ArrayList<Ledger>(List.of(ledger));
            try (var till = open()) {
                till.signIn();
                boolean behindUnforced = random.nextBoolean(); // else whenever it happens to be
                for (int steps = random.nextInt(30);
                        steps > 0 || (behindUnforced && steps > -20 && possible.size() == 1);
                        steps--) {
                    var step = counter.next(possible.getLast());
                    till.ok(step.request());
                    if (!UNFORCED.contains(step.request().path("do").asString())) {
                        possible.clear();
                    }
                    possible.add(step.after());
                }
                disk.losePower(); // what the till still does is done to no disk
            }
            if (random.nextInt(3) == 0) {
                Files.delete(real.resolve("store").resolve("store.mv.db"));
            }
            try (var till = open()) {
                till.signIn();
                var seen = Sight.of(till, possible.getLast().members.keySet());
                var expected =
                        possible.stream().map(PowerLossTest::withoutReceipts).toList();
                assertThat(expected).as("life %d, power loss %d", life, loss).contains(seen);
                int found = expected.lastIndexOf(seen);
                lost += possible.size() - 1 - found;
                ledger = possible.get(found);
                checkReceipts(till);
                assertThat(till.ok("journal-verify").path("intact").asBoolean()).isTrue();
            }
        }
        assertThat(ledger.bills).isGreaterThan(LOSSES / 4);
        assertThat(lost).as("unforced changes lost: else nothing was tried").isPositive();
    }

    @ParameterizedTest
    @MethodSource("lives")
    void whatTheDiskRefusesHasNotHappened(int life) {
        random.setSeed(SEED + life);
        int refused = 0;
        try (var till = open()) {
            till.signIn();
            for (int i = 0; i < FAILING_STEPS; i++) {
                var step = counter.next(ledger);
                long count = random.nextBoolean() ? 1 : Long.MAX_VALUE / 2;
                var answer = Json.object("ok", false);
                for (int healthy = 0; !answer.path("ok").asBoolean(); healthy++) {
                    disk.fail(healthy, count);
                    answer = till.answer(step.request());
                    if (!answer.path("ok").asBoolean()) {
                        assertThat(answer.path("error").path("code").asString())
                                .as("life %d: %s is answered %s", life, step.request(), answer)
                                .isEqualTo("DISK_FAILED");
                        assertThat(Sight.of(till, ledger.members.keySet()))
                                .as("life %d, after %s was refused", life, step.request())
                                .isEqualTo(withoutReceipts(ledger));
                        refused++;
                    }
                    if (random.nextBoolean()) {
                        disk.heal();
                    }
                }
                disk.heal();
                ledger = step.after();
                assertThat(Sight.of(till, ledger.members.keySet())).isEqualTo(withoutReceipts(ledger));
            }
            till.ok("cash-in", "amount", "1.00", "reason", "零钱"); // forces what went before
            ledger.cashIn(1_00);
            disk.losePower();
        }
        assertThat(refused).isGreaterThan(FAILING_STEPS);
        try (var till = open()) {
            till.signIn();
            assertThat(Sight.of(till, ledger.members.keySet())).isEqualTo(withoutReceipts(ledger));
            checkReceipts(till);
            assertThat(till.ok("journal-verify").path("intact").asBoolean()).isTrue();
        }
    }

    private void checkReceipts(TillHere till) {
        for (var each : ledger.receipts.entrySet()) {
            var text = till.ok("receipt", "no", each.getKey()).path("body").asString();
            assertThat(Sight.paid(text)).isEqualTo(Ledger.yuan(each.getValue().paid()));
        }
    }

    private static Map<String, String> withoutReceipts(Ledger ledger) {
        var sight = ledger.sight();
        sight.keySet().removeIf(key -> key.startsWith("receipt "));
        return sight;
    }
}
