package io.huitai.programme.file;

import io.huitai.programme.file.Yaml.Form;
import io.huitai.programme.scheme.Condition;
import io.huitai.programme.scheme.Condition.All;
import io.huitai.programme.scheme.Condition.Any;
import io.huitai.programme.scheme.Condition.BirthdayMonth;
import io.huitai.programme.scheme.Condition.BirthdayToday;
import io.huitai.programme.scheme.Condition.DateBetween;
import io.huitai.programme.scheme.Condition.DayOfMonthIn;
import io.huitai.programme.scheme.Condition.EventIn;
import io.huitai.programme.scheme.Condition.KindIn;
import io.huitai.programme.scheme.Condition.LunarDayIn;
import io.huitai.programme.scheme.Condition.Not;
import io.huitai.programme.scheme.Condition.NthWeekday;
import io.huitai.programme.scheme.Condition.OutletKindIn;
import io.huitai.programme.scheme.Condition.ServiceIn;
import io.huitai.programme.scheme.Condition.StoreIn;
import io.huitai.programme.scheme.Condition.TierIn;
import io.huitai.programme.scheme.Condition.TimeBetween;
import io.huitai.programme.scheme.Condition.WeekdayIn;
import io.huitai.programme.scheme.Condition.WorkingDay;
import io.huitai.programme.scheme.Goods;
import io.huitai.programme.words.TierId;
import io.huitai.programme.words.VoucherTypeId;
import io.huitai.shop.Occasion;
import io.huitai.shop.OutletKind;
import io.huitai.shop.ServiceMode;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads what the blocks share: `when`, `goods`, and the names of tiers and vouchers.
///
/// @param tier one of the programme's tiers
/// @param voucher one of its types of voucher
record Rules(Value<TierId> tier, Value<VoucherTypeId> voucher) {
    private static final String[] CONDITIONS = {
        "tier",
        "kind",
        "birthday",
        "day",
        "weekday",
        "day-of-month",
        "lunar-day",
        "nth-weekday",
        "date",
        "time",
        "service",
        "outlet",
        "store",
        "event",
        "any",
        "not"
    };
    private static final Value<String> FLAG = Value.oneOf(Map.of(
            "special", "special",
            "limited", "limited",
            "promo", "promo",
            "members-only", "members-only",
            "loose", "loose"));
    private static final Value<Condition> BIRTHDAY =
            Value.oneOf(Map.of("day", new BirthdayToday(), "month", new BirthdayMonth()));
    private static final Value<Condition> KIND_OF_DAY =
            Value.oneOf(Map.of("working", new WorkingDay(), "holiday", new Not(new WorkingDay())));
    private static final Value<DayOfWeek> WEEKDAY = Value.oneOf(DayOfWeek.values());
    private static final Value<Integer> NTH = new Value<>(
            Form.NUMBER, Pattern.compile("-1|[1-5]"), Integer::valueOf, 1, Expected.ONE_OF.of("1, 2, 3, 4, 5, -1"));

    /// A programme without tiers is at fault for that; then any tier will do here.
    static Rules of(BlockReader programme) {
        var tiers = programme.ids("tiers");
        return new Rules(
                tiers.isEmpty() ? Value.NEW_TIER : Value.known(tiers, TierId::new, Expected.TIER),
                Value.known(programme.ids("vouchers"), VoucherTypeId::new, Expected.VOUCHER));
    }

    /// All keys of a `when` must hold.
    Condition when(BlockReader rule) {
        return rule.optionalBlock("when", this::condition).orElse(Condition.ALWAYS);
    }

    Goods goods(BlockReader rule) {
        return rule.optionalBlock("goods", Rules::goodsOf).orElse(Goods.ALL);
    }

    /// The tiers that a rule is for; none where the key is absent.
    List<TierId> tiers(BlockReader rule, String key) {
        return rule.oneOrMore(key, tier);
    }

    static Set<String> flags(BlockReader block, String key) {
        return Set.copyOf(block.oneOrMore(key, FLAG));
    }

    private static Goods goodsOf(BlockReader block) {
        return new Goods(
                block.oneOrMore("categories", Value.CATEGORY),
                block.oneOrMore("except", Value.CATEGORY),
                flags(block, "with-flags"),
                flags(block, "without-flags"));
    }

    private Condition condition(BlockReader block) {
        block.someOf(CONDITIONS);
        var parts = new ArrayList<Condition>();
        member(block, parts);
        day(block, parts);
        place(block, parts);
        if (block.has("any")) {
            parts.add(new Any(block.items("any", this::condition)));
        }
        block.optionalBlock("not", this::condition).ifPresent(not -> parts.add(new Not(not)));
        return parts.size() == 1 ? parts.getFirst() : new All(parts);
    }

    private void member(BlockReader block, List<Condition> parts) {
        if (block.has("tier")) {
            parts.add(new TierIn(tiers(block, "tier")));
        }
        if (block.has("kind")) {
            parts.add(new KindIn(Set.copyOf(block.oneOrMore("kind", Value.CARD_KIND))));
        }
        block.optional("birthday", BIRTHDAY).ifPresent(parts::add);
    }

    private static void day(BlockReader block, List<Condition> parts) {
        block.optional("day", KIND_OF_DAY).ifPresent(parts::add);
        if (block.has("weekday")) {
            parts.add(new WeekdayIn(Set.copyOf(block.oneOrMore("weekday", WEEKDAY))));
        }
        if (block.has("day-of-month")) {
            parts.add(new DayOfMonthIn(Set.copyOf(block.oneOrMore("day-of-month", Value.small(1, 31)))));
        }
        if (block.has("lunar-day")) {
            parts.add(new LunarDayIn(Set.copyOf(block.oneOrMore("lunar-day", Value.small(1, 30)))));
        }
        block.optionalBlock("nth-weekday", Rules::nthWeekday).ifPresent(parts::add);
        block.optionalBlock("date", Rules::dates).ifPresent(parts::add);
        block.optionalBlock(
                        "time",
                        each -> new TimeBetween(each.value("from", Value.TIME), each.value("until", Value.TIME)))
                .ifPresent(parts::add);
    }

    private static Condition nthWeekday(BlockReader block) {
        return new NthWeekday(block.value("nth", NTH), block.value("weekday", WEEKDAY));
    }

    private static Condition dates(BlockReader block) {
        var first = block.value("first", Value.DATE);
        var last = block.value("last", Value.DATE);
        var inOrder = block.claim(
                !last.isBefore(first), "last", Found.DAY.of(last.toString()), Expected.NOT_BEFORE.of(first.toString()));
        return inOrder ? new DateBetween(first, last) : Condition.ALWAYS;
    }

    private static void place(BlockReader block, List<Condition> parts) {
        if (block.has("service")) {
            parts.add(new ServiceIn(Set.copyOf(block.oneOrMore("service", Value.oneOf(ServiceMode.values())))));
        }
        if (block.has("outlet")) {
            parts.add(new OutletKindIn(Set.copyOf(block.oneOrMore("outlet", Value.oneOf(OutletKind.values())))));
        }
        if (block.has("store")) {
            parts.add(new StoreIn(Set.copyOf(block.oneOrMore("store", Value.STORE))));
        }
        if (block.has("event")) {
            parts.add(new EventIn(Set.copyOf(block.oneOrMore("event", Value.oneOf(Occasion.values())))));
        }
    }
}
