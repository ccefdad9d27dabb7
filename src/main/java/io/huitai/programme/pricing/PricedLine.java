package io.huitai.programme.pricing;

import io.huitai.money.Money;
import io.huitai.money.Rate;
import io.huitai.programme.pricing.Quote.Adjustment;
import io.huitai.programme.pricing.Quote.QuotedLine;
import io.huitai.programme.words.BasketLine;
import io.huitai.programme.words.Reason;
import io.huitai.programme.words.RuleId;
import java.util.ArrayList;

/// A line while its bill is being priced: what is left of it, and the rows that say why. Amounts in fen.
final class PricedLine {
    private static final RuleId MEMBER_PRICE = new RuleId("member-price");

    final BasketLine line;
    final long gross;
    /// Units that a voucher has used; a unit serves one voucher only.
    long unitsUsed;
    /// Whether a percent voucher has taken the place of its discounts.
    boolean repriced;

    private final ArrayList<Adjustment> rows = new ArrayList<>(4);
    /// How many of the first rows are item price and discounts; a voucher may take them away again.
    private int itemRows;
    private int discountRows;
    private long itemOff;
    private long discountOff;
    private long byHand;
    private long voucherOff;
    private long pointsOff;
    private long net;
    private long afterDiscounts;

    PricedLine(BasketLine line) {
        this.line = line;
        gross = line.gross().fen();
        net = gross;
    }

    long net() {
        return net;
    }

    /// What is left after step 2 as first computed, before any voucher.
    long afterDiscounts() {
        return afterDiscounts;
    }

    long discounted() {
        return itemOff + discountOff + byHand;
    }

    long byVouchers() {
        return voucherOff;
    }

    long byPoints() {
        return pointsOff;
    }

    void takeMemberPrice() {
        var memberPrice = line.memberPrice();
        if (memberPrice.isPresent() && memberPrice.get().compareTo(line.price()) < 0) {
            itemOff = gross - line.quantity().of(memberPrice.get()).fen();
            itemRows = take(MEMBER_PRICE, new Reason.MemberPrice(), itemOff);
        }
    }

    void discount(RuleId rule, Reason reason, long amount) {
        discountOff += amount;
        discountRows += take(rule, reason, amount);
    }

    void byHand(RuleId rule, Reason reason, long amount) {
        byHand += amount;
        take(rule, reason, amount);
    }

    void stepTwoDone() {
        afterDiscounts = net;
    }

    void voucher(RuleId rule, Reason reason, long amount) {
        voucherOff += amount;
        take(rule, reason, amount);
    }

    void points(RuleId rule, Reason reason, long amount) {
        pointsOff += amount;
        take(rule, reason, amount);
    }

    /// What would be left without item price and discounts.
    long netOffList() {
        return net + itemOff + discountOff;
    }

    void backToList() {
        rows.subList(0, itemRows + discountRows).clear();
        net = netOffList();
        itemRows = 0;
        itemOff = 0;
        discountRows = 0;
        discountOff = 0;
    }

    /// What a percentage in place of the discounts would take off, at most what is left without them.
    long offAt(Rate rate) {
        var item = gross - itemOff;
        return Math.min(item - Money.ofFen(item).at(rate).fen(), netUndiscounted());
    }

    long netUndiscounted() {
        return net + discountOff;
    }

    void withoutDiscounts() {
        rows.subList(itemRows, itemRows + discountRows).clear();
        net = netUndiscounted();
        discountRows = 0;
        discountOff = 0;
        repriced = true;
    }

    /// Whether a rule has a row here.
    boolean bears(RuleId rule) {
        for (var row : rows) {
            if (row.rule().equals(rule)) {
                return true;
            }
        }
        return false;
    }

    /// Units that no voucher has used yet; only whole-number quantities have units.
    long unitsLeft() {
        return line.quantity().units() - unitsUsed;
    }

    /// What one unit costs after discounts as first computed.
    long unitPriceAtFirst() {
        return line.quantity().unitOf(Money.ofFen(afterDiscounts)).fen();
    }

    QuotedLine quoted() {
        return new QuotedLine(line.number(), line.sku(), Money.ofFen(gross), Money.ofFen(net), rows);
    }

    private int take(RuleId rule, Reason reason, long amount) {
        if (amount == 0) {
            return 0;
        }
        net -= amount;
        rows.add(new Adjustment(rule, reason, Money.ofFen(-amount)));
        return 1;
    }
}
