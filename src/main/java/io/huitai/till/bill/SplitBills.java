package io.huitai.till.bill;

import io.huitai.journal.fact.Adjusted;
import io.huitai.journal.fact.AskedUse;
import io.huitai.journal.fact.Fact;
import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.money.Split;
import io.huitai.shop.BillLine;
import io.huitai.shop.ByHand;
import io.huitai.shop.Service;
import io.huitai.till.book.Bill;
import io.huitai.till.book.Book;
import io.huitai.till.book.Step;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import io.huitai.till.settings.HouseRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One bill made into several that come to the same to the fen. The first part stays the open bill, the others are
/// held. The member stands on every part: what the programme gave the table, each of its guests gets.
public final class SplitBills {
    private static final int MOST_PARTS = 50;

    private final Book book;
    private final Bills bills;
    private final Pricer pricer;
    private final House house;

    SplitBills(Book book, Bills bills, Pricer pricer, House house) {
        this.book = book;
        this.bills = bills;
        this.pricer = pricer;
        this.house = house;
    }

    /// A part of a split bill.
    ///
    /// @param label what it is held under; empty for the open bill
    public record Part(OpenBill bill, Optional<String> label) {}

    /// AA: everybody pays the same, to the fen. Refused: `BILL_EMPTY`, `BILL_TENDERED`, `BAD_REQUEST` where points or
    /// vouchers are asked for, which belong to one bill.
    public List<Part> equally(int parts) {
        if (parts < 2 || parts > MOST_PARTS) {
            throw Refusal.of(ErrorCode.BAD_REQUEST, "parts");
        }
        var bill = splittable();
        var shares = new ArrayList<long[]>();
        for (var item : items(bill)) {
            shares.add(Split.of(item.qty().thousandths(), same(parts)));
        }
        var step = book.step();
        return done(step, split(bill, parts, shares, true, step.number()));
    }

    /// Each part names lines and how much of them; what nobody names stays on the first. Refused: as
    /// {@link #equally}, `BAD_REQUEST` for a line that is not there, or not that much of it, and for an empty part.
    ///
    /// @param named by line number in thousandths; 0 is all of it
    public List<Part> byLines(List<Map<Integer, Long>> named) {
        var step = book.step();
        return done(step, parts(named, step.number()));
    }

    /// What each part would pay; nothing is split yet. Refused: as {@link #byLines}.
    public List<Money> preview(List<Map<Integer, Long>> named) {
        return parts(named, book.step().number()).stream()
                .map(fact -> pricer.price(part(fact)).quote().sums().payable())
                .toList();
    }

    private List<Fact.BillSplit> parts(List<Map<Integer, Long>> named, long first) {
        if (named.size() < 2 || named.size() > MOST_PARTS) {
            throw Refusal.of(ErrorCode.BAD_REQUEST, "lines");
        }
        var bill = splittable();
        var items = items(bill);
        named.forEach(part -> part.keySet().forEach(number -> refuseUnknown(items, number)));
        var shares = new ArrayList<long[]>();
        for (var item : items) {
            var share = new long[named.size()];
            var left = item.qty().thousandths();
            for (var i = 0; i < share.length; i++) {
                var wished = named.get(i).get(item.number());
                if (wished != null) {
                    share[i] = wished == 0 ? item.qty().thousandths() : wished;
                    left -= share[i];
                }
            }
            if (left < 0) {
                throw Refusal.of(ErrorCode.BAD_REQUEST, "line " + item.number());
            }
            share[0] += left;
            shares.add(share);
        }
        return split(bill, named.size(), shares, false, first);
    }

    private static void refuseUnknown(List<BillLine> items, int number) {
        if (items.stream().noneMatch(item -> item.number() == number)) {
            throw Refusal.of(ErrorCode.BAD_REQUEST, "line " + number);
        }
    }

    private Bill splittable() {
        var bill = bills.changeable();
        if (bill.lines().isEmpty()) {
            throw Refusal.of(ErrorCode.BILL_EMPTY);
        }
        if (!bill.use().equals(AskedUse.NOTHING)) {
            throw Refusal.of(ErrorCode.BAD_REQUEST, "use");
        }
        return bill;
    }

    private List<BillLine> items(Bill bill) {
        var items = new ArrayList<>(bill.lines());
        items.addAll(pricer.price(bill).charges());
        return items;
    }

    /// @param shares of each item, in thousandths for each part
    /// @param first the number of the first part's entry
    private List<Fact.BillSplit> split(Bill bill, int parts, List<long[]> shares, boolean same, long first) {
        var items = items(bill);
        var adults = same
                ? Split.of(bill.service().adults(), same(parts))
                : first(bill.service().adults(), parts);
        var facts = new ArrayList<Fact.BillSplit>();
        var labels = labels(parts);
        for (var i = 0; i < parts; i++) {
            facts.add(new Fact.BillSplit(
                    i == 0 ? bill.id() : first + i,
                    bill.id(),
                    lines(items, shares, i),
                    bill.lastLine(),
                    bill.member(),
                    adults(bill.service(), (int) adults[i]),
                    adjusted(bill, items, shares, parts, i),
                    i == 0 ? Optional.empty() : Optional.of(labels.get(i - 1)),
                    Optional.of(bill.goneAloneWithAll().min(Book.MOST)),
                    Optional.of(bill.proven()),
                    Optional.of(bill.goneAlone().min(Book.MOST))));
        }
        return addingUp(pricer.price(bill).quote().sums().payable(), facts, same);
    }

    private List<Part> done(Step step, List<Fact.BillSplit> facts) {
        facts.forEach(step::put);
        step.forced();
        return facts.stream()
                .map(fact -> new Part(bills.shown(part(fact)), fact.label()))
                .toList();
    }

    private static List<BillLine> lines(List<BillLine> items, List<long[]> shares, int part) {
        var lines = new ArrayList<BillLine>();
        for (var k = 0; k < items.size(); k++) {
            if (shares.get(k)[part] > 0) {
                lines.add(items.get(k).withQty(new Quantity(shares.get(k)[part])));
            }
        }
        if (lines.isEmpty()) {
            throw Refusal.of(ErrorCode.BAD_REQUEST, "lines");
        }
        return lines;
    }

    private static Service adults(Service service, int adults) {
        return new Service(service.mode(), adults, service.occasion(), service.table(), service.room(), service.note());
    }

    /// Discounts of a share go with their lines, amounts are shared out; the outlet's charges are lines now, and its
    /// rounding is in the sums.
    private Adjusted adjusted(Bill bill, List<BillLine> items, List<long[]> shares, int parts, int part) {
        var adjusted = new Adjusted(List.of(), Money.ZERO, settled());
        for (var given : bill.adjusted().byHand()) {
            if (given.share().isPresent()) {
                adjusted = adjusted.with(given);
            } else {
                var weights = weights(bill, given, items, shares, parts);
                var own = Money.ofFen(Split.of(given.amount().fen(), weights)[part]);
                if (own.isPositive()) {
                    adjusted =
                            adjusted.with(new ByHand(given.line(), given.share(), own, given.most(), given.reason()));
                }
            }
        }
        return adjusted;
    }

    private List<String> settled() {
        var ids = new ArrayList<>(
                house.rules().charges().stream().map(HouseRules.Charge::id).toList());
        ids.add(HouseRules.ROUNDING);
        return ids;
    }

    /// What each part has of the goods of a discount, by what they cost.
    private long[] weights(Bill bill, ByHand given, List<BillLine> items, List<long[]> shares, int parts) {
        var nets = pricer.price(bill).quote();
        var weights = new long[parts];
        for (var k = 0; k < items.size(); k++) {
            var item = items.get(k);
            if (given.line().filter(number -> number != item.number()).isPresent() || item.standsOutsideProgramme()) {
                continue;
            }
            var gross = nets.lines().stream()
                    .filter(line -> line.number() == item.number())
                    .map(line -> line.gross())
                    .reduce(Money.ZERO, Money::plus);
            for (var i = 0; i < parts; i++) {
                weights[i] += item.qty().shareOf(gross, shares.get(k)[i]).fen();
            }
        }
        return Arrays.stream(weights).sum() == 0 ? same(parts) : weights;
    }

    /// Lines that were cut may round otherwise by a fen: what each part pays is settled from the whole.
    private List<Fact.BillSplit> addingUp(Money whole, List<Fact.BillSplit> facts, boolean same) {
        var priced = facts.stream()
                .map(fact -> pricer.price(part(fact)).quote().sums().payable())
                .toList();
        var weights = priced.stream().mapToLong(Money::fen).toArray();
        var pays = Split.of(whole.fen(), same || Arrays.stream(weights).sum() == 0 ? same(facts.size()) : weights);
        var exact = new ArrayList<Fact.BillSplit>();
        for (var i = 0; i < pays.length; i++) {
            var fact = facts.get(i);
            var odd = priced.get(i).minus(Money.ofFen(pays[i]));
            exact.add(new Fact.BillSplit(
                    fact.bill(),
                    fact.from(),
                    fact.lines(),
                    fact.lastLine(),
                    fact.member(),
                    fact.service(),
                    fact.adjusted().withRounding(odd),
                    fact.label(),
                    fact.whole(),
                    fact.proven(),
                    fact.gone()));
        }
        return exact;
    }

    private Bill part(Fact.BillSplit fact) {
        return Bill.opened(fact.bill()).after(fact, book.now().toOffsetDateTime());
    }

    private static long[] same(int parts) {
        var weights = new long[parts];
        Arrays.fill(weights, 1);
        return weights;
    }

    private static long[] first(int all, int parts) {
        var adults = new long[parts];
        adults[0] = all;
        return adults;
    }

    private List<String> labels(int parts) {
        var labels = new ArrayList<String>();
        for (var number = 1; labels.size() < parts - 1; number++) {
            var label = Integer.toString(number);
            if (book.heldBills().stream()
                    .noneMatch(bill -> bill.held().filter(label::equals).isPresent())) {
                labels.add(label);
            }
        }
        return labels;
    }
}
