package io.huitai.till.report;

import static io.huitai.till.report.Facts.LOT;
import static io.huitai.till.report.Facts.approval;
import static io.huitai.till.report.Facts.line;
import static io.huitai.till.report.Facts.may;
import static io.huitai.till.report.Facts.move;
import static io.huitai.till.report.Facts.recharged;
import static io.huitai.till.report.Facts.refund;
import static io.huitai.till.report.Facts.rows;
import static io.huitai.till.report.Facts.sale;
import static io.huitai.till.report.Facts.tender;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.Once;
import io.huitai.ledger.Account;
import io.huitai.ledger.Asset;
import io.huitai.ledger.Lot;
import io.huitai.ledger.Posting;
import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.money.Rate;
import io.huitai.shop.BillLine;
import io.huitai.shop.ByHand;
import io.huitai.shop.Category;
import io.huitai.shop.Label;
import io.huitai.shop.MemberNo;
import io.huitai.shop.OperatorId;
import io.huitai.shop.Sku;
import io.huitai.shop.TenderType;
import io.huitai.shop.id.VoucherTypeId;
import io.huitai.till.refusal.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {
    private static final Account MEMBER = Account.of(new MemberNo("M0003"));
    private static final Account LANHAI = Account.company("蓝海");

    @TempDir
    Path store;

    @BeforeEach
    void open() {
        Facts.open(store, "standard-card");
    }

    private Report report(ReportKind kind) {
        return Reports.of(store).read(kind, may(), () -> true).orElseThrow();
    }

    @Test
    void salesByHourCategoryTenderAndTax() {
        try (var written = Written.in(store)) {
            written.at("2026-04-30T20:00:00")
                    .add(sale(1, "2026-04-30", "", line(1, "room", "300.00", "300.00", "0.06")));
            written.at("2026-05-02T12:10:00")
                    .add(new Fact.TenderTaken(
                            2, tender(TenderType.CASH, "185.00"), Optional.empty(), List.of(), Optional.empty()))
                    .add(sale(
                            2,
                            "2026-05-02",
                            "",
                            line(1, "food.cold", "100.00", "85.00", "0.06"),
                            line(2, "tea", "100.00", "100.00", "0.13")))
                    .add(refund(3, 2, "2026-05-02", 2, "100.00", "0.13"))
                    .add(recharged(4, "2026-05-02", "M0003", "500.00"));
            written.at("2026-06-01T09:00:00").add(sale(5, "2026-06-01", "", line(1, "room", "1.00", "1.00", "0.06")));
        }
        var sales = report(ReportKind.SALES);
        assertThat(rows(sales, "totals"))
                .containsExactly(
                        "Bills|1",
                        "Sales|185.00",
                        "Refunds made|1",
                        "Refunded|100.00",
                        "Net|85.00",
                        "Recharges made|1",
                        "Recharged|500.00",
                        "Fees taken|0",
                        "Fees|0.00");
        assertThat(rows(sales, "by-hour")).containsExactly("12:00|1|185.00");
        assertThat(rows(sales, "by-category")).containsExactly("food.cold|85.00|0.00|85.00", "tea|100.00|100.00|0.00");
        assertThat(rows(sales, "by-tender")).containsExactly("Cash|2|685.00|100.00|585.00");
        assertThat(rows(sales, "tax")).containsExactly("6%|85.00|4.81", "13%|0.00|0.00");
        assertThat(rows(report(ReportKind.RULES), "rules")).containsExactly("tier-gold|Gold 15% off|1|1|100.00|15.00");
    }

    @Test
    void whatMembersHoldOpensMovesAndCloses() {
        var voucher = Asset.voucher(new VoucherTypeId("cash100"));
        try (var written = Written.in(store)) {
            written.at("2026-04-30T10:00:00")
                    .add(recharged(1, "2026-04-30", "M0003", "100.00"))
                    .add(granted(move(Account.ISSUED, MEMBER, Asset.POINTS, 40)));
            written.at("2026-05-02T10:00:00")
                    .add(recharged(2, "2026-05-02", "M0003", "50.00"))
                    .add(granted(
                            move(Account.ISSUED, MEMBER, Asset.POINTS, 10),
                            move(Account.ISSUED, MEMBER, Asset.BONUS, 5_00),
                            move(Account.ISSUED, MEMBER, voucher, 3),
                            move(MEMBER, Account.REDEEMED, voucher, 1),
                            move(MEMBER, Account.REDEEMED, Asset.PRINCIPAL, 30_00),
                            move(MEMBER, Account.REDEEMED, Asset.BONUS, 1_00),
                            move(Account.REDEEMED, MEMBER, Asset.BONUS, 20),
                            move(MEMBER, Account.REVERSED, Asset.POINTS, 7),
                            move(MEMBER, Account.EXPIRED, Asset.POINTS, 13),
                            move(MEMBER, Account.MONEY, Asset.PRINCIPAL, 20_00),
                            move(MEMBER, Account.of(new MemberNo("M0004")), Asset.POINTS, 5)));
        }
        assertThat(rows(report(ReportKind.POINTS), "points"))
                .containsExactly("Opening|40", "Granted|10", "Used|0", "Taken back|7", "Run out|13", "Closing|30");
        assertThat(rows(report(ReportKind.POINTS), "vouchers")).containsExactly("cash100|0|3|1|0|0|2");
        assertThat(rows(report(ReportKind.STORED), "stored"))
                .containsExactly(
                        "Opening|100.00|0.00|100.00",
                        "Granted|0.00|5.00|5.00",
                        "Paid in|50.00|0.00|50.00",
                        "Used|30.00|0.80|30.80",
                        "Taken back|0.00|0.00|0.00",
                        "Run out|0.00|0.00|0.00",
                        "Paid out|20.00|0.00|20.00",
                        "Closing|100.00|4.20|104.20");
    }

    private static Fact granted(Posting... postings) {
        return new Fact.Granted(new MemberNo("M0003"), new Once("by hand"), Optional.empty(), List.of(postings));
    }

    @Test
    void companiesOweByTheAgeOfEachCharge() {
        try (var written = Written.in(store)) {
            written.at("2026-02-10T10:00:00").add(charged("2026-02-10", 100_00));
            written.at("2026-04-20T10:00:00").add(charged("2026-04-20", 200_00));
            written.at("2026-05-20T10:00:00").add(charged("2026-05-20", 40_00));
            var day = LocalDate.of(2026, 5, 21);
            written.at("2026-05-21T10:00:00")
                    .add(new Fact.AccountSettled(
                            Facts.receipt(9),
                            1,
                            day,
                            "蓝海",
                            tender(TenderType.CARD, "60.00"),
                            List.of(new Posting(
                                    LANHAI,
                                    Account.MONEY,
                                    Asset.CREDIT,
                                    Lot.tallyOf(LocalDate.of(2026, 2, 10)),
                                    60_00))));
        }
        assertThat(rows(report(ReportKind.ACCOUNTS), "accounts"))
                .containsExactly("蓝海|40.00|60.00|280.00|40.00|200.00|0.00|40.00");
    }

    private static Fact charged(String day, long fen) {
        return new Fact.TenderTaken(
                1,
                tender(TenderType.ACCOUNT, "1.00"),
                Optional.empty(),
                List.of(new Posting(Account.ISSUED, LANHAI, Asset.CREDIT, Lot.tallyOf(LocalDate.parse(day)), fen)),
                Optional.empty());
    }

    @Test
    void exceptionsNameWhoDidItAndWhoAllowedIt() {
        try (var written = Written.in(store)) {
            written.at("2026-05-02T10:00:00")
                    .by("1001")
                    .add(new Fact.LineVoided(7, 1, Optional.empty(), Optional.empty()))
                    .add(new Fact.DrawerOpened("换零", approval()))
                    .add(new Fact.PinRefused(new OperatorId("1002"), Optional.empty()))
                    .add(new Fact.CashMoved(Money.parse("-50.00"), "买菜", Optional.of(approval())))
                    .add(new Fact.CashMoved(Money.parse("9.00"), "零钱", Optional.empty()));
        }
        assertThat(rows(report(ReportKind.EXCEPTIONS), "exceptions-by-operator"))
                .containsExactly(
                        "1001|1|0|0|0|1|1|1|0|0|0|0|0|0|0|0|0|0",
                        "1002|0|0|0|0|0|0|0|0|0|0|0|0|0|0|1|0|0",
                        "2001|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|2");
        assertThat(rows(report(ReportKind.EXCEPTIONS), "exceptions"))
                .contains("2026-05-02 10:00|1001|Cash out|50.00|买菜|2001");
    }

    /// What else was approved is told in words, as it stands among the steps.
    @Test
    void whatElseWasApprovedIsToldInWords() {
        try (var written = Written.in(store)) {
            written.at("2026-05-02T10:00:00")
                    .by("1001")
                    .add(new Fact.MemberForgotten(
                            new MemberNo("M0003"), LocalDate.parse("2026-05-02"), "要求", approval(), List.of()))
                    .add(new Fact.CardsReturned(
                            new MemberNo("M0003"),
                            List.of(),
                            "退卡",
                            Optional.empty(),
                            Optional.of(approval()),
                            List.of()));
        }
        var said = rows(report(ReportKind.EXCEPTIONS), "approved-steps").stream()
                .map(row -> row.substring(row.lastIndexOf('|') + 1))
                .toList();

        assertThat(said).hasSize(2).allSatisfy(step -> assertThat(step).doesNotContain("Forgotten", "CardsReturned"));
        assertThat(rows(report(ReportKind.EXCEPTIONS), "exceptions"))
                .containsExactly(
                        "2026-05-02 10:00|1001|Approved|0.00|" + said.get(0) + "|2001",
                        "2026-05-02 10:00|1001|Approved|0.00|" + said.get(1) + "|2001");
    }

    /// A bill opened on the day before is known too.
    @Test
    void anExceptionIsToldWithWhatItCost() {
        try (var written = Written.in(store)) {
            written.at("2026-04-30T23:50:00").by("1001").add(new Fact.LineAdded(7, ordered(1, "30.00", "2")));
            written.at("2026-05-02T10:00:00")
                    .add(new Fact.LineAdded(7, ordered(2, "100.00", "1")))
                    .add(new Fact.LineAdded(7, ordered(3, "8.00", "1")))
                    .add(new Fact.LineQuantitySet(7, 3, Quantity.parse("3"), Optional.empty()))
                    .add(new Fact.LineVoided(7, 3, Optional.empty(), Optional.empty()))
                    .add(new Fact.PriceOverridden(7, 1, Money.parse("25.00"), "熟客", approval()))
                    .add(new Fact.DiscountGiven(
                            7,
                            new ByHand(
                                    Optional.of(2),
                                    Optional.of(Rate.parse("0.1")),
                                    Money.ZERO,
                                    Rate.ONE,
                                    new Label("客诉", "Complaint")),
                            Optional.empty()))
                    .add(new Fact.BillVoided(7, "走了", List.of(), Optional.empty(), List.of()));
        }
        assertThat(rows(report(ReportKind.EXCEPTIONS), "exceptions"))
                .containsExactly(
                        "2026-05-02 10:00|1001|Voided line|24.00|3|",
                        "2026-05-02 10:00|1001|Override|10.00|熟客|2001",
                        "2026-05-02 10:00|1001|Override|10.00|Complaint|",
                        "2026-05-02 10:00|1001|Voided bill|150.00|走了|");
    }

    /// With its reason, and who allowed it.
    @Test
    void whatWasDoneWithBillAndDrawerIsToldWithItsReasonAndItsCost() {
        try (var written = Written.in(store)) {
            written.at("2026-05-02T10:00:00")
                    .by("1001")
                    .add(new Fact.LineAdded(7, ordered(1, "30.00", "5")))
                    .add(new Fact.LineQuantitySet(7, 1, Quantity.parse("2"), Optional.empty()))
                    .add(new Fact.LineQuantitySet(7, 1, Quantity.parse("3"), Optional.empty()))
                    .add(new Fact.LineVoided(7, 1, Optional.of("点错"), Optional.of(approval())))
                    .add(new Fact.LineRestored(7, 1))
                    .add(new Fact.BillVoided(7, "走了", List.of(), Optional.of(approval()), List.of()))
                    .add(new Fact.CashMoved(Money.parse("9.00"), "零钱", Optional.of(approval())))
                    .add(new Fact.CountDiffered(1, Map.of("cash", Money.parse("1.00")), Money.parse("59.00")))
                    .add(new Fact.ShiftClosed(
                            1,
                            Map.of("cash", Money.parse("60.00"), "card", Money.parse("5.00")),
                            Map.of("cash", Money.parse("20.00"), "card", Money.parse("5.00")),
                            Map.of("cash", Money.parse("-40.00"), "card", Money.ZERO),
                            Optional.of("找错"),
                            Optional.of(approval())));
        }
        assertThat(rows(report(ReportKind.EXCEPTIONS), "exceptions"))
                .containsExactly(
                        "2026-05-02 10:00|1001|Voided line|90.00|1 (2)|",
                        "2026-05-02 10:00|1001|Voided line|90.00|1 点错|2001",
                        "2026-05-02 10:00|1001|Line put back|-90.00|1|",
                        "2026-05-02 10:00|1001|Voided bill|90.00|走了|2001",
                        "2026-05-02 10:00|1001|Cash in|9.00|零钱|2001",
                        "2026-05-02 10:00|1001|Count that differed|59.00||",
                        "2026-05-02 10:00|1001|Over or short|40.00|cash 找错|2001");
    }

    @Test
    void anApprovedCloseIsToldByEachWayOfPayingAndItsApprovalOnce() {
        var expected = Map.of("alipay", Money.parse("5.00"), "cash", Money.parse("60.00"));
        try (var written = Written.in(store)) {
            written.at("2026-05-02T10:00:00")
                    .by("1001")
                    .add(new Fact.RoundedByHand(7, Money.parse("0.40"), Optional.empty()))
                    .add(new Fact.ShiftClosed(
                            1,
                            expected,
                            Map.of("alipay", Money.ZERO, "cash", Money.parse("50.00"), "wechat", Money.parse("15.00")),
                            Map.of(
                                    "alipay",
                                    Money.parse("-5.00"),
                                    "cash",
                                    Money.parse("-10.00"),
                                    "wechat",
                                    Money.parse("15.00")),
                            Optional.of("找错"),
                            Optional.of(approval())))
                    .add(new Fact.ShiftClosed(
                            2, expected, Map.of(), Map.of(), Optional.of("忘了"), Optional.of(approval())));
        }
        var report = report(ReportKind.EXCEPTIONS);
        assertThat(rows(report, "exceptions"))
                .containsExactly(
                        "2026-05-02 10:00|1001|Override|0.40|Rounding|",
                        "2026-05-02 10:00|1001|Over or short|5.00|alipay 找错|2001",
                        "2026-05-02 10:00|1001|Over or short|10.00|cash 找错|",
                        "2026-05-02 10:00|1001|Over or short|-15.00|wechat 找错|",
                        "2026-05-02 10:00|1001|Over or short|60.00|cash 忘了|2001");
        assertThat(rows(report, "approved-steps"))
                .containsExactly(
                        "2026-05-02 10:00|1001|2001|close shift 1, over and short together 30.00; Alipay -5.00; "
                                + "Cash -10.00; WeChat +15.00; reason: 找错",
                        "2026-05-02 10:00|1001|2001|close shift 2, over and short together 60.00; "
                                + "Cash not counted, 60.00 expected; reason: 忘了");
        assertThat(rows(report, "exceptions-by-operator"))
                .filteredOn(row -> row.startsWith("2001|"))
                .singleElement()
                .satisfies(row -> assertThat(row).endsWith("|2"));
    }

    /// What happens before the house's day ends belongs to the day before, whether or not the fact says so.
    @Test
    void theSmallHoursBelongToTheEveningBefore() throws IOException {
        Files.writeString(store.resolve("settings.yaml"), "house:\n  dayEnds: \"04:00\"\n", StandardOpenOption.APPEND);
        var random = new Random(7);
        var drawers = new TreeMap<LocalDate, Integer>();
        var returns = new TreeMap<LocalDate, Money>();
        var reversed = new TreeMap<LocalDate, Integer>();
        try (var written = Written.in(store)) {
            var at = LocalDateTime.parse("2026-04-30T20:00:00");
            for (var number = 1; number <= 60; number++) {
                at = at.plusMinutes(20 + random.nextInt(400));
                var day = at.minusHours(4).toLocalDate();
                written.at(at.toString()).add(new Fact.DrawerOpened("换零", approval()));
                drawers.merge(day, 1, Integer::sum);
                written.add(new Fact.GoodsTakenBack(
                        Facts.receipt(number), 1, day, "外套", tender(TenderType.CASH, "1.00"), "无小票", approval()));
                returns.merge(day, Money.parse("1.00"), Money::plus);
                written.add(new Fact.PinRefused(new OperatorId("1002"), Optional.empty()));
                reversed.merge(day, 1, Integer::sum);
            }
        }
        for (var day : drawers.keySet()) {
            var exceptions = Reports.of(store)
                    .read(ReportKind.EXCEPTIONS, Period.of(day, day), () -> true)
                    .orElseThrow();
            var told = rows(exceptions, "exceptions");
            assertThat(told.stream().filter(row -> row.contains("换零")))
                    .as("%s", day)
                    .hasSize(drawers.getOrDefault(day, 0));
            assertThat(told.stream().filter(row -> row.contains("1002")))
                    .as("%s", day)
                    .hasSize(reversed.getOrDefault(day, 0));
            assertThat(told.stream().filter(row -> row.contains("无小票")).count())
                    .as("%s", day)
                    .isEqualTo(returns.getOrDefault(day, Money.ZERO).fen() / 100);
            var sales = Reports.of(store)
                    .read(ReportKind.SALES, Period.of(day, day), () -> true)
                    .orElseThrow();
            assertThat(rows(sales, "totals"))
                    .as("%s", day)
                    .contains("Refunded|" + returns.getOrDefault(day, Money.ZERO));
        }
    }

    private static BillLine ordered(int number, String price, String qty) {
        return new BillLine(
                number,
                new Sku("open"),
                "菜",
                new Category("food"),
                Money.parse(price),
                Optional.empty(),
                Quantity.parse(qty),
                List.of(),
                Rate.ZERO,
                "",
                List.of(),
                List.of(),
                Optional.empty());
    }

    @Test
    void whoBroughtWhom() {
        try (var written = Written.in(store)) {
            written.at("2026-05-02T10:00:00").add(Facts.enrolled("M9001", "regular", "1001", "蓝海", "M0003"));
        }
        assertThat(rows(report(ReportKind.REFERRALS), "referrers")).containsExactly("M0003|王*|1");
        assertThat(rows(report(ReportKind.REFERRALS), "new-members"))
                .containsExactly("2026-05-02|M9001|张*三|M0003|1001|蓝海");
    }

    @Test
    void aReportThatNobodyWaitsForEndsEarly() {
        try (var written = Written.in(store)) {
            for (var i = 0; i < 20; i++) {
                written.add(granted(new Posting(Account.ISSUED, MEMBER, Asset.POINTS, LOT, 1)));
            }
        }
        var asked = new AtomicInteger();
        assertThat(Reports.of(store).read(ReportKind.SALES, may(), () -> asked.incrementAndGet() < 3))
                .isEmpty();
        assertThat(asked).hasValue(3);
    }

    @Test
    void noStoreNoReport() {
        assertThatThrownBy(() -> Reports.of(store.resolve("none")).read(ReportKind.SALES, may(), () -> true))
                .isInstanceOf(Refusal.class);
    }
}
