package io.huitai.programme.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.money.Sums;
import io.huitai.programme.file.ProgrammeFile;
import io.huitai.programme.scheme.Programme;
import io.huitai.programme.words.Basket;
import io.huitai.programme.words.BasketLine;
import io.huitai.programme.words.PricedMember;
import io.huitai.programme.words.PricedMember.PointsHeld;
import io.huitai.programme.words.Use;
import io.huitai.programme.words.Use.Asked;
import io.huitai.shop.Category;
import io.huitai.shop.Outlet;
import io.huitai.shop.OutletKind;
import io.huitai.shop.ServiceMode;
import io.huitai.shop.Sku;
import io.huitai.shop.StoreId;
import io.huitai.shop.id.TierId;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Worked by hand. The standard card: regular 10 % off, gold 15 %, a point a yuan, 100 points = 1.00. The programme
/// tried gives regular members 20 % and everybody two points a yuan.
class SimulationTest {
    private static final String CARD = standardCard();
    private static final Programme NOW = read(CARD);
    private static final String TRIED = CARD.replace("rate: 0.90", "rate: 0.80").replace("points: 1}", "points: 2}");

    private final List<PastBill> bills =
            List.of(bill("regular", "100.00", 0), bill("gold", "200.00", 500), bill("", "50.00", 0));

    @Test
    void sumsAreToldBeforeAndAfter() {
        var all = simulated(TRIED).all();
        assertThat(all.bills()).isEqualTo(3);
        assertThat(all.before()).isEqualTo(figures("350.00", "40.00", "5.00", "305.00", 255));
        assertThat(all.after()).isEqualTo(figures("350.00", "50.00", "5.00", "295.00", 490));
    }

    @Test
    void sumsAreToldByTierAndByRule() {
        var report = simulated(TRIED);
        var regular = Objects.requireNonNull(report.tiers().get(Optional.of(new TierId("regular"))));
        assertThat(regular.before()).isEqualTo(figures("100.00", "10.00", "0.00", "90.00", 90));
        assertThat(regular.after()).isEqualTo(figures("100.00", "20.00", "0.00", "80.00", 160));
        var gold = Objects.requireNonNull(report.tiers().get(Optional.of(new TierId("gold"))));
        assertThat(gold.after()).isEqualTo(figures("200.00", "30.00", "5.00", "165.00", 330));
        var walkIns = Objects.requireNonNull(report.tiers().get(Optional.<TierId>empty()));
        assertThat(walkIns.bills()).isEqualTo(1);
        assertThat(report.rules().get("tier-regular")).isEqualTo(taken("10.00", "20.00"));
        assertThat(report.rules().get("tier-gold")).isEqualTo(taken("30.00", "30.00"));
        assertThat(report.rules().get("points")).isEqualTo(taken("5.00", "5.00"));
    }

    @Test
    void pointsThatTheProgrammeRefusesAreCountedAndNotUsed() {
        var report = simulated(CARD.replace("unit: 100", "unit: 300"));
        assertThat(report.notUsed()).isEqualTo(1);
        assertThat(report.all().after()).isEqualTo(figures("350.00", "40.00", "0.00", "310.00", 260));
    }

    @Test
    void billsOfATierThatTheProgrammeDoesNotHaveAreLeftOut() {
        var report = simulated(CARD.replace("gold", "golden"));
        assertThat(report.unknownTier()).isEqualTo(1);
        assertThat(report.all().bills()).isEqualTo(2);
    }

    @Test
    void theSameProgrammeChangesNothing() {
        var all = simulated(CARD).all();
        assertThat(all.after()).isEqualTo(all.before());
    }

    private Simulation.Report simulated(String yaml) {
        var simulation = new Simulation(read(yaml));
        bills.forEach(bill -> simulation.add(bill, NOW));
        return simulation.report();
    }

    /// @param tier empty for a walk-in
    private static PastBill bill(String tier, String price, long points) {
        var line = new BasketLine(
                1, new Sku("A"), new Category("food"), Money.parse(price), Optional.empty(), Quantity.ONE, Set.of());
        var member = Optional.of(tier)
                .filter(id -> !id.isEmpty())
                .map(id -> new PricedMember(
                        new TierId(id),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(new PointsHeld(points, Optional.empty(), Optional.empty(), Optional.empty())),
                        List.of()));
        var bill = new Basket(ServiceMode.DINE_IN, 0, Optional.empty(), List.of(line));
        var use = new Use(new Asked.Count(points), List.of());
        var outlet = new Outlet(new StoreId("S001"), OutletKind.RESTAURANT);
        var at = ZonedDateTime.parse("2026-06-10T12:00:00+08:00[Asia/Shanghai]");
        return new PastBill(member, bill, use, outlet, at, outcome(Pricing.price(NOW, member, bill, use, outlet, at)));
    }

    private static PastBill.Outcome outcome(Quote quote) {
        var taken = new HashMap<String, Money>();
        quote.lines()
                .getFirst()
                .because()
                .forEach(row -> taken.put(row.rule().value(), row.amount().negated()));
        return new PastBill.Outcome(quote.sums(), quote.earned().points(), taken);
    }

    private static Simulation.Figures figures(
            String gross, String discount, String pointsValue, String payable, long points) {
        return new Simulation.Figures(
                new Sums(
                        Money.parse(gross),
                        Money.parse(discount),
                        Money.ZERO,
                        Money.parse(pointsValue),
                        Money.parse(payable)),
                points,
                NOW.pointWorth().multiply(BigDecimal.valueOf(points)));
    }

    private static Simulation.Taken taken(String before, String after) {
        return new Simulation.Taken(Money.parse(before), Money.parse(after));
    }

    private static Programme read(String yaml) {
        return ProgrammeFile.read("card.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }

    private static String standardCard() {
        try (var file = SimulationTest.class.getResourceAsStream("/assets/programmes/standard-card.yaml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
