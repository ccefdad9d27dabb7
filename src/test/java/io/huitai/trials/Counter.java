package io.huitai.trials;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/// A cashier's day by chance: the next request that makes sense where the till stands, with what it must come to.
final class Counter {
    /// A request, and what the ledger is after it.
    record Step(ObjectNode request, Ledger after) {}

    private record Goods(String sku, String ean, long price) {}

    private static final List<Goods> GOODS = List.of(
            new Goods("L001", "", 46_00),
            new Goods("L003", "", 42_00),
            new Goods("L004", "", 18_00),
            new Goods("L005", "", 22_00),
            new Goods("L006", "", 24_00),
            new Goods("L007", "", 58_00),
            new Goods("J016", "6999001000017", 12_00),
            new Goods("J017", "6999001000024", 18_00),
            new Goods("J018", "6999001000031", 24_00),
            new Goods("J019", "6999001000048", 16_00));
    /// Members of the demo data that walk in; none has a birthday in early May.
    static final List<String> DEMO_MEMBERS = List.of("M0011", "M0003", "M0007", "M0008", "M0009", "M0010");

    private static final List<String> TYPES = List.of("cash", "cash", "card", "wechat", "alipay");

    private final Random random;
    private Ledger now;

    Counter(Random random) {
        this.random = random;
    }

    /// The next step from where the ledger stands.
    Step next(Ledger ledger) {
        now = ledger;
        if (now.shift == null) {
            return step(Json.request("open-shift", "float", "500.00"), after -> after.openShift(500_00));
        }
        if (now.open == null) {
            return betweenBills();
        }
        return now.open.tenders.isEmpty() ? onTheBill(now.open) : halfPaid(now.open);
    }

    private Step step(ObjectNode request, Consumer<Ledger> effect) {
        var after = now.copy();
        effect.accept(after);
        return new Step(request, after);
    }

    private Step betweenBills() {
        int chance = random.nextInt(100);
        var refundable = refundable();
        if (chance < 12 && !refundable.isEmpty()) {
            return refund(refundable.get(random.nextInt(refundable.size())));
        }
        if (chance < 18) {
            return enrol();
        }
        if (chance < 40 && !now.held.isEmpty()) {
            var labels = List.copyOf(now.held.keySet());
            var label = labels.get(random.nextInt(labels.size()));
            return step(Json.request("recall", "label", label), after -> after.recall(label));
        }
        if (chance < 48 && chance >= 44) {
            return recharge();
        }
        if (chance < 44) {
            return step(Json.request("cash-in", "amount", "7.00", "reason", "零钱"), after -> after.cashIn(7_00));
        }
        return add();
    }

    /// Less than the recharge that lifts into a tier.
    private Step recharge() {
        var known = List.copyOf(now.members.keySet());
        var no = known.get(random.nextInt(known.size()));
        var type = TYPES.get(random.nextInt(TYPES.size()));
        long amount = 20_00L + random.nextInt(100_00);
        return step(
                Json.request("recharge", "member", no, "amount", Ledger.yuan(amount), "tender", type),
                after -> after.recharge(no, type, amount));
    }

    private Step add() {
        var goods = GOODS.get(random.nextInt(GOODS.size()));
        if (!goods.ean().isEmpty() && random.nextBoolean()) {
            return step(Json.request("scan", "code", goods.ean()), after -> after.add(goods.sku(), goods.price(), 1));
        }
        int qty = 1 + random.nextInt(3);
        return step(
                Json.request("add", "sku", goods.sku(), "qty", Integer.toString(qty)),
                after -> after.add(goods.sku(), goods.price(), qty));
    }

    private Step enrol() {
        var no = now.nextMember();
        return step(
                Json.request(
                        "enrol",
                        "name",
                        "新" + no,
                        "phone",
                        "13800%06d".formatted(now.enrolled + 1),
                        "ground",
                        Json.object("waived", "试"),
                        "approval",
                        Json.approval()),
                after -> after.enrol(no));
    }

    /// Sales that can go back without points being short.
    private List<String> refundable() {
        return now.receipts.entrySet().stream()
                .filter(each -> each.getValue().of() == null && !each.getValue().isBack())
                .filter(each -> each.getValue().member() == null
                        || now.balance(each.getValue().member()) >= now.pointsOff(each.getKey(), left(each.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Set<Integer> left(String no) {
        var sale = now.receipts.get(no);
        return sale.lines().stream()
                .map(Ledger.Line::number)
                .filter(line -> !sale.returned().contains(line))
                .collect(Collectors.toSet());
    }

    private Step refund(String no) {
        var sale = now.receipts.get(no);
        var left = left(no);
        boolean inParts = sale.tenders().size() == 1 && sale.redeemed() == 0;
        if (!inParts || left.size() == 1 || random.nextInt(3) == 0) {
            return step(
                    Json.request("refund", "receipt", no, "reason", "退", "approval", Json.approval()),
                    after -> after.refund(no, left));
        }
        var line = sale.lines().stream()
                .filter(each -> left.contains(each.number()))
                .findFirst()
                .orElseThrow();
        var lines = List.of(Json.object("line", line.number(), "qty", Integer.toString(line.qty())));
        return step(
                Json.request("refund", "receipt", no, "lines", lines, "reason", "退", "approval", Json.approval()),
                after -> after.refund(no, Set.of(line.number())));
    }

    private Step onTheBill(Ledger.Bill bill) {
        int chance = random.nextInt(100);
        if (bill.lines.isEmpty() || (chance < 25 && bill.lines.size() < 12)) {
            return add();
        }
        if (chance < 45 && bill.member == null) {
            return attach();
        }
        if (chance < 60 && bill.member != null && !bill.usesPoints && now.balance(bill.member) >= 100) {
            return step(Json.request("use", "points", "max"), Ledger::usePoints);
        }
        if (chance < 68 && now.held.size() < 5) {
            var label = "桌" + (now.labels + 1);
            return step(Json.request("hold", "label", label), after -> after.hold(label));
        }
        if (chance < 71) {
            return step(Json.request("void-bill", "reason", "走了"), Ledger::voidBill);
        }
        if (chance < 74 && bill.lines.size() > 1) {
            int line = bill.lines.getFirst().number();
            return step(Json.request("void-line", "line", line), after -> after.voidLine(line));
        }
        if (chance < 77) {
            int line = bill.lines.getLast().number();
            return step(Json.request("set-qty", "line", line, "qty", "4"), after -> after.setQty(line, 4));
        }
        return chance < 79 ? enrol() : pay(bill);
    }

    private Step attach() {
        var known = List.copyOf(now.members.keySet());
        var no = known.get(random.nextInt(known.size()));
        return step(Json.request("member", "no", no), after -> after.attach(no));
    }

    private Step halfPaid(Ledger.Bill bill) {
        int chance = random.nextInt(100);
        if (chance < 10) {
            int index = bill.tenders.get(random.nextInt(bill.tenders.size())).index();
            return step(
                    Json.request("void-tender", "index", index, "approval", Json.approval()),
                    after -> after.voidTender(index));
        }
        if (chance < 13) {
            return step(Json.request("void-bill", "reason", "走了", "approval", Json.approval()), Ledger::voidBill);
        }
        return pay(bill);
    }

    private Step pay(Ledger.Bill bill) {
        long due = now.due(bill);
        if (due == 0) {
            return step(Json.request("tender", "type", "cash"), after -> after.tender("cash", 0));
        }
        var type = TYPES.get(random.nextInt(TYPES.size()));
        if (bill.member != null && now.stored(bill.member) > 0 && random.nextBoolean()) {
            long part = Math.min(due, now.stored(bill.member));
            return step(
                    Json.request("tender", "type", "stored", "amount", Ledger.yuan(part)),
                    after -> after.tender("stored", part));
        }
        if (due > 1 && bill.tenders.size() < 4 && random.nextInt(10) < 6) {
            long part = 1 + random.nextLong(due - 1);
            return step(
                    Json.request("tender", "type", type, "amount", Ledger.yuan(part)),
                    after -> after.tender(type, part));
        }
        if (type.equals("cash") && random.nextBoolean()) {
            long given = due + 100_00;
            return step(
                    Json.request("tender", "type", type, "amount", Ledger.yuan(given)),
                    after -> after.tender(type, given));
        }
        return step(Json.request("tender", "type", type), after -> after.tender(type, due));
    }
}
