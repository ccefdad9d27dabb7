package io.huitai.journal.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A disk that fails at every step in turn, then a kill or a power loss: what was acknowledged is there, what was
/// refused is not. A failing trial names its seed.
class FrameLogFaultTest {
    private static final Path DIRECTORY = Path.of("log");
    private static final int APPENDS = 30;

    @Test
    void oneFailureAtEveryStepThenAKillKeepsAllThatWasAcknowledged() {
        for (int failAt = 0; failAt < 160; failAt++) {
            var trial = new Trial(failAt);
            trial.disk.fail(failAt, 1);
            trial.run();
            trial.disk.kill();
            trial.checkAll();
        }
    }

    @Test
    void oneFailureAtEveryStepThenAPowerLossKeepsAllThatWasForced() {
        for (int failAt = 0; failAt < 160; failAt++) {
            for (int seed = 0; seed < 3; seed++) {
                var trial = new Trial(failAt * 1000 + seed);
                trial.disk.fail(failAt, 1);
                trial.run();
                trial.disk.losePower();
                trial.checkForced();
            }
        }
    }

    @Test
    void powerLossRightAtTheFailureBringsNothingRefusedBack() {
        for (int failAt = 0; failAt < 160; failAt++) {
            for (int seed = 0; seed < 3; seed++) {
                var trial = new Trial(failAt * 1000 + seed);
                trial.disk.fail(failAt, 1);
                trial.runUntilFailure();
                trial.disk.losePower();
                trial.checkForced();
            }
        }
    }

    @Test
    void aDiskThatFailsForAWhileRefusesAndThenGoesOn() {
        for (int failAt = 0; failAt < 160; failAt++) {
            for (int length = 2; length <= 9; length++) {
                var trial = new Trial(failAt * 1000 + length);
                trial.disk.fail(failAt, length);
                trial.run();
                trial.disk.heal();
                trial.append(true);
                trial.checkNow();
                trial.disk.losePower();
                trial.checkAll();
            }
        }
    }

    @Test
    void powerLossAtEveryStepAgainAndAgainKeepsAllThatWasForced() {
        for (int seed = 0; seed < 200; seed++) {
            var trial = new Trial(seed);
            for (int life = 0; life < 6; life++) {
                trial.runSome();
                trial.disk.losePower();
                trial.checkForced();
            }
        }
    }

    @Test
    void aFailureAtEveryStepOfOpeningIsToldAndOpeningAgainWorks() {
        for (int failAt = 0; failAt < 12; failAt++) {
            for (int seed = 0; seed < 20; seed++) {
                var trial = new Trial(seed);
                trial.run();
                trial.disk.losePower();
                trial.disk.fail(failAt, 1);
                trial.reopen();
                trial.disk.losePower();
                trial.checkForced();
            }
        }
    }

    @Test
    void whatOpeningFindsAfterAKillIsOnTheDiskForCertain() {
        for (int seed = 0; seed < 100; seed++) {
            var trial = new Trial(seed);
            trial.runSome();
            trial.append(false);
            trial.disk.kill();
            trial.reopen();
            trial.disk.losePower();
            trial.checkAll();
        }
    }

    /// One log on one disk, and what its caller was told.
    private static final class Trial {
        final FaultyDisk disk;
        private final long seed;
        private final Random random;
        private final List<String> kept = new ArrayList<>();
        private int forced;
        private int made;
        private FrameLog log;

        @SuppressWarnings("NullAway.Init")
        Trial(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
            this.disk = new FaultyDisk(seed);
        }

        void run() {
            while (made < APPENDS) {
                append(random.nextBoolean());
            }
        }

        void runSome() {
            for (int i = random.nextInt(12); i > 0; i--) {
                append(random.nextBoolean());
            }
        }

        void runUntilFailure() {
            while (made < APPENDS && !disk.failed()) {
                append(random.nextBoolean());
            }
        }

        void append(boolean force) {
            var records = new ArrayList<String>();
            for (int i = random.nextInt(3); i >= 0; i--) {
                records.add("record " + seed + "/" + made + "/" + i);
            }
            made++;
            try {
                if (log == null) {
                    reopen();
                }
                if (log == null) {
                    return;
                }
                long first = log.append(
                        records.stream().map(each -> each.getBytes(UTF_8)).toList(), force);
                assertThat(first).as(name()).isEqualTo(kept.size() + 1);
                kept.addAll(records);
                forced = (int) log.forced();
                assertThat(force && forced < kept.size()).as(name()).isFalse();
            } catch (DiskFailed refused) {
                assertThat(disk.failed()).as(name()).isTrue();
            }
        }

        void reopen() {
            try {
                log = FrameLog.open(DIRECTORY, disk, 400);
            } catch (DiskFailed told) {
                assertThat(disk.failed()).as(name()).isTrue();
            }
        }

        void checkNow() {
            assertThat(FrameLogTest.texts(log, 1)).as(name()).isEqualTo(kept);
        }

        void checkAll() {
            reopen();
            checkNow();
            checkGoingOn();
        }

        void checkForced() {
            reopen();
            assertThat(log.damage()).as(name()).isEmpty();
            var found = FrameLogTest.texts(log, 1);
            assertThat(found.size()).as(name()).isBetween(forced, kept.size());
            assertThat(found).as(name()).isEqualTo(kept.subList(0, found.size()));
            kept.subList(found.size(), kept.size()).clear();
            forced = kept.size();
            checkGoingOn();
        }

        private void checkGoingOn() {
            append(true);
            checkNow();
        }

        private String name() {
            return "seed " + seed;
        }
    }
}
