package io.huitai.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huitai.journal.fact.MemberRecord;
import io.huitai.journal.fact.Once;
import io.huitai.journal.fact.Profile;
import io.huitai.journal.fact.Standing;
import io.huitai.journal.feed.Feed;
import io.huitai.journal.feed.FeedItem;
import io.huitai.journal.log.SystemDisk;
import io.huitai.ledger.Asset;
import io.huitai.ledger.Balances;
import io.huitai.ledger.Holding;
import io.huitai.ledger.Lot;
import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.money.Rate;
import io.huitai.programme.pricing.Quote;
import io.huitai.programme.scheme.Grant;
import io.huitai.programme.words.Use;
import io.huitai.shop.BillLine;
import io.huitai.shop.Dish;
import io.huitai.shop.Lang;
import io.huitai.shop.MemberNo;
import io.huitai.shop.OperatorId;
import io.huitai.shop.OutletKind;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.Service;
import io.huitai.shop.ServiceMode;
import io.huitai.shop.StoreId;
import io.huitai.shop.TenderType;
import io.huitai.shop.TillId;
import io.huitai.till.bill.Adjustments;
import io.huitai.till.bill.Bills;
import io.huitai.till.bill.OpenBill;
import io.huitai.till.book.ApprovalGiven;
import io.huitai.till.book.Approver;
import io.huitai.till.member.MemberView;
import io.huitai.till.past.PastSales;
import io.huitai.till.refund.Refunds;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import io.huitai.till.sale.Sales;
import io.huitai.till.settings.Opening;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Refunds are the exact inverse of sales, for random sales paid by several tenders and returned in random parts and
/// order. On a real till with a real journal and store; a failing seed is in the failure's text.
class RefundPropertiesTest {
    private static final int SALES = "full".equals(System.getProperty("huitai.trials")) ? 2_500 : 15;
    private static final long SEED = 20261122;
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 2); // the mall's double points: a first Saturday
    private static final Instant NOON = Instant.parse("2026-05-02T04:00:00Z");
    private static final Approver SUPERVISOR = () -> Optional.of(new ApprovalGiven(new OperatorId("2001"), "2222"));
    private static final String HOUSE = """
            house:
              rounding: {unit: jiao, way: half-up}
              limits:
                cashier: {discount: "0", rounding: "0"}
                supervisor: {discount: "1", rounding: "99.99"}
              charges:
              - {id: service, name: {zh: 服务费, en: Service}, kind: service, rate: "0.10", taxRate: "0.13"}
              - {id: tea, name: {zh: 茶位费, en: Tea}, kind: cover, amount: "5.01", discountable: true, category: tea}
              - {id: least, name: {zh: 最低消费, en: Minimum}, kind: minimum, amount: "500.00", where: [V]}
            """;
    private static final List<TenderType> TYPES =
            List.of(TenderType.CASH, TenderType.CARD, TenderType.WECHAT, TenderType.ALIPAY, TenderType.CASH);

    @TempDir
    Path disk;

    @ParameterizedTest
    @ValueSource(strings = {"standard-card", "vip-points", "mall", "department-store"})
    void aSaleReturnedInPartsLeavesNothingBehind(String programme) {
        try (var till = open(programme)) {
            till.receive(Feed.HEAD_OFFICE, members(till, new Random(SEED)), "1");
            till.perform(desk -> {
                        signIn(desk);
                        for (int sale = 0; sale < SALES; sale++) {
                            new Trial(till, desk, SEED + sale, member(sale)).sellAndReturnAll();
                        }
                        return SALES;
                    })
                    .join();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"standard-card", "vip-points", "mall"})
    void salesOfOneMemberReturnedInAnyOrderAddUp(String programme) {
        try (var till = open(programme)) {
            till.receive(Feed.HEAD_OFFICE, members(till, new Random(SEED)), "1");
            till.perform(desk -> {
                        signIn(desk);
                        for (int round = 0; round < Math.max(2, SALES / 5); round++) {
                            new Trial(till, desk, SEED + 7000 + round, member(round)).sellSomeAndReturnThemMixed();
                        }
                        return SALES;
                    })
                    .join();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"standard-card", "vip-points", "mall"})
    void whatStaffAndOutletChangedOfABillComesBackExactly(String programme) throws IOException {
        open(programme).close();
        var settings = disk.resolve(programme).resolve("settings.yaml");
        var text = Files.readString(settings);
        Files.writeString(settings, text.substring(0, text.indexOf("house:")) + HOUSE);
        try (var till = open(programme)) {
            till.receive(Feed.HEAD_OFFICE, members(till, new Random(SEED)), "1");
            till.perform(desk -> {
                        signIn(desk);
                        for (int sale = 0; sale < SALES; sale++) {
                            var trial = new Trial(till, desk, SEED + 9000 + sale, member(sale));
                            trial.adjusting = true;
                            trial.sellAndReturnAll();
                        }
                        return SALES;
                    })
                    .join();
        }
        PastSales.read(disk.resolve(programme), new SystemDisk(), past -> {
            assertThat(past.agreesWith(past.bill().under(past.programme())))
                    .as("%s priced once more", past.sale().receipt())
                    .isTrue();
            return true;
        });
    }

    private Till open(String programme) {
        var opening = new Opening(
                disk.resolve(programme),
                new StoreId("S001"),
                new TillId("T1"),
                OutletKind.HOTEL,
                programme,
                Lang.ZH,
                false,
                Optional.of(NOON));
        return Till.open(opening, InstantSource.system());
    }

    private static void signIn(Desk desk) {
        desk.operators().signIn(new OperatorId("1001"), "1111");
        desk.shift().shifts().open(Money.parse("1000.00"));
    }

    private static MemberNo member(int number) {
        return new MemberNo("R%05d".formatted(number));
    }

    // People

    /// Members of all tiers with lots and vouchers (a birthday only where it brings no more of them), and operators
    /// whose PINs take no time.
    private static List<FeedItem> members(Till till, Random random) {
        var items = new ArrayList<FeedItem>();
        items.add(QuickOperators.sent());
        var tiers = till.programme().tiers();
        var birthdays = till.programme().membership().grants().isEmpty();
        for (int i = 0; i < SALES; i++) {
            var holdings = new ArrayList<Holding>();
            for (int lot = random.nextInt(4); lot > 0; lot--) {
                holdings.add(new Holding(Asset.POINTS, lot("p" + lot, random), 50 + random.nextInt(5_000)));
            }
            for (var voucher : till.programme().vouchers()) {
                if (random.nextInt(3) > 0) {
                    holdings.add(new Holding(
                            Asset.voucher(voucher.id()), lot("v-" + voucher.id(), random), 1 + random.nextInt(3)));
                }
            }
            items.add(new FeedItem.MemberSent(new MemberRecord(
                    member(i),
                    new Profile(
                            "客" + i,
                            "139%08d".formatted(i),
                            "",
                            "",
                            "",
                            Optional.of(
                                    birthdays && random.nextInt(4) == 0
                                            ? TODAY.minusYears(30)
                                            : LocalDate.of(1990, 1, 1)),
                            "f",
                            true,
                            LocalDate.of(2025, 1, 1),
                            Profile.Origin.NONE),
                    Standing.of(tiers.get(random.nextInt(tiers.size())).id(), LocalDate.of(2025, 1, 1)),
                    "",
                    MemberRecord.Status.ACTIVE,
                    List.of(),
                    Balances.of(holdings),
                    till.programme().membership().grants().stream()
                            .map(Grant::id)
                            .map(Once.For.EVER::of)
                            .toList(),
                    0)));
        }
        return items;
    }

    private static Lot lot(String id, Random random) {
        return new Lot(
                "S001-T9-1-" + id + "-" + random.nextInt(1_000_000),
                Optional.empty(),
                random.nextInt(4) == 0 ? Optional.empty() : Optional.of(TODAY.plusDays(random.nextInt(400))),
                "S001",
                "S001/T9");
    }

    /// What of a member a sale changes and its return brings back; a tier that it brought stays until the review.
    private record Account(List<Holding> lots, List<Holding> vouchers, Money spend, long visits) {
        static Account of(MemberView view) {
            var vouchers = new ArrayList<>(view.held().vouchers());
            vouchers.sort(Comparator.comparing(held -> held.lot().id()));
            return new Account(view.held().lots(), vouchers, view.spend(), view.visits());
        }
    }

    /// One quantity of one line of one sale, to be returned.
    private record Part(ReceiptNo receipt, int line, long thousandths) {}

    /// What has come back of a sale.
    private static final class Back {
        private final Map<TenderType, Money> refunded = new EnumMap<>(TenderType.class);
        private final Map<String, Long> vouchers = new HashMap<>();
        private Money amount = Money.ZERO;
        private Money withheld = Money.ZERO;
        private long takenBack;
        private long givenBack;
        private long shortfall;

        void add(Refunds.Refunded refund) {
            refund.refunded().forEach((type, paid) -> refunded.merge(type, paid, Money::plus));
            refund.vouchers()
                    .forEach(back -> vouchers.merge(back.asset().voucherType().value(), back.amount(), Long::sum));
            amount = amount.plus(refund.amount());
            withheld = withheld.plus(refund.shortfallValue());
            takenBack += refund.takenBack();
            givenBack += refund.givenBack();
            shortfall += refund.shortfall();
        }
    }

    /// A sale as it was quoted just before it was paid.
    private record Sold(ReceiptNo receipt, OpenBill bill, Refunds.Refundable sale) {}

    /// Some sales to one member and their way back.
    private static final class Trial {
        private final Desk desk;
        private final Till till;
        private final Random random;
        private final MemberNo member;
        private final String name;
        private boolean adjusting;

        Trial(Till till, Desk desk, long seed, MemberNo member) {
            this.till = till;
            this.desk = desk;
            this.random = new Random(seed);
            this.member = member;
            this.name = till.programme().id() + " seed " + seed;
        }

        void sellAndReturnAll() {
            var before = account();
            var sold = sell();
            var back = new Back();
            var parts = parts(sold);
            while (!parts.isEmpty()) {
                back.add(refund(take(parts)));
            }
            assertThat(back.shortfall).as(name).isZero();
            assertMoney(sold, back);
            assertThat(back.takenBack).as(name).isEqualTo(sold.sale().earned());
            assertThat(back.givenBack).as(name).isEqualTo(sold.bill().quote().pointsUsed());
            var used = new HashMap<String, Long>();
            sold.bill()
                    .quote()
                    .vouchersUsed()
                    .forEach(each -> used.merge(each.type().value(), each.count(), Long::sum));
            assertThat(back.vouchers).as(name).isEqualTo(used);
            assertThat(account()).as(name).isEqualTo(before);
            assertThatThrownBy(() -> refund(new Refunds.Wish(sold.receipt(), Map.of(), "again", true)))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.ALREADY_REFUNDED));
        }

        void sellSomeAndReturnThemMixed() {
            var before = desk.club().members().view(member);
            var sales = new LinkedHashMap<ReceiptNo, Sold>();
            var parts = new ArrayList<Part>();
            for (int i = 2 + random.nextInt(3); i > 0; i--) {
                var sold = sell();
                sales.put(sold.receipt(), sold);
                parts.addAll(parts(sold));
            }
            Collections.shuffle(parts, random);
            var backs = new HashMap<ReceiptNo, Back>();
            while (!parts.isEmpty()) {
                var wish = take(parts);
                backs.computeIfAbsent(wish.receipt(), _ -> new Back()).add(refund(wish));
            }
            sales.forEach((receipt, sold) -> assertMoney(sold, backs.getOrDefault(receipt, new Back())));
            var after = desk.club().members().view(member);
            var shortfall =
                    backs.values().stream().mapToLong(back -> back.shortfall).sum();
            assertThat(after.held().points()).as(name).isEqualTo(before.held().points() + shortfall);
            assertThat(after.spend()).as(name).isEqualTo(before.spend());
            assertThat(after.visits()).as(name).isEqualTo(before.visits());
            assertThat(count(after.held().vouchers()))
                    .as(name)
                    .isEqualTo(count(before.held().vouchers()));
        }

        private Account account() {
            return Account.of(desk.club().members().view(member));
        }

        private static Map<String, Long> count(List<Holding> vouchers) {
            var count = new HashMap<String, Long>();
            vouchers.forEach(held -> count.merge(held.asset().voucherType().value(), held.amount(), Long::sum));
            return count;
        }

        /// By tender type: what was paid, less what was withheld for points.
        private void assertMoney(Sold sold, Back back) {
            assertThat(back.amount).as(name).isEqualTo(sold.sale().paid());
            var paid = sold.sale().tenders().values().stream().reduce(Money.ZERO, Money::plus);
            assertThat(paid).as(name).isEqualTo(sold.sale().paid());
            if (back.withheld.isZero()) {
                assertThat(withoutZeros(back.refunded))
                        .as(name)
                        .isEqualTo(withoutZeros(sold.sale().tenders()));
            } else {
                var returned = back.refunded.values().stream().reduce(Money.ZERO, Money::plus);
                assertThat(returned.plus(back.withheld)).as(name).isEqualTo(paid);
                back.refunded.forEach((type, money) -> assertThat(money)
                        .as(name)
                        .isLessThanOrEqualTo(sold.sale().tenders().getOrDefault(type, Money.ZERO)));
            }
        }

        private static Map<TenderType, Money> withoutZeros(Map<TenderType, Money> amounts) {
            var some = new HashMap<>(amounts);
            some.values().removeIf(Money::isZero);
            return some;
        }

        // Selling

        private Sold sell() {
            var products = till.catalogue().products().stream()
                    .filter(product -> product.dish().filter(Dish::marketPrice).isEmpty())
                    .toList();
            for (int lines = 1 + random.nextInt(6); lines > 0; lines--) {
                desk.bill()
                        .bills()
                        .add(products.get(random.nextInt(products.size())).sku(), qty(), Bills.LineExtras.NONE);
            }
            if (random.nextInt(8) > 0) {
                desk.bill().bills().member(member);
                desk.bill().bills().use(use());
            } else if (desk.bill().bills().view().quote().lines().isEmpty()) {
                desk.bill().bills().member(member); // only goods for members
            }
            if (adjusting) {
                adjust();
            }
            var bill = desk.bill().bills().view();
            var receipt = pay(bill.due());
            return new Sold(receipt, bill, desk.refund().refunds().look(receipt));
        }

        private void adjust() {
            Approver supervisor = SUPERVISOR;
            var place = random.nextBoolean() ? "V1" : "";
            desk.bill()
                    .bills()
                    .service(new Service(ServiceMode.DINE_IN, random.nextInt(4), Optional.empty(), "", place, ""));
            for (var item : desk.bill().bills().view().items()) {
                if (item.charge().isPresent()) {
                    var stillThere = desk.bill().bills().view().items().contains(item);
                    if (stillThere && random.nextInt(4) == 0) {
                        desk.bill().adjustments().takeOff(item.number(), Optional.of("r"), supervisor);
                    }
                } else if (random.nextInt(3) == 0) {
                    var price = Money.ofFen(random.nextInt(20_000));
                    desk.bill().adjustments().overridePrice(item.number(), price, "r", supervisor);
                } else if (random.nextInt(3) == 0) {
                    var off = new Adjustments.Off.Share(new Rate(random.nextInt(1_000_001)));
                    desk.bill().adjustments().discount(Optional.of(item.number()), off, "r", supervisor);
                }
            }
            if (random.nextBoolean()) {
                var goods = desk.bill().bills().view().items().stream()
                        .filter(item -> item.charge().isEmpty())
                        .map(BillLine::number)
                        .toList();
                var most = desk.bill().bills().view().quote().lines().stream()
                        .filter(line -> goods.contains(line.number())) // what the outlet adds is not discounted
                        .map(Quote.QuotedLine::net)
                        .reduce(Money.ZERO, Money::plus);
                var off = new Adjustments.Off.Amount(Money.ofFen(random.nextLong(1 + most.fen() / 9)));
                desk.bill().adjustments().discount(Optional.empty(), off, "r", supervisor);
            }
            var due = desk.bill().bills().view().due();
            desk.bill().adjustments().round(Money.ofFen(random.nextLong(1 + Math.min(99, due.fen()))), supervisor);
        }

        private Quantity qty() {
            return random.nextInt(3) == 0
                    ? new Quantity(1 + random.nextInt(4_000))
                    : Quantity.of(1 + random.nextInt(6));
        }

        private Use use() {
            var vouchers = till.programme().vouchers().stream()
                    .filter(_ -> random.nextBoolean())
                    .map(type -> new Use.VouchersAsked(
                            type.id(),
                            random.nextBoolean() ? new Use.Asked.Max() : new Use.Asked.Count(1 + random.nextInt(2))))
                    .toList();
            var points = random.nextInt(3) > 0 ? new Use.Asked.Max() : new Use.Asked.Count(100L * random.nextInt(5));
            return new Use(points, vouchers);
        }

        private ReceiptNo pay(Money due) {
            var left = due;
            for (int tenders = random.nextInt(3); tenders > 0 && left.fen() > 1; tenders--) {
                var part = Money.ofFen(1 + random.nextLong(left.fen() - 1));
                left = tender(TYPES.get(random.nextInt(TYPES.size())), Optional.of(part))
                        .due();
            }
            var type = left.isZero() ? TenderType.CASH : TYPES.get(random.nextInt(TYPES.size()));
            var change = type == TenderType.CASH && random.nextBoolean();
            return tender(type, change ? Optional.of(left.plus(Money.parse("50.00"))) : Optional.empty())
                    .completed()
                    .orElseThrow()
                    .receipt();
        }

        private Sales.Tendered tender(TenderType type, Optional<Money> amount) {
            return desk.sale().sales().tender(new Sales.Payment(type, amount, ""));
        }

        // Returning

        /// Each line cut into one to four parts, in random order.
        private List<Part> parts(Sold sold) {
            var parts = new ArrayList<Part>();
            for (var line : sold.sale().lines()) {
                var left = line.sold().thousandths();
                for (int cuts = random.nextInt(4); cuts > 0 && left > 1; cuts--) {
                    var part = 1 + random.nextLong(left - 1);
                    parts.add(new Part(sold.receipt(), line.number(), part));
                    left -= part;
                }
                parts.add(new Part(sold.receipt(), line.number(), left));
            }
            Collections.shuffle(parts, random);
            return parts;
        }

        /// Takes the next part and some more of the same sale off the list.
        private Refunds.Wish take(List<Part> parts) {
            var receipt = parts.getFirst().receipt();
            var lines = new LinkedHashMap<Integer, Quantity>();
            var most = 1 + random.nextInt(3);
            for (var each = parts.iterator(); each.hasNext() && lines.size() < most; ) {
                var part = each.next();
                if (part.receipt().equals(receipt) && !lines.containsKey(part.line())) {
                    lines.put(part.line(), new Quantity(part.thousandths()));
                    each.remove();
                }
            }
            return new Refunds.Wish(receipt, lines, "trial", random.nextBoolean());
        }

        private Refunds.Refunded refund(Refunds.Wish wish) {
            var expected = desk.refund().refunds().preview(wish).refund();
            var refund = desk.refund().refunds().refund(wish, SUPERVISOR);
            assertThat(refund).as(name).isEqualTo(expected);
            assertThat(refund.amount().isNegative()).as(name).isFalse();
            assertThat(refund.refunded().values()).as(name).noneMatch(Money::isNegative);
            assertThat(refund.takenBack()).as(name).isNotNegative();
            assertThat(refund.givenBack()).as(name).isNotNegative();
            assertThat(refund.refunded().values().stream()
                            .reduce(Money.ZERO, Money::plus)
                            .plus(refund.shortfallValue()))
                    .as(name)
                    .isEqualTo(refund.amount());
            return refund;
        }
    }
}
