package io.huitai.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// After every one of many sales over more than a year the member's tier is what the published page makes of all sales
/// so far, worked out from the receipts alone.
class TiersComputedAfreshTest {
    private static final String MEMBER = "M0002";

    @TempDir
    private Path store;

    private record Sold(LocalDate day, BigDecimal paid, long earned) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "standard-card",
                "vip-points",
                "three-step",
                "activity-grades",
                "goods-member",
                "supermarket",
                "micro-shop",
                "jinpeng-variable",
                "star"
            })
    void theTierIsWhatThePageSays(String programme) {
        var seed = 20261124L;
        var random = new Random(seed);
        var day = LocalDate.parse("2026-06-10");
        var best = 0;
        var sold = new ArrayList<Sold>();
        try (var console = ConsoleDriver.selling(store, programme)) {
            for (var sale = 0; sale < 40; sale++) {
                var price = BigDecimal.valueOf(random.nextInt(1_00, random.nextInt(4) == 0 ? 2500_00 : 300_00), 2);
                var receipt = console.sell(MEMBER, price.toPlainString());
                sold.add(new Sold(
                        day,
                        new BigDecimal(receipt.path("paid").asString()),
                        receipt.path("earned").asLong()));
                best = Math.max(best, reached(programme, sold, day));
                assertThat(receipt.path("tier").asString())
                        .as("%s, seed %d, sale %d", programme, seed, sale)
                        .isEqualTo(tiers(programme).get(best));
                day = day.plusDays(random.nextInt(20));
                if (!day.isBefore(LocalDate.parse("2026-12-31")) && programme.equals("standard-card")) {
                    break; // from here on there are reviews
                }
                console.day(day.toString());
            }
        }
    }

    private static List<String> tiers(String programme) {
        return switch (programme) {
            case "standard-card" -> List.of("regular", "gold", "platinum");
            case "vip-points" -> List.of("regular", "silver", "gold", "platinum");
            case "three-step" -> List.of("basic", "premium", "supreme");
            case "activity-grades" -> List.of("junior", "silver", "gold", "diamond");
            case "micro-shop" -> List.of("regular", "silver", "gold", "diamond");
            case "jinpeng-variable" -> List.of("star", "golden", "honour");
            case "star" -> List.of("silver", "jade", "gold");
            default -> List.of("regular", "silver", "gold");
        };
    }

    /// The highest tier whose figures are reached on a day.
    private static int reached(String programme, List<Sold> all, LocalDate day) {
        var year = all.stream()
                .filter(each -> !each.day().isBefore(day.minusMonths(12)))
                .toList();
        return switch (programme) {
            case "standard-card" -> step(spent(year), 5000, 20000);
            case "vip-points" -> step(spent(all), 1000, 5000, 20000);
            case "three-step" ->
                Math.max(step(spent(year), 3000, 10000), step(BigDecimal.valueOf(year.size()), 12, 36));
            case "activity-grades" -> step(spent(year), 2000, 8000, 20000);
            case "goods-member" -> Math.max(step(spent(all), 2000, 5000), step(earned(all), 5000, 10000));
            case "supermarket" -> Math.min(step(spent(year), 3000, 8000), step(earned(year), 3000, 8000));
            case "micro-shop" ->
                Math.min(step(spent(all), 1000, 3000, 10000), step(BigDecimal.valueOf(all.size()), 5, 15, 40));
            case "jinpeng-variable" -> step(earned(all), 1000, 5000);
            case "star" -> step(spent(all), 250, 1250);
            default -> throw new IllegalArgumentException(programme);
        };
    }

    private static BigDecimal spent(List<Sold> sold) {
        return sold.stream().map(Sold::paid).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal earned(List<Sold> sold) {
        return BigDecimal.valueOf(sold.stream().mapToLong(Sold::earned).sum());
    }

    private static int step(BigDecimal figure, long... from) {
        var step = 0;
        for (var each : from) {
            step += figure.compareTo(BigDecimal.valueOf(each)) >= 0 ? 1 : 0;
        }
        return step;
    }
}
