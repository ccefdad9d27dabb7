package io.huitai.programme.file;

import io.huitai.programme.Condition;
import io.huitai.programme.Condition.All;
import io.huitai.programme.Condition.Any;
import io.huitai.programme.Condition.BirthdayMonth;
import io.huitai.programme.Condition.BirthdayToday;
import io.huitai.programme.Condition.DateBetween;
import io.huitai.programme.Condition.DayOfMonthIn;
import io.huitai.programme.Condition.EventIn;
import io.huitai.programme.Condition.KindIn;
import io.huitai.programme.Condition.LunarDayIn;
import io.huitai.programme.Condition.Not;
import io.huitai.programme.Condition.NthWeekday;
import io.huitai.programme.Condition.OutletKindIn;
import io.huitai.programme.Condition.ServiceIn;
import io.huitai.programme.Condition.StoreIn;
import io.huitai.programme.Condition.TierIn;
import io.huitai.programme.Condition.TimeBetween;
import io.huitai.programme.Condition.WeekdayIn;
import io.huitai.programme.Goods;
import io.huitai.programme.TierId;
import io.huitai.shop.Category;
import io.huitai.shop.Occasion;
import io.huitai.shop.OutletKind;
import io.huitai.shop.ServiceMode;
import io.huitai.shop.StoreId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Reads `when` and `goods`, which discounts, earning and vouchers share.
///
/// @param tiers those of the programme
record Rules(Set<TierId> tiers) {
    private static final Set<String> FLAGS = Set.of("special", "limited", "promo", "members-only", "loose");

    /// All keys of a `when` must hold.
    Condition when(Block rule) {
        return rule.optional("when").map(this::condition).orElse(Condition.ALWAYS);
    }

    Goods goods(Block rule) {
        return rule.optionalBlock("goods")
                .map(block -> block.make(this::goodsOf))
                .orElse(Goods.ALL);
    }

    List<TierId> tiers(Block block, String key) {
        return block.oneOrMore(key, this::tier);
    }

    TierId tier(String text) {
        var tier = new TierId(text);
        if (!tiers.contains(tier)) {
            throw new IllegalArgumentException("'" + text + "' is not a tier of this programme");
        }
        return tier;
    }

    static Set<String> flags(Block block, String key) {
        return Set.copyOf(block.oneOrMore(key, Rules::flag));
    }

    static <T> Function<String, T> word(String what, Function<String, Optional<T>> list) {
        return text ->
                list.apply(text).orElseThrow(() -> new IllegalArgumentException("'" + text + "' is not " + what));
    }

    private Goods goodsOf(Block block) {
        return new Goods(
                block.oneOrMore("categories", Category::new),
                block.oneOrMore("except", Category::new),
                flags(block, "with-flags"),
                flags(block, "without-flags"));
    }

    private static String flag(String text) {
        if (!FLAGS.contains(text)) {
            throw new IllegalArgumentException("'" + text + "' is not a flag");
        }
        return text;
    }

    private Condition condition(Yaml yaml) {
        var block = Block.of(yaml);
        var parts = new ArrayList<Condition>();
        member(block, parts);
        day(block, parts);
        place(block, parts);
        block.optional("any")
                .ifPresent(any -> parts.add(
                        new Any(Block.itemsOf(any).stream().map(this::condition).toList())));
        block.optional("not").ifPresent(not -> parts.add(new Not(condition(not))));
        block.done();
        if (parts.isEmpty()) {
            throw block.fault("at least one condition was expected");
        }
        return parts.size() == 1 ? parts.getFirst() : new All(parts);
    }

    private void member(Block block, List<Condition> parts) {
        if (block.has("tier")) {
            parts.add(new TierIn(tiers(block, "tier")));
        }
        if (block.has("kind")) {
            parts.add(new KindIn(Set.copyOf(block.oneOrMore("kind", Function.identity()))));
        }
        block.optionalValue("birthday", Rules::birthday).ifPresent(parts::add);
    }

    private static Condition birthday(String text) {
        return switch (text) {
            case "day" -> new BirthdayToday();
            case "month" -> new BirthdayMonth();
            default -> throw new IllegalArgumentException("'day' or 'month' was expected, not '" + text + "'");
        };
    }

    private void day(Block block, List<Condition> parts) {
        if (block.has("weekday")) {
            parts.add(new WeekdayIn(Set.copyOf(block.oneOrMore("weekday", Rules::weekday))));
        }
        if (block.has("day-of-month")) {
            parts.add(new DayOfMonthIn(Set.copyOf(block.oneOrMore("day-of-month", text -> dayOf(text, 31)))));
        }
        if (block.has("lunar-day")) {
            parts.add(new LunarDayIn(Set.copyOf(block.oneOrMore("lunar-day", text -> dayOf(text, 30)))));
        }
        block.optionalBlock("nth-weekday")
                .map(nth -> nth.make(each ->
                        new NthWeekday(each.value("nth", Block::smallOf), each.value("weekday", Rules::weekday))))
                .ifPresent(parts::add);
        block.optionalBlock("date")
                .map(date -> date.make(each ->
                        new DateBetween(each.value("first", LocalDate::parse), each.value("last", LocalDate::parse))))
                .ifPresent(parts::add);
        block.optionalBlock("time")
                .map(time -> time.make(each ->
                        new TimeBetween(each.value("from", LocalTime::parse), each.value("until", LocalTime::parse))))
                .ifPresent(parts::add);
    }

    private static void place(Block block, List<Condition> parts) {
        if (block.has("service")) {
            parts.add(new ServiceIn(Set.copyOf(block.oneOrMore("service", word("a service", ServiceMode::of)))));
        }
        if (block.has("outlet")) {
            parts.add(
                    new OutletKindIn(Set.copyOf(block.oneOrMore("outlet", word("a kind of outlet", OutletKind::of)))));
        }
        if (block.has("store")) {
            parts.add(new StoreIn(Set.copyOf(block.oneOrMore("store", StoreId::new))));
        }
        if (block.has("event")) {
            parts.add(new EventIn(Set.copyOf(block.oneOrMore("event", word("an event", Occasion::of)))));
        }
    }

    private static DayOfWeek weekday(String text) {
        for (var day : DayOfWeek.values()) {
            if (day.name().toLowerCase(Locale.ROOT).equals(text)) {
                return day;
            }
        }
        throw new IllegalArgumentException("'" + text + "' is not a weekday, as saturday");
    }

    private static int dayOf(String text, int last) {
        var day = Block.smallOf(text);
        if (day < 1 || day > last) {
            throw new IllegalArgumentException("A day is 1 to " + last + ", not " + text);
        }
        return day;
    }
}
