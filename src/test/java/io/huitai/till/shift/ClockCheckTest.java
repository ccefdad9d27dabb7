package io.huitai.till.shift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.programme.words.Use;
import io.huitai.shop.Category;
import io.huitai.shop.MemberNo;
import io.huitai.shop.OperatorId;
import io.huitai.shop.TenderType;
import io.huitai.shop.id.VoucherTypeId;
import io.huitai.till.Desk;
import io.huitai.till.Till;
import io.huitai.till.TrainingTills;
import io.huitai.till.bill.Bills;
import io.huitai.till.book.ApprovalGiven;
import io.huitai.till.book.Approver;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import io.huitai.till.sale.Sales;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A till whose computer has a clock that somebody moves.
class ClockCheckTest {
    private static final MemberNo MEMBER = new MemberNo("M0002");
    private static final Instant JUNE = time("2026-06-10T12:00:00+08:00");
    private static final Instant YEARS_LATER = time("2028-06-10T12:00:00+08:00");
    private static final LocalDate TRUSTED = LocalDate.parse("2026-06-10");
    private static final Approver SUPERVISOR = () -> Optional.of(new ApprovalGiven(new OperatorId("2001"), "2222"));

    @TempDir
    private Path store;

    private Instant wall = JUNE;
    private Duration running = Duration.ZERO;

    @Test
    void aYearForwardTakesNoPointsUntilASupervisorConfirms() {
        try (var till = selling()) {
            sell(till, "300.00");
            assertThat(points(till)).isEqualTo(270);
        }
        wall = YEARS_LATER;
        try (var till = opened()) {
            assertThat(points(till)).isEqualTo(270);
            signIn(till);
            assertThat(standing(till).trusted()).contains(TRUSTED);
            assertThat(sell(till, "100.00", new Use(new Use.Asked.Count(100), List.of())))
                    .isEqualTo(Money.parse("89.00"));
            assertThat(points(till)).as("170 old ones and 89 of today").isEqualTo(259);

            confirm(till);
            assertThat(standing(till).trusted()).isEmpty();
            assertThat(points(till)).isEqualTo(89);
        }
        wall = YEARS_LATER.plus(Duration.ofHours(20));
        try (var till = opened()) {
            assertThat(points(till)).isEqualTo(89);
        }
        assertThat(kinds()).containsOnlyOnce("ClockDoubted", "ClockConfirmed");
    }

    @Test
    void theDoubtOutlivesARestartAndTheLossOfTheDatabase() throws IOException {
        try (var till = selling()) {
            sell(till, "300.00");
        }
        wall = YEARS_LATER;
        try (var till = opened()) {
            signIn(till);
        }
        wall = YEARS_LATER.plus(Duration.ofHours(20));
        Files.delete(store.resolve("store.mv.db"));
        try (var till = opened()) {
            assertThat(standing(till).trusted()).contains(TRUSTED);
            assertThat(points(till)).isEqualTo(270);
            confirm(till);
        }
        Files.delete(store.resolve("store.mv.db"));
        try (var till = opened()) {
            assertThat(standing(till).trusted()).isEmpty();
            assertThat(points(till)).isZero();
        }
    }

    @Test
    void whatTheJumpedDayBringsCanBeUsedAtOnce() {
        try (var till = selling("mall")) {
            assertThat(vouchers(till)).isEmpty();
            wall = time("2026-10-01T12:00:00+08:00");
            assertThat(vouchers(till)).containsExactly(LocalDate.parse("2026-10-30"));
            var birthday = new Use.VouchersAsked(new VoucherTypeId("birthday50"), new Use.Asked.Count(1));
            assertThat(sell(till, "300.00", new Use(new Use.Asked.Count(0), List.of(birthday))))
                    .isEqualTo(Money.parse("235.00"));
            assertThat(vouchers(till)).isEmpty();
            assertThat(kinds()).contains("ClockDoubted");
        }
    }

    @Test
    void aRunningTillNoticesAJumpAndKnowsTheTimeBeforeIt() {
        try (var till = selling()) {
            sell(till, "300.00");
            passes(Duration.ofDays(3));
            assertThat(standing(till).trusted()).as("idle").isEmpty();
            wall = YEARS_LATER;
            assertThat(standing(till).trusted()).contains(TRUSTED.plusDays(3));
            assertThat(points(till)).isEqualTo(270);
            passes(Duration.ofDays(1));
            sell(till, "100.00");
            passes(Duration.ofDays(2));
            sell(till, "100.00");
            assertThat(standing(till).trusted()).contains(TRUSTED.plusDays(4));
            assertThat(kinds()).containsOnlyOnce("ClockDoubted");
        }
    }

    @Test
    void aClockSetRightBeforeAnythingHappensLeavesNoTrace() {
        try (var till = selling()) {
            wall = YEARS_LATER;
            assertThat(standing(till).trusted()).isPresent();
            wall = JUNE.plusSeconds(60);
            assertThat(standing(till).trusted()).isEmpty();
            sell(till, "300.00");
            assertThat(standing(till).now().toInstant()).isEqualTo(wall);
        }
        assertThat(kinds()).doesNotContain("ClockDoubted");
    }

    @Test
    void aClockThatWentBackStandsAtTheLastEntryAndIsDoubtedOnce() {
        try (var till = selling()) {
            sell(till, "300.00");
            wall = time("1970-01-01T00:00:00Z");
            sell(till, "100.00");
            sell(till, "100.00");
            assertThat(standing(till).now().toInstant()).isEqualTo(JUNE);
            assertThat(standing(till).trusted()).contains(TRUSTED);
            assertThat(points(till)).isEqualTo(450);
        }
        assertThat(kinds()).containsOnlyOnce("ClockDoubted");
    }

    @Test
    void aNightIsNoJumpAndAClockSetByHandNever() {
        try (var till = selling()) {
            sell(till, "300.00");
        }
        wall = JUNE.plus(Duration.ofHours(24));
        try (var till = opened()) {
            signIn(till);
            ask(till, desk -> desk.setClock(time(YEARS_LATER)));
            assertThat(points(till)).isZero();
        }
        try (var till = open("standard-card", Optional.of(YEARS_LATER.plus(Duration.ofDays(400))))) {
            signIn(till);
            tell(till, YEARS_LATER.minus(Duration.ofDays(900)));
            assertThat(standing(till))
                    .isEqualTo(new ClockCheck.Standing(
                            time(YEARS_LATER.plus(Duration.ofDays(400))),
                            Optional.empty(),
                            Duration.ZERO,
                            Optional.empty()));
        }
        assertThat(kinds()).doesNotContain("ClockDoubted");
    }

    @Test
    void whoStartsATrainingTillAtATimeEndsTheDoubt() {
        try (var till = selling()) {
            sell(till, "300.00");
        }
        wall = YEARS_LATER;
        try (var till = opened()) {
            signIn(till);
        }
        try (var till = open("standard-card", Optional.of(YEARS_LATER))) {
            assertThat(standing(till).trusted()).isEmpty();
            assertThat(points(till)).isZero();
        }
    }

    @Test
    void fromEntriesOfALaterTimeASupervisorLeadsHome(@TempDir Path lives) throws IOException {
        for (var seed = 0L; seed < 6; seed++) {
            store = lives.resolve("life-" + seed);
            wall = JUNE;
            var random = new Random(seed);
            try (var till = selling()) {
                sell(till, "300.00");
                assertThat(points(till)).isEqualTo(270);
            }
            var away = Duration.ofHours(25 + random.nextInt(10 * 365 * 24));
            wall = JUNE.plus(away);
            try (var till = opened()) {
                signIn(till);
                sell(till, "100.00");
                if (random.nextBoolean()) {
                    lockOut(till);
                }
                if (random.nextBoolean()) {
                    confirm(till);
                    ask(till, desk -> desk.shift().dayEnd().step());
                    ask(till, desk -> desk.shift().dayEnd().step());
                }
            }
            if (random.nextBoolean()) {
                Files.delete(store.resolve("store.mv.db"));
            }
            wall = JUNE.plus(Duration.ofHours(random.nextInt(20)));
            try (var till = opened()) {
                signIn(till);
                assertThat(standing(till).behind()).as("seed %d", seed).contains(time(wall));
                assertThat(standing(till).now().toInstant()).as("seed %d", seed).isEqualTo(JUNE.plus(away));
                assertThat(refusal(till, desk -> desk.shift().clockCheck().setBack(Approver.NOBODY)))
                        .isEqualTo(ErrorCode.APPROVAL_REQUIRED);
                assertThat(standing(till).now().toInstant()).as("seed %d", seed).isEqualTo(JUNE.plus(away));
                ask(till, desk -> {
                    desk.shift().clockCheck().setBack(SUPERVISOR);
                    return true;
                });
                home(till, seed);
                sell(till, "100.00");
            }
            Files.delete(store.resolve("store.mv.db"));
            passes(Duration.ofDays(1));
            try (var till = opened()) {
                home(till, seed);
                ask(till, desk -> desk.operators().signIn(new OperatorId("1002"), "1112"));
                ask(till, desk -> desk.shift().dayEnd().run());
                assertThat(ask(till, Desk::verifyJournal).intact())
                        .as("seed %d", seed)
                        .isTrue();
            }
        }
    }

    private void home(Till till, long seed) {
        assertThat(standing(till))
                .as("seed %d", seed)
                .isEqualTo(new ClockCheck.Standing(time(wall), Optional.empty(), Duration.ZERO, Optional.empty()));
    }

    private static void lockOut(Till till) {
        for (var time = 0; time < 5; time++) {
            assertThatThrownBy(() -> ask(till, desk -> desk.operators().signIn(new OperatorId("1002"), "9999")))
                    .isInstanceOf(CompletionException.class);
        }
    }

    @Test
    void aComputerThatLostItsTimeIsNoWayHome() {
        try (var till = selling()) {
            sell(till, "300.00");
            wall = time("2020-01-01T00:00:00Z");
            assertThat(standing(till).behind()).isEmpty();
            ask(till, desk -> {
                desk.shift().clockCheck().setBack(Approver.NOBODY);
                return true;
            });
            assertThat(standing(till).now().toInstant()).isEqualTo(JUNE);
        }
    }

    @Test
    void noneButASupervisorConfirmsAndNotInTheMiddleOfAPayment() {
        try (var till = selling()) {
            ask(till, desk -> {
                desk.shift().clockCheck().confirm(Approver.NOBODY);
                return true;
            });
            wall = YEARS_LATER;
            assertThat(refusal(till, desk -> desk.shift().clockCheck().confirm(Approver.NOBODY)))
                    .isEqualTo(ErrorCode.APPROVAL_REQUIRED);
            assertThat(refusal(
                            till,
                            desk -> desk.shift()
                                    .clockCheck()
                                    .confirm(() -> Optional.of(new ApprovalGiven(new OperatorId("1002"), "1112")))))
                    .isEqualTo(ErrorCode.APPROVAL_DENIED);
            open(till, "100.00", new Use(new Use.Asked.Count(0), List.of()));
            pay(till, Optional.of(Money.parse("1.00")));
            assertThat(refusal(till, desk -> desk.shift().clockCheck().confirm(SUPERVISOR)))
                    .isEqualTo(ErrorCode.BILL_TENDERED);
            tell(till, YEARS_LATER);
            assertThat(standing(till).trusted()).contains(TRUSTED);
            pay(till, Optional.empty());
            tell(till, YEARS_LATER);
            assertThat(standing(till).trusted()).isEmpty();
        }
    }

    @Test
    void aClockFarFromHeadOfficesIsDoubtedAndItsTimeConfirms(@TempDir Path other) {
        try (var till = selling()) {
            sell(till, "300.00");
            wall = YEARS_LATER;
            confirm(till);
            tell(till, JUNE);
            assertThat(standing(till).trusted())
                    .as("a supervisor's word stands")
                    .isEmpty();
            assertThat(points(till)).isZero();
        }
        try (var till = open("standard-card", Optional.empty(), other.resolve("till"))) {
            tell(till, YEARS_LATER.minus(Duration.ofDays(2)));
            assertThat(standing(till))
                    .isEqualTo(new ClockCheck.Standing(
                            time(YEARS_LATER),
                            Optional.of(LocalDate.parse("2028-06-08")),
                            Duration.ofDays(2),
                            Optional.empty()));
            tell(till, YEARS_LATER.plus(Duration.ofMinutes(25)));
            assertThat(standing(till))
                    .as("not close enough")
                    .isEqualTo(new ClockCheck.Standing(
                            time(YEARS_LATER),
                            Optional.of(LocalDate.parse("2028-06-08")),
                            Duration.ofMinutes(-25),
                            Optional.empty()));
            tell(till, YEARS_LATER.plus(Duration.ofMinutes(10)));
            assertThat(standing(till))
                    .isEqualTo(new ClockCheck.Standing(
                            time(YEARS_LATER), Optional.empty(), Duration.ZERO, Optional.empty()));
            tell(till, YEARS_LATER.minus(Duration.ofMinutes(11)));
            assertThat(standing(till))
                    .as("shown, not doubted")
                    .isEqualTo(new ClockCheck.Standing(
                            time(YEARS_LATER), Optional.empty(), Duration.ofMinutes(11), Optional.empty()));
        }
    }

    // What is done at the till

    private Till opened() {
        return open("standard-card", Optional.empty());
    }

    private Till selling() {
        return selling("standard-card");
    }

    private Till selling(String programme) {
        var till = open(programme, Optional.empty());
        signIn(till);
        ask(till, desk -> desk.shift().shifts().open(Money.parse("500.00")));
        return till;
    }

    private Till open(String programme, Optional<Instant> fixed) {
        return open(programme, fixed, store);
    }

    private Till open(String programme, Optional<Instant> fixed, Path directory) {
        var opening = TrainingTills.opening(directory, programme, fixed);
        return Till.open(opening, () -> wall, () -> running.toNanos());
    }

    private void passes(Duration time) {
        wall = wall.plus(time);
        running = running.plus(time);
    }

    private static void signIn(Till till) {
        ask(till, desk -> desk.operators().signIn(new OperatorId("1001"), "1111"));
    }

    private static void sell(Till till, String price) {
        sell(till, price, new Use(new Use.Asked.Count(0), List.of()));
    }

    /// @return what was paid
    private static Money sell(Till till, String price, Use use) {
        open(till, price, use);
        return pay(till, Optional.empty()).completed().orElseThrow().paid();
    }

    private static void open(Till till, String price, Use use) {
        ask(till, desk -> {
            desk.bill().bills().member(MEMBER);
            desk.bill()
                    .bills()
                    .add(
                            new Bills.OpenItem("x", new Category("food"), Money.parse(price)),
                            Quantity.ONE,
                            Bills.LineExtras.NONE);
            return desk.bill().bills().use(use);
        });
    }

    private static Sales.Tendered pay(Till till, Optional<Money> amount) {
        return ask(till, desk -> desk.sale().sales().tender(new Sales.Payment(TenderType.CASH, amount, "")));
    }

    private static void confirm(Till till) {
        ask(till, desk -> {
            desk.shift().clockCheck().confirm(SUPERVISOR);
            return true;
        });
    }

    private static void tell(Till till, Instant headOffice) {
        ask(till, desk -> {
            desk.shift().clockCheck().headOfficeSays(headOffice);
            return true;
        });
    }

    private static ErrorCode refusal(Till till, Consumer<Desk> work) {
        var refused = new ErrorCode[1];
        assertThatThrownBy(() -> ask(till, desk -> {
                    work.accept(desk);
                    return true;
                }))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(Refusal.class, refusal -> refused[0] = refusal.code());
        return refused[0];
    }

    private static <T> T ask(Till till, Function<Desk, T> work) {
        return till.perform(work).join();
    }

    // What it shows

    private static ClockCheck.Standing standing(Till till) {
        return ask(till, desk -> desk.shift().clockCheck().standing());
    }

    private static long points(Till till) {
        return ask(till, desk -> desk.club().members().view(MEMBER)).held().points();
    }

    private static List<LocalDate> vouchers(Till till) {
        return ask(till, desk -> desk.club().members().view(MEMBER)).held().vouchers().stream()
                .flatMap(holding -> holding.lot().expires().stream())
                .toList();
    }

    private List<String> kinds() {
        try (var files = Files.list(store.resolve("journal"))) {
            var text = files.filter(file -> file.toString().endsWith(".jsonl"))
                    .map(ClockCheckTest::read)
                    .collect(Collectors.joining());
            return Pattern.compile("\"kind\":\"(\\w+)\"")
                    .matcher(text)
                    .results()
                    .map(match -> match.group(1))
                    .toList();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Instant time(String iso) {
        return OffsetDateTime.parse(iso).toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.ofHours(8));
    }
}
