package io.huitai.programme.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.programme.file.LintFinding.Weight;
import io.huitai.programme.pricing.Pricing;
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
import io.huitai.shop.Lang;
import io.huitai.shop.Outlet;
import io.huitai.shop.OutletKind;
import io.huitai.shop.ServiceMode;
import io.huitai.shop.Sku;
import io.huitai.shop.StoreId;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// A thousand files that went wrong: each is refused with its place, or still keeps the schema.
class MangledProgrammesTest {
    private static final long SEED = 4_000;
    private static final int EACH = 45;
    private static final long MOST_BYTES = 256L << 20;

    private static final ZonedDateTime NOON = ZonedDateTime.parse("2026-05-01T12:00+08:00[Asia/Shanghai]");

    private final ProgrammeSchema schema = new ProgrammeSchema();
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void eachIsRefusedWithItsPlaceOrKeepsTheSchema() throws IOException {
        var refused = 0;
        var kept = 0;
        for (var file : ProgrammeSchema.programmes()) {
            var whole = Files.readString(file);
            for (var i = 0; i < EACH; i++) {
                var seed = SEED + i;
                var mangled = new Mangling(whole, new Random(seed)).file();
                var name = file.getFileName() + " seed " + seed;
                if (isRefused(name, mangled)) {
                    refused++;
                } else {
                    kept++;
                }
            }
        }
        assertThat(refused + kept).isGreaterThan(1_000);
        assertThat(refused).isGreaterThan(500);
        assertThat(kept).isGreaterThan(50);
    }

    @Test
    void soAreDrawnOnes() {
        var random = new Random(SEED);
        var samples = new SchemaSamples(ProgrammeSchema.text(), random, false);
        for (var i = 0; i < 500; i++) {
            var whole = YAMLMapper.shared().writeValueAsString(samples.programme());
            isRefused("sample " + i, new Mangling(whole, random).file());
        }
    }

    private boolean isRefused(String name, byte[] mangled) {
        var time = threads.getCurrentThreadCpuTime();
        var memory = threads.getCurrentThreadAllocatedBytes();
        var findings = ProgrammeFile.check(name, mangled);
        var faults =
                findings.stream().filter(each -> each.weight() == Weight.FAULT).toList();
        assertThat(TimeUnit.NANOSECONDS.toMillis(threads.getCurrentThreadCpuTime() - time))
                .as("milliseconds for %s", name)
                .isLessThan(1_000);
        assertThat(threads.getCurrentThreadAllocatedBytes() - memory)
                .as("bytes for %s", name)
                .isLessThan(MOST_BYTES);

        var lines = new String(mangled, StandardCharsets.UTF_8).lines().count();
        for (var finding : findings) {
            assertThat(finding.line()).as("%s", finding).isBetween(1, (int) lines + 1);
            assertThat(finding.column()).as("%s", finding).isPositive();
            for (var lang : Lang.values()) {
                assertThat(finding.text(lang).chars()).noneMatch(Character::isISOControl);
            }
        }
        if (faults.stream().noneMatch(ProgrammeSchema::isNoTree)) {
            var text = new String(mangled, StandardCharsets.UTF_8);
            if (schema.keptBy(mangled)) {
                assertThat(faults).as("%s keeps the schema%n%s", name, text).allMatch(ProgrammeSchema::isBeyondSchema);
            } else {
                assertThat(faults)
                        .as("%s does not keep the schema%n%s", name, text)
                        .isNotEmpty();
            }
        }
        if (faults.isEmpty()) {
            sell(ProgrammeFile.read(name, mangled));
        }
        return !faults.isEmpty();
    }

    /// What is accepted can be priced with, whoever buys.
    private static void sell(Programme programme) {
        var line = new BasketLine(
                1,
                new Sku("A"),
                new Category("food.chinese"),
                Money.parse("128.00"),
                Optional.empty(),
                Quantity.parse("2"),
                Set.of());
        var bill = new Basket(ServiceMode.DINE_IN, 2, Optional.empty(), List.of(line));
        var outlet = new Outlet(new StoreId("S001"), OutletKind.RESTAURANT);
        var vouchers = programme.vouchers().stream()
                .map(type -> new VoucherHeld(type.id(), 2, Optional.empty(), Optional.empty()))
                .toList();
        var use = new Use(
                new Asked.Max(),
                vouchers.stream()
                        .map(held -> new VouchersAsked(held.type(), new Asked.Max()))
                        .toList());
        var points = new PointsHeld(1_000, Optional.empty(), Optional.empty(), Optional.empty());
        for (var tier : programme.tiers()) {
            var member = new PricedMember(
                    tier.id(), Optional.empty(), Optional.of(NOON.toLocalDate()), List.of(points), vouchers);
            var quote = Pricing.price(programme, Optional.of(member), bill, use, outlet, NOON);
            assertThat(quote.sums().payable().isNegative()).isFalse();
        }
    }
}
