package io.huitai.reckoning;

import static java.math.BigInteger.ONE;
import static java.math.BigInteger.ZERO;

import io.huitai.reckoning.Asked.Item;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A line of the bill and what has been taken off it so far.
final class Row {
    final Item item;
    final BigInteger gross;
    private final List<Taken> taken = new ArrayList<>();
    BigInteger afterItemPrice;
    BigInteger afterDiscounts;
    /// Units that a voucher has used, and what those of the voucher at hand come to.
    BigInteger spent = ZERO;

    BigInteger given = ZERO;

    Row(Item item) {
        this.item = item;
        gross = item.times(item.price());
        afterItemPrice = gross;
        afterDiscounts = gross;
    }

    void takeOff(Step step, String rule, BigInteger fen) {
        if (fen.signum() != 0) {
            taken.add(new Taken(step, rule, fen));
        }
    }

    List<Taken> taken() {
        return taken;
    }

    BigInteger net() {
        return gross.subtract(given).subtract(taken.stream().map(Taken::fen).reduce(ZERO, BigInteger::add));
    }

    boolean has(String rule) {
        return taken.stream().anyMatch(row -> row.rule.equals(rule));
    }

    BigInteger listNet() {
        return net().add(taken.stream()
                .filter(row -> row.step == Step.ITEM || row.step == Step.DISCOUNT)
                .map(Taken::fen)
                .reduce(ZERO, BigInteger::add));
    }

    void dropDiscounts(boolean itemPriceToo) {
        taken.removeIf(row -> row.step == Step.DISCOUNT || (itemPriceToo && row.step == Step.ITEM));
    }

    BigInteger unitAtFirst() {
        return item.units().signum() == 0
                ? ZERO
                : new BigDecimal(afterDiscounts)
                        .divide(new BigDecimal(item.units()), 0, RoundingMode.HALF_UP)
                        .toBigIntegerExact();
    }

    BigInteger unit() {
        return spent.compareTo(item.units()) < 0 ? unitAtFirst().min(net()) : ZERO;
    }

    void giveUnit() {
        given = given.add(unit());
        spent = spent.add(ONE);
    }

    ObjectNode write() {
        var line = JsonNodeFactory.instance.objectNode().put("line", item.no()).put("sku", item.sku());
        line.put("gross", Reckoning.yuan(gross)).put("net", Reckoning.yuan(net()));
        var because = line.putArray("because");
        for (var row : taken) {
            because.addObject().put("rule", row.rule).put("amount", Reckoning.yuan(row.fen.negate()));
        }
        return line;
    }

    static BigInteger sum(List<Row> rows, Function<Row, BigInteger> part) {
        return rows.stream().map(part).reduce(ZERO, BigInteger::add);
    }

    static BigInteger percentOf(BigInteger fen, int percent) {
        return rounded(fen, BigDecimal.valueOf(percent, 2));
    }

    static BigInteger rounded(BigInteger fen, BigDecimal rate) {
        return new BigDecimal(fen)
                .multiply(rate)
                .setScale(0, RoundingMode.HALF_UP)
                .toBigIntegerExact();
    }

    /// By largest remainder in proportion to what is left of each; ties go to the earlier line.
    static void split(Step step, String rule, List<Row> lines, BigInteger amount) {
        var whole = sum(lines, Row::net);
        if (amount.signum() == 0) {
            return;
        }
        var shares = new HashMap<Row, BigInteger[]>();
        lines.forEach(row -> shares.put(row, amount.multiply(row.net()).divideAndRemainder(whole)));
        var over = amount.subtract(sum(lines, row -> shares.get(row)[0])).intValueExact();
        lines.stream()
                .sorted(Comparator.comparing((Row row) -> shares.get(row)[1]).reversed())
                .limit(over)
                .forEach(row -> shares.get(row)[0] = shares.get(row)[0].add(ONE));
        lines.forEach(row -> row.takeOff(step, rule, shares.get(row)[0]));
    }

    enum Step {
        ITEM,
        DISCOUNT,
        VOUCHER,
        POINTS
    }

    record Taken(Step step, String rule, BigInteger fen) {}
}
