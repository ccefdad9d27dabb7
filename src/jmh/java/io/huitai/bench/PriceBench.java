package io.huitai.bench;

import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.programme.file.ProgrammeFile;
import io.huitai.programme.pricing.Pricing;
import io.huitai.programme.pricing.Quote;
import io.huitai.programme.scheme.Programme;
import io.huitai.programme.words.Basket;
import io.huitai.programme.words.BasketLine;
import io.huitai.programme.words.PricedMember;
import io.huitai.programme.words.PricedMember.PointsHeld;
import io.huitai.programme.words.PricedMember.VoucherHeld;
import io.huitai.programme.words.Use;
import io.huitai.programme.words.Use.Asked;
import io.huitai.programme.words.Use.VouchersAsked;
import io.huitai.shop.Category;
import io.huitai.shop.Outlet;
import io.huitai.shop.OutletKind;
import io.huitai.shop.ServiceMode;
import io.huitai.shop.Sku;
import io.huitai.shop.StoreId;
import io.huitai.shop.id.TierId;
import io.huitai.shop.id.VoucherTypeId;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// A bill of twenty lines on the member day of a gold member who uses two kinds of vouchers and points.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PriceBench {
    private static final String PROGRAMME = """
            id: bench
            version: 1
            applies-from: 2026-01-01
            name: {zh: 量速, en: Bench}
            tiers:
              - {id: gold, name: {zh: 金卡, en: Gold}}
            discounts:
              - {id: tier-gold, name: {zh: 金卡, en: Gold}, rate: 0.90, when: {tier: gold}}
              - id: member-day
                name: {zh: 会员日, en: Member day}
                rate: 0.88
                when: {day-of-month: 15}
                goods: {without-flags: special}
            points:
              earn:
                - {id: earn-base, name: {zh: 消费积分, en: Points}, per: 1.00, points: 1}
              redeem: {points: 100, value: 1.00, unit: 100, cap: 0.5}
            vouchers:
              - {id: cash50, name: {zh: 50元券, en: 50 voucher}, worth: {amount: 50.00}}
              - id: dish10
                name: {zh: 中餐10元券, en: Dish 10}
                goods: {categories: food.chinese}
                worth: {amount: 10.00, limit: {one-per-full: 100.00}}
            membership:
              enrolment: {minimum-age: 18}
            """;
    private static final int LINES = 20;
    private static final long POINTS = 12_345;

    private final Programme programme = ProgrammeFile.read("bench.yaml", PROGRAMME.getBytes(StandardCharsets.UTF_8));
    private final Optional<PricedMember> member = Optional.of(new PricedMember(
            new TierId("gold"),
            Optional.empty(),
            Optional.empty(),
            List.of(new PointsHeld(POINTS, Optional.empty(), Optional.empty(), Optional.empty())),
            List.of(held("cash50"), held("dish10"))));
    private final Use use = new Use(new Asked.Max(), List.of(asked("cash50", 1), asked("dish10", 3)));
    private final Outlet outlet = new Outlet(new StoreId("S001"), OutletKind.RESTAURANT);
    private final ZonedDateTime now = LocalDateTime.parse("2026-05-15T12:00").atZone(ZoneId.of("Asia/Shanghai"));
    private final List<PlainPricing.Item> items = new ArrayList<>();
    private final Basket bill;

    /// Makes the bill.
    public PriceBench() {
        var lines = new ArrayList<BasketLine>();
        for (var i = 0; i < LINES; i++) {
            var fen = 780 + 977L * i;
            var thousandths = i % 5 == 4 ? 350 + i : 1_000L * (1 + i % 3);
            var special = i % 4 == 3;
            var dish = i % 2 == 0;
            items.add(new PlainPricing.Item(fen, thousandths, special, dish));
            lines.add(new BasketLine(
                    i + 1,
                    new Sku("P" + i),
                    new Category(dish ? "food.chinese" : "drink"),
                    Money.ofFen(fen),
                    Optional.empty(),
                    new Quantity(thousandths),
                    special ? Set.of("special") : Set.of()));
        }
        bill = new Basket(ServiceMode.DINE_IN, 2, Optional.empty(), lines);
    }

    /// Both must price it alike, line by line and row by row.
    @Setup
    public void agree() {
        mustAgree(pricing(), plainly());
    }

    @Benchmark
    public Quote pricing() {
        return Pricing.price(programme, member, bill, use, outlet, now);
    }

    @Benchmark
    public Object plain() {
        return plainly();
    }

    private PlainPricing.Total plainly() {
        return PlainPricing.price(items, true, true, 1, 3, POINTS);
    }

    private static void mustAgree(Quote quote, PlainPricing.Total plain) {
        var same = quote.sums().payable().fen() == plain.payable()
                && quote.pointsUsed() == plain.points()
                && quote.earned().points() == plain.earned()
                && quote.vouchersUsed().size() == 2
                && quote.refused().isEmpty();
        for (var i = 0; i < LINES; i++) {
            var line = quote.lines().get(i);
            var other = plain.lines().get(i);
            same &= line.net().fen() == other.net();
            same &= line.because().stream()
                    .map(row -> row.rule() + "-" + -row.amount().fen())
                    .toList()
                    .equals(other.because().stream()
                            .map(row -> row.rule() + "-" + row.fen())
                            .toList());
        }
        if (!same) {
            throw new IllegalStateException("Priced differently: " + quote + " and plainly " + plain);
        }
    }

    private static VoucherHeld held(String type) {
        return new VoucherHeld(new VoucherTypeId(type), 5, Optional.empty(), Optional.empty());
    }

    private static VouchersAsked asked(String type, long count) {
        return new VouchersAsked(new VoucherTypeId(type), new Asked.Count(count));
    }
}
