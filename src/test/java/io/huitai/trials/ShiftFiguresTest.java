package io.huitai.trials;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.journal.JournalFile;
import io.huitai.journal.Recorded;
import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.Once;
import io.huitai.journal.log.SystemDisk;
import io.huitai.ledger.Account;
import io.huitai.ledger.Asset;
import io.huitai.ledger.CardMoney;
import io.huitai.ledger.Lot;
import io.huitai.ledger.Posting;
import io.huitai.money.Money;
import io.huitai.shop.Approval;
import io.huitai.shop.CardNumber;
import io.huitai.shop.Lang;
import io.huitai.shop.MemberNo;
import io.huitai.shop.OperatorId;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.Role;
import io.huitai.shop.Tender;
import io.huitai.shop.TenderType;
import io.huitai.shop.id.TierId;
import io.huitai.shop.id.VoucherTypeId;
import io.huitai.till.report.Cell;
import io.huitai.till.report.Period;
import io.huitai.till.report.ReportKind;
import io.huitai.till.report.ReportWords;
import io.huitai.till.report.Reports;
import io.huitai.till.report.Written;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The X and the Z report are folds over the journal: a shift by chance, then facts of every kind that moves money,
/// points, vouchers or stored value, added up a second time.
class ShiftFiguresTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 4);
    private static final MemberNo MEMBER = new MemberNo("M0003");
    private static final Account OWN = Account.of(MEMBER);
    private static final Lot LOT = new Lot("S001-T1-1-1-0", Optional.empty(), Optional.empty(), "S001", "S001/T1");

    @TempDir
    Path store;

    private Random random = new Random();

    @ParameterizedTest
    @ValueSource(longs = {1, 20261124, 77})
    void xAndZAreFoldsOverTheJournal(long seed) throws IOException {
        random = new Random(seed);
        var ledger = sell();
        writeByHand();
        Map<String, String> x;
        try (var till = TillHere.open(store, false)) {
            till.signIn();
            x = ShiftFigures.of(till.ok("x-report"));
            assertThat(x).as("seed %d", seed).isEqualTo(reckoned());
            assertThat(x).containsKeys("fees", "recharges", "stored.spent", "vouchers.used", "points.expired");
            assertThat(Integer.parseInt(x.getOrDefault("bills", "0"))).isGreaterThan(ledger.bills);
            var without = new TreeMap<>(x);
            without.keySet().removeIf(name -> name.startsWith("drawer.") || name.equals("voids"));
            assertThat(reported()).as("seed %d", seed).isEqualTo(without);
        }
        Files.delete(store.resolve("store.mv.db"));
        try (var till = TillHere.open(store, false)) {
            till.signIn();
            assertThat(ShiftFigures.of(till.ok("x-report"))).as("rebuilt").isEqualTo(x);
            if (till.ok("status").path("bill").isObject()) {
                till.ok("void-bill", "reason", "走了", "approval", Json.approval());
            }
            till.ok("close-shift", "counted", Json.object("cash", "700.00"));
            var z = ShiftFigures.of(till.ok("z-report"));
            assertThat(z).as("seed %d", seed).isEqualTo(reckoned()).containsEntry("drawer.counted", "700.00");
        }
        Files.delete(store.resolve("store.mv.db"));
        try (var till = TillHere.open(store, false)) {
            till.signIn();
            assertThat(ShiftFigures.of(till.ok("z-report"))).as("rebuilt").isEqualTo(reckoned());
        }
    }

    private Map<String, String> reckoned() {
        var figures = new ShiftFigures();
        JournalFile.read(store, new SystemDisk(), entry -> {
            figures.entry(entry);
            return true;
        });
        return figures.figures();
    }

    /// The same figures out of the period reports, read beside the open till: all of it is one day and one shift.
    private Map<String, String> reported() {
        var sums = new TreeMap<String, BigDecimal>();
        for (var kind : List.of(ReportKind.SALES, ReportKind.RULES, ReportKind.POINTS, ReportKind.STORED)) {
            var report = Reports.of(store).read(kind, Period.of(TODAY, TODAY), () -> true);
            report.orElseThrow().tables().forEach(table -> table.rows().forEach(row -> told(sums, table.id(), row)));
        }
        var all = new TreeMap<String, String>();
        sums.forEach((name, sum) -> {
            if (sum.signum() != 0) {
                all.put(name, sum.toPlainString());
            }
        });
        return all;
    }

    /// A row by the names that `console.md` has for its figures.
    private static void told(Map<String, BigDecimal> sums, String table, List<Cell> row) {
        var first = row.getFirst() instanceof Cell.Word(var key)
                ? key.substring(key.indexOf('.') + 1)
                : ReportWords.in(Lang.ZH).cell(row.getFirst());
        switch (table) {
            case "totals" -> {
                if (List.of("sales", "refunds", "net", "recharges", "fees", "bills")
                        .contains(first)) {
                    add(sums, first, row.getLast());
                }
            }
            case "tax" -> add(sums, "taxes." + ((Cell.Share) row.getFirst()).rate(), row.getLast());
            case "by-hour" -> add(sums, "byHour." + first.substring(0, 2), row.getLast());
            case "by-category" -> add(sums, "byCategory." + first.replaceFirst("[.].*", ""), row.get(1));
            case "by-tender" -> add(sums, "tenders." + first, row.getLast());
            case "rules" -> add(sums, "discounts." + first, row.getLast());
            case "points" ->
                Optional.ofNullable(Map.of(
                                        "granted",
                                        "earned",
                                        "used",
                                        "used",
                                        "taken-back",
                                        "reversed",
                                        "run-out",
                                        "expired")
                                .get(first))
                        .ifPresent(name -> add(sums, "points." + name, row.getLast()));
            case "vouchers" -> {
                add(sums, "vouchers.granted", row.get(2));
                add(sums, "vouchers.used", row.get(3));
            }
            case "stored" -> {
                if (first.equals("used")) {
                    add(sums, "stored.spent", row.getLast());
                } else if (first.equals("paid-in") || first.equals("granted")) {
                    add(sums, "stored.recharged", row.get(1));
                    add(sums, "stored.bonus", row.get(2));
                }
            }
            default -> {
                // the shift's report has no such figure
            }
        }
    }

    private static void add(Map<String, BigDecimal> sums, String name, Cell cell) {
        sums.merge(name, new BigDecimal(ReportWords.in(Lang.ZH).cell(cell)), BigDecimal::add);
    }

    private Ledger sell() {
        var ledger = new Ledger();
        Counter.DEMO_MEMBERS.forEach(ledger::knows);
        var counter = new Counter(random);
        try (var till = TillHere.open(store, false)) {
            till.signIn();
            for (int i = 0; i < 250; i++) {
                var step = counter.next(ledger);
                till.ok(step.request());
                ledger = step.after();
            }
        }
        return ledger;
    }

    /// Uses of the till that the counter has no step for.
    private void writeByHand() {
        var sold = lastSale();
        try (var written = Written.in(store)) {
            for (int i = 0; i < 3; i++) {
                written.add(recharged(i), subscribed(i), replaced(i), settled(i));
                written.add(moved(Account.ISSUED, OWN, Asset.voucher(new VoucherTypeId("gift")), 3), expired());
                written.add(sale(sold, i), reversed(), returned());
                written.add(new Fact.CashMoved(some().negated(), "换零", Optional.of(approval())));
            }
        }
    }

    private Fact.SaleCompleted lastSale() {
        var last = new Fact.SaleCompleted[1];
        JournalFile.read(store, new SystemDisk(), entry -> {
            if (entry.kind().equals("SaleCompleted")) {
                last[0] = (Fact.SaleCompleted)
                        Recorded.of(entry, _ -> Optional.empty()).fact();
            }
            return true;
        });
        return last[0];
    }

    private Money some() {
        return Money.ofFen(1 + random.nextLong(300_00));
    }

    private Tender paid(TenderType type) {
        return new Tender(1, type, some(), Money.ZERO, "");
    }

    private TenderType any() {
        return List.of(TenderType.CASH, TenderType.CARD, TenderType.WECHAT).get(random.nextInt(3));
    }

    private static ReceiptNo receipt(int number) {
        return new ReceiptNo("S001-T1-%06d".formatted(number));
    }

    private static Posting move(Account from, Account to, Asset asset, long amount) {
        return new Posting(from, to, asset, LOT, amount);
    }

    private static Fact moved(Account from, Account to, Asset asset, long amount) {
        return new Fact.Granted(MEMBER, new Once("by hand"), Optional.empty(), List.of(move(from, to, asset, amount)));
    }

    private static Approval approval() {
        return new Approval(new OperatorId("2001"), Role.SUPERVISOR, Optional.empty());
    }

    private Fact recharged(int i) {
        var tender = paid(any());
        var bonus = some();
        return new Fact.Recharged(
                receipt(910_000 + i),
                1,
                TODAY,
                MEMBER,
                "",
                tender.amount(),
                bonus,
                tender,
                new CardMoney(tender.amount(), bonus),
                Optional.empty(),
                List.of(
                        move(
                                Account.MONEY,
                                OWN,
                                Asset.PRINCIPAL,
                                tender.amount().fen()),
                        move(Account.ISSUED, OWN, Asset.BONUS, bonus.fen()),
                        Posting.tally(
                                OWN, Asset.RECHARGED, TODAY, tender.amount().fen())));
    }

    private Fact subscribed(int i) {
        return new Fact.Subscribed(
                receipt(920_000 + i), 1, TODAY, MEMBER, new TierId("gold"), TODAY, TODAY.plusMonths(1), paid(any()));
    }

    private Fact replaced(int i) {
        var card = new CardNumber("998800009000000" + i);
        return new Fact.CardReplaced(MEMBER, card, List.of(), "lost", Optional.of(paid(any())), Optional.empty());
    }

    private Fact settled(int i) {
        var tender = paid(any());
        var postings = List.of(new Posting(
                Account.company("蓝海"),
                Account.MONEY,
                Asset.CREDIT,
                LOT,
                tender.amount().fen()));
        return new Fact.AccountSettled(receipt(930_000 + i), 1, TODAY, "蓝海", tender, postings);
    }

    private Fact expired() {
        return new Fact.AssetsExpired(
                MEMBER,
                TODAY,
                List.of(
                        move(OWN, Account.EXPIRED, Asset.POINTS, 1 + random.nextInt(9)),
                        move(OWN, Account.EXPIRED, Asset.voucher(new VoucherTypeId("gift")), 1),
                        move(OWN, Account.EXPIRED, Asset.BONUS, 5)));
    }

    private Fact reversed() {
        return new Fact.PointsReversed(
                MEMBER, -7, "错了", approval(), List.of(move(OWN, Account.REVERSED, Asset.POINTS, 7)), Optional.empty());
    }

    private Fact returned() {
        var out = paid(TenderType.CASH);
        return new Fact.CardsReturned(
                MEMBER,
                List.of(),
                "搬家",
                Optional.of(out),
                Optional.of(approval()),
                List.of(move(OWN, Account.MONEY, Asset.PRINCIPAL, out.amount().fen())));
    }

    /// A bill like another, paid from the card and with a voucher.
    private static Fact sale(Fact.SaleCompleted like, int i) {
        var sale = like.sale();
        var other = new io.huitai.journal.fact.Sale(
                receipt(940_000 + i),
                sale.shift(),
                sale.businessDay(),
                sale.pricedAt(),
                sale.programme(),
                sale.buyer(),
                sale.service(),
                sale.lines(),
                sale.sums(),
                sale.paid(),
                sale.used(),
                sale.brought(),
                sale.after(),
                sale.adjusted());
        return new Fact.SaleCompleted(
                980_000 + i,
                other,
                List.of(
                        move(OWN, Account.REDEEMED, Asset.PRINCIPAL, 12_34),
                        move(OWN, Account.REDEEMED, Asset.BONUS, 1_23),
                        move(OWN, Account.REDEEMED, Asset.voucher(new VoucherTypeId("gift")), 1),
                        move(Account.ISSUED, OWN, Asset.POINTS, 12)));
    }
}
