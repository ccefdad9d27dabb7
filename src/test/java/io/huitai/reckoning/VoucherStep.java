package io.huitai.reckoning;

import static io.huitai.reckoning.Row.percentOf;
import static io.huitai.reckoning.Row.split;
import static io.huitai.reckoning.Row.sum;
import static java.math.BigInteger.ONE;
import static java.math.BigInteger.ZERO;

import io.huitai.reckoning.Asked.Count;
import io.huitai.reckoning.Row.Step;
import io.huitai.reckoning.Scheme.Voucher;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Step 3 of a bill: vouchers, in the order asked for.
final class VoucherStep {
    private static final BigInteger NO_GAIN = ONE.negate();

    private final Asked asked;
    private final List<Row> rows;
    private final List<ObjectNode> refused;
    private final Map<String, BigInteger> usedVouchers = new HashMap<>();

    VoucherStep(Asked asked, List<Row> rows, List<ObjectNode> refused) {
        this.asked = asked;
        this.rows = rows;
        this.refused = refused;
    }

    Map<String, BigInteger> used() {
        return usedVouchers;
    }

    void use(String type, Count count) {
        var voucher = asked.scheme().vouchers().get(type);
        if (asked.guest().isEmpty()) {
            refuse(type, count, "NO_MEMBER");
            return;
        }
        var lots = asked.guest().get().vouchers().getOrDefault(type, List.of()).stream()
                .filter(lot -> lot.count().signum() > 0)
                .toList();
        var had =
                Asked.total(lots.stream().filter(lot -> lot.goodOn(asked.day())).toList());
        var left = had.subtract(usedVouchers.getOrDefault(type, ZERO));
        if (had.signum() == 0) {
            refuse(type, count, lots.isEmpty() ? "VOUCHER_NONE" : "VOUCHER_EXPIRED");
            return;
        }
        var code = refusal(voucher);
        if (code.isPresent()) {
            refuse(type, count, code.get());
            return;
        }
        var used = take(type, voucher, count.most(left));
        if (used.equals(NO_GAIN)) {
            refuse(type, count, "VOUCHER_NO_GAIN");
            return;
        }
        usedVouchers.merge(type, used, BigInteger::add);
        if (!count.max() && used.compareTo(count.number()) < 0) {
            refuse(type, new Count(count.number().subtract(used), false), "VOUCHER_LIMIT");
        }
    }

    /// Why not even one could be used, had no other voucher been used before.
    private Optional<String> refusal(Voucher voucher) {
        if (isNot(voucher.service(), asked.service()) || isNot(voucher.event(), asked.event())) {
            return Optional.of("VOUCHER_NOT_HERE");
        }
        var lines = in(voucher.category());
        var worth = sum(lines, row -> row.afterDiscounts);
        var fits = switch (voucher.form()) {
            case CASH, PER_FULL, OFF_A_BILL, PERCENT -> worth.signum() > 0;
            case LINE_OFF_LIST, ADULT_OFF_LIST -> sum(lines, row -> row.gross).signum() > 0;
            case FREE -> unitsAtFirst(lines).compareTo(ONE) >= 0;
            case PAIR -> unitsAtFirst(lines).compareTo(BigInteger.TWO) >= 0;
            case ENTITLEMENT -> false;
        };
        if (!fits) {
            return Optional.of("VOUCHER_NO_ITEM");
        }
        var step = BigInteger.valueOf(voucher.step());
        return worth.compareTo(step) < 0 ? Optional.of("VOUCHER_MINIMUM") : Optional.empty();
    }

    private static boolean isNot(String wanted, String given) {
        return !wanted.isEmpty() && !wanted.equals(given);
    }

    private static BigInteger unitsAtFirst(List<Row> lines) {
        return sum(lines.stream().filter(row -> row.unitAtFirst().signum() > 0).toList(), row -> row.item.units());
    }

    /// Uses up to `wanted` of them, and says how many; [#NO_GAIN] where the guest would be no better off.
    private BigInteger take(String type, Voucher voucher, BigInteger wanted) {
        var lines = in(voucher.category());
        var fen = BigInteger.valueOf(voucher.fen());
        var before = usedVouchers.getOrDefault(type, ZERO);
        return switch (voucher.form()) {
            case CASH -> cash(type, lines, fen, wanted);
            case OFF_A_BILL -> cash(type, lines, fen, wanted.min(ONE.subtract(before)));
            case PER_FULL -> {
                var full = sum(lines, row -> row.afterDiscounts).divide(BigInteger.valueOf(voucher.step()));
                yield cash(type, lines, fen, wanted.min(full.subtract(before)));
            }
            case LINE_OFF_LIST -> lineOffList(type, lines, fen, wanted);
            case ADULT_OFF_LIST -> adultsOffList(type, lines, fen, wanted, before);
            case FREE -> free(type, lines, wanted);
            case PAIR -> pairs(type, lines, wanted);
            case PERCENT -> percent(type, voucher, wanted.min(ONE.subtract(before)));
            case ENTITLEMENT -> throw new IllegalStateException(type);
        };
    }

    private static BigInteger cash(String type, List<Row> lines, BigInteger each, BigInteger most) {
        var left = sum(lines, Row::net);
        var n = most.min(ceilDiv(left, each)).max(ZERO);
        split(Step.VOUCHER, type, lines, each.multiply(n).min(left));
        return n;
    }

    private static BigInteger lineOffList(String type, List<Row> lines, BigInteger each, BigInteger wanted) {
        if (wanted.signum() == 0) {
            return ZERO;
        }
        var untouched = lines.stream()
                .filter(row -> row.gross.signum() > 0 && !row.has(type))
                .toList();
        var gaining = untouched.stream()
                .filter(row -> row.listNet().subtract(each).max(ZERO).compareTo(row.net()) < 0)
                .toList();
        if (gaining.isEmpty()) {
            return untouched.isEmpty() ? ZERO : NO_GAIN;
        }
        var n = wanted.min(BigInteger.valueOf(gaining.size())).max(ZERO);
        gaining.stream().limit(n.longValueExact()).forEach(row -> {
            row.dropDiscounts(true);
            row.takeOff(Step.VOUCHER, type, each.min(row.net()));
        });
        return n;
    }

    private static BigInteger adultsOffList(
            String type, List<Row> lines, BigInteger each, BigInteger wanted, BigInteger before) {
        var adults = lines.stream()
                .map(row -> row.item.qty())
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .toBigInteger();
        var list = sum(lines, Row::listNet);
        var n = wanted.min(adults.subtract(before)).min(ceilDiv(list, each)).max(ZERO);
        if (n.signum() == 0) {
            return ZERO;
        }
        var amount = each.multiply(n).min(list);
        if (list.subtract(amount).compareTo(sum(lines, Row::net)) >= 0) {
            return NO_GAIN;
        }
        lines.forEach(row -> row.dropDiscounts(true));
        split(Step.VOUCHER, type, lines, amount);
        return n;
    }

    private BigInteger percent(String type, Voucher voucher, BigInteger wanted) {
        if (wanted.signum() <= 0) {
            return ZERO;
        }
        var share = (int) voucher.fen();
        if (sum(rows, row -> percentOf(row.afterItemPrice, share)).compareTo(sum(rows, Row::net)) >= 0) {
            return NO_GAIN;
        }
        for (var row : rows) {
            row.dropDiscounts(false);
            row.takeOff(Step.VOUCHER, type, row.net().subtract(percentOf(row.net(), share)));
        }
        return ONE;
    }

    private static BigInteger free(String type, List<Row> lines, BigInteger wanted) {
        var n = ZERO;
        while (n.compareTo(wanted) < 0) {
            var dearest = dearest(lines);
            if (dearest.isEmpty()) {
                break;
            }
            dearest.get().giveUnit();
            n = n.add(ONE);
        }
        writeGiven(type, lines);
        return n;
    }

    private static void writeGiven(String type, List<Row> lines) {
        lines.forEach(row -> {
            var fen = row.given;
            row.given = ZERO;
            row.takeOff(Step.VOUCHER, type, fen);
        });
    }

    private static BigInteger pairs(String type, List<Row> lines, BigInteger wanted) {
        var n = ZERO;
        while (n.compareTo(wanted) < 0) {
            var first = dearest(lines);
            if (first.isEmpty()) {
                break;
            }
            first.get().spent = first.get().spent.add(ONE);
            var second = dearest(lines);
            if (second.isEmpty()) {
                first.get().spent = first.get().spent.subtract(ONE);
                break;
            }
            second.get().giveUnit();
            n = n.add(ONE);
        }
        writeGiven(type, lines);
        return n;
    }

    private static Optional<Row> dearest(List<Row> lines) {
        Row best = null;
        for (var row : lines) {
            if (row.unit().signum() > 0 && (best == null || row.unit().compareTo(best.unit()) > 0)) {
                best = row;
            }
        }
        return Optional.ofNullable(best);
    }

    private static BigInteger ceilDiv(BigInteger amount, BigInteger each) {
        return amount.add(each).subtract(ONE).divide(each);
    }

    private List<Row> in(String category) {
        return rows.stream().filter(row -> row.item.in(category)).toList();
    }

    private void refuse(String what, Count count, String code) {
        refused.add(Reckoning.refusal(what, count, code));
    }
}
