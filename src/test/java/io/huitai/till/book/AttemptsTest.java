package io.huitai.till.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.programme.words.Use;
import io.huitai.shop.CardNumber;
import io.huitai.shop.Category;
import io.huitai.shop.MemberNo;
import io.huitai.shop.OperatorId;
import io.huitai.shop.StepDigest;
import io.huitai.till.Desk;
import io.huitai.till.RealTills;
import io.huitai.till.Till;
import io.huitai.till.bill.Bills;
import io.huitai.till.club.Members;
import io.huitai.till.refusal.Refusal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Wrong PINs in a store that sells: who waits, where, and by which time. A failing seed is in the failure's text.
class AttemptsTest {
    private static final OperatorId CASHIER = new OperatorId("1001");
    private static final OperatorId OTHER = new OperatorId("1002");
    private static final OperatorId SUPERVISOR = new OperatorId("2001");
    private static final OperatorId MANAGER = new OperatorId("3001");

    @TempDir
    private Path folder;

    private Instant wall = Instant.parse("2026-06-10T04:00:00Z");
    private long steady = 1;
    private Till till;

    @BeforeEach
    void open() {
        RealTills.make(folder.resolve("real"), folder.resolve("training"));
        till = reopened();
        assertThat(signIn(CASHIER, "1111")).isEqualTo("ok");
        assertThat(code(desk -> desk.shift().shifts().open(Money.ZERO))).isEqualTo("ok");
    }

    @AfterEach
    void close() {
        till.close();
    }

    private Till reopened() {
        return RealTills.open(folder.resolve("real"), () -> wall, () -> steady);
    }

    private void restart() {
        till.close();
        till = reopened();
    }

    private void pass(Duration time) {
        steady += time.toNanos();
        wall = wall.plus(time);
    }

    private String code(Consumer<Desk> work) {
        try {
            till.perform(desk -> {
                        work.accept(desk);
                        return true;
                    })
                    .join();
            return "ok";
        } catch (CompletionException refused) {
            if (refused.getCause() instanceof Refusal refusal) {
                return refusal.code().name();
            }
            throw refused;
        }
    }

    private String signIn(OperatorId who, String pin) {
        return code(desk -> desk.operators().signIn(who, pin));
    }

    private String approved(OperatorId by, String pin) {
        return code(desk ->
                desk.shift().shifts().cashOut(Money.parse("0.01"), "x", () -> Optional.of(new ApprovalGiven(by, pin))));
    }

    private String approvedByCard(String card) {
        var refused = new StepOf();
        till.perform(refused::asked).join();
        return code(desk -> desk.shift()
                .shifts()
                .cashOut(
                        Money.parse("0.01"),
                        "x",
                        () -> Optional.of(new ApprovalGiven(new Proof.Card(new CardNumber(card)), refused.step()))));
    }

    /// What a cash out is asked for as.
    private static final class StepOf {
        private Optional<StepDigest> step = Optional.empty();

        boolean asked(Desk desk) {
            try {
                desk.shift().shifts().cashOut(Money.parse("0.01"), "x", Approver.NOBODY);
            } catch (Refusal refused) {
                step = refused.step();
            }
            return true;
        }

        StepDigest step() {
            return step.orElseThrow();
        }
    }

    @Test
    void noClockAndNoRestartUnlocks() {
        for (var i = 0; i < 5; i++) {
            assertThat(approved(SUPERVISOR, "0")).isEqualTo("APPROVAL_DENIED");
            assertThat(signIn(OTHER, "0")).isEqualTo("BAD_PIN");
        }
        for (var jump : List.of(Duration.ofMinutes(6), Duration.ofDays(4000), Duration.ofDays(-5000))) {
            wall = wall.plus(jump);
            assertThat(approved(SUPERVISOR, "2222")).as("" + jump).isEqualTo("OPERATOR_LOCKED");
            assertThat(signIn(OTHER, "1112")).as("" + jump).isEqualTo("OPERATOR_LOCKED");
            restart();
            assertThat(signIn(OTHER, "1112")).as("after a restart").isEqualTo("OPERATOR_LOCKED");
            assertThat(signIn(CASHIER, "1111")).isEqualTo("ok");
            assertThat(approved(SUPERVISOR, "2222")).as("after a restart").isEqualTo("OPERATOR_LOCKED");
        }
        steady += Duration.ofMinutes(5).toNanos() - 1;
        assertThat(approved(SUPERVISOR, "2222")).isEqualTo("OPERATOR_LOCKED");
        steady++;
        assertThat(approved(SUPERVISOR, "2222")).isEqualTo("ok");
        assertThat(signIn(OTHER, "1112")).isEqualTo("ok");
    }

    /// Whatever PINs one cashier tries, whoever may approve still can: by their card, at the sign-in, and for others.
    @Test
    void aCashierLocksNobodyOut() {
        for (var seed = 1L; seed <= 4; seed++) {
            var random = new Random(seed);
            var name = "seed " + seed;
            assertThat(signIn(CASHIER, "1111")).as(name).isEqualTo("ok");
            var wrong = 0;
            for (var i = 0; i < 8; i++) {
                var target = random.nextBoolean() ? SUPERVISOR : MANAGER;
                assertThat(approved(target, "0")).as(name).isEqualTo(wrong < 5 ? "APPROVAL_DENIED" : "OPERATOR_LOCKED");
                wrong++;
                if (random.nextInt(4) == 0) {
                    pass(Duration.ofSeconds(random.nextInt(30)));
                }
            }
            assertThat(approved(SUPERVISOR, "2222")).as(name).isEqualTo("OPERATOR_LOCKED");
            assertThat(approved(MANAGER, "3333")).as(name).isEqualTo("OPERATOR_LOCKED");
            assertThat(approvedByCard("9988000100002002")).as(name).isEqualTo("ok");
            assertThat(signIn(OTHER, "1112")).as(name).isEqualTo("ok");
            assertThat(approved(SUPERVISOR, "2222")).as(name).isEqualTo("ok");
            assertThat(approved(MANAGER, "3333")).as(name).isEqualTo("ok");
            assertThat(signIn(SUPERVISOR, "2222")).as(name).isEqualTo("ok");
            assertThat(signIn(MANAGER, "3333")).as(name).isEqualTo("ok");
            pass(Duration.ofMinutes(5));
        }
    }

    /// Cards that are nobody's are guesses: whoever shows five of them waits, for an approver's own card too, whatever
    /// the clock says and however often the till starts.
    @Test
    void cardsAreNoWayToGuess() {
        for (var seed = 1L; seed <= 3; seed++) {
            var random = new Random(seed);
            var name = "seed " + seed;
            assertThat(signIn(CASHIER, "1111")).as(name).isEqualTo("ok");
            for (var i = 0; i < 5; i++) {
                assertThat(approvedByCard("99880001000%05d".formatted(50_000 + random.nextInt(40_000))))
                        .as(name)
                        .isEqualTo("APPROVAL_DENIED");
            }
            assertThat(approvedByCard("9988000100002002")).as(name).isEqualTo("OPERATOR_LOCKED");
            assertThat(approved(SUPERVISOR, "2222")).as(name).isEqualTo("OPERATOR_LOCKED");
            wall = wall.plus(Duration.ofDays(random.nextInt(99)));
            restart();
            assertThat(signIn(CASHIER, "1111")).as(name).isEqualTo("ok");
            assertThat(approvedByCard("9988000100002002")).as(name).isEqualTo("OPERATOR_LOCKED");
            assertThat(signIn(OTHER, "1112")).as(name).isEqualTo("ok");
            assertThat(approvedByCard("9988000100002002")).as(name).isEqualTo("ok");
            pass(Duration.ofMinutes(5));
            assertThat(signIn(CASHIER, "1111")).as(name).isEqualTo("ok");
            assertThat(approvedByCard("9988000100002002")).as(name).isEqualTo("ok");
        }
    }

    /// Nobody approves what they ask for, neither by PIN nor by card.
    @Test
    void anApprovalIsOfFourEyes() {
        assertThat(signIn(SUPERVISOR, "2222")).isEqualTo("ok");
        assertThat(approved(SUPERVISOR, "2222")).isEqualTo("APPROVAL_DENIED");
        assertThat(approvedByCard("9988000100002002")).isEqualTo("APPROVAL_DENIED");
        assertThat(approved(MANAGER, "3333")).isEqualTo("ok");
    }

    /// An unknown number costs an attempt what a wrong PIN does: the slower by far is the hash.
    @Test
    void aNumberThatNobodyHasTakesAsLongAsAWrongPin() {
        var unknown = new ArrayList<Long>();
        var wrong = new ArrayList<Long>();
        for (var i = 0; i < 4; i++) {
            unknown.add(
                    nanos(() -> assertThat(signIn(new OperatorId("7777"), "0")).isEqualTo("BAD_PIN")));
            wrong.add(nanos(() -> assertThat(signIn(OTHER, "0")).isEqualTo("BAD_PIN")));
        }
        assertThat(Collections.min(unknown)).isGreaterThan(Collections.min(wrong) / 4);
    }

    private static long nanos(Runnable work) {
        var begun = System.nanoTime();
        work.run();
        return System.nanoTime() - begun;
    }

    @Test
    void theSignInThatIsLockedStillLetsApprove() {
        for (var who : List.of(SUPERVISOR, MANAGER)) {
            for (var i = 0; i < 5; i++) {
                assertThat(signIn(who, "0")).isEqualTo("BAD_PIN");
            }
            assertThat(signIn(who, "2222")).isEqualTo("OPERATOR_LOCKED");
        }
        assertThat(approved(SUPERVISOR, "2222")).isEqualTo("ok");
        assertThat(approved(MANAGER, "3333")).isEqualTo("ok");
    }

    /// After the time is over there are five again, not one more.
    @Test
    void countingStartsAgain() {
        for (var round = 0; round < 2; round++) {
            for (var i = 0; i < 5; i++) {
                assertThat(approved(i % 2 == 0 ? SUPERVISOR : MANAGER, "0")).isEqualTo("APPROVAL_DENIED");
            }
            assertThat(approved(SUPERVISOR, "2222")).isEqualTo("OPERATOR_LOCKED");
            pass(Duration.ofMinutes(5));
        }
    }

    // Guests

    private MemberNo guest() {
        var application = new Members.Application(
                "赵六",
                "13900000001",
                Optional.empty(),
                Optional.of(new Members.Application.Document("id", "11010519491231002X")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Members.Ground.Waived("x"));
        var no = till.perform(desk -> desk.club()
                        .members()
                        .enrol(application, () -> Optional.of(new ApprovalGiven(SUPERVISOR, "2222"))))
                .join()
                .member()
                .no();
        assertThat(code(desk -> desk.club()
                        .points()
                        .reverse(no, 500, "x", () -> Optional.of(new ApprovalGiven(SUPERVISOR, "2222")))))
                .isEqualTo("ok");
        return no;
    }

    /// On a bill on which nothing is proven yet.
    private String proves(MemberNo no, String document) {
        return code(desk -> {
            desk.bill().bills().dropMember();
            desk.bill().bills().member(no);
            desk.bill()
                    .bills()
                    .use(
                            new Use(new Use.Asked.Count(100), List.of()),
                            new GuestProof(Optional.of(new GuestProof.Shown.Document(document)), Approver.NOBODY));
            desk.bill().bills().use(new Use(new Use.Asked.Count(0), List.of()));
        });
    }

    private void bill() {
        assertThat(code(desk -> desk.bill()
                        .bills()
                        .add(
                                new Bills.OpenItem("x", new Category("food"), Money.parse("80.00")),
                                Quantity.ONE,
                                Bills.LineExtras.NONE)))
                .isEqualTo("ok");
    }

    @Test
    void documentsAreCountedAfreshAfterTheTimeToo() {
        var no = guest();
        bill();
        for (var round = 0; round < 2; round++) {
            for (var i = 0; i < 5; i++) {
                assertThat(proves(no, "000" + i)).as("round %d, %d", round, i).isEqualTo("APPROVAL_DENIED");
            }
            assertThat(proves(no, "002X")).as("round %d", round).isEqualTo("OPERATOR_LOCKED");
            pass(Duration.ofMinutes(5));
        }
        assertThat(proves(no, "0000")).isEqualTo("APPROVAL_DENIED");
        assertThat(proves(no, "002X")).isEqualTo("ok");
        for (var i = 0; i < 5; i++) {
            assertThat(proves(no, "000" + i)).as("after a right one, %d", i).isEqualTo("APPROVAL_DENIED");
        }
    }

    /// Served is what this run has counted five minutes of, and somebody has come or gone behind it.
    @Test
    void aServedLockIsNotServedAgainAtEveryStart() {
        var no = guest();
        bill();
        for (var seed = 1L; seed <= 4; seed++) {
            var random = new Random(seed);
            var served = seed % 2 == 0;
            var name = "seed " + seed;
            for (var i = 0; i < 5; i++) {
                assertThat(approved(random.nextBoolean() ? SUPERVISOR : MANAGER, "0"))
                        .as(name)
                        .isEqualTo("APPROVAL_DENIED");
                assertThat(signIn(OTHER, "0")).as(name).isEqualTo("BAD_PIN");
                assertThat(proves(no, "000" + i)).as(name).isEqualTo("APPROVAL_DENIED");
            }
            if (random.nextBoolean()) {
                restart(); // the lock counts from here
                assertThat(signIn(CASHIER, "1111")).as(name).isEqualTo("ok");
            }
            pass(served ? Duration.ofMinutes(5 + random.nextInt(99)) : Duration.ofSeconds(random.nextInt(300)));
            assertThat(
                            random.nextBoolean()
                                    ? signIn(CASHIER, "1111")
                                    : code(desk -> desk.operators().signOut()))
                    .as(name)
                    .isEqualTo("ok");
            restart();
            assertThat(signIn(OTHER, "1112")).as(name).isEqualTo(served ? "ok" : "OPERATOR_LOCKED");
            assertThat(signIn(CASHIER, "1111")).as(name).isEqualTo("ok");
            assertThat(approved(MANAGER, "3333")).as(name).isEqualTo(served ? "ok" : "OPERATOR_LOCKED");
            assertThat(proves(no, "002X")).as(name).isEqualTo(served ? "ok" : "OPERATOR_LOCKED");
            pass(Duration.ofMinutes(5));
        }
    }
}
