package io.huitai.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// `kill -9` at random moments of a day at the counter. After each, the till that starts again must show what an
/// independent ledger says, to the fen and the point: all that was answered `ok`, once, and of the one request that
/// died without an answer all or nothing.
class KillIT {
    private static final int KILLS = Integer.getInteger("huitai.kills", Program.FULL ? 1000 : 20);
    private static final long LONGEST_START_MILLIS = 1500;

    @TempDir
    Path disk;

    private final long seed = Long.getLong("huitai.seed", 20261122);
    private final Random random = new Random(seed);
    private final Counter counter = new Counter(random);
    private Ledger ledger = new Ledger();
    private int unanswered;
    private int happened;

    @Test
    @Timeout(value = 5, unit = TimeUnit.HOURS)
    void nothingAnsweredIsLostAndNothingCountsTwice() throws Exception {
        Counter.DEMO_MEMBERS.forEach(ledger::knows);
        var pending = Optional.<Counter.Step>empty();
        for (int kill = 1; kill <= KILLS; kill++) {
            if (random.nextInt(5) == 0) {
                killWhileStarting();
            }
            var till = start();
            try {
                check(till, pending, kill);
                pending = serveUntilKilled(till);
            } finally {
                till.kill();
            }
        }
        try (var till = start()) {
            check(till, pending, KILLS + 1);
            printAll(till, List.copyOf(ledger.receipts.keySet()));
            till.ok("journal-verify");
        }
        var verified = Program.output(0, log(), "journal", "verify", "--store", store().toString());
        assertThat(Json.parse(verified).path("intact").asBoolean()).isTrue();
        assertThat(ledger.bills).as("sales in the stream").isGreaterThan(KILLS / 2);
        System.out.printf(
                "KillIT: %d kills, %d sales, %d requests without an answer, %d of them had happened%n",
                KILLS, ledger.bills, unanswered, happened);
    }

    private Path store() {
        return disk.resolve("store");
    }

    private Path log() {
        return disk.resolve("verify.log");
    }

    private TillProcess start() {
        return TillProcess.start(store(), "--now", "2026-05-04T10:00:00+08:00");
    }

    private void killWhileStarting() {
        var till = start();
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextLong(LONGEST_START_MILLIS)));
        till.kill();
    }

    /// The till shows the ledger, or the ledger with what it was asked last.
    private void check(SpokenTill till, Optional<Counter.Step> pending, int kill) {
        var verified = till.ok("journal-verify");
        assertThat(verified.path("intact").asBoolean())
                .as("journal before kill %d of seed %d: %s", kill, seed, verified)
                .isTrue();
        till.signIn();
        var with = pending.map(Counter.Step::after).orElse(ledger);
        var seen = Sight.of(till, with.members.keySet());
        var fresh = with.receipts.keySet().stream()
                .filter(no -> !ledger.receipts.containsKey(no)
                        || ledger.receipts.get(no).printed() == 0)
                .toList();
        fresh.forEach(no -> paid(till, no).ifPresent(paid -> seen.put("receipt " + no, paid)));
        var shown = ledger.sight();
        shown.keySet().removeIf(key -> key.startsWith("receipt ") && !fresh.contains(key.substring(8)));
        var shownWith = with.sight();
        shownWith.keySet().removeIf(key -> key.startsWith("receipt ") && !fresh.contains(key.substring(8)));
        if (!seen.equals(shown)) {
            assertThat(seen)
                    .as(
                            "before kill %d of seed %d, last asked without an answer: %s; without it: %s",
                            kill, seed, pending.map(Counter.Step::request), shown)
                    .isEqualTo(shownWith);
            ledger = with;
            happened++;
        }
        fresh.forEach(no -> ledger.receipts.computeIfPresent(no, (_, receipt) -> receipt.printedOnce()));
    }

    private static Optional<String> paid(SpokenTill till, String no) {
        var answer = till.answer(Json.request("receipt", "no", no));
        return answer.path("ok").asBoolean()
                ? Optional.of(Sight.paid(answer.path("body").asString()))
                : Optional.empty();
    }

    private void printAll(SpokenTill till, List<String> receipts) {
        var wrong = new ArrayList<String>();
        for (var no : receipts) {
            var answer = till.ok("receipt", "no", no);
            var kept = ledger.receipts.get(no);
            if (answer.path("copy").asInt() != kept.printed()
                    || !Sight.paid(answer.path("body").asString()).equals(Ledger.yuan(kept.paid()))) {
                wrong.add(no + " " + kept + ": " + answer);
            }
        }
        assertThat(wrong).isEmpty();
    }

    /// Serves, and somewhere on the way pulls the plug; gives the request that found no answer.
    private Optional<Counter.Step> serveUntilKilled(TillProcess till) throws InterruptedException {
        int calm = random.nextInt(40);
        long delay = random.nextLong(TimeUnit.MILLISECONDS.toNanos(25));
        Thread killer = null;
        for (int asked = 0; ; asked++) {
            var step = counter.next(ledger);
            if (asked == calm) {
                killer = Thread.ofPlatform().start(() -> {
                    LockSupport.parkNanos(delay);
                    till.kill();
                });
            }
            var answer = till.ask(step.request());
            if (answer.isEmpty()) {
                assertThat(killer)
                        .as("the till died by itself: %s", till.words())
                        .isNotNull();
                killer.join();
                unanswered++;
                return Optional.of(step);
            }
            assertThat(answer.get().path("ok").asBoolean())
                    .as("seed %d: %s is answered %s", seed, step.request(), answer.get())
                    .isTrue();
            ledger = step.after();
            checkBill(step, answer.get().path("bill"));
        }
    }

    private void checkBill(Counter.Step step, JsonNode bill) {
        if (bill.isObject() && ledger.open != null) {
            assertThat(Sight.bill(bill))
                    .as("bill after %s", step.request())
                    .isEqualTo(ledger.sight().get("bill"));
        }
    }
}
