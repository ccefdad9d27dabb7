package io.huitai.trials;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// What must be so at a till with the programme `standard-card`: kept by the trials beside the till, from `pricing.md`
/// and in plain arithmetic (fen, points), sharing nothing with the product. All goods have no member price and no flag,
/// all members are regular and have no birthday today.
final class Ledger {
    /// A line of an open bill; a voided line leaves.
    record Line(int number, String sku, long price, int qty) {
        long net(boolean member) {
            return member ? (price * qty * 90 + 50) / 100 : price * qty;
        }
    }

    record Tender(int index, String type, long amount) {}

    /// A bill that is open or held.
    static final class Bill {
        final List<Line> lines = new ArrayList<>();
        final List<Tender> tenders = new ArrayList<>();
        String member;
        boolean usesPoints;
        int lastLine;
        int lastTender;

        Bill copy() {
            var copy = new Bill();
            copy.lines.addAll(lines);
            copy.tenders.addAll(tenders);
            copy.member = member;
            copy.usesPoints = usesPoints;
            copy.lastLine = lastLine;
            copy.lastTender = lastTender;
            return copy;
        }

        long goods() {
            return lines.stream().mapToLong(line -> line.net(member != null)).sum();
        }

        long tendered() {
            return tenders.stream().mapToLong(Tender::amount).sum();
        }
    }

    /// A member's account.
    record Member(long points, long spend, long visits, long stored) {
        Member plus(long morePoints, long moreSpend, long moreVisits) {
            return new Member(points + morePoints, spend + moreSpend, visits + moreVisits, stored);
        }

        Member storing(long more) {
            return new Member(points, spend, visits, stored + more);
        }
    }

    /// A receipt of a sale or, with `of`, of a refund.
    record Receipt(
            String member,
            List<Line> lines,
            long paid,
            List<Tender> tenders,
            long earned,
            long redeemed,
            Set<Integer> returned,
            int printed,
            String of) {
        Receipt printedOnce() {
            return new Receipt(member, lines, paid, tenders, earned, redeemed, returned, printed + 1, of);
        }

        Receipt returning(Set<Integer> more) {
            var all = new HashSet<>(returned);
            all.addAll(more);
            return new Receipt(member, lines, paid, tenders, earned, redeemed, all, printed, of);
        }

        boolean isBack() {
            return returned.size() == lines.size();
        }

        long kept() {
            return lines.stream()
                    .filter(line -> !returned.contains(line.number()))
                    .mapToLong(line -> line.net(member != null))
                    .sum();
        }
    }

    final Map<String, Receipt> receipts = new LinkedHashMap<>();
    final Map<String, Member> members = new TreeMap<>();
    final Map<String, Bill> held = new LinkedHashMap<>();
    final Map<String, Long> tenders = new TreeMap<>();
    Bill open;
    String till = "S001-T1";
    String shift;
    int shifts;
    int enrolled;
    long drawer;
    long sales;
    long refunds;
    int bills;
    int labels;

    Ledger copy() {
        var copy = new Ledger();
        copy.receipts.putAll(receipts);
        copy.members.putAll(members);
        held.forEach((label, bill) -> copy.held.put(label, bill.copy()));
        copy.tenders.putAll(tenders);
        copy.open = open == null ? null : open.copy();
        copy.till = till;
        copy.shift = shift;
        copy.shifts = shifts;
        copy.enrolled = enrolled;
        copy.drawer = drawer;
        copy.sales = sales;
        copy.refunds = refunds;
        copy.bills = bills;
        copy.labels = labels;
        return copy;
    }

    // What a bill comes to

    long pointsUsed(Bill bill) {
        return bill.usesPoints && bill.member != null
                ? 100 * Math.min((balance(bill.member) - committed(bill)) / 100, bill.goods() / 100)
                : 0;
    }

    /// The points of a bill's member that another bill, part-paid, is as good as spending.
    private long committed(Bill bill) {
        var other = open;
        return other == null || other == bill || other.tenders.isEmpty() || !bill.member.equals(other.member)
                ? 0
                : pointsUsed(other);
    }

    /// 100 points are worth 1.00, so a point is worth a fen.
    long payable(Bill bill) {
        return bill.goods() - pointsUsed(bill);
    }

    long due(Bill bill) {
        return payable(bill) - bill.tendered();
    }

    long balance(String member) {
        return account(member).points();
    }

    private Member account(String member) {
        return members.getOrDefault(member, new Member(0, 0, 0, 0));
    }

    Bill open() {
        return Objects.requireNonNull(open);
    }

    // What happens

    /// A member with nothing on the account.
    void knows(String member) {
        members.put(member, new Member(0, 0, 0, 0));
    }

    void openShift(long opening) {
        shift = Integer.toString(++shifts);
        drawer = opening;
        tenders.clear();
        sales = 0;
        refunds = 0;
        bills = 0;
    }

    void add(String sku, long price, int qty) {
        open = open == null ? new Bill() : open;
        open.lines.add(new Line(++open.lastLine, sku, price, qty));
    }

    void setQty(int number, int qty) {
        open().lines
                .replaceAll(line -> line.number() == number ? new Line(number, line.sku(), line.price(), qty) : line);
    }

    void voidLine(int number) {
        open().lines.removeIf(line -> line.number() == number);
    }

    void attach(String member) {
        open = open == null ? new Bill() : open;
        open.member = member;
    }

    void usePoints() {
        open().usesPoints = true;
    }

    void enrol(String member) {
        enrolled++;
        knows(member);
        if (open != null && open.tenders.isEmpty()) {
            open.member = member;
        }
    }

    void hold(String label) {
        labels++;
        held.put(label, open());
        open = null;
    }

    void recall(String label) {
        open = held.remove(label);
    }

    void voidBill() {
        open().tenders.forEach(tender -> money(open().member, tender.type(), -tender.amount()));
        open = null;
    }

    /// Money put on a card, on a slip of its own.
    void recharge(String member, String type, long amount) {
        money(type, amount);
        members.put(member, account(member).storing(amount));
        receipts.put(nextReceipt(), new Receipt(null, List.of(), amount, List.of(), 0, 0, Set.of(), 0, "recharge"));
    }

    long stored(String member) {
        return account(member).stored();
    }

    void tender(String type, long amount) {
        var bill = open();
        long paid = Math.min(amount, due(bill));
        if (paid > 0) {
            bill.tenders.add(new Tender(++bill.lastTender, type, paid));
            money(bill.member, type, paid);
        }
        if (due(bill) == 0) {
            complete(bill);
        }
    }

    private void complete(Bill bill) {
        long paid = payable(bill);
        long used = pointsUsed(bill);
        long earned = bill.member == null ? 0 : paid / 100;
        receipts.put(
                nextReceipt(),
                new Receipt(
                        bill.member,
                        List.copyOf(bill.lines),
                        paid,
                        List.copyOf(bill.tenders),
                        earned,
                        used,
                        Set.of(),
                        0,
                        null));
        sales += paid;
        bills++;
        if (bill.member != null) {
            members.put(bill.member, account(bill.member).plus(earned - used, paid, 1));
        }
        open = null;
    }

    void voidTender(int index) {
        var gone = open().tenders.stream()
                .filter(tender -> tender.index() == index)
                .findFirst()
                .orElseThrow();
        open().tenders.remove(gone);
        money(open().member, gone.type(), -gone.amount());
    }

    /// Points that come off when lines go back; below zero where more are given back than taken.
    long pointsOff(String no, Set<Integer> lines) {
        var sale = Objects.requireNonNull(receipts.get(no));
        if (sale.member() == null) {
            return 0;
        }
        var after = sale.returning(lines);
        long redeemed = after.isBack() ? sale.redeemed() : 0;
        return earned(sale, sale.kept()) - earned(sale, after.kept()) - redeemed;
    }

    private static long earned(Receipt sale, long kept) {
        return kept == sale.lines().stream().mapToLong(line -> line.net(true)).sum() ? sale.earned() : kept / 100;
    }

    /// Whole lines go back: all that is left, or some of a sale with one tender and no points on it.
    void refund(String no, Set<Integer> lines) {
        var sale = Objects.requireNonNull(receipts.get(no));
        var after = sale.returning(lines);
        long amount = sale.redeemed() > 0 ? sale.paid() : sale.kept() - after.kept();
        long pointsOff = pointsOff(no, lines);
        if (sale.tenders().size() == 1) {
            money(sale.member(), sale.tenders().getFirst().type(), -amount);
        } else {
            sale.tenders().forEach(tender -> money(sale.member(), tender.type(), -tender.amount()));
        }
        refunds += amount;
        receipts.put(no, after);
        receipts.put(nextReceipt(), new Receipt(null, List.of(), amount, List.of(), 0, 0, Set.of(), 0, no));
        if (sale.member() != null) {
            members.put(sale.member(), account(sale.member()).plus(-pointsOff, -amount, after.isBack() ? -1 : 0));
        }
    }

    void cashIn(long amount) {
        drawer += amount;
    }

    /// What is paid from a card leaves it, and comes back to it.
    private void money(String member, String type, long amount) {
        money(type, amount);
        if (type.equals("stored")) {
            members.put(member, account(member).storing(-amount));
        }
    }

    private void money(String type, long amount) {
        tenders.merge(type, amount, Long::sum);
        if (type.equals("cash")) {
            drawer += amount;
        }
    }

    String nextReceipt() {
        return receipt(receipts.size() + 1);
    }

    String nextMember() {
        return "%s-%05d".formatted(till, enrolled + 1);
    }

    // What can be seen of it

    /// What the till must show, in the words of [Sight#of].
    Map<String, String> sight() {
        var sight = new TreeMap<String, String>();
        sight.put("shift", String.valueOf(shift));
        sight.put("last receipt", receipts.isEmpty() ? "null" : receipt(receipts.size()));
        sight.put("bill", open == null ? "null" : bill(open));
        held.forEach((label, bill) -> sight.put("held " + label, bill.lines.size() + " lines, due " + yuan(due(bill))));
        if (shift != null) {
            report(sight);
        }
        members.forEach((no, member) -> {
            sight.put("member " + no, member.toString());
            if (no.contains("-")) {
                sight.put("name " + no, "新" + no);
            }
        });
        receipts.forEach((no, receipt) -> sight.put("receipt " + no, yuan(receipt.paid())));
        return sight;
    }

    private void report(Map<String, String> sight) {
        sight.put("drawer", yuan(drawer));
        sight.put("sales", yuan(sales));
        sight.put("refunds", yuan(refunds));
        sight.put("bills", Integer.toString(bills));
        tenders.forEach((type, amount) -> {
            if (amount != 0) {
                sight.put("tender " + type, yuan(amount));
            }
        });
    }

    private String receipt(int number) {
        return "%s-%06d".formatted(till, number);
    }

    private String bill(Bill bill) {
        var words = new StringBuilder();
        for (var line : bill.lines) {
            words.append(line.number()).append(' ').append(line.sku()).append(' ');
            words.append(yuan(line.price() * line.qty())).append("; ");
        }
        words.append("member ").append(bill.member).append("; points ").append(pointsUsed(bill));
        bill.tenders.forEach(tender -> words.append("; ")
                .append(tender.index())
                .append(' ')
                .append(tender.type())
                .append(' ')
                .append(yuan(tender.amount())));
        return words.append("; due ").append(yuan(due(bill))).toString();
    }

    static String yuan(long fen) {
        return (fen < 0 ? "-" : "") + Math.abs(fen) / 100 + "." + "%02d".formatted(Math.abs(fen) % 100);
    }
}
