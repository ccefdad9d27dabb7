package io.huitai.bench;

import io.huitai.journal.fact.MemberRecord;
import io.huitai.journal.fact.Profile;
import io.huitai.journal.feed.Feed;
import io.huitai.journal.feed.FeedItem;
import io.huitai.ledger.Asset;
import io.huitai.ledger.Balances;
import io.huitai.ledger.Holding;
import io.huitai.ledger.Lot;
import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.shop.CardNumber;
import io.huitai.shop.Lang;
import io.huitai.shop.MemberNo;
import io.huitai.shop.OperatorId;
import io.huitai.shop.OutletKind;
import io.huitai.shop.Product;
import io.huitai.shop.StoreId;
import io.huitai.shop.TenderType;
import io.huitai.shop.TillId;
import io.huitai.shop.id.TierId;
import io.huitai.shop.id.VoucherTypeId;
import io.huitai.till.Desk;
import io.huitai.till.Till;
import io.huitai.till.bill.Bills;
import io.huitai.till.book.Approver;
import io.huitai.till.sale.Sales;
import io.huitai.till.settings.Opening;
import io.huitai.till.training.DemoData;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/// A real till on a directory of its own, a training one so that nothing is asked for, with a shift open and as many
/// members as wanted, who came down in feeds and have lots and vouchers; with none the demo members buy.
final class BenchTill implements AutoCloseable {
    private static final int BATCH = 500;
    private static final int LINES = 5;
    private static final int FEW_DAYS = 5;
    private static final LocalDate JOINED = LocalDate.parse("2026-01-01");

    final Till till;
    private final List<CardNumber> cards;
    private final List<Product> products;
    private int next;

    private BenchTill(Till till, int members) {
        this.till = till;
        this.cards = members == 0
                ? DemoData.read().members().stream()
                        .map(DemoData.DemoMember::card)
                        .toList()
                : IntStream.range(0, members).mapToObj(BenchTill::card).toList();
        this.products = till.catalogue().products().stream()
                .filter(product -> product.dish().isEmpty())
                .toList();
    }

    /// A new one, ready to sell.
    static BenchTill make(Path directory, int members) {
        return make(directory, members, FEW_DAYS);
    }

    /// The same with members who have come on so many days.
    static BenchTill make(Path directory, int members, int days) {
        var made = open(directory, members);
        var batch = Math.max(1, BATCH * FEW_DAYS / days);
        for (var first = 0; first < members; first += batch) {
            var items = IntStream.range(first, Math.min(members, first + batch))
                    .<FeedItem>mapToObj(i -> new FeedItem.MemberSent(member(i, days)))
                    .toList();
            made.till.receive(Feed.HEAD_OFFICE, items, Integer.toString(first));
        }
        made.signIn();
        made.perform(desk -> desk.shift().shifts().open(Money.ZERO));
        return made;
    }

    /// One that is there already.
    static BenchTill again(Path directory, int members) {
        var opened = open(directory, members);
        opened.signIn();
        return opened;
    }

    private void signIn() {
        perform(desk -> desk.operators().signIn(new OperatorId("1001"), "1111"));
    }

    /// The same with nobody signed in.
    static BenchTill open(Path directory, int members) {
        var opening = new Opening(
                directory,
                new StoreId("S001"),
                new TillId("T1"),
                OutletKind.RETAIL,
                "mall",
                Lang.ZH,
                false,
                Optional.empty());
        return new BenchTill(Till.open(opening, InstantSource.system(), System::nanoTime), members);
    }

    /// A member with three lots of points, two of vouchers and some days of visits.
    private static MemberRecord member(int number, int days) {
        var holdings = new ArrayList<Holding>();
        for (var lot = 0; lot < 5; lot++) {
            var asset = lot < 3 ? Asset.POINTS : Asset.voucher(new VoucherTypeId("birthday50"));
            var expires = Optional.of(LocalDate.parse("2036-12-31").plusDays(lot));
            var id = "H-" + number + "." + lot;
            holdings.add(new Holding(asset, new Lot(id, Optional.empty(), expires, "S001", Lot.HEAD_OFFICE), 100));
        }
        for (var day = 0; day < days; day++) {
            for (var tally : List.of(Asset.SPEND, Asset.VISITS, Asset.EARNED)) {
                holdings.add(new Holding(tally, Lot.tallyOf(JOINED.minusDays(day)), 100 + day));
            }
        }
        var profile = new Profile(
                "会员" + number, phone(number), "", "", "", Optional.empty(), "f", true, JOINED, Profile.Origin.NONE);
        var known = MemberRecord.of(
                new MemberNo("B" + number),
                profile,
                new TierId("member"),
                List.of(new MemberRecord.Card(card(number), false)));
        return new MemberRecord(
                known.no(),
                profile,
                known.standing(),
                "",
                MemberRecord.Status.ACTIVE,
                known.cards(),
                Balances.of(holdings),
                List.of(),
                0);
    }

    private static String phone(int number) {
        return "%011d".formatted(19_000_000_000L + number);
    }

    private static CardNumber card(int number) {
        return new CardNumber("%016d".formatted(9_988_100_000_000_000L + number));
    }

    <T> T perform(Function<Desk, T> work) {
        return till.perform(work).join();
    }

    /// The card of a member who was not here for long, as far as there are so many; spread over them all.
    CardNumber nextCard() {
        next = (int) ((next + 7_919L) % cards.size());
        return cards.get(next);
    }

    /// The code of some packaged goods.
    String code() {
        return products.stream()
                .flatMap(product -> product.ean().stream())
                .filter(ean -> ean.length() == 13)
                .findFirst()
                .orElseThrow();
    }

    /// A member's bill of five lines, to be paid.
    void ring() {
        ring(LINES);
    }

    void ring(int lines) {
        var card = nextCard();
        perform(desk -> desk.bill().readings().card(card));
        for (var i = 0; i < lines; i++) {
            var sku = products.get((next + i) % products.size()).sku();
            perform(desk -> desk.bill().bills().add(sku, Quantity.ONE, Bills.LineExtras.NONE));
        }
    }

    /// From the tender to the durable answer, in nanoseconds.
    long pay() {
        var began = System.nanoTime();
        var paid =
                perform(desk -> desk.sale().sales().tender(new Sales.Payment(TenderType.CASH, Optional.empty(), "")));
        var took = System.nanoTime() - began;
        if (paid.completed().isEmpty()) {
            throw new IllegalStateException("Not sold: " + paid);
        }
        return took;
    }

    void sell(int sales) {
        sell(sales, new Times());
    }

    void sell(int sales, Times times) {
        for (var i = 0; i < sales; i++) {
            ring();
            times.add(pay());
        }
    }

    /// From a card's number to its member on the bill with all that they have, in nanoseconds; the bill is left again.
    long look() {
        var card = nextCard();
        var began = System.nanoTime();
        var bill = perform(desk -> desk.bill().readings().card(card));
        var took = System.nanoTime() - began;
        if (bill.member().orElseThrow().held().lots().isEmpty()) {
            throw new IllegalStateException("A member without lots");
        }
        perform(desk -> {
            desk.bill().bills().voidBill("bench", Approver.NOBODY);
            return card;
        });
        return took;
    }

    @Override
    public void close() {
        till.close();
    }
}
