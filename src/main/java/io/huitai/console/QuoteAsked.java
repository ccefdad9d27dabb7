package io.huitai.console;

import static io.huitai.console.BadRequest.Code.OVERFLOW;
import static io.huitai.console.BadRequest.Code.UNKNOWN_PROGRAMME;
import static io.huitai.console.BadRequest.Code.UNKNOWN_TIER;
import static io.huitai.console.BadRequest.Code.UNKNOWN_VOUCHER;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.huitai.console.TradeWords.OrMax;
import io.huitai.console.TradeWords.Varied;
import io.huitai.money.Money;
import io.huitai.money.Quantity;
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
import io.huitai.programme.words.Use;
import io.huitai.programme.words.Use.Asked;
import io.huitai.programme.words.Use.VouchersAsked;
import io.huitai.shop.Category;
import io.huitai.shop.Occasion;
import io.huitai.shop.Outlet;
import io.huitai.shop.OutletKind;
import io.huitai.shop.ServiceMode;
import io.huitai.shop.Sku;
import io.huitai.shop.StoreId;
import io.huitai.shop.WorkingDays;
import io.huitai.shop.id.TierId;
import io.huitai.shop.id.VoucherTypeId;
import java.nio.file.InvalidPathException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a request of the quote contract (`quote-request.schema.json`) asks to be priced.
public record QuoteAsked(
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
    /// @throws BadRequest naming a field that is wrong
    public static QuoteAsked read(String json, Programmes programmes, WorkingDays calendar) {
        var asked = ConsoleJson.read("", ConsoleJson.parse(json), Written.class);
        var programme = programme(asked.programme, programmes);
        return new QuoteAsked(
                programme,
                asked.at.atZoneSameInstant(STORE_ZONE),
                new Outlet(
                        asked.outlet.flatMap(Place::store).orElse(STORE),
                        asked.outlet.flatMap(Place::kind).orElse(OutletKind.RESTAURANT),
                        calendar),
                asked.member.map(guest -> guest.priced(programme)),
                asked.member.map(guest -> new Told(guest.spend, guest.visits)),
                asked.bill.basket(),
                asked.use.map(use -> use.use("use.", programme)).orElse(Use.NOTHING));
    }

    /// The quote of this.
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
    /// @param quote of this
    public List<Hint> hints(Quote quote) {
        return Hints.of(programme, new Situation(member, bill, outlet, at.toLocalDateTime()), quote, deeds);
    }

    private static Programme programme(String id, Programmes programmes) {
        var unknown = new BadRequest(UNKNOWN_PROGRAMME, "programme", Wrong.NO_PROGRAMME, id);
        try {
            return programmes.find(id).orElseThrow(() -> unknown);
        } catch (InvalidPathException noFile) {
            throw unknown;
        } catch (BadProgramme bad) {
            throw new BadRequest(UNKNOWN_PROGRAMME, "programme", Wrong.BAD_PROGRAMME, bad.message());
        }
    }

    private static VoucherTypeId voucher(String path, String type, Programme programme) {
        return programme
                .voucherNamed(type)
                .orElseThrow(() -> new BadRequest(UNKNOWN_VOUCHER, path, Wrong.NO_VOUCHER, programme.id(), type))
                .id();
    }

    private static long least(String path, long number, long least) {
        if (number < least) {
            throw new BadRequest(path, Wrong.BELOW, number, least);
        }
        return number;
    }

    private record Written(
            String programme,
            OffsetDateTime at,
            Optional<Place> outlet,
            Optional<Guest> member,
            Bill bill,
            Optional<Wanted> use) {}

    private record Place(Optional<StoreId> store, Optional<OutletKind> kind) {}

    /// @param points a list of lots, or a plain number: one lot that was earned here and does not expire
    /// @param vouchers a list, or an object of counts by type
    /// @param joined is read and changes nothing
    private record Guest(
            Optional<String> tier,
            Optional<String> kind,
            Optional<LocalDate> birthday,
            Optional<Varied> points,
            Optional<Varied> vouchers,
            Optional<Long> visits,
            Optional<Money> spend,
            Optional<LocalDate> joined) {
        private PricedMember priced(Programme programme) {
            var named = tier(programme);
            var lots = points.map(varied -> lots(varied.node())).orElse(List.of());
            var held = vouchers.map(varied -> held(varied.node(), programme)).orElse(List.of());
            visits.ifPresent(number -> least("member.visits", number, 0));
            return new PricedMember(named, kind, birthday, lots, held);
        }

        private TierId tier(Programme programme) {
            if (tier.isEmpty() && programme.tiers().size() == 1) {
                return programme.firstTier().id();
            }
            var id = tier.orElseThrow(() -> new BadRequest("member.tier", Wrong.MISSING));
            return programme
                    .tierNamed(id)
                    .orElseThrow(() -> new BadRequest(UNKNOWN_TIER, "member.tier", Wrong.NO_TIER, programme.id(), id))
                    .id();
        }

        private static List<PointsHeld> lots(JsonNode points) {
            if (points.isArray()) {
                return List.of(ConsoleJson.read("member.points", points, PointsHeld[].class));
            }
            var number = ConsoleJson.read("member.points", points, Long.class);
            return List.of(new PointsHeld(number, Optional.empty(), Optional.empty(), Optional.empty()));
        }

        private static List<VoucherHeld> held(JsonNode vouchers, Programme programme) {
            var path = "member.vouchers";
            var held = new ArrayList<VoucherHeld>();
            if (vouchers.isArray()) {
                for (var each : ConsoleJson.read(path, vouchers, Vouchers[].class)) {
                    var at = path + "[" + held.size() + "].";
                    var type = voucher(at + "type", each.type, programme);
                    var count = least(at + "count", each.count.orElse(1L), 1);
                    held.add(new VoucherHeld(type, count, each.from, each.expires));
                }
                return held;
            }
            for (var each : ConsoleJson.read(path, vouchers, ObjectNode.class).properties()) {
                var at = path + "." + each.getKey();
                var type = voucher(at, each.getKey(), programme);
                var count = least(at, ConsoleJson.read(at, each.getValue(), Long.class), 0);
                held.add(new VoucherHeld(type, count, Optional.empty(), Optional.empty()));
            }
            return held;
        }
    }

    private record Vouchers(String type, Optional<Long> count, Optional<LocalDate> from, Optional<LocalDate> expires) {}

    private record Bill(
            Optional<ServiceMode> service,
            Optional<Long> adults,
            Optional<Occasion> event,
            @JsonSetter(nulls = Nulls.FAIL) List<Line> lines) {
        private Basket basket() {
            var basket = new ArrayList<BasketLine>();
            for (var line : lines) {
                basket.add(line.line("bill.lines[" + basket.size() + "].price", basket.size() + 1));
            }
            var seated = least("bill.adults", adults.orElse(0L), 0);
            return new Basket(service.orElse(ServiceMode.DINE_IN), seated, event, basket);
        }
    }

    /// @param name is for people
    private record Line(
            Sku sku,
            Category category,
            Money price,
            Optional<Money> memberPrice,
            Quantity qty,
            List<String> flags,
            Optional<String> name) {
        private BasketLine line(String path, int number) {
            var line = new BasketLine(number, sku, category, price, memberPrice, qty, Set.copyOf(flags));
            try {
                line.gross();
                return line;
            } catch (ArithmeticException large) {
                throw new BadRequest(OVERFLOW, path, Wrong.TOO_LARGE_TIMES);
            }
        }
    }

    /// `use` as it stands in a quote, and in the verb of that name.
    record Wanted(Optional<OrMax> points, List<WantedVouchers> vouchers) {
        record WantedVouchers(String type, Optional<OrMax> count) {}

        /// Every voucher type must be the programme's.
        ///
        /// @param path in front of its fields, for messages
        Use use(String path, Programme programme) {
            var wanted = asked(path + "points", points, 0);
            var asked = new ArrayList<VouchersAsked>();
            for (var each : vouchers) {
                var at = path + "vouchers[" + asked.size() + "].";
                var type = voucher(at + "type", each.type, programme);
                asked.add(new VouchersAsked(type, asked(at + "count", each.count, 1)));
            }
            return new Use(wanted, asked);
        }

        /// @param least and what absence asks for
        private static Asked asked(String path, Optional<OrMax> count, long least) {
            if (count.filter(wanted -> wanted.number().isEmpty()).isPresent()) {
                return new Asked.Max();
            }
            return new Asked.Count(
                    least(path, count.map(wanted -> wanted.number().getAsLong()).orElse(least), least));
        }
    }

    /// What a request tells of a member's doings: spend and visits in their whole life, where it does.
    private record Told(Optional<Money> spend, Optional<Long> visits) implements Deeds {
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
            return span instanceof Span.Lifetime ? visits.orElse(0L) : 0;
        }

        @Override
        public Money largestRecharge() {
            return Money.ZERO;
        }
    }
}
