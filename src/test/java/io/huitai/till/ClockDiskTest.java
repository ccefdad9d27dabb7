package io.huitai.till;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.journal.feed.Feed;
import io.huitai.journal.log.FaultyDisk;
import io.huitai.money.Money;
import io.huitai.shop.OperatorId;
import io.huitai.till.book.ApprovalGiven;
import io.huitai.till.book.Approver;
import io.huitai.till.refusal.Refusal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is moved and journalled is moved only where the disk took it. A failing seed is in the failure's text.
class ClockDiskTest {
    private static final Instant JUNE = Instant.parse("2026-06-10T04:00:00Z");
    private static final Approver SUPERVISOR = () -> Optional.of(new ApprovalGiven(new OperatorId("2001"), "2222"));

    @TempDir
    private Path folder;

    private Instant wall = JUNE;

    private Till open(String name, FaultyDisk disk) {
        var opening = TrainingTills.opening(folder.resolve(name), "standard-card", Optional.empty());
        var till = Till.open(opening, () -> wall, () -> 0, disk);
        till.receive(Feed.TRAINING, List.of(QuickOperators.sent()), "2");
        return till;
    }

    private static <T> T ask(Till till, Function<Desk, T> work) {
        return till.perform(work).join();
    }

    private static String code(Till till, Consumer<Desk> work) {
        try {
            return ask(till, desk -> {
                work.accept(desk);
                return "ok";
            });
        } catch (CompletionException refused) {
            if (refused.getCause() instanceof Refusal refusal) {
                return refusal.code().name();
            }
            throw refused;
        }
    }

    /// All that the clock says, and who is signed in.
    private static List<Object> seen(Till till) {
        return ask(
                till,
                desk -> List.of(
                        desk.shift().clockCheck().standing(),
                        desk.operators().signedIn(),
                        till.journal().entries()));
    }

    @Test
    void whatTheDiskRefusesHasMovedNothing() {
        for (var seed = 1L; seed <= 3; seed++) {
            var random = new Random(seed);
            var disk = new FaultyDisk(seed);
            wall = JUNE.plus(Duration.ofHours(49 + random.nextInt(50_000)));
            try (var till = open("till-" + seed, disk)) {
                ask(till, desk -> desk.operators().signIn(new OperatorId("1001"), "1111"));
                ask(till, desk -> desk.shift().shifts().open(Money.ZERO));
                wall = JUNE.plus(Duration.ofHours(random.nextInt(24)));
                if (random.nextBoolean()) {
                    ask(till, desk -> desk.shift().shifts().noSale("x", SUPERVISOR)); // the jump is known already
                }
                refusedUntilItIsTaken(
                        till,
                        disk,
                        "seed " + seed + " back",
                        desk -> desk.shift().clockCheck().setBack(SUPERVISOR));
                assertThat(ask(till, desk -> desk.shift().clockCheck().standing())
                                .now()
                                .toInstant())
                        .as("seed %d", seed)
                        .isEqualTo(wall);
                refusedUntilItIsTaken(
                        till,
                        disk,
                        "seed " + seed + " sign-in",
                        desk -> desk.operators().signIn(new OperatorId("3001"), "3333"));
                var later = ask(till, desk -> desk.shift().clockCheck().standing())
                        .now()
                        .plusDays(1 + random.nextInt(400));
                refusedUntilItIsTaken(till, disk, "seed " + seed + " set", desk -> desk.setClock(later));
                assertThat(ask(till, Desk::verifyJournal).intact())
                        .as("seed %d", seed)
                        .isTrue();
            }
        }
    }

    /// Lets each step of the disk fail in turn.
    private static void refusedUntilItIsTaken(Till till, FaultyDisk disk, String name, Consumer<Desk> work) {
        var before = seen(till);
        var refused = 0;
        for (var healthy = 0; ; healthy++) {
            disk.fail(healthy, 1);
            var answer = code(till, work);
            disk.heal();
            if (answer.equals("ok")) {
                break;
            }
            assertThat(answer).as(name).isEqualTo("DISK_FAILED");
            assertThat(seen(till)).as("%s, failing at step %d", name, healthy).isEqualTo(before);
            refused++;
        }
        assertThat(refused).as(name).isPositive();
        assertThat(seen(till)).as(name).isNotEqualTo(before);
    }
}
