package io.huitai.programme.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.programme.file.Programmes;
import io.huitai.programme.scheme.Programme;
import io.huitai.programme.scheme.Redemption;
import io.huitai.programme.scheme.VoucherType;
import io.huitai.programme.words.Basket;
import io.huitai.programme.words.BasketLine;
import io.huitai.programme.words.PricedMember;
import io.huitai.programme.words.PricedMember.PointsHeld;
import io.huitai.programme.words.PricedMember.VoucherHeld;
import io.huitai.programme.words.Use;
import io.huitai.programme.words.Use.Asked;
import io.huitai.programme.words.Use.VouchersAsked;
import io.huitai.reckoning.RandomBills;
import io.huitai.shop.Category;
import io.huitai.shop.Occasion;
import io.huitai.shop.Outlet;
import io.huitai.shop.OutletKind;
import io.huitai.shop.ServiceMode;
import io.huitai.shop.Sku;
import io.huitai.shop.StoreId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What holds for every bill of every programme, tried on random ones. A failing seed is in the failure's text.
class PricingPropertiesTest {
    private static final int BILLS = Integer.getInteger("huitai.bills", 6_000);
    private static final long FIRST_SEED = 20260101;
    private static final String[] CATEGORIES = {
        "food.chinese",
        "food.banquet",
        "food.buffet.adult",
        "drink",
        "drink.tea",
        "room",
        "cake.8inch",
        "service.cleaning",
        "jewellery",
        "appliance.tv",
        "goods",
        "gift",
        "food.breakfast",
        "modifier.upsize",
        "fuel",
        "tea"
    };
    private static final String[] FLAGS = {"special", "promo", "limited", "loose"};
    private static final List<Occasion> OCCASIONS = List.of(Occasion.values());
    private static final Outlet OUTLET = new Outlet(new StoreId("S001"), OutletKind.RESTAURANT);
    private static final List<Programme> PROGRAMMES = programmes();

    /// One random bill with all that its price depends on.
    record Case(
            Programme programme, Optional<PricedMember> member, Basket bill, Use use, ZonedDateTime at, Random random) {
        Quote quote() {
            return Pricing.price(programme, member, bill, use, OUTLET, at);
        }

        Case with(Use other) {
            return new Case(programme, member, bill, other, at, random);
        }

        Case with(Optional<PricedMember> other) {
            return new Case(programme, other, bill, use, at, random);
        }

        Case with(Basket other) {
            return new Case(programme, member, other, use, at, random);
        }
    }

    @Test
    void everyFenIsExplained() {
        forAll(each -> {
            var quote = each.quote();
            var payable = Money.ZERO;
            for (var line : quote.lines()) {
                var because = Money.ZERO;
                for (var row : line.because()) {
                    assertThat(row.amount().isZero()).isFalse();
                    because = because.plus(row.amount());
                }
                assertThat(line.gross().plus(because)).isEqualTo(line.net());
                assertThat(line.net().isNegative()).isFalse();
                payable = payable.plus(line.net());
            }
            assertThat(quote.sums().payable()).isEqualTo(payable);
            assertThat(quote.sums()
                            .gross()
                            .minus(quote.sums().discount())
                            .minus(quote.sums().voucher())
                            .minus(quote.sums().pointsValue()))
                    .isEqualTo(payable);
            var points = quote.earned().because().stream()
                    .mapToLong(Quote.EarnedRow::points)
                    .sum();
            assertThat(quote.earned().points()).isEqualTo(points).isNotNegative();
        });
    }

    @Test
    void nothingIsBelowZero() {
        forAll(each -> {
            var quote = each.quote();
            assertThat(List.of(
                            quote.sums().gross(),
                            quote.sums().discount(),
                            quote.sums().voucher(),
                            quote.sums().pointsValue(),
                            quote.sums().payable()))
                    .noneMatch(Money::isNegative);
            assertThat(quote.pointsUsed()).isNotNegative();
            assertThat(quote.lines()).noneMatch(line -> line.net().isNegative());
            assertThat(quote.vouchersUsed()).allMatch(used -> used.count() > 0);
        });
    }

    @Test
    void sameInputGivesTheSameQuote() {
        forAll(each -> assertThat(each.quote()).isEqualTo(each.quote()));
    }

    /// Of the lines that both may buy: a members-only line is left off a walk-in's bill.
    @Test
    void membersNeverPayMoreThanWalkIns() {
        forAll(each -> {
            var walkIn = each.with(Optional.empty()).with(Use.NOTHING).quote();
            assertThat(each.quote().sums().payable())
                    .isLessThanOrEqualTo(walkIn.sums().payable());
            assertThat(each.with(Use.NOTHING).quote().sums().payable())
                    .isLessThanOrEqualTo(walkIn.sums().payable());
        });
    }

    @Test
    void usingVouchersNeverCostsMore() {
        forAll(each -> assertThat(each.quote().sums().payable())
                .isLessThanOrEqualTo(each.with(Use.NOTHING).quote().sums().payable()));
    }

    @Test
    void morePointsNeverRaiseThePayable() {
        forAll(each -> {
            if (each.member().isEmpty()) {
                return;
            }
            var most = each.with(new Use(new Asked.Max(), each.use().vouchers()));
            var held = each.member().get();
            var more = new ArrayList<>(held.points());
            more.add(new PointsHeld(500, Optional.empty(), Optional.empty(), Optional.empty()));
            var richer = new PricedMember(held.tier(), held.kind(), held.birthday(), more, held.vouchers());
            assertThat(most.with(Optional.of(richer)).quote().sums().payable())
                    .isLessThanOrEqualTo(most.quote().sums().payable());
        });
    }

    /// Every number of points up to "max" that the programme redeems is taken whole, and each costs the guest less.
    @Test
    void usingMorePointsNeverRaisesThePayable() {
        forAll(each -> {
            var most =
                    each.with(new Use(new Asked.Max(), each.use().vouchers())).quote();
            var unit =
                    each.programme().points().redemption().map(Redemption::unit).orElse(1L);
            var fewer = unit * each.random().nextLong(most.pointsUsed() / unit + 1);
            var quote = each.with(new Use(new Asked.Count(fewer), each.use().vouchers()))
                    .quote();
            assertThat(quote.pointsUsed()).isEqualTo(fewer);
            assertThat(most.sums().payable()).isLessThanOrEqualTo(quote.sums().payable());
        });
    }

    /// The order of lines decides who bears a fen that does not divide, which of two equal units is free, and which
    /// room gets the voucher for one room; nothing else.
    @Test
    void orderOfLinesDoesNotChangeWhatIsPaid() {
        forAll(each -> {
            var lines = new ArrayList<>(each.bill().lines());
            Collections.shuffle(lines, each.random());
            var bill = new Basket(each.bill().service(), 2, each.bill().event(), lines);
            var plain = each.with(Use.NOTHING);
            assertThat(netsByNumber(plain.with(bill))).isEqualTo(netsByNumber(plain));
            assertThat(plain.with(bill).quote().earned().points())
                    .isEqualTo(plain.quote().earned().points());
            if (each.use().vouchers().stream().noneMatch(asked -> isForOneLine(each, asked))) {
                assertThat(each.with(bill).quote().sums().payable())
                        .isEqualTo(each.quote().sums().payable());
                assertThat(each.with(bill).quote().refused())
                        .isEqualTo(each.quote().refused());
            }
        });
    }

    private static Map<Integer, Money> netsByNumber(Case each) {
        return each.quote().lines().stream().collect(Collectors.toMap(Quote.QuotedLine::number, Quote.QuotedLine::net));
    }

    private static boolean isForOneLine(Case each, VouchersAsked asked) {
        return each.programme().known(asked.type()).worth() instanceof VoucherType.Worth.Amount amount
                && amount.limit() instanceof VoucherType.Limit.OnePerLine;
    }

    @Test
    void whatIsUsedAndRefusedIsWhatWasAsked() {
        forAll(each -> {
            var quote = each.quote();
            for (var type : each.programme().vouchers()) {
                var asked = each.use().vouchers().stream()
                        .filter(every -> every.type().equals(type.id()))
                        .toList();
                var used = quote.vouchersUsed().stream()
                        .filter(every -> every.type().equals(type.id()))
                        .mapToLong(Quote.VouchersUsed::count)
                        .sum();
                var held = each.member().stream()
                        .flatMap(member -> member.vouchers().stream())
                        .filter(every -> every.type().equals(type.id()))
                        .mapToLong(VoucherHeld::count)
                        .sum();
                assertThat(used).isLessThanOrEqualTo(held);
                if (asked.stream().allMatch(every -> every.count() instanceof Asked.Count)) {
                    var refused = quote.refused().stream()
                            .filter(every -> every.subject().equals(new Quote.Subject.Voucher(type)))
                            .mapToLong(every -> number(every.count()))
                            .sum();
                    assertThat(used + refused)
                            .isEqualTo(asked.stream()
                                    .mapToLong(every -> number(every.count()))
                                    .sum());
                }
            }
        });
    }

    @Test
    void keptWholeABillEarnsWhatItEarned() {
        forAll(each -> {
            var quote = each.quote();
            var nets = quote.lines().stream().map(Quote.QuotedLine::net).toList();
            assertThat(Pricing.earned(each.programme(), each.member(), each.bill(), nets, OUTLET, each.at()))
                    .isEqualTo(quote.earned());
        });
    }

    private static long number(Asked asked) {
        return switch (asked) {
            case Asked.Count(var number) -> number;
            case Asked.Max() -> 0;
        };
    }

    private static void forAll(Consumer<Case> property) {
        for (var seed = FIRST_SEED; seed < FIRST_SEED + BILLS; seed++) {
            try {
                property.accept(random(seed));
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError("Seed " + seed + ": " + failure.getMessage(), failure);
            }
        }
    }

    private static Case random(long seed) {
        var random = new Random(seed);
        var programme = PROGRAMMES.get(random.nextInt(PROGRAMMES.size()));
        var at = LocalDate.of(2026, 1, 1)
                .plusDays(random.nextInt(366))
                .atTime(random.nextInt(24), random.nextInt(60))
                .atZone(ZoneId.of("Asia/Shanghai"));
        var lines = new ArrayList<BasketLine>();
        for (var count = random.nextInt(8); lines.size() < count; ) {
            lines.add(line(random, lines.size() + 1));
        }
        var event = random.nextBoolean()
                ? Optional.of(OCCASIONS.get(random.nextInt(OCCASIONS.size())))
                : Optional.<Occasion>empty();
        var bill = new Basket(random.nextBoolean() ? ServiceMode.DINE_IN : ServiceMode.TAKEAWAY, 2, event, lines);
        return new Case(programme, member(random, programme, at), bill, use(random, programme), at, random);
    }

    private static BasketLine line(Random random, int number) {
        var price = random.nextInt(10) == 0 ? random.nextInt(20) : random.nextInt(60_000);
        var quantity = random.nextInt(4) == 0 ? 1 + random.nextInt(5_000) : 1_000 * (1 + random.nextInt(5));
        var memberPrice =
                random.nextInt(4) == 0 ? Optional.of(Money.ofFen(random.nextInt(price + 2))) : Optional.<Money>empty();
        return new BasketLine(
                number,
                new Sku("P" + number),
                new Category(CATEGORIES[random.nextInt(CATEGORIES.length)]),
                Money.ofFen(price),
                memberPrice,
                new Quantity(quantity),
                random.nextInt(3) == 0 ? Set.of(FLAGS[random.nextInt(FLAGS.length)]) : Set.of());
    }

    private static Optional<PricedMember> member(Random random, Programme programme, ZonedDateTime at) {
        if (random.nextInt(6) == 0) {
            return Optional.empty();
        }
        var today = at.toLocalDate();
        var points = new ArrayList<PointsHeld>();
        for (var lots = random.nextInt(4); points.size() < lots; ) {
            points.add(new PointsHeld(
                    random.nextInt(3_000),
                    Optional.empty(),
                    random.nextBoolean() ? Optional.of(today.plusDays(random.nextInt(7) - 3)) : Optional.empty(),
                    random.nextBoolean()
                            ? Optional.of(new StoreId("S00" + (1 + random.nextInt(2))))
                            : Optional.empty()));
        }
        var vouchers = new ArrayList<VoucherHeld>();
        for (var type : programme.vouchers()) {
            if (random.nextBoolean()) {
                vouchers.add(new VoucherHeld(
                        type.id(),
                        random.nextInt(4),
                        Optional.empty(),
                        random.nextInt(3) == 0
                                ? Optional.of(today.plusDays(random.nextInt(3) - 1))
                                : Optional.empty()));
            }
        }
        var tier = programme.tiers().get(random.nextInt(programme.tiers().size()));
        var birthday = random.nextInt(3) == 0 ? Optional.of(today.withYear(1990)) : Optional.<LocalDate>empty();
        var kind = random.nextBoolean() ? Optional.of("prepaid") : Optional.<String>empty();
        return Optional.of(new PricedMember(tier.id(), kind, birthday, points, vouchers));
    }

    private static Use use(Random random, Programme programme) {
        var vouchers = new ArrayList<VouchersAsked>();
        for (var type : programme.vouchers()) {
            if (random.nextInt(3) > 0) {
                vouchers.add(new VouchersAsked(
                        type.id(), random.nextInt(4) == 0 ? new Asked.Max() : new Asked.Count(1 + random.nextInt(4))));
            }
        }
        Collections.shuffle(vouchers, random);
        var points = random.nextInt(3) == 0 ? new Asked.Max() : new Asked.Count(100L * random.nextInt(20));
        return new Use(points, vouchers);
    }

    private static List<Programme> programmes() {
        var shipped = new Programmes();
        var programmes = new ArrayList<Programme>();
        for (var id : RandomBills.programmes()) {
            programmes.add(shipped.shipped(id).orElseThrow());
        }
        programmes.add(Sale.trial());
        return programmes;
    }
}
