package io.huitai.till;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.journal.fact.Adjusted;
import io.huitai.journal.fact.Fact;
import io.huitai.journal.feed.Feed;
import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.money.Rate;
import io.huitai.shop.BillLine;
import io.huitai.shop.Category;
import io.huitai.shop.Lang;
import io.huitai.shop.OperatorId;
import io.huitai.shop.Role;
import io.huitai.shop.Service;
import io.huitai.shop.Sku;
import io.huitai.shop.TenderType;
import io.huitai.till.bill.Bills;
import io.huitai.till.bill.OpenBill;
import io.huitai.till.book.ApprovalGiven;
import io.huitai.till.book.Approver;
import io.huitai.till.book.Bill;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import io.huitai.till.settings.Alone;
import io.huitai.till.settings.Opening;
import io.huitai.till.settings.TillSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a role does alone, for generated amounts around each limit: voids, the count at the close, the drawer.
class AloneTest {
    private static final long SEED = Long.getLong("huitai.seed", System.nanoTime());
    private static final Instant NOON = Instant.parse("2026-06-10T04:00:00Z");
    private static final String WHY = "点错";

    /// What a real store gets that says nothing.
    private static final String USUAL = """
              alone:
                voidLine: {reason: true, cashier: "100.00", supervisor: "1000.00"}
                voidBill: {reason: true, cashier: "200.00", supervisor: "2000.00"}
                overShort: {reason: true, cashier: "20.00", supervisor: "200.00"}
                cashIn: {reason: true, cashier: "500.00", supervisor: "5000.00"}
                cashOut: {reason: true}
                noSale: {reason: true}
            """;

    private static final List<Who> PEOPLE = List.of(
            new Who("1001", "1111", Role.CASHIER),
            new Who("2001", "2222", Role.SUPERVISOR),
            new Who("3001", "3333", Role.MANAGER));

    private record Who(String id, String pin, Role role) {
        Approver approver() {
            return () -> Optional.of(new ApprovalGiven(new OperatorId(id), pin));
        }
    }

    @TempDir
    private static Path stores;

    private static Path house;

    private final Random random = new Random(SEED);

    @BeforeAll
    static void aTrainingStoreWithTheRulesOfARealOne() throws IOException {
        house = stores.resolve("house");
        Till.open(opening(house), () -> NOON).close();
        var settings = house.resolve(TillSettings.FILE);
        var written = Files.readString(settings);
        var at = written.indexOf("house:");
        Files.writeString(settings, written.substring(0, at) + "house:\n" + USUAL);
    }

    private static Till quick(Path store) {
        var till = Till.open(opening(store), () -> NOON);
        till.receive(Feed.TRAINING, List.of(QuickOperators.sent()), "2");
        return till;
    }

    private static Opening opening(Path store) {
        return TrainingTills.opening(store, "standard-card", Optional.of(NOON));
    }

    private Till till() {
        return quick(house);
    }

    @Test
    void whatARealStoreGetsIsWhatThisTestSays() {
        assertThat(TillSettings.read(house).house().alone()).isEqualTo(Alone.USUAL);
    }

    @Test
    void aLineGoesForAReasonAndAboveTheLimitWithApproval() {
        try (var till = till()) {
            for (var limit : List.of("100.00", "1000.00")) {
                for (var who : PEOPLE) {
                    for (var worth : around(limit)) {
                        signedIn(till, who, desk -> clean(desk));
                        does(till, desk -> desk.bill().bills().add(item(worth), Quantity.ONE, Bills.LineExtras.NONE));
                        judged(
                                till,
                                who,
                                Alone.USUAL.voidLine().needed(worth),
                                (desk, approver) -> desk.bill().bills().voidLine(1, Optional.of(WHY), approver),
                                desk -> desk.bill().bills().voidLine(1, Optional.of(blank()), approver(Role.MANAGER)),
                                "line of " + worth + " by " + who.role());
                    }
                }
            }
        }
    }

    @Test
    void piecesOfABillCountTogether() {
        try (var till = till()) {
            for (var trial = 0; trial < 15; trial++) {
                signedIn(till, PEOPLE.getFirst(), desk -> clean(desk));
                var went = Money.ZERO;
                for (var line = 1; line <= 6; line++) {
                    var price = Money.ofFen(random.nextLong(1, 60_00));
                    var qty = Quantity.of(random.nextInt(1, 4));
                    does(till, desk -> desk.bill().bills().add(item(price), qty, Bills.LineExtras.NONE));
                    var number = line;
                    var whole = random.nextBoolean() || qty.units() == 1;
                    var gone = whole ? qty.of(price) : price;
                    var left = qty.units() - 1;
                    Function<Desk, OpenBill> step = whole
                            ? desk -> desk.bill().bills().voidLine(number, Optional.of(WHY), Approver.NOBODY)
                            : desk -> desk.bill().bills().setQty(number, Quantity.of(left), Approver.NOBODY);
                    var after = went.plus(gone);
                    var refused = refusal(till, step);
                    assertThat(refused.isPresent())
                            .as("seed %d: %s went, then %s", SEED, went, gone)
                            .isEqualTo(after.compareTo(Money.parse("100.00")) > 0);
                    went = refused.isPresent() ? went : after;
                }
            }
        }
    }

    @Test
    void aBillGoesForAReasonAndAboveTheLimitWithApproval() {
        try (var till = till()) {
            for (var limit : List.of("200.00", "2000.00")) {
                for (var who : PEOPLE) {
                    for (var worth : around(limit)) {
                        signedIn(till, who, desk -> clean(desk));
                        var part = Money.ofFen(random.nextLong(worth.fen() + 1));
                        does(till, desk -> {
                            desk.bill().bills().add(item(part), Quantity.ONE, Bills.LineExtras.NONE);
                            return desk.bill()
                                    .bills()
                                    .add(item(worth.minus(part)), Quantity.ONE, Bills.LineExtras.NONE);
                        });
                        judged(
                                till,
                                who,
                                Alone.USUAL.voidBill().needed(worth),
                                (desk, approver) -> {
                                    desk.bill().bills().voidBill(WHY, approver);
                                    return "";
                                },
                                desk -> {
                                    desk.bill().bills().voidBill(blank(), approver(Role.MANAGER));
                                    return "";
                                },
                                "bill of " + worth + " by " + who.role());
                    }
                }
            }
        }
    }

    @Test
    void aBillInPartsCountsTogether() {
        try (var till = till()) {
            for (var trial = 0; trial < 8; trial++) {
                signedIn(till, PEOPLE.getFirst(), desk -> clean(desk));
                var worth = Money.ofFen(random.nextLong(100, 400_00));
                var parts = random.nextInt(2, 6);
                does(till, desk -> {
                    desk.bill().bills().add(item(worth), Quantity.of(parts), Bills.LineExtras.NONE);
                    return desk.bill().split().equally(parts);
                });
                var whole = worth.times(parts);
                assertThat(refusal(till, desk -> {
                                    desk.bill().bills().voidBill(WHY, Approver.NOBODY);
                                    return "";
                                })
                                .isPresent())
                        .as("seed %d: %d parts of %s", SEED, parts, worth)
                        .isEqualTo(whole.compareTo(Money.parse("200.00")) > 0);
                does(till, desk -> gone(desk));
            }
        }
    }

    /// What stands on the other parts is not gone; what went before the split, and off parts that wait, is.
    @Test
    void aLineOfASplitBillGoesAsIfTheBillWereWhole() {
        try (var till = till()) {
            for (var trial = 0; trial < 8; trial++) {
                signedIn(till, PEOPLE.getFirst(), desk -> clean(desk));
                var parts = random.nextInt(2, 5);
                var small = Money.ofFen(random.nextLong(1, 80_00));
                var early = Money.ofFen(random.nextLong(1, 90_00));
                does(till, desk -> {
                    desk.bill().bills().add(item(early), Quantity.ONE, Bills.LineExtras.NONE);
                    desk.bill().bills().voidLine(1, Optional.of(WHY), Approver.NOBODY);
                    desk.bill().bills().add(item(Money.parse("1200.00")), Quantity.of(parts), Bills.LineExtras.NONE);
                    desk.bill().bills().add(item(small), Quantity.of(parts), Bills.LineExtras.NONE);
                    return desk.bill().split().equally(parts);
                });
                var went = early;
                for (var part = 0; part < parts; part++) {
                    var after = went.plus(small);
                    var refused =
                            refusal(till, desk -> desk.bill().bills().voidLine(3, Optional.of(WHY), Approver.NOBODY));
                    assertThat(refused.isPresent())
                            .as("seed %d: %s went, then %s off part %d", SEED, went, small, part)
                            .isEqualTo(after.compareTo(Money.parse("100.00")) > 0);
                    went = refused.isPresent() ? went : after;
                    var label = Integer.toString(part + 1);
                    if (part < parts - 1) {
                        does(till, desk -> {
                            desk.bill().held().hold(Optional.empty());
                            return desk.bill().held().recall(Optional.of(label));
                        });
                    }
                }
                assertThat(refusal(till, desk -> {
                            desk.bill().bills().voidBill(WHY, Approver.NOBODY);
                            return "";
                        }))
                        .as("seed %d", SEED)
                        .isPresent();
                does(till, desk -> gone(desk));
            }
        }
    }

    /// The outlet's charges stand on the parts as lines, and are no goods.
    @Test
    void anyPartOfASplitBillCountsAsTheWhole() {
        for (var trial = 0; trial < 50; trial++) {
            var goods = Money.ofFen(random.nextLong(1, 1000_00));
            var charge = Money.ofFen(random.nextLong(1, 1000_00));
            var elsewhere = random.nextBoolean() ? Money.ZERO : Money.ofFen(random.nextLong(1, 1000_00));
            var whole = goods.plus(elsewhere);
            var part = Bill.opened(7)
                    .after(
                            new Fact.BillSplit(
                                    7,
                                    7,
                                    List.of(
                                            line(1, goods, Optional.empty()),
                                            line(2, charge, Optional.of(new BillLine.Charge("service", false)))),
                                    2,
                                    Optional.empty(),
                                    Service.DEFAULT,
                                    Adjusted.NOTHING,
                                    Optional.empty(),
                                    Optional.of(whole),
                                    Optional.empty(),
                                    Optional.of(Money.ZERO)),
                            NOON.atOffset(ZoneOffset.UTC));
            assertThat(part.goneAloneWithAll())
                    .as("seed %d: %s of %s, charge %s", SEED, goods, whole, charge)
                    .isEqualTo(whole);
            assertThat(part.goneAlone()).as("seed %d", SEED).isEqualTo(Money.ZERO);
        }
    }

    private static BillLine line(int number, Money price, Optional<BillLine.Charge> charge) {
        return new BillLine(
                number,
                new Sku("open"),
                "菜",
                new Category("food"),
                price,
                Optional.empty(),
                Quantity.ONE,
                List.of(),
                Rate.ZERO,
                "",
                List.of(),
                List.of(),
                charge);
    }

    /// An approval is for its step, and not for what went before without one.
    @Test
    void anApprovedPieceIsTheOnlyOneThatDoesNotCount() {
        try (var till = till()) {
            for (var trial = 0; trial < 15; trial++) {
                signedIn(till, PEOPLE.getFirst(), desk -> clean(desk));
                var went = Money.ZERO;
                for (var number = 1; number <= 3; number++) {
                    var line = number;
                    var price = Money.ofFen(random.nextLong(1, 40_00));
                    does(till, desk -> desk.bill().bills().add(item(price), Quantity.of(10), Bills.LineExtras.NONE));
                    for (var left = 10L; left > 0; ) {
                        var less = random.nextLong(1, left + 1);
                        var then = left - less;
                        Step<Object> step = (desk, approver) -> then == 0
                                ? desk.bill().bills().voidLine(line, Optional.of(WHY), approver)
                                : desk.bill().bills().setQty(line, Quantity.of(then), approver);
                        var after = went.plus(price.times(less));
                        var refused = refusal(till, desk -> step.by(desk, Approver.NOBODY));
                        assertThat(refused.isPresent())
                                .as("seed %d: %s went, then %d of %s", SEED, went, less, price)
                                .isEqualTo(after.compareTo(Money.parse("100.00")) > 0);
                        if (refused.isPresent()) {
                            does(till, desk -> step.by(desk, approver(Role.MANAGER)));
                            if (then == 0 && random.nextBoolean()) {
                                does(till, desk -> desk.bill().bills().restoreLine(line));
                                does(till, desk -> step.by(desk, approver(Role.MANAGER)));
                            }
                        } else {
                            went = after;
                        }
                        left = then;
                    }
                }
            }
        }
    }

    /// What was taken off it before still counts.
    @Test
    void aBillWithNothingOnItIsGivenUpWithoutAReason() {
        try (var till = till()) {
            for (var worth : around("200.00")) {
                signedIn(till, PEOPLE.getLast(), desk -> clean(desk));
                does(till, desk -> desk.operators().signIn(new OperatorId("2001"), "2222"));
                does(till, desk -> {
                    desk.bill().bills().add(item(worth), Quantity.ONE, Bills.LineExtras.NONE);
                    return desk.bill().bills().voidLine(1, Optional.of(WHY), Approver.NOBODY);
                });
                does(till, desk -> desk.operators().signIn(new OperatorId("1001"), "1111"));
                var above = worth.compareTo(Money.parse("200.00")) > 0;
                var refused = refusal(till, desk -> {
                    desk.bill().bills().voidBill(blank(), Approver.NOBODY);
                    return "";
                });
                assertThat(refused.map(Refusal::code))
                        .as("seed %d: %s", SEED, worth)
                        .isEqualTo(above ? Optional.of(ErrorCode.APPROVAL_REQUIRED) : Optional.empty());
                if (above) {
                    does(till, desk -> gone(desk));
                }
                assertThat(AloneTest.<Boolean>does(
                                till, desk -> desk.status().bill().isEmpty()))
                        .isTrue();
            }
        }
    }

    /// All bills, with whatever approval it takes.
    private Object gone(Desk desk) {
        while (desk.status().bill().isPresent() || !desk.bill().held().waiting().isEmpty()) {
            if (desk.status().bill().isEmpty()) {
                desk.bill().held().recall(Optional.empty());
            }
            desk.bill().bills().voidBill(WHY, approver(Role.MANAGER));
        }
        return "";
    }

    @Test
    void aShiftIsClosedOverOrShortForAReasonAndBeyondTheLimitWithApproval() {
        try (var till = till()) {
            for (var limit : List.of("20.00", "200.00")) {
                for (var who : PEOPLE) {
                    for (var differs : around(limit)) {
                        signedIn(till, who, desk -> clean(desk));
                        var wechat = Money.ofFen(random.nextLong(differs.fen() + 1));
                        var cash = differs.minus(wechat);
                        var counted = Map.of(
                                TenderType.CASH,
                                random.nextBoolean()
                                        ? Money.parse("500.00").plus(cash)
                                        : Money.parse("500.00").minus(cash),
                                TenderType.WECHAT,
                                wechat);
                        var needed = Alone.USUAL.overShort().needed(differs);
                        if (needed == Role.CASHIER) {
                            does(till, desk -> desk.shift().shifts().close(counted));
                            continue;
                        }
                        judged(
                                till,
                                who,
                                needed,
                                (desk, approver) -> desk.shift().shifts().close(counted, Optional.of(WHY), approver),
                                desk -> desk.shift()
                                        .shifts()
                                        .close(counted, Optional.of(blank()), approver(Role.MANAGER)),
                                "count off by " + differs + " by " + who.role());
                    }
                }
            }
        }
    }

    @Test
    void cashThatNobodyCountedIsMissing() {
        try (var till = till()) {
            signedIn(till, PEOPLE.getFirst(), desk -> clean(desk));
            assertThat(refusal(till, desk -> desk.shift().shifts().close(Map.of())))
                    .hasValueSatisfying(refused -> assertThat(refused.code()).isEqualTo(ErrorCode.BAD_REQUEST));
        }
    }

    @Test
    void aCountThatWasRefusedStandsInTheJournalWhateverIsCountedNext() {
        try (var till = till()) {
            signedIn(till, PEOPLE.getFirst(), desk -> clean(desk));
            var first = till.journal().next();
            var first400 = Map.of(TenderType.CASH, Money.parse("400.00"));
            refusal(till, desk -> desk.shift().shifts().close(first400));
            refusal(till, desk -> desk.shift().shifts().close(first400, Optional.of(WHY), Approver.NOBODY));
            var right = Map.of(TenderType.CASH, Money.parse("500.00"));
            assertThat(refusal(till, desk -> desk.shift().shifts().close(right, Optional.of(WHY), Approver.NOBODY)))
                    .as("who counts again has learnt from the refusal")
                    .hasValueSatisfying(refused -> assertThat(refused.code()).isEqualTo(ErrorCode.APPROVAL_REQUIRED));
            does(till, desk -> desk.shift().shifts().close(right, Optional.of(WHY), approver(Role.SUPERVISOR)));
            var told = new ArrayList<Fact>();
            try (var facts = till.journal().facts(first)) {
                facts.forEach(each -> told.add(each.fact()));
            }
            assertThat(told).hasSize(2);
            assertThat(told.getFirst())
                    .isInstanceOfSatisfying(
                            Fact.CountDiffered.class,
                            count -> assertThat(count.differs()).isEqualTo(Money.parse("100.00")));
        }
    }

    @Test
    void aCountThatFitsIsNoneThatDifferedWhateverItIsRefusedFor() {
        try (var till = till()) {
            for (var trial = 0; trial < 8; trial++) {
                signedIn(till, PEOPLE.getFirst(), desk -> clean(desk));
                var first = till.journal().next();
                var counted = Map.of(TenderType.CASH, Money.ofFen(500_00 + random.nextLong(-20_00, 20_01)));
                assertThat(refusal(
                                till,
                                desk -> desk.shift()
                                        .shifts()
                                        .close(counted, Optional.of("说".repeat(501)), Approver.NOBODY)))
                        .as("seed %d: %s", SEED, counted)
                        .isPresent();
                assertThat(till.journal().next())
                        .as("seed %d: %s", SEED, counted)
                        .isEqualTo(first);
            }
        }
    }

    @Test
    void cashInThatWasApprovedDoesNotCount() {
        try (var till = till()) {
            for (var trial = 0; trial < 6; trial++) {
                signedIn(till, PEOPLE.getFirst(), desk -> clean(desk));
                var alone = Money.ZERO;
                for (var step = 0; step < 6; step++) {
                    var more = Money.ofFen(random.nextLong(1, 400_00));
                    var refused = refusal(till, desk -> desk.shift().shifts().cashIn(more, WHY));
                    assertThat(refused.isPresent())
                            .as("seed %d: %s alone, then %s", SEED, alone, more)
                            .isEqualTo(alone.plus(more).compareTo(Money.parse("500.00")) > 0);
                    if (refused.isPresent()) {
                        does(till, desk -> desk.shift().shifts().cashIn(more, WHY, approver(Role.SUPERVISOR)));
                    } else {
                        alone = alone.plus(more);
                    }
                }
            }
        }
    }

    @Test
    void cashInOfAShiftCountsTogether() {
        try (var till = till()) {
            for (var limit : List.of("500.00", "5000.00")) {
                for (var who : PEOPLE) {
                    for (var sum : around(limit)) {
                        signedIn(till, who, desk -> clean(desk));
                        var before = Money.ofFen(random.nextLong(Math.min(sum.fen(), 500_00)));
                        if (before.isPositive()) {
                            does(till, desk -> desk.shift().shifts().cashIn(before, WHY));
                        }
                        var more = sum.minus(before);
                        judged(
                                till,
                                who,
                                Alone.USUAL.cashIn().needed(sum),
                                (desk, approver) -> desk.shift().shifts().cashIn(more, WHY, approver),
                                desk -> desk.shift().shifts().cashIn(more, blank(), approver(Role.MANAGER)),
                                "cash in of " + sum + " by " + who.role());
                    }
                }
            }
        }
    }

    @Test
    void theDrawerOpensForAReason() {
        try (var till = till()) {
            signedIn(till, PEOPLE.getFirst(), desk -> clean(desk));
            for (var i = 0; i < 10; i++) {
                wants(till, desk -> desk.shift().shifts().noSale(blank(), approver(Role.SUPERVISOR)));
                wants(
                        till,
                        desk -> desk.shift().shifts().cashOut(Money.parse("1.00"), blank(), approver(Role.SUPERVISOR)));
            }
            does(till, desk -> desk.shift().shifts().noSale(WHY, approver(Role.SUPERVISOR)));
        }
    }

    @Test
    void aTrainingStoreAsksForNothing() {
        try (var till = quick(stores.resolve("training"))) {
            signedIn(till, PEOPLE.getFirst(), desk -> desk.shift().shifts().open(Money.ZERO));
            for (var i = 0; i < 20; i++) {
                var large = Money.ofFen(random.nextLong(1, 1_000_000_000_00L));
                does(till, desk -> {
                    desk.bill().bills().add(item(large), Quantity.of(3), Bills.LineExtras.NONE);
                    desk.bill().bills().setQty(1, Quantity.ONE);
                    desk.bill().bills().voidLine(1, Optional.empty(), Approver.NOBODY);
                    desk.bill().bills().add(item(large), Quantity.ONE, Bills.LineExtras.NONE);
                    desk.bill().bills().voidBill("", Approver.NOBODY);
                    return desk.shift().shifts().cashIn(large, "");
                });
            }
            does(till, desk -> desk.shift().shifts().close(Map.of(TenderType.CASH, Money.ZERO)));
        }
    }

    // What is done

    @FunctionalInterface
    private interface Step<T> {
        T by(Desk desk, Approver approver);
    }

    /// A step is refused without a reason; without an approval where the role is too low, with one of too low a role
    /// as well; and is done by the role that may.
    private <T> void judged(Till till, Who who, Role needed, Step<T> step, Function<Desk, T> unexplained, String what) {
        wants(till, unexplained);
        var alone = who.role().compareTo(needed) >= 0;
        if (!alone) {
            assertThat(refusal(till, desk -> step.by(desk, Approver.NOBODY)))
                    .as("seed %d: %s", SEED, what)
                    .hasValueSatisfying(refused -> {
                        assertThat(refused.code()).isEqualTo(ErrorCode.APPROVAL_REQUIRED);
                        assertThat(refused.needs()).contains(needed);
                    });
            for (var approver : PEOPLE) {
                if (!approver.role().approves(needed)) {
                    assertThat(refusal(till, desk -> step.by(desk, approver.approver())))
                            .as("seed %d: %s, approved by %s", SEED, what, approver.role())
                            .hasValueSatisfying(
                                    refused -> assertThat(refused.code()).isEqualTo(ErrorCode.APPROVAL_DENIED));
                }
            }
        }
        var approver = alone ? Approver.NOBODY : approver(needed);
        assertThat(refusal(till, desk -> step.by(desk, approver)))
                .as("seed %d: %s", SEED, what)
                .isEmpty();
    }

    private Approver approver(Role role) {
        return PEOPLE.stream()
                .filter(who -> who.role() == role)
                .findFirst()
                .orElseThrow()
                .approver();
    }

    private void wants(Till till, Function<Desk, ?> unexplained) {
        assertThat(refusal(till, unexplained)).as("seed %d", SEED).hasValueSatisfying(refused -> {
            assertThat(refused.code()).isEqualTo(ErrorCode.BAD_REQUEST);
            assertThat(refused.text(Lang.EN)).contains("reason");
        });
    }

    /// Amounts at a limit, next to it, and anywhere about it.
    private List<Money> around(String limit) {
        var fen = Money.parse(limit).fen();
        var amounts = new ArrayList<Money>();
        for (var near :
                new long[] {fen - 1, fen, fen + 1, random.nextLong(1, fen), random.nextLong(fen + 1, 3 * fen)}) {
            amounts.add(Money.ofFen(near));
        }
        return amounts;
    }

    private String blank() {
        return List.of("", " ", "\t", "\u3000", "\u200B", " \u00A0 ").get(random.nextInt(6));
    }

    private static Bills.OpenItem item(Money price) {
        return new Bills.OpenItem("菜", new Category("food"), price);
    }

    /// A new shift with nothing on the bill and 500.00 in the drawer.
    private Object clean(Desk desk) {
        if (desk.status().shift() != 0) {
            if (desk.status().bill().isPresent()) {
                desk.bill().bills().voidBill(WHY, approver(desk, Role.MANAGER));
            }
            var expected = desk.shift().shifts().x().drawer().expected();
            desk.shift()
                    .shifts()
                    .close(Map.of(TenderType.CASH, expected), Optional.of(WHY), approver(desk, Role.MANAGER));
        }
        return desk.shift().shifts().open(Money.parse("500.00"));
    }

    /// Nobody approves their own.
    private Approver approver(Desk desk, Role role) {
        var own = desk.operators().signedIn().orElseThrow().role() == role;
        return own ? Approver.NOBODY : approver(role);
    }

    private static void signedIn(Till till, Who who, Function<Desk, ?> then) {
        does(till, desk -> {
            desk.operators().signIn(new OperatorId(who.id()), who.pin());
            return then.apply(desk);
        });
    }

    private static <T> T does(Till till, Function<Desk, T> work) {
        return till.perform(work).join();
    }

    private static Optional<Refusal> refusal(Till till, Function<Desk, ?> work) {
        try {
            till.perform(work).join();
            return Optional.empty();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof Refusal refused) {
                return Optional.of(refused);
            }
            throw failed;
        }
    }
}
