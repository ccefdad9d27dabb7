package io.huitai.till.shift;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.MemberRecord;
import io.huitai.journal.fact.Profile;
import io.huitai.journal.fact.Standing;
import io.huitai.journal.feed.Feed;
import io.huitai.journal.feed.FeedItem;
import io.huitai.ledger.Asset;
import io.huitai.ledger.Balances;
import io.huitai.ledger.Holding;
import io.huitai.ledger.Lot;
import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.programme.words.Use;
import io.huitai.shop.Category;
import io.huitai.shop.Lang;
import io.huitai.shop.MemberNo;
import io.huitai.shop.OperatorId;
import io.huitai.shop.OutletKind;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.StoreId;
import io.huitai.shop.Tender;
import io.huitai.shop.TenderType;
import io.huitai.shop.TillId;
import io.huitai.shop.id.TierId;
import io.huitai.till.Desk;
import io.huitai.till.Till;
import io.huitai.till.bill.Bills;
import io.huitai.till.book.ApprovalGiven;
import io.huitai.till.book.Approver;
import io.huitai.till.club.Members;
import io.huitai.till.member.MemberView;
import io.huitai.till.refusal.Refusal;
import io.huitai.till.sale.Sales;
import io.huitai.till.settings.Opening;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The day's end over a programme that gives, reviews, clears and closes on the last day of the year.
class DayEndTest {
    private static final LocalDate NEW_YEARS_EVE = LocalDate.parse("2026-12-31");
    private static final Approver SUPERVISOR = () -> Optional.of(new ApprovalGiven(new OperatorId("2001"), "2222"));
    /// Three pages of members, with the demo members.
    private static final int MEMBERS = 250;

    private static final String PROGRAMME = """
            id: trial
            version: 1
            applies-from: 2026-01-01
            name: {zh: 试, en: Trial}
            tiers:
              - {id: regular, name: {zh: 普通, en: Regular}}
              - id: gold
                name: {zh: 金, en: Gold}
                entry: {spend: 500.00, within: year}
                keep: {spend: 500.00, within: year}
            points:
              earn: [{id: earn-base, name: {zh: 积分, en: Points}, per: 1.00, points: 1}]
              redeem: {points: 100, value: 1.00, unit: 100}
              expiry: {yearly: 12-31}
            vouchers: [{id: gift, name: {zh: 礼券, en: Gift}, worth: {amount: 5.00}}]
            membership:
              enrolment: {}
              review: 12-31
              cards: {closed-after-days: 30}
              grants:
                - {id: birthday-gift, occasion: birthday, vouchers: [{type: gift, count: 1, validity: {days: 3}}]}
            """;

    @TempDir
    private Path disk;

    @Test
    void killedAnywhereAndRunAgainItComesToTheSame() throws IOException {
        filled("base", MEMBERS);
        copy("base", "whole");
        List<EndedDay> days;
        Map<String, String> members;
        try (var till = open("whole", "2027-01-01")) {
            days = ended(till);
            members = members(till);
        }
        assertThat(days).singleElement().satisfies(day -> {
            assertThat(day.date()).isEqualTo(NEW_YEARS_EVE);
            assertThat(day.expired()).isEqualTo(MEMBERS * 10L);
            assertThat(day.granted()).as("a third of them, and M0008").hasSize(85);
            assertThat(day.downgraded()).hasSize(63);
            assertThat(day.closed()).hasSize(62);
            assertThat(day.upgraded()).isEmpty();
        });
        for (var steps = 0; steps <= 4; steps++) {
            var killed = "killed-" + steps;
            copy("base", killed);
            try (var till = open(killed, "2027-01-01")) {
                for (var step = 0; step < steps; step++) {
                    ask(till, desk -> desk.shift().dayEnd().step());
                }
            }
            if (steps == 2) {
                Files.delete(disk.resolve(killed).resolve("store.mv.db"));
            }
            try (var till = open(killed, "2027-01-01")) {
                var again = ended(till);
                assertThat(again).as("after %d steps", steps).isEqualTo(steps == 4 ? List.of() : days);
                assertThat(members(till)).as("after %d steps", steps).isEqualTo(members);
                assertThat(ended(till)).isEmpty();
            }
        }
    }

    @Test
    void aMonthOffIsCaughtUpDayByDay() throws IOException {
        filled("base", 20);
        copy("base", "daily");
        copy("base", "off");
        var each = new ArrayList<EndedDay>();
        Map<String, String> daily;
        try (var till = open("daily", "2026-12-31")) {
            for (var day = NEW_YEARS_EVE.plusDays(1); day.isBefore(NEW_YEARS_EVE.plusDays(41)); day = day.plusDays(1)) {
                var noon = noon(day);
                ask(till, desk -> desk.setClock(noon));
                each.addAll(ended(till));
            }
            daily = members(till);
        }
        try (var till = open("off", "2027-02-09")) {
            assertThat(ended(till)).isEqualTo(each).hasSize(40);
            assertThat(members(till)).isEqualTo(daily);
        }
    }

    @Test
    void salesGoOnBetweenItsStepsAndCountFromTheirOwnDay() throws IOException {
        filled("base", MEMBERS);
        try (var till = open("base", "2027-01-01")) {
            ask(till, desk -> desk.shift().dayEnd().step());
            sell(till, "T0249", "600.00", 0);
            assertThat(view(till, "T0249").rung().id()).hasToString("gold");
            var ended = ended(till).getFirst();
            assertThat(ended.downgraded()).hasSize(63).contains(new MemberNo("T0249"));
            assertThat(view(till, "T0249").rung().id())
                    .as("lifted again by the sale")
                    .hasToString("gold");
            assertThat(view(till, "T0249").held().points())
                    .as("what was earned today lives on")
                    .isEqualTo(600);
        }
    }

    @Test
    void whatAPartPaidBillUsesIsKeptForIt() throws IOException {
        filled("base", 1);
        try (var till = open("base", "2026-12-31")) {
            sell(till, "T0000", "390.00", 0);
            ask(till, desk -> {
                desk.bill().bills().member(new MemberNo("T0000"));
                item(desk, "50.00");
                desk.bill().bills().use(new Use(new Use.Asked.Count(300), List.of()));
                return desk.sale()
                        .sales()
                        .tender(new Sales.Payment(TenderType.CASH, Optional.of(Money.parse("1.00")), ""));
            });
            ask(till, desk -> desk.setClock(noon(NEW_YEARS_EVE.plusDays(1))));
            assertThat(ended(till).getFirst().expired()).isEqualTo(100);
            var paid = ask(
                    till, desk -> desk.sale().sales().tender(new Sales.Payment(TenderType.CASH, Optional.empty(), "")));
            assertThat(paid.completed().orElseThrow().paid()).isEqualTo(Money.parse("47.00"));
            var record = ask(till, desk -> desk.club().members().view(new MemberNo("T0000")));
            assertThat(record.held().lots()).allMatch(lot -> lot.amount() > 0);
        }
    }

    @Test
    void aClockInDoubtEndsNoDay() throws IOException {
        filled("base", 1);
        var wall = new Instant[] {noon(NEW_YEARS_EVE).toInstant()};
        var opening = opening("base", Optional.empty(), false, "trial");
        try (var till = Till.open(opening, () -> wall[0])) {
            ask(till, desk -> desk.operators().signIn(new OperatorId("1001"), "1111"));
            wall[0] = wall[0].plus(Duration.ofDays(400));
            assertThat(ended(till)).isEmpty();
            ask(till, desk -> {
                desk.shift().clockCheck().confirm(SUPERVISOR);
                return true;
            });
            assertThat(ended(till)).hasSize(400);
        }
    }

    @Test
    void withAHeadOfficeItGivesWhatIsItsOwnToGiveAndTakesNothing() throws IOException {
        Files.writeString(disk.resolve("trial.yaml"), PROGRAMME);
        var opening = opening("office", Optional.of(noon(NEW_YEARS_EVE).toInstant()), true, "trial.yaml");
        try (var till = Till.open(opening, Instant::now)) {
            ask(till, desk -> desk.operators().signIn(new OperatorId("1001"), "1111"));
            till.receive(Feed.HEAD_OFFICE, List.of(new FeedItem.MemberSent(member(0))), "c1");
            var own = ask(
                            till,
                            desk -> desk.club()
                                    .members()
                                    .enrol(
                                            new Members.Application(
                                                    "新",
                                                    "1380",
                                                    Optional.empty(),
                                                    Optional.empty(),
                                                    Optional.of(LocalDate.parse("1990-01-01")),
                                                    Optional.empty(),
                                                    Optional.empty(),
                                                    Optional.empty(),
                                                    Optional.empty(),
                                                    Optional.empty(),
                                                    new Members.Ground.None()),
                                            Approver.NOBODY))
                    .member()
                    .no();
            ask(till, desk -> desk.setClock(noon(NEW_YEARS_EVE.plusDays(2))));
            var days = ended(till);
            assertThat(days).hasSize(2);
            assertThat(days).allMatch(day -> day.expired() == 0 && day.closed().isEmpty());
            assertThat(days.getFirst().granted()).isEmpty();
            assertThat(days.getLast().granted()).containsExactly(own);
        }
    }

    @Test
    void tenThousandMembersTakeSeconds() throws IOException {
        filled("base", 10_000);
        try (var till = open("base", "2027-01-01")) {
            var began = System.nanoTime();
            var day = ended(till).getFirst();
            assertThat(day.expired()).isEqualTo(100_000);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(60));
            assertThat(day.closed()).hasSize(2500);
        }
    }

    @Test
    void aCorporateCardFallsNoFurtherThanItCanCarry() {
        var silver = member(3);
        var vip = new MemberRecord(
                silver.no(),
                silver.profile(),
                Standing.of(new TierId("silver"), silver.profile().joined()),
                "vip",
                silver.status(),
                List.of(),
                silver.holdings(),
                List.of(),
                0);
        var opening = opening("vip", Optional.of(noon(NEW_YEARS_EVE).toInstant()), false, "department-store");
        try (var till = Till.open(opening, Instant::now)) {
            ask(till, desk -> desk.operators().signIn(new OperatorId("1001"), "1111"));
            till.receive(Feed.HEAD_OFFICE, List.of(new FeedItem.MemberSent(vip)), "c1");
            ask(till, desk -> desk.setClock(noon(NEW_YEARS_EVE.plusDays(1))));
            assertThat(ended(till).getFirst().downgraded()).isEmpty();
            assertThat(view(till, "T0003").rung().id()).hasToString("silver");
        }
    }

    @Test
    void aTierThatIsNoLongerPaidForFallsAfterTheDaysOfGrace() {
        try (var till = Till.open(
                opening("paid", Optional.of(noon(NEW_YEARS_EVE).toInstant()), false, "paid-tiers"), Instant::now)) {
            ask(till, desk -> desk.operators().signIn(new OperatorId("1001"), "1111"));
            till.receive(
                    Feed.HEAD_OFFICE,
                    List.of(
                            new FeedItem.MemberSent(subscriber("T1", "2027-01-31")),
                            new FeedItem.MemberSent(subscriber("T2", "2027-01-31"))),
                    "c1");
            ask(till, desk -> desk.setClock(noon(LocalDate.parse("2027-02-07"))));
            assertThat(view(till, "T1").rung().id()).as("seven days").hasToString("gold");
            ask(till, desk -> desk.setClock(noon(LocalDate.parse("2027-02-08"))));
            assertThat(view(till, "T1").rung().id())
                    .as("before any day end ran")
                    .hasToString("regular");
            ask(till, desk -> desk.setClock(noon(LocalDate.parse("2027-02-09"))));
            var days = ended(till);
            assertThat(days.getLast().downgraded()).containsExactly(new MemberNo("T2"));
            assertThat(view(till, "T2").rung().id()).hasToString("regular");
        }
    }

    @Test
    void aLapseIsVoidWhereTheTierWasPaidForMeanwhile() {
        var renewed = subscriber("T1", "2027-03-31");
        var lapse =
                new Fact.SubscriptionLapsed(new MemberNo("T1"), new TierId("regular"), LocalDate.parse("2027-02-08"));
        assertThat(renewed.after(lapse)).isEqualTo(renewed);
    }

    private static MemberRecord subscriber(String no, String until) {
        var joined = LocalDate.parse("2026-12-31");
        return record(no, Optional.empty(), "regular", List.of())
                .after(new Fact.Subscribed(
                        new ReceiptNo("S001-T2-" + no),
                        1,
                        joined,
                        new MemberNo(no),
                        new TierId("gold"),
                        joined,
                        LocalDate.parse(until),
                        new Tender(1, TenderType.CASH, Money.parse("19.00"), Money.ZERO, "")));
    }

    // The store

    /// A store of New Year's Eve with so many members from head office: ten points each, which end with the year.
    private void filled(String name, int members) throws IOException {
        Files.writeString(disk.resolve("trial.yaml"), PROGRAMME);
        var opening = opening(name, Optional.of(noon(NEW_YEARS_EVE).toInstant()), false, "trial.yaml");
        try (var till = Till.open(opening, Instant::now)) {
            till.receive(
                    Feed.HEAD_OFFICE,
                    IntStream.range(0, members)
                            .<FeedItem>mapToObj(at -> new FeedItem.MemberSent(member(at)))
                            .toList(),
                    "c1");
        }
    }

    /// One of four: a gold who keeps it, a gold who does not, one who has not come for a month, one who has.
    private static MemberRecord member(int at) {
        var spent = at % 4 == 0 ? 600_00L : 100_00L;
        var last = LocalDate.parse(at % 4 == 2 ? "2026-12-01" : "2026-12-20");
        var birthday = at % 3 == 0 ? LocalDate.parse("1990-12-31") : LocalDate.parse("1990-07-07");
        var lot = new Lot("L" + at, Optional.empty(), Optional.of(NEW_YEARS_EVE), "S001", "S001/T1");
        return record(
                "T%04d".formatted(at),
                Optional.of(birthday),
                at % 4 < 2 ? "gold" : "regular",
                List.of(
                        new Holding(Asset.POINTS, lot, 10),
                        new Holding(Asset.SPEND, Lot.tallyOf(last), spent),
                        new Holding(Asset.VISITS, Lot.tallyOf(last), 1)));
    }

    private static MemberRecord record(String no, Optional<LocalDate> birthday, String tier, List<Holding> holdings) {
        var joined = LocalDate.parse("2026-01-01");
        var profile = new Profile("名", "1", "", "", "", birthday, "", false, joined, Profile.Origin.NONE);
        return new MemberRecord(
                new MemberNo(no),
                profile,
                Standing.of(new TierId(tier), joined),
                "",
                MemberRecord.Status.ACTIVE,
                List.of(),
                Balances.of(holdings),
                List.of(),
                0);
    }

    private Till open(String name, String day) {
        var till = Till.open(
                opening(name, Optional.of(noon(LocalDate.parse(day)).toInstant()), false, "trial"), Instant::now);
        ask(till, desk -> {
            desk.operators().signIn(new OperatorId("1001"), "1111");
            return desk.status().shift() == 0 ? desk.shift().shifts().open(Money.ZERO) : 1;
        });
        return till;
    }

    private Opening opening(String name, Optional<Instant> fixed, boolean headOffice, String programme) {
        return new Opening(
                disk.resolve(name),
                new StoreId("S001"),
                new TillId("T1"),
                OutletKind.RESTAURANT,
                programme.endsWith(".yaml") ? disk.resolve(programme).toString() : programme,
                Lang.ZH,
                headOffice,
                fixed);
    }

    private static void sell(Till till, String no, String price, long points) {
        ask(till, desk -> {
            desk.bill().bills().member(new MemberNo(no));
            item(desk, price);
            desk.bill().bills().use(new Use(new Use.Asked.Count(points), List.of()));
            return desk.sale().sales().tender(new Sales.Payment(TenderType.CASH, Optional.empty(), ""));
        });
    }

    private static void item(Desk desk, String price) {
        desk.bill()
                .bills()
                .add(
                        new Bills.OpenItem("x", new Category("food"), Money.parse(price)),
                        Quantity.ONE,
                        Bills.LineExtras.NONE);
    }

    private static MemberView view(Till till, String no) {
        return ask(till, desk -> desk.club().members().view(new MemberNo(no)));
    }

    /// How each member stands: lots have other numbers where other entries came before.
    private static Map<String, String> members(Till till) {
        var members = new TreeMap<String, String>();
        for (var at = 0; at < MEMBERS; at++) {
            var no = "T%04d".formatted(at);
            members.put(no, known(till, no));
        }
        return members;
    }

    private static String known(Till till, String no) {
        return ask(till, desk -> {
            try {
                var view = desk.club().members().view(new MemberNo(no));
                return "%s %s %d %s %d"
                        .formatted(
                                view.rung().id(),
                                view.status(),
                                view.held().points(),
                                view.held().vouchers().stream()
                                        .map(held -> held.asset().code()
                                                + held.amount()
                                                + held.lot().expires())
                                        .toList(),
                                view.visits());
            } catch (Refusal nobody) {
                return nobody.code().name();
            }
        });
    }

    private static OffsetDateTime noon(LocalDate day) {
        return OffsetDateTime.parse(day + "T12:00:00+08:00");
    }

    private static List<EndedDay> ended(Till till) {
        return ask(till, desk -> desk.shift().dayEnd().run());
    }

    private static <T> T ask(Till till, Function<Desk, T> work) {
        return till.perform(work).join();
    }

    private void copy(String from, String to) throws IOException {
        try (var files = Files.walk(disk.resolve(from))) {
            for (var file : (Iterable<Path>) files::iterator) {
                var target = disk.resolve(to)
                        .resolve(disk.resolve(from).relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
