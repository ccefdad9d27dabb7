package io.huitai.reckoning;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Quote requests by chance, leaning towards the edges: the same seed makes the same ones.
public final class RandomBills {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final ZoneId SHOP = ZoneId.of("Asia/Shanghai");
    private static final List<String> FLAGS = List.of("special", "limited", "promo", "loose");
    private static final List<Integer> OFFSETS = List.of(8 * 60, 8 * 60, 8 * 60, 0, -5 * 60, 14 * 60, 5 * 60 + 30);
    private static final List<String> COMMON = List.of("food", "foodcourt", "food.chinese", "drink", "gift", "other.x");
    private static final List<String> QUANTITIES = List.of(
            "1", "1", "1", "2", "2", "3", "4", "5", "7", "12", "100", "2.000", "1.0", "0.350", "1.5", "0.001", "2.75");
    private static final List<Integer> ROUND_YUAN = List.of(1, 5, 10, 50, 100, 200, 500, 1000, 2000, 10000);

    private static final long VAST = Long.MAX_VALUE;

    private final Random random;
    private final Scheme scheme;
    private final List<String> categories;
    private final List<String> types;
    private LocalDate day = LocalDate.EPOCH;

    public RandomBills(String programme, long seed) {
        this.random = new Random(seed * 31 + programme.hashCode());
        this.scheme = Scheme.ALL.get(programme);
        this.types = List.copyOf(scheme.vouchers().keySet());
        var named = new LinkedHashSet<>(COMMON);
        scheme.offs().forEach(off -> named.addAll(off.categories()));
        scheme.earns().forEach(earn -> named.addAll(earn.categories()));
        var wanted = scheme.vouchers().values().stream()
                .map(Scheme.Voucher::category)
                .filter(category -> !category.isEmpty())
                .toList();
        named.addAll(wanted);
        named.remove("");
        var all = new ArrayList<>(named);
        wanted.forEach(category -> all.addAll(Collections.nCopies(4, category)));
        named.forEach(category -> all.addAll(List.of(category, category, category + ".a1", category + "s")));
        this.categories = all;
    }

    public static List<String> programmes() {
        return List.copyOf(Scheme.ALL.keySet());
    }

    public ObjectNode next() {
        day = day();
        var request = JSON.objectNode().put("programme", scheme.id()).put("at", moment());
        if (chance(80)) {
            request.putObject("outlet")
                    .put("store", chance(90) ? "S001" : "S002")
                    .put("kind", "restaurant");
        }
        if (chance(90)) {
            request.set("member", member());
        } else if (chance(50)) {
            request.putNull("member");
        }
        request.set("bill", bill());
        if (chance(90)) {
            request.set("use", use());
            askAtTheEdge(request);
        }
        if (chance(4)) {
            new Fault(random).into(request);
        }
        return request;
    }

    // ---- when

    private LocalDate day() {
        var any = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(5844));
        return switch (random.nextInt(10)) {
            case 0 -> any.withDayOfMonth(14 + random.nextInt(3));
            case 1 -> any.withDayOfMonth(1 + random.nextInt(8));
            case 2 -> LocalDate.of(any.getYear(), 2, 27).plusDays(random.nextInt(4));
            case 3, 4, 5 -> nearLunarEight(any);
            default -> any;
        };
    }

    private LocalDate nearLunarEight(LocalDate any) {
        var near = any;
        while (Reckoning.lunarDayOfMonth(near) % 10 != 8) {
            near = near.plusDays(1);
        }
        return near.plusDays(random.nextInt(3) - 1);
    }

    private String moment() {
        var time = switch (random.nextInt(4)) {
            case 0 -> LocalTime.MIDNIGHT;
            case 1 -> LocalTime.of(23, 59, 59);
            default -> LocalTime.ofSecondOfDay(random.nextInt(86_400));
        };
        return day.atTime(time)
                .atZone(SHOP)
                .toOffsetDateTime()
                .withOffsetSameInstant(ZoneOffset.ofTotalSeconds(of(OFFSETS) * 60))
                .toString();
    }

    // ---- who

    private ObjectNode member() {
        var member = JSON.objectNode();
        if (scheme.tiers().size() > 1 || chance(50)) {
            member.put("tier", of(scheme.tiers()));
        }
        if (chance(60)) {
            member.put("birthday", birthday().toString());
        }
        if (chance(50)) {
            member.put("kind", chance(60) ? "prepaid" : "purchased");
        }
        if (chance(85)) {
            points(member);
        }
        if (!types.isEmpty() && chance(90)) {
            vouchers(member);
        }
        if (chance(10)) {
            member.put("visits", 3).put("spend", "1200.50").put("joined", "2019-02-28");
        }
        return member;
    }

    private LocalDate birthday() {
        var year = 1960 + random.nextInt(50);
        return switch (random.nextInt(6)) {
            case 0, 1 -> day.withYear(year);
            case 2 -> day.plusDays(1).withYear(year);
            case 3 -> LocalDate.of(1992, 2, 29);
            case 4 -> day.withDayOfMonth(1 + random.nextInt(28)).withYear(year);
            default -> LocalDate.of(year, 1 + random.nextInt(12), 1 + random.nextInt(28));
        };
    }

    private void points(ObjectNode member) {
        if (chance(60)) {
            member.put("points", pointCount());
            return;
        }
        var lots = member.putArray("points");
        for (int n = random.nextInt(4); n > 0; n--) {
            var lot = lots.addObject().put("points", pointCount());
            dates(lot);
            if (chance(40)) {
                lot.put("store", chance(60) ? "S001" : "S002");
            }
        }
    }

    private long pointCount() {
        return switch (random.nextInt(50)) {
            case 0 -> VAST / 4;
            case 1, 2, 3, 4 -> 0;
            case 5, 6, 7, 8, 9, 10 -> 100L * random.nextInt(30);
            case 11, 12, 13, 14 -> 99 + random.nextInt(3);
            case 15, 16, 17, 18 -> random.nextInt(1_000_000);
            case 19 -> -random.nextInt(300);
            default -> random.nextInt(3000);
        };
    }

    private void vouchers(ObjectNode member) {
        if (chance(70)) {
            var held = member.putObject("vouchers");
            types.forEach(type -> {
                if (chance(75)) {
                    held.put(type, chance(70) ? 1 + random.nextInt(4) : random.nextInt(30));
                }
            });
            return;
        }
        var held = member.putArray("vouchers");
        for (int n = 1 + random.nextInt(6); n > 0; n--) {
            dates(held.addObject().put("type", of(types)).put("count", chance(3) ? VAST / 8 : 1 + random.nextInt(3)));
        }
    }

    private void dates(ObjectNode lot) {
        if (chance(50)) {
            lot.put("expires", day.plusDays(random.nextInt(5) - 1).toString());
        }
        if (chance(20)) {
            lot.put("from", day.minusDays(random.nextInt(4) - 1).toString());
        }
    }

    // ---- what

    private ObjectNode bill() {
        var bill = JSON.objectNode();
        if (chance(80)) {
            bill.put("service", of(List.of("dine-in", "dine-in", "takeaway", "room", "retail")));
        }
        if (chance(30)) {
            bill.put("adults", random.nextInt(5));
        }
        if (chance(70)) {
            bill.put("event", of(List.of("birthday", "baby", "engagement", "wedding")));
        } else if (chance(50)) {
            bill.putNull("event");
        }
        var lines = bill.putArray("lines");
        var count = chance(3) ? 0 : 1 + random.nextInt(chance(80) ? 4 : 9);
        for (int n = 1; n <= count; n++) {
            lines.add(line(n));
        }
        return bill;
    }

    private ObjectNode line(int number) {
        var price = price();
        var line = JSON.objectNode().put("sku", "P" + number).put("category", of(categories));
        line.put("price", yuan(price)).put("qty", quantity());
        if (chance(20)) {
            line.put("memberPrice", yuan(memberPrice(price)));
        }
        if (chance(70)) {
            var flags = line.putArray("flags");
            if (chance(20)) {
                flags.add(of(FLAGS));
            }
            if (chance(5)) {
                flags.add(of(FLAGS));
            }
            if (chance(8)) {
                flags.add("members-only");
            }
        }
        if (chance(10)) {
            line.put("name", "茶");
        }
        return line;
    }

    private long price() {
        return switch (random.nextInt(20)) {
            case 0 -> 0;
            case 1, 2 -> 1 + random.nextInt(20);
            case 3, 4, 5, 6 -> 100L * of(ROUND_YUAN);
            case 7, 8, 9 -> Math.max(0, atThreshold() + random.nextInt(3) - 1);
            case 10 -> chance(90) ? random.nextInt(5_000_000) : VAST / 1_000_000;
            case 11, 12 -> 1000 + 10L * random.nextInt(3);
            default -> random.nextInt(30_000);
        };
    }

    /// A price that one of the scheme's rates brings to a round amount.
    private long atThreshold() {
        var percent =
                scheme.offs().isEmpty() || chance(30) ? 100 : of(scheme.offs()).percent();
        return Math.ceilDiv(10_000L * of(ROUND_YUAN), percent);
    }

    private long memberPrice(long price) {
        return switch (random.nextInt(6)) {
            case 0 -> price;
            case 1 -> price + 1;
            case 2 -> 0;
            case 3 -> Math.max(0, price - 1);
            default -> price * (50 + random.nextInt(50)) / 100;
        };
    }

    private String quantity() {
        return chance(95) ? of(QUANTITIES) : yuan(1 + random.nextInt(100_000)) + random.nextInt(10);
    }

    private static String yuan(long fen) {
        return fen / 100 + "." + fen / 10 % 10 + fen % 10;
    }

    // ---- what the guest wants to use

    private ObjectNode use() {
        var use = JSON.objectNode();
        if (chance(75)) {
            if (chance(50)) {
                use.put("points", "max");
            } else {
                var unit = Math.max(1, scheme.redeem().unit());
                use.put("points", chance(70) ? unit * random.nextInt(30) : chance(97) ? random.nextInt(3000) : VAST);
            }
        }
        if (!types.isEmpty() && chance(85)) {
            var vouchers = use.putArray("vouchers");
            for (int n = 1 + random.nextInt(4); n > 0; n--) {
                var asked = vouchers.addObject().put("type", of(types));
                if (chance(25)) {
                    asked.put("count", "max");
                } else if (chance(95)) {
                    asked.put("count", chance(85) ? 1 + random.nextInt(3) : chance(90) ? 1 + random.nextInt(40) : VAST);
                }
            }
        }
        return use;
    }

    /// Where "max" came to a number, asks now and then for that number or just above it.
    private void askAtTheEdge(ObjectNode request) {
        var use = (ObjectNode) request.get("use");
        if (!use.has("points") || !use.get("points").isString() || chance(50)) {
            return;
        }
        var most = Reckoning.answer(request).at("/used/points").asLong();
        var unit = Math.max(1, scheme.redeem().unit());
        use.put("points", Math.max(0, most + of(List.of(0L, 0L, 1L, -1L, unit, -unit))));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T of(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
