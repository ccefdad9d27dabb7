package io.huitai.console;

import static io.huitai.console.BadRequest.Code.BAD_REQUEST;
import static io.huitai.console.BadRequest.Code.OVERFLOW;
import static io.huitai.console.BadRequest.Code.UNKNOWN_PROGRAMME;
import static io.huitai.console.BadRequest.Code.UNKNOWN_TIER;
import static io.huitai.console.BadRequest.Code.UNKNOWN_VOUCHER;

import io.huitai.money.Money;
import io.huitai.programme.file.BadProgramme;
import io.huitai.programme.file.Programmes;
import io.huitai.programme.pricing.Hints;
import io.huitai.programme.pricing.Pricing;
import io.huitai.programme.pricing.Quote;
import io.huitai.programme.pricing.Situation;
import io.huitai.programme.scheme.Programme;
import io.huitai.programme.scheme.Requirement;
import io.huitai.programme.scheme.Requirement.AllOf;
import io.huitai.programme.scheme.Requirement.AnyOf;
import io.huitai.programme.scheme.Requirement.Deeds;
import io.huitai.programme.scheme.Requirement.PointsAtLeast;
import io.huitai.programme.scheme.Requirement.RechargeAtLeast;
import io.huitai.programme.scheme.Requirement.SpendAtLeast;
import io.huitai.programme.scheme.Requirement.VisitsAtLeast;
import io.huitai.programme.words.Basket;
import io.huitai.programme.words.BasketLine;
import io.huitai.programme.words.Hint;
import io.huitai.programme.words.PricedMember;
import io.huitai.programme.words.PricedMember.PointsHeld;
import io.huitai.programme.words.PricedMember.VoucherHeld;
import io.huitai.programme.words.Span;
import io.huitai.programme.words.TierId;
import io.huitai.programme.words.Use;
import io.huitai.programme.words.Use.Asked;
import io.huitai.programme.words.Use.VouchersAsked;
import io.huitai.programme.words.VoucherTypeId;
import io.huitai.shop.Category;
import io.huitai.shop.Occasion;
import io.huitai.shop.Outlet;
import io.huitai.shop.OutletKind;
import io.huitai.shop.ServiceMode;
import io.huitai.shop.Sku;
import io.huitai.shop.StoreId;
import io.huitai.shop.WorkingDays;
import java.nio.file.InvalidPathException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// A request of the quote contract (`quote-request.schema.json`), read strictly.
public record QuoteRequest(
        Programme programme,
        ZonedDateTime at,
        Outlet outlet,
        Optional<PricedMember> member,
        Optional<Deeds> deeds,
        Basket bill,
        Use use) {
    /// The time zone of stores that do not name their own.
    public static final ZoneId STORE_ZONE = ZoneId.of("Asia/Shanghai");

    private static final StoreId STORE = new StoreId("S001");

    /// Reads a request.
    ///
    /// @param programmes where its programme is looked up
    /// @param calendar of its outlet
    /// @throws BadRequest naming the first field that is wrong
    public static QuoteRequest read(Fields fields, Programmes programmes, WorkingDays calendar) {
        var programme = programme(fields, programmes);
        var at = fields.time("at").atZoneSameInstant(STORE_ZONE);
        var outlet = fields.optionalObject("outlet")
                .map(each -> outlet(each, calendar))
                .orElse(new Outlet(STORE, OutletKind.RESTAURANT, calendar));
        var guest = fields.optionalObject("member").map(each -> guest(each, programme));
        var bill = bill(fields.object("bill"));
        var use = fields.optionalObject("use").map(each -> use(each, programme)).orElse(Use.NOTHING);
        fields.done();
        return new QuoteRequest(programme, at, outlet, guest.map(Guest::member), guest.map(Guest::deeds), bill, use);
    }

    /// Reads `use` as it stands in a quote; every voucher type must be the programme's.
    public static Use use(Fields fields, Programme programme) {
        var points = fields.has("points") ? asked(fields, "points", 0) : new Asked.Count(0);
        var vouchers = new ArrayList<VouchersAsked>();
        for (var each : fields.optionalObjects("vouchers").orElse(List.of())) {
            var type = voucherType(each, "type", each.text("type"), programme);
            vouchers.add(new VouchersAsked(type, each.has("count") ? asked(each, "count", 1) : new Asked.Count(1)));
            each.done();
        }
        fields.done();
        return new Use(points, vouchers);
    }

    /// The quote of this request.
    ///
    /// @throws BadRequest `OVERFLOW` when an amount does not fit
    public Quote quote() {
        try {
            return Pricing.price(programme, member, bill, use, outlet, at);
        } catch (ArithmeticException large) {
            throw new BadRequest(OVERFLOW, "bill.lines", Wrong.AMOUNTS);
        }
    }

    /// What would help the member.
    ///
    /// @param quote of this request
    public List<Hint> hints(Quote quote) {
        return Hints.of(programme, new Situation(member, bill, outlet, at.toLocalDateTime()), quote, deeds);
    }

    private record Guest(PricedMember member, Deeds deeds) {}

    /// What a request tells of a member's doings: spend and visits in their whole life, where it does.
    private record Told(Optional<Money> spend, OptionalLong visits) implements Deeds {
        @Override
        public boolean tell(Requirement single) {
            return switch (single) {
                case SpendAtLeast asked -> asked.span() instanceof Span.Lifetime && spend.isPresent();
                case VisitsAtLeast asked -> asked.span() instanceof Span.Lifetime && visits.isPresent();
                case PointsAtLeast _, RechargeAtLeast _, AllOf _, AnyOf _ -> false;
            };
        }

        @Override
        public Money spend(Span span) {
            return span instanceof Span.Lifetime ? spend.orElse(Money.ZERO) : Money.ZERO;
        }

        @Override
        public long points(Span span) {
            return 0;
        }

        @Override
        public long visits(Span span) {
            return span instanceof Span.Lifetime ? visits.orElse(0) : 0;
        }

        @Override
        public Money largestRecharge() {
            return Money.ZERO;
        }
    }

    private static Programme programme(Fields fields, Programmes programmes) {
        var id = fields.text("programme");
        var unknown = new BadRequest(UNKNOWN_PROGRAMME, fields.at("programme"), Wrong.NO_PROGRAMME, id);
        try {
            return programmes.find(id).orElseThrow(() -> unknown);
        } catch (InvalidPathException noFile) {
            throw unknown;
        } catch (BadProgramme bad) {
            throw new BadRequest(UNKNOWN_PROGRAMME, fields.at("programme"), Wrong.BAD_PROGRAMME, bad.message());
        }
    }

    private static Outlet outlet(Fields fields, WorkingDays calendar) {
        var outlet = new Outlet(
                fields.optionalValue("store", StoreId::new).orElse(STORE),
                fields.optionalWord("kind", OutletKind::of).orElse(OutletKind.RESTAURANT),
                calendar);
        fields.done();
        return outlet;
    }

    private static Guest guest(Fields fields, Programme programme) {
        var member = new PricedMember(
                tier(fields, programme),
                fields.optionalText("kind"),
                fields.optionalDate("birthday"),
                points(fields),
                vouchers(fields, programme));
        var visits = fields.has("visits") ? OptionalLong.of(notNegative(fields, "visits")) : OptionalLong.empty();
        var deeds = new Told(fields.optionalAmount("spend"), visits);
        fields.optionalDate("joined");
        fields.done();
        return new Guest(member, deeds);
    }

    private static TierId tier(Fields fields, Programme programme) {
        if (!fields.has("tier") && programme.tiers().size() == 1) {
            return programme.firstTier().id();
        }
        var tier = fields.text("tier");
        return programme
                .tier(tier)
                .orElseThrow(() -> new BadRequest(UNKNOWN_TIER, fields.at("tier"), Wrong.NO_TIER, programme.id(), tier))
                .id();
    }

    /// A plain number is one lot that was earned here and does not expire.
    private static List<PointsHeld> points(Fields fields) {
        if (!fields.isList("points")) {
            var points = fields.optionalInteger("points");
            return points.isEmpty()
                    ? List.of()
                    : List.of(new PointsHeld(points.getAsLong(), Optional.empty(), Optional.empty(), Optional.empty()));
        }
        var lots = new ArrayList<PointsHeld>();
        for (var each : fields.objects("points")) {
            lots.add(new PointsHeld(
                    each.integer("points"),
                    each.optionalDate("from"),
                    each.optionalDate("expires"),
                    each.optionalValue("store", StoreId::new)));
            each.done();
        }
        return lots;
    }

    private static List<VoucherHeld> vouchers(Fields fields, Programme programme) {
        var held = new ArrayList<VoucherHeld>();
        if (fields.isList("vouchers")) {
            for (var each : fields.objects("vouchers")) {
                var type = voucherType(each, "type", each.text("type"), programme);
                var count = each.has("count") ? above(each, "count", 1) : 1;
                held.add(new VoucherHeld(type, count, each.optionalDate("from"), each.optionalDate("expires")));
                each.done();
            }
        } else if (fields.has("vouchers")) {
            var counts = fields.object("vouchers");
            for (var name : counts.names()) {
                var type = voucherType(counts, name, name, programme);
                held.add(new VoucherHeld(
                        type, above(counts, name, 0), Optional.<LocalDate>empty(), Optional.<LocalDate>empty()));
            }
        }
        return held;
    }

    private static VoucherTypeId voucherType(Fields fields, String field, String type, Programme programme) {
        return programme
                .voucher(type)
                .orElseThrow(
                        () -> new BadRequest(UNKNOWN_VOUCHER, fields.at(field), Wrong.NO_VOUCHER, programme.id(), type))
                .id();
    }

    private static Basket bill(Fields fields) {
        var service = fields.optionalWord("service", ServiceMode::of).orElse(ServiceMode.DINE_IN);
        var adults = notNegative(fields, "adults");
        var event = fields.optionalWord("event", Occasion::of);
        var lines = new ArrayList<BasketLine>();
        for (var each : fields.objects("lines")) {
            lines.add(line(each, lines.size() + 1));
        }
        fields.done();
        return new Basket(service, adults, event, lines);
    }

    private static BasketLine line(Fields fields, int number) {
        var line = new BasketLine(
                number,
                fields.value("sku", Sku::new),
                fields.value("category", Category::new),
                fields.amount("price"),
                fields.optionalAmount("memberPrice"),
                fields.quantity("qty"),
                Set.copyOf(fields.texts("flags")));
        fields.optionalText("name");
        fields.done();
        try {
            line.gross();
            return line;
        } catch (ArithmeticException large) {
            throw new BadRequest(OVERFLOW, fields.at("price"), Wrong.TOO_LARGE_TIMES);
        }
    }

    private static Asked asked(Fields fields, String name, long least) {
        if (!fields.isText(name)) {
            return new Asked.Count(above(fields, name, least));
        }
        if (!fields.text(name).equals("max")) {
            throw fields.bad(name, Wrong.WHOLE_OR_MAX);
        }
        return new Asked.Max();
    }

    private static long notNegative(Fields fields, String name) {
        return fields.has(name) ? above(fields, name, 0) : 0;
    }

    private static long above(Fields fields, String name, long least) {
        var number = fields.integer(name);
        if (number < least) {
            throw new BadRequest(BAD_REQUEST, fields.at(name), Wrong.BELOW, number, least);
        }
        return number;
    }
}
