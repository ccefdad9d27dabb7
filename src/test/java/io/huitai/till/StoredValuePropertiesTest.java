package io.huitai.till;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.journal.feed.Feed;
import io.huitai.journal.feed.FeedItem;
import io.huitai.journal.log.SystemDisk;
import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.shop.Category;
import io.huitai.shop.Lang;
import io.huitai.shop.MemberNo;
import io.huitai.shop.OperatorId;
import io.huitai.shop.OutletKind;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.StoreId;
import io.huitai.shop.TenderType;
import io.huitai.shop.TillId;
import io.huitai.shop.person.Company;
import io.huitai.till.bill.Bills;
import io.huitai.till.book.ApprovalGiven;
import io.huitai.till.book.Approver;
import io.huitai.till.club.Recharges;
import io.huitai.till.past.PastSales;
import io.huitai.till.refund.Refunds;
import io.huitai.till.sale.Sales;
import io.huitai.till.settings.Opening;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Random recharges, payments from card, on account and in cash, voided tenders and bills, and refunds in parts: the
/// card and the company always hold what they should, never less than nothing, and when all is returned exactly what
/// was put in. A failing seed is in the failure's text.
class StoredValuePropertiesTest {
    private static final int ROUNDS = "full".equals(System.getProperty("huitai.trials")) ? 1_000 : 12;
    private static final Approver SUPERVISOR = () -> Optional.of(new ApprovalGiven(new OperatorId("2001"), "2222"));
    private static final MemberNo MEMBER = new MemberNo("M0002");
    private static final String COMPANY = "大公司";

    private static final String PROGRAMME = """
            id: money-trial
            version: 1
            applies-from: 2026-01-01
            name: {zh: 储值试验, en: Money trial}
            tiers:
              - {id: member, name: {zh: 会员, en: Member}}
            discounts:
              - {id: tier-member, name: {zh: 会员, en: Member}, rate: 0.93, when: {tier: member}}
            points:
              earn:
                - {id: earn, name: {zh: 积分, en: Points}, per: 3.00, points: 2}
              stored-value-earns: EARNS
            membership:
              enrolment: {}
              accounts: true
              stored-value:
                minimum: 0.01
                bonus: [{from: 50.00, share: 0.137}]
            """;

    @TempDir
    Path disk;

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void moneyIsNeitherMadeNorLost(String storedValueEarns) throws IOException {
        var file = Files.writeString(disk.resolve("money-trial.yaml"), PROGRAMME.replace("EARNS", storedValueEarns));
        var store = disk.resolve("store");
        var sold = new ArrayList<ReceiptNo>();
        try (var till = open(store, file)) {
            till.receive(
                    Feed.HEAD_OFFICE,
                    List.of(
                            QuickOperators.sent(),
                            new FeedItem.CompaniesSent(List.of(new Company(COMPANY, Money.parse("99999999.00"), 1)))),
                    "1");
            till.perform(desk -> {
                        desk.operators().signIn(new OperatorId("1001"), "1111");
                        desk.shift().shifts().open(Money.ZERO);
                        for (var round = 0; round < ROUNDS; round++) {
                            sold.addAll(new Trial(desk, 20261124 + round).run());
                        }
                        return desk;
                    })
                    .join();
        }
        for (var receipt : sold) { // priced again, with the points that they earned
            var past = PastSales.find(store, new SystemDisk(), receipt.value()).orElseThrow();
            assertThat(past.agreesWith(past.bill().under(past.programme())))
                    .as(receipt.value())
                    .isTrue();
            if (sold.indexOf(receipt) > 20) {
                break;
            }
        }
    }

    private static Till open(Path store, Path programme) {
        var opening = new Opening(
                store,
                new StoreId("S001"),
                new TillId("T1"),
                OutletKind.HOTEL,
                programme.toString(),
                Lang.ZH,
                false,
                Optional.of(Instant.parse("2026-05-02T04:00:00Z")));
        return Till.open(opening, InstantSource.system());
    }

    /// One quantity of one line of one sale, to be returned.
    private record Part(ReceiptNo receipt, int line, long thousandths) {}

    private static final class Trial {
        private final Desk desk;
        private final Random random;
        private final String name;
        private final List<Part> parts = new ArrayList<>();
        private final List<ReceiptNo> sold = new ArrayList<>();
        private Money principalIn = Money.ZERO;
        private Money bonusIn = Money.ZERO;
        private Money card;
        private Money debt;

        Trial(Desk desk, long seed) {
            this.desk = desk;
            this.random = new Random(seed);
            this.name = "seed " + seed;
            this.card = onCard();
            this.debt = desk.sale().companies().owed(COMPANY);
        }

        List<ReceiptNo> run() {
            var before = desk.club().members().view(MEMBER);
            for (var step = 0; step < 12; step++) {
                switch (random.nextInt(4)) {
                    case 0 -> recharge();
                    case 1, 2 -> bill();
                    default -> {
                        if (!parts.isEmpty()) {
                            refund();
                        }
                    }
                }
                check();
            }
            while (!parts.isEmpty()) {
                refund();
                check();
            }
            var after = desk.club().members().view(MEMBER);
            assertThat(after.held().stored().principal())
                    .as(name)
                    .isEqualTo(before.held().stored().principal().plus(principalIn));
            assertThat(after.held().stored().bonus())
                    .as(name)
                    .isEqualTo(before.held().stored().bonus().plus(bonusIn));
            assertThat(after.held().points()).as(name).isEqualTo(before.held().points());
            assertThat(debt).as(name).isEqualTo(Money.ZERO);
            return sold;
        }

        private Money onCard() {
            var view = desk.club().members().view(MEMBER);
            return view.held().stored().principal().plus(view.held().stored().bonus());
        }

        private void check() {
            var view = desk.club().members().view(MEMBER);
            assertThat(view.held().stored().principal().isNegative()
                            || view.held().stored().bonus().isNegative())
                    .as(name)
                    .isFalse();
            assertThat(onCard()).as(name).isEqualTo(card);
            assertThat(desk.sale().companies().owed(COMPANY)).as(name).isEqualTo(debt);
        }

        private void recharge() {
            var amount = Money.ofFen(1 + random.nextLong(30_000));
            var before = onCard();
            desk.club()
                    .recharges()
                    .recharge(new Recharges.Wish(MEMBER, amount, TenderType.CARD, Optional.empty()), SUPERVISOR);
            var bonus = onCard().minus(before).minus(amount);
            principalIn = principalIn.plus(amount);
            bonusIn = bonusIn.plus(bonus);
            card = card.plus(amount).plus(bonus);
        }

        private void bill() {
            for (var lines = 1 + random.nextInt(4); lines > 0; lines--) {
                desk.bill()
                        .bills()
                        .add(
                                new Bills.OpenItem("x", new Category("food"), Money.ofFen(1 + random.nextLong(9_000))),
                                Quantity.of(1 + random.nextInt(3)),
                                Bills.LineExtras.NONE);
            }
            desk.bill().bills().member(MEMBER);
            for (var tenders = random.nextInt(4); tenders > 0; tenders--) {
                var due = desk.bill().bills().view().due();
                if (due.fen() > 1) {
                    pay(Money.ofFen(1 + random.nextLong(due.fen() - 1)));
                }
            }
            if (random.nextInt(3) == 0 && !desk.bill().bills().view().tendered().isEmpty()) {
                giveBack(random.nextBoolean());
            }
            if (random.nextInt(6) == 0) {
                desk.bill().bills().view().tendered().forEach(tender -> moved(tender.type(), tender.amount(), 1));
                desk.bill().bills().voidBill("trial", SUPERVISOR);
                return;
            }
            Optional<Sales.Completed> done = Optional.empty();
            while (done.isEmpty()) {
                done = pay(desk.bill().bills().view().due());
            }
            var receipt = done.get().receipt();
            sold.add(receipt);
            for (var line : desk.refund().refunds().look(receipt).lines()) {
                var cut = random.nextLong(line.left());
                for (var part : new long[] {cut, line.left() - cut}) {
                    if (part > 0) {
                        parts.add(new Part(receipt, line.number(), part));
                    }
                }
            }
            Collections.shuffle(parts, random);
        }

        private void giveBack(boolean all) {
            var tendered = desk.bill().bills().view().tendered();
            var one = tendered.get(random.nextInt(tendered.size()));
            desk.sale().sales().voidTender(all ? OptionalInt.empty() : OptionalInt.of(one.index()), SUPERVISOR);
            tendered.stream()
                    .filter(tender -> all || tender.index() == one.index())
                    .forEach(tender -> moved(tender.type(), tender.amount(), 1));
            check();
        }

        private Optional<Sales.Completed> pay(Money amount) {
            var type = List.of(
                            TenderType.STORED, TenderType.STORED, TenderType.ACCOUNT, TenderType.ROOM, TenderType.CASH)
                    .get(random.nextInt(5));
            if (type == TenderType.STORED && card.compareTo(amount) < 0) {
                type = TenderType.CASH;
            }
            var paid = desk.sale()
                    .sales()
                    .tender(new Sales.Payment(
                            type,
                            Optional.of(amount),
                            "note",
                            Optional.of("8302"),
                            Optional.of("张三"),
                            Optional.of(COMPANY)));
            moved(type, amount, -1);
            check();
            return paid.completed();
        }

        /// @param sign 1 where it comes back
        private void moved(TenderType type, Money amount, int sign) {
            if (type == TenderType.STORED) {
                card = card.plus(amount.times(sign));
            } else if (type == TenderType.ACCOUNT) {
                debt = debt.minus(amount.times(sign));
            }
        }

        private void refund() {
            var part = parts.removeFirst();
            var wish = new Refunds.Wish(
                    part.receipt(),
                    new LinkedHashMap<>(Map.of(part.line(), new Quantity(part.thousandths()))),
                    "r",
                    true);
            var refund = desk.refund().refunds().refund(wish, SUPERVISOR);
            assertThat(refund.shortfall()).as(name).isZero();
            refund.refunded().forEach((type, amount) -> moved(type, amount, 1));
        }
    }
}
