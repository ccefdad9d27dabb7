package io.huitai.till.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.huitai.money.Money;
import io.huitai.money.Rate;
import io.huitai.shop.Category;
import io.huitai.shop.Label;
import io.huitai.shop.Role;
import io.huitai.shop.Service;
import io.huitai.shop.ServiceMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// What the outlet itself has settled for its bills, `house` in `settings.yaml`.
///
/// @param dayEnds when a business day ends: at 04:00 the small hours belong to the day before
/// @param rounding of what is due (抹零)
/// @param charges what it puts on bills by itself, in this order
/// @param reasons for discounts by hand; other words are taken as they are
/// @param alone what people do with bill and drawer by themselves
/// @param countsBlind roles that count the drawer without being told what should be in it
/// @param persons how members' cards, money and names are guarded
public record HouseRules(
        LocalTime dayEnds,
        Rounding rounding,
        Limits limits,
        List<Charge> charges,
        List<ReasonCode> reasons,
        Alone alone,
        List<Role> countsBlind,
        Persons persons) {
    /// Stands among the charges taken off a bill where the outlet's rounding is off.
    public static final String ROUNDING = "rounding";

    /// 免单 and 招待 are a manager's, whatever they come to.
    private static final List<ReasonCode> USUAL_REASONS = List.of(
            new ReasonCode("complaint", new Label("客诉", "Complaint"), Role.CASHIER),
            new ReasonCode("regular", new Label("老客户", "Regular guest"), Role.CASHIER),
            new ReasonCode("flaw", new Label("瑕疵", "Flaw"), Role.CASHIER),
            new ReasonCode("staff", new Label("员工餐", "Staff meal"), Role.SUPERVISOR),
            new ReasonCode("waiver", new Label("免单", "On the house"), Role.MANAGER),
            new ReasonCode("hospitality", new Label("招待", "Hospitality"), Role.MANAGER));

    /// What holds where the settings say nothing.
    static final HouseRules USUAL = new HouseRules(
            LocalTime.MIDNIGHT,
            Rounding.NONE,
            new Limits(
                    new Limit(Rate.parse("0.05"), Money.parse("0.99")),
                    new Limit(Rate.parse("0.30"), Money.parse("9.99"))),
            List.of(),
            USUAL_REASONS,
            Alone.USUAL,
            List.of(Role.CASHIER),
            new Persons(true, true, true));

    /// A training store: a cashier asks for every discount, a supervisor allows all but a waiver.
    public static final HouseRules TRAINING = new HouseRules(
            LocalTime.MIDNIGHT,
            Rounding.NONE,
            new Limits(new Limit(Rate.parse("0"), Money.ZERO), new Limit(Rate.parse("0.99"), Money.parse("99.99"))),
            List.of(),
            USUAL_REASONS,
            Alone.ANYTHING,
            List.of(Role.CASHIER),
            new Persons(false, false, false));

    public HouseRules {
        charges = List.copyOf(charges);
        countsBlind = List.copyOf(countsBlind);
        reasons = List.copyOf(reasons);
        if (!dayEnds.isBefore(LocalTime.NOON)) {
            throw new IllegalArgumentException("house.dayEnds: before noon");
        }
        var ids = new HashSet<String>();
        if (!charges.stream().allMatch(charge -> ids.add(charge.id()))) {
            throw new IllegalArgumentException("house: two charges have one id");
        }
    }

    /// @param approveCards whether somebody approves a member's new card
    /// @param askProof whether who only names a member must prove to be them before points, vouchers or money
    ///     of theirs are used
    /// @param signedIn whether only who is signed in sees who members are
    public record Persons(boolean approveCards, boolean askProof, boolean signedIn) {}

    /// The business day that a moment belongs to, by the outlet's own clock.
    public LocalDate businessDay(OffsetDateTime at) {
        return at.toLocalTime().isBefore(dayEnds) ? at.toLocalDate().minusDays(1) : at.toLocalDate();
    }

    /// @param unit what is dropped
    public record Rounding(Unit unit, Way way) {
        static final Rounding NONE = new Rounding(Unit.NONE, Way.DOWN);

        /// What it drops of an amount; below zero where it rounds up.
        public Money dropped(Money due) {
            var step = unit.step;
            if (step == 0) {
                return Money.ZERO;
            }
            var rest = due.fen() % step;
            return Money.ofFen(way == Way.HALF_UP && 2 * rest >= step ? rest - step : rest);
        }
    }

    /// Dropping the fen leaves whole jiao, dropping the jiao whole yuan, dropping the yuan whole tens.
    public enum Unit {
        @JsonProperty("none")
        NONE(0),
        @JsonProperty("fen")
        FEN(10),
        @JsonProperty("jiao")
        JIAO(100),
        @JsonProperty("yuan")
        YUAN(1_000);

        private final long step;

        Unit(long step) {
            this.step = step;
        }
    }

    public enum Way {
        @JsonProperty("down")
        DOWN,
        @JsonProperty("half-up")
        HALF_UP
    }

    /// How far each role goes alone; a manager has no limit.
    public record Limits(Limit cashier, Limit supervisor) {
        public Limit of(Role role) {
            return switch (role) {
                case CASHIER -> cashier;
                case SUPERVISOR -> supervisor;
                case MANAGER -> Limit.NONE;
                case IT -> new Limit(Rate.ZERO, Money.ZERO);
            };
        }
    }

    /// @param discount the largest share of a line's cost that may be taken off
    /// @param rounding the most that may be dropped of a bill
    public record Limit(Rate discount, Money rounding) {
        static final Limit NONE = new Limit(Rate.ONE, Money.LARGEST);

        public Limit {
            if (discount.compareTo(Rate.ONE) > 0 || rounding.isNegative()) {
                throw new IllegalArgumentException("house.limits: a discount is at most 1, no amount below zero");
            }
        }
    }

    /// @param needs whose word it takes at least, whatever the amount
    public record ReasonCode(String code, Label name, Role needs) {}

    /// What the outlet puts on bills by itself; never on what is taken away or sold over the counter.
    ///
    /// @param rate of the goods, for `service`
    /// @param amount for each adult (`cover`), or what a bill comes to at least (`minimum`)
    /// @param where rooms and tables whose names begin with one of these; empty is everywhere
    /// @param discountable whether the programme prices it like goods, by their list prices; otherwise it
    ///     looks at what the guest pays for them, and stands behind points and vouchers
    public record Charge(
            String id,
            Label name,
            Kind kind,
            Rate rate,
            Money amount,
            List<String> where,
            boolean discountable,
            Category category,
            Rate taxRate) {
        public enum Kind {
            @JsonProperty("service")
            SERVICE,
            @JsonProperty("cover")
            COVER,
            @JsonProperty("minimum")
            MINIMUM
        }

        public Charge {
            where = List.copyOf(where);
            if (amount.isNegative() || id.equals(ROUNDING) || !id.matches("[a-z0-9][a-z0-9-]{0,40}")) {
                throw new IllegalArgumentException("house.charges: an id of small letters, and no amount below zero");
            }
        }

        public boolean isFor(Service service) {
            var served = service.mode() == ServiceMode.DINE_IN || service.mode() == ServiceMode.ROOM;
            return served
                    && (where.isEmpty()
                            || where.stream()
                                    .anyMatch(place -> service.room().startsWith(place)
                                            || service.table().startsWith(place)));
        }
    }

    /// The listed reason of a code or its name.
    public Optional<ReasonCode> reason(String words) {
        return reasons.stream()
                .filter(each -> words.equals(each.code())
                        || words.equals(each.name().zh())
                        || words.equals(each.name().en()))
                .findFirst();
    }
}
