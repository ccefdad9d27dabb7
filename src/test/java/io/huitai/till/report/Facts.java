package io.huitai.till.report;

import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.GivenGround;
import io.huitai.journal.fact.Profile;
import io.huitai.journal.fact.Refund;
import io.huitai.journal.fact.Sale;
import io.huitai.journal.fact.SoldLine;
import io.huitai.ledger.Account;
import io.huitai.ledger.Asset;
import io.huitai.ledger.CardMoney;
import io.huitai.ledger.Lot;
import io.huitai.ledger.Posting;
import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.money.Rate;
import io.huitai.money.Sums;
import io.huitai.shop.Approval;
import io.huitai.shop.BillLine;
import io.huitai.shop.Category;
import io.huitai.shop.Lang;
import io.huitai.shop.MemberNo;
import io.huitai.shop.OperatorId;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.Role;
import io.huitai.shop.Service;
import io.huitai.shop.Sku;
import io.huitai.shop.Tender;
import io.huitai.shop.TenderType;
import io.huitai.shop.id.ProgrammeId;
import io.huitai.shop.id.TierId;
import io.huitai.till.Till;
import io.huitai.till.TrainingTills;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// What happens in the stores of these tests.
public final class Facts {
    public static final Lot LOT = new Lot("S001-T1-1-1-0", Optional.empty(), Optional.empty(), "S001", "S001/T1");

    private Facts() {}

    /// A training store that nobody has sold in.
    public static void open(Path store, String programme) {
        var opening = TrainingTills.opening(store, programme, Optional.of(Instant.parse("2026-01-01T04:00:00Z")));
        Till.open(opening, InstantSource.system()).close();
    }

    static Approval approval() {
        return new Approval(new OperatorId("2001"), Role.SUPERVISOR, Optional.empty());
    }

    static Tender tender(TenderType type, String amount) {
        return new Tender(1, type, Money.parse(amount), Money.ZERO, "");
    }

    static Posting move(Account from, Account to, Asset asset, long amount) {
        return new Posting(from, to, asset, LOT, amount);
    }

    static Fact enrolled(String no, String tier, String seller, String company, String referrer) {
        var origin = new Profile.Origin(
                company,
                Optional.of(referrer).filter(text -> !text.isEmpty()).map(MemberNo::new),
                Optional.of(seller).filter(text -> !text.isEmpty()).map(OperatorId::new));
        return enrolled(
                no,
                tier,
                new Profile(
                        "张小三",
                        "13800001234",
                        "",
                        "",
                        "",
                        Optional.empty(),
                        "f",
                        false,
                        LocalDate.of(2026, 5, 1),
                        origin));
    }

    static Fact enrolled(String no, String tier, Profile profile) {
        return new Fact.MemberEnrolled(
                new MemberNo(no),
                profile,
                new TierId(tier),
                "",
                Optional.empty(),
                GivenGround.NONE,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of());
    }

    static Fact recharged(int number, String day, String member, String amount) {
        var money = Money.parse(amount);
        return new Fact.Recharged(
                receipt(number),
                1,
                LocalDate.parse(day),
                new MemberNo(member),
                "",
                money,
                Money.ZERO,
                tender(TenderType.CASH, amount),
                new CardMoney(money, Money.ZERO),
                Optional.empty(),
                List.of(move(Account.MONEY, Account.of(new MemberNo(member)), Asset.PRINCIPAL, money.fen())));
    }

    static ReceiptNo receipt(int number) {
        return new ReceiptNo("S001-T1-%06d".formatted(number));
    }

    static SoldLine line(int number, String category, String gross, String net, String tax) {
        var item = new BillLine(
                number,
                new Sku("X" + number),
                "货",
                new Category(category),
                Money.parse(gross),
                Optional.empty(),
                Quantity.ONE,
                List.of(),
                Rate.parse(tax),
                "",
                List.of(),
                List.of(),
                Optional.empty());
        var off = Money.parse(net).minus(Money.parse(gross));
        var because = off.isZero()
                ? List.<SoldLine.Because>of()
                : List.of(new SoldLine.Because(
                        "tier-gold", Optional.of("金卡 85折"), Optional.of("Gold 15% off"), off, Optional.empty()));
        return new SoldLine(item, Money.parse(gross), Money.parse(net), because);
    }

    /// @param member empty for a walk-in
    public static Fact.SaleCompleted sale(int number, String day, String member, SoldLine... lines) {
        var payable = List.of(lines).stream().map(SoldLine::net).reduce(Money.ZERO, Money::plus);
        var gross = List.of(lines).stream().map(SoldLine::gross).reduce(Money.ZERO, Money::plus);
        var sale = new Sale(
                receipt(number),
                1,
                LocalDate.parse(day),
                OffsetDateTime.parse(day + "T12:00:00+08:00"),
                new Sale.ProgrammeRef(new ProgrammeId("standard-card"), "1", ""),
                Optional.of(member)
                        .filter(no -> !no.isEmpty())
                        .map(no -> new Sale.Buyer(new MemberNo(no), "张*三", new TierId("regular"), "")),
                Service.DEFAULT,
                List.of(lines),
                new Sums(gross, gross.minus(payable), Money.ZERO, Money.ZERO, payable),
                new Sale.Paid(List.of(tender(TenderType.CASH, payable.toString())), List.of()),
                Sale.Used.NOTHING,
                Sale.Brought.NOTHING,
                Optional.empty(),
                Optional.empty());
        return new Fact.SaleCompleted(number, sale, List.of());
    }

    static Fact refund(int number, int of, String day, int line, String amount, String tax) {
        var money = Money.parse(amount);
        var rate = Rate.parse(tax);
        var refund = new Refund(
                receipt(number),
                receipt(of),
                1,
                LocalDate.parse(day),
                Optional.empty(),
                List.of(new Refund.Returned(line, 1_000, money)),
                money,
                List.of(new Refund.Share(1, TenderType.CASH, money, money)),
                Refund.Points.NONE,
                List.of(),
                false,
                true,
                "不要了",
                Optional.of(List.of(new Refund.Taxed(rate, money, money.includedTax(rate)))),
                Optional.empty());
        return new Fact.SaleRefunded(refund, approval(), List.of());
    }

    static Period may() {
        return Period.of(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 31));
    }

    /// A table's rows in English, cells parted by a bar.
    static List<String> rows(Report report, String table) {
        var words = ReportWords.in(Lang.EN);
        return report.tables().stream()
                .filter(each -> each.id().equals(table))
                .flatMap(each -> each.rows().stream())
                .map(row -> String.join("|", row.stream().map(words::cell).toList()))
                .toList();
    }
}
