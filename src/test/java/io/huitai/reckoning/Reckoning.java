package io.huitai.reckoning;

import static io.huitai.reckoning.Row.percentOf;
import static io.huitai.reckoning.Row.rounded;
import static io.huitai.reckoning.Row.split;
import static io.huitai.reckoning.Row.sum;
import static java.math.BigInteger.ONE;
import static java.math.BigInteger.ZERO;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.ChineseCalendar;
import com.ibm.icu.util.TimeZone;
import io.huitai.reckoning.Asked.Count;
import io.huitai.reckoning.Asked.Guest;
import io.huitai.reckoning.Row.Step;
import io.huitai.reckoning.Scheme.Off;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Every bill a second time: `pricing.md` worked out step by step in unbounded whole numbers, from the page alone. It
/// shares nothing with the product, answers in the same JSON without the texts, and is only ever compared with it.
public final class Reckoning {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    private final Asked asked;
    private final Scheme scheme;
    private final List<Row> rows = new ArrayList<>();
    private final List<ObjectNode> refused = new ArrayList<>();
    private final VoucherStep vouchers;
    private BigInteger goods = ZERO;
    private BigInteger usedPoints = ZERO;

    private Reckoning(Asked asked) {
        this.asked = asked;
        this.scheme = asked.scheme();
        this.vouchers = new VoucherStep(asked, rows, refused);
    }

    public static ObjectNode answer(JsonNode request) {
        try {
            return new Reckoning(Asked.read(request)).answer();
        } catch (Asked.Refused e) {
            var error = JSON.objectNode();
            error.putObject("error").put("code", e.code);
            return error;
        }
    }

    private ObjectNode answer() {
        for (var item : asked.items()) {
            if (item.flags().contains("members-only") && asked.guest().isEmpty()) {
                refuse("line " + item.no(), new Count(ONE, false), "MEMBERS_ONLY");
            } else {
                rows.add(new Row(item));
            }
        }
        Asked.fits(sum(rows, row -> row.gross));
        asked.guest().ifPresent(guest -> rows.forEach(row -> discount(row, guest)));
        rows.forEach(row -> row.afterDiscounts = row.net());
        goods = sum(rows, Row::net);
        for (var wish : asked.wishes()) {
            vouchers.use(wish.type(), wish.count());
        }
        points(asked.points());
        return write();
    }

    // ---- steps 1 and 2

    private void discount(Row row, Guest guest) {
        row.item
                .memberPrice()
                .filter(price -> price.compareTo(row.item.price()) < 0)
                .ifPresent(price -> row.takeOff(Step.ITEM, "member-price", row.gross.subtract(row.item.times(price))));
        row.afterItemPrice = row.net();
        var offs = scheme.offs().stream()
                .filter(off -> off.tier().isEmpty() || off.tier().equals(guest.tier()))
                .filter(off -> row.item.in(off.categories()) && !row.item.has(off.flags()))
                .filter(off -> holds(off.when(), guest))
                .toList();
        if (scheme.birthdayStacks()) {
            var rate = BigDecimal.ONE;
            for (var off : offs) {
                rate = rate.multiply(BigDecimal.valueOf(off.percent(), 2));
                row.takeOff(Step.DISCOUNT, off.rule(), row.net().subtract(rounded(row.afterItemPrice, rate)));
            }
        } else {
            offs.stream()
                    .min(Comparator.comparing((Off off) -> percentOf(row.afterItemPrice, off.percent())))
                    .ifPresent(off -> row.takeOff(
                            Step.DISCOUNT,
                            off.rule(),
                            row.afterItemPrice.subtract(percentOf(row.afterItemPrice, off.percent()))));
        }
    }

    private boolean holds(Scheme.When when, Guest guest) {
        return switch (when) {
            case ALWAYS -> true;
            case FIFTEENTH -> asked.day().getDayOfMonth() == 15;
            case BIRTHDAY -> guest.birthday().map(this::isBirthday).orElse(false);
            case LUNAR_EIGHTS -> List.of(8, 18, 28).contains(lunarDayOfMonth(asked.day()));
        };
    }

    private boolean isBirthday(LocalDate born) {
        var kept =
                MonthDay.from(born).equals(MonthDay.of(2, 29)) && !asked.day().isLeapYear()
                        ? MonthDay.of(2, 28)
                        : MonthDay.from(born);
        return MonthDay.from(asked.day()).equals(kept);
    }

    /// ICU4J 79 begins the first months of 2027 a day late and of 2030 a day early: almanacs have 6 and 3 February.
    static int lunarDayOfMonth(LocalDate day) {
        if (!day.isBefore(LocalDate.of(2027, 2, 6)) && day.isBefore(LocalDate.of(2027, 3, 8))) {
            return icuDay(day) % 30 + 1;
        }
        if (!day.isBefore(LocalDate.of(2030, 2, 2)) && day.isBefore(LocalDate.of(2030, 3, 4))) {
            return (icuDay(day) + 28) % 30 + 1;
        }
        return icuDay(day);
    }

    private static int icuDay(LocalDate day) {
        var calendar = new ChineseCalendar(TimeZone.GMT_ZONE, com.ibm.icu.util.ULocale.CHINA);
        calendar.setTimeInMillis(day.toEpochDay() * 86_400_000L);
        return calendar.get(Calendar.DAY_OF_MONTH);
    }

    // ---- step 4

    private void points(Count count) {
        if (!count.max() && count.number().signum() == 0) {
            return;
        }
        var code = pointsRefusal(count);
        if (code.isPresent()) {
            if (!count.max()) {
                refuse("points", count, code.get());
            }
            return;
        }
        var redeem = scheme.redeem();
        var unit = BigInteger.valueOf(redeem.unit());
        var units = count.max()
                ? balance()
                        .divide(unit)
                        .min(cap().divide(BigInteger.valueOf(redeem.fen())))
                        .max(ZERO)
                : count.number().divide(unit);
        usedPoints = units.multiply(unit);
        split(Step.POINTS, "points", rows, units.multiply(BigInteger.valueOf(redeem.fen())));
    }

    private Optional<String> pointsRefusal(Count count) {
        if (asked.guest().isEmpty()) {
            return Optional.of("NO_MEMBER");
        }
        if (scheme.redeem().unit() == 0) {
            return Optional.of("POINTS_NO_VALUE");
        }
        if (count.max()) {
            return Optional.empty();
        }
        var units = count.number()
                .divideAndRemainder(BigInteger.valueOf(scheme.redeem().unit()));
        if (units[1].signum() != 0) {
            return Optional.of("POINTS_UNIT");
        }
        if (count.number().compareTo(balance()) > 0) {
            return Optional.of("POINTS_NOT_ENOUGH");
        }
        var value = units[0].multiply(BigInteger.valueOf(scheme.redeem().fen()));
        return value.compareTo(cap()) > 0 ? Optional.of("POINTS_OVER_CAP") : Optional.empty();
    }

    private BigInteger cap() {
        return goods.multiply(BigInteger.valueOf(scheme.redeem().capPercent()))
                .divide(HUNDRED)
                .min(sum(rows, Row::net));
    }

    private BigInteger balance() {
        return Asked.total(asked.guest().orElseThrow().points().stream()
                .filter(lot -> lot.goodOn(asked.day()))
                .filter(lot -> !scheme.redeem().earnedHereOnly()
                        || lot.store().map(asked.store()::equals).orElse(true))
                .toList());
    }

    // ---- step 6

    private List<BigInteger> earned() {
        var groups = new ArrayList<BigInteger>();
        if (asked.guest().isEmpty() || sum(rows, Row::net).signum() == 0) {
            return groups;
        }
        var guest = asked.guest().get();
        var rest = new ArrayList<>(rows);
        for (var earn : scheme.earns()) {
            if (!earn.isFor(guest.tier(), guest.kind())) {
                continue;
            }
            var mine = rest.stream()
                    .filter(row -> row.item.in(earn.categories()) && !row.item.has(earn.flags()))
                    .toList();
            rest.removeAll(mine);
            var base = sum(mine, Row::net);
            groups.add(
                    earn.staged()
                            ? staged(base)
                            : base.divide(BigInteger.valueOf(earn.perFen()))
                                    .multiply(BigInteger.valueOf(earn.points())));
        }
        var sum = groups.stream().reduce(ZERO, BigInteger::add);
        var tenths = scheme.tenthsByTier().getOrDefault(guest.tier(), 10) * (isDoubleDay() ? 2 : 1);
        groups.add(sum.multiply(BigInteger.valueOf(tenths - 10)).divide(BigInteger.TEN));
        groups.removeIf(points -> points.signum() == 0);
        return groups;
    }

    private boolean isDoubleDay() {
        return scheme.doubleFirstSaturday()
                && asked.day().getDayOfWeek() == DayOfWeek.SATURDAY
                && asked.day().getDayOfMonth() <= 7;
    }

    private static BigInteger staged(BigInteger base) {
        if (base.compareTo(BigInteger.valueOf(10000)) < 0) {
            return BigInteger.valueOf(base.signum() * 5L);
        }
        return base.divide(BigInteger.valueOf(base.compareTo(BigInteger.valueOf(50000)) <= 0 ? 1000 : 500));
    }

    // ---- writing down

    private void refuse(String what, Count count, String code) {
        refused.add(refusal(what, count, code));
    }

    static ObjectNode refusal(String what, Count count, String code) {
        var row = JSON.objectNode().put("what", what);
        return (count.max() ? row.put("count", "max") : row.put("count", count.number())).put("code", code);
    }

    private ObjectNode write() {
        var answer = JSON.objectNode();
        answer.put("gross", yuan(sum(rows, row -> row.gross)));
        answer.put("discount", yuan(taken(Step.ITEM).add(taken(Step.DISCOUNT))));
        answer.put("voucher", yuan(taken(Step.VOUCHER)));
        answer.put("pointsValue", yuan(taken(Step.POINTS)));
        answer.put("payable", yuan(sum(rows, Row::net)));
        var used = answer.putObject("used").put("points", usedPoints);
        var usedVouchers = used.putObject("vouchers");
        vouchers.used().forEach((type, n) -> {
            if (n.signum() > 0) {
                usedVouchers.put(type, n);
            }
        });
        answer.putArray("refused").addAll(refused);
        var earned = earned();
        answer.putObject("earn")
                .put("points", earned.stream().reduce(ZERO, BigInteger::add))
                .putArray("because")
                .addAll(earned.stream().map(JSON::numberNode).toList());
        var lines = answer.putArray("lines");
        rows.forEach(row -> lines.add(row.write()));
        return answer;
    }

    private BigInteger taken(Step step) {
        return rows.stream()
                .flatMap(row -> row.taken().stream())
                .filter(taken -> taken.step() == step)
                .map(Row.Taken::fen)
                .reduce(ZERO, BigInteger::add);
    }

    static String yuan(BigInteger fen) {
        return new BigDecimal(fen, 2).toPlainString();
    }
}
