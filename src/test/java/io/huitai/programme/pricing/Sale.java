package io.huitai.programme.pricing;

import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.programme.file.ProgrammeFile;
import io.huitai.programme.file.Programmes;
import io.huitai.programme.pricing.Quote.Subject;
import io.huitai.programme.scheme.Programme;
import io.huitai.programme.scheme.Requirement;
import io.huitai.programme.words.Basket;
import io.huitai.programme.words.BasketLine;
import io.huitai.programme.words.ManualDiscount;
import io.huitai.programme.words.PricedMember;
import io.huitai.programme.words.PricedMember.PointsHeld;
import io.huitai.programme.words.PricedMember.VoucherHeld;
import io.huitai.programme.words.Use;
import io.huitai.programme.words.Use.Asked;
import io.huitai.programme.words.Use.VouchersAsked;
import io.huitai.shop.Category;
import io.huitai.shop.Lang;
import io.huitai.shop.Occasion;
import io.huitai.shop.Outlet;
import io.huitai.shop.OutletKind;
import io.huitai.shop.ServiceMode;
import io.huitai.shop.Sku;
import io.huitai.shop.StoreId;
import io.huitai.shop.id.TierId;
import io.huitai.shop.id.VoucherTypeId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A bill under test, told in one sentence. It is made in store S001 at noon of 6 May 2026, a Wednesday.
public final class Sale {
    private final Programme programme;
    private final List<BasketLine> lines = new ArrayList<>();
    private final List<PointsHeld> points = new ArrayList<>();
    private final List<VoucherHeld> vouchers = new ArrayList<>();
    private final List<VouchersAsked> asked = new ArrayList<>();
    private final List<ManualDiscount> manual = new ArrayList<>();
    private Optional<String> tier = Optional.empty();
    private Optional<String> kind = Optional.empty();
    private Optional<LocalDate> birthday = Optional.empty();
    private Asked pointsAsked = new Asked.Count(0);
    private ServiceMode service = ServiceMode.DINE_IN;
    private Optional<Occasion> event = Optional.empty();
    private ZonedDateTime at = LocalDateTime.parse("2026-05-06T12:00").atZone(ZoneId.of("Asia/Shanghai"));

    private Sale(Programme programme) {
        this.programme = programme;
    }

    public static Sale under(String programme) {
        return new Sale(new Programmes().shipped(programme).orElseThrow());
    }

    public static Sale onTrial() {
        return new Sale(trial());
    }

    public static Sale of(Programme programme) {
        return new Sale(programme);
    }

    public static Programme trial() {
        try (var stream = Sale.class.getResourceAsStream("/programmes/trial.yaml")) {
            return ProgrammeFile.read(
                    "trial.yaml", java.util.Objects.requireNonNull(stream).readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public Sale line(String category, String price, String quantity, String... flags) {
        return line(category, price, Optional.empty(), quantity, flags);
    }

    public Sale line(String category, String price, Optional<String> memberPrice, String quantity, String... flags) {
        lines.add(new BasketLine(
                lines.size() + 1,
                new Sku("P" + (lines.size() + 1)),
                new Category(category),
                Money.parse(price),
                memberPrice.map(Money::parse),
                Quantity.parse(quantity),
                Set.of(flags)));
        return this;
    }

    public Sale member(String tier) {
        this.tier = Optional.of(tier);
        return this;
    }

    public Sale kind(String kind) {
        this.kind = Optional.of(kind);
        return this;
    }

    public Sale born(String date) {
        birthday = Optional.of(LocalDate.parse(date));
        return this;
    }

    public Sale points(long count) {
        points.add(new PointsHeld(count, Optional.empty(), Optional.empty(), Optional.empty()));
        return this;
    }

    public Sale points(long count, String expires, String store) {
        points.add(new PointsHeld(
                count, Optional.empty(), Optional.of(LocalDate.parse(expires)), Optional.of(new StoreId(store))));
        return this;
    }

    public Sale holding(String type, long count) {
        vouchers.add(new VoucherHeld(new VoucherTypeId(type), count, Optional.empty(), Optional.empty()));
        return this;
    }

    public Sale holding(String type, long count, String from, String expires) {
        vouchers.add(new VoucherHeld(
                new VoucherTypeId(type),
                count,
                Optional.of(LocalDate.parse(from)),
                Optional.of(LocalDate.parse(expires))));
        return this;
    }

    public Sale usingPoints(long count) {
        pointsAsked = new Asked.Count(count);
        return this;
    }

    public Sale usingMostPoints() {
        pointsAsked = new Asked.Max();
        return this;
    }

    public Sale using(String type, long count) {
        asked.add(new VouchersAsked(new VoucherTypeId(type), new Asked.Count(count)));
        return this;
    }

    public Sale usingMost(String type) {
        asked.add(new VouchersAsked(new VoucherTypeId(type), new Asked.Max()));
        return this;
    }

    public Sale byHand(ManualDiscount discount) {
        manual.add(discount);
        return this;
    }

    public Sale at(String time) {
        at = LocalDateTime.parse(time).atZone(ZoneId.of("Asia/Shanghai"));
        return this;
    }

    public Sale served(ServiceMode mode) {
        service = mode;
        return this;
    }

    public Sale event(Occasion occasion) {
        event = Optional.of(occasion);
        return this;
    }

    public Quote quote() {
        return Pricing.price(programme, guest(), bill(), new Use(pointsAsked, asked), outlet(), at);
    }

    Quote.Earned earnedOn(String... nets) {
        return Pricing.earned(
                programme,
                guest(),
                bill(),
                List.of(nets).stream().map(Money::parse).toList(),
                outlet(),
                at);
    }

    /// As "cash100 1 VOUCHER_LIMIT".
    public List<String> refused() {
        return quote().refused().stream()
                .map(refusal -> {
                    var what = switch (refusal.subject()) {
                        case Subject.Line(var number) -> "line " + number;
                        case Subject.Voucher(var type) -> type.id().value();
                        case Subject.Points() -> "points";
                    };
                    var count = switch (refusal.count()) {
                        case Asked.Max() -> "max";
                        case Asked.Count(var number) -> Long.toString(number);
                    };
                    return what + " " + count + " " + refusal.code();
                })
                .toList();
    }

    /// As "tier-gold -38.40", of the nth line of the quote.
    public List<String> rows(int line) {
        return quote().lines().get(line - 1).because().stream()
                .map(row -> row.rule() + " " + row.amount())
                .toList();
    }

    public List<String> nets() {
        return quote().lines().stream().map(line -> line.net().toString()).toList();
    }

    public String payable() {
        return quote().sums().payable().toString();
    }

    /// As "cash100 2".
    public List<String> used() {
        return quote().vouchersUsed().stream()
                .map(each -> each.type() + " " + each.count())
                .toList();
    }

    /// As "earn-base 120".
    public List<String> earned() {
        return quote().earned().because().stream()
                .map(row -> row.rule() + " " + row.points())
                .toList();
    }

    /// What would help, in words; nothing is known of what the member did before.
    public List<String> hints(Lang lang) {
        return hints(lang, Optional.empty());
    }

    public List<String> hints(Lang lang, Optional<Requirement.Deeds> deeds) {
        var situation = new Situation(guest(), bill(), outlet(), at.toLocalDateTime());
        return Hints.of(programme, situation, quote(), deeds).stream()
                .map(hint -> Explanation.of(hint, lang))
                .toList();
    }

    private Optional<PricedMember> guest() {
        return tier.map(id -> new PricedMember(new TierId(id), kind, birthday, points, vouchers));
    }

    private Basket bill() {
        return new Basket(service, 2, event, lines, manual);
    }

    private static Outlet outlet() {
        return new Outlet(new StoreId("S001"), OutletKind.RESTAURANT);
    }
}
