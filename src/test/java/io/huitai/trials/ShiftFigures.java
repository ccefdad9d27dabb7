package io.huitai.trials;

import io.huitai.journal.Entry;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// A shift's figures by the words of `console.md`, added up from the JSON of its entries: shares nothing with the
/// product's own report.
final class ShiftFigures {
    private static final BigDecimal ZERO = new BigDecimal("0.00");

    private final Map<String, BigDecimal> sums = new TreeMap<>();
    private final Map<String, Long> counts = new TreeMap<>();

    void entry(Entry entry) {
        var body = entry.body();
        switch (entry.kind()) {
            case "ShiftOpened" -> opened(body);
            case "ShiftClosed" -> closed(body);
            case "SaleCompleted" -> sale(entry, body.get("sale"));
            case "SaleRefunded" -> refund(body.get("refund"));
            case "TenderTaken", "Recharged", "AccountSettled" -> tender(body.get("tender"), false);
            case "TendersVoided" -> body.get("tenders").forEach(each -> tender(each, true));
            case "BillVoided" -> {
                body.get("returned").forEach(each -> tender(each, true));
                count("voids", 1);
            }
            case "LineVoided" -> count("voids", 1);
            case "CashMoved" -> cash(money(body.get("amount")));
            case "MemberEnrolled" -> fee(body.get("ground").get("fee"));
            case "CardReplaced" -> fee(body.get("fee"));
            case "Subscribed" -> fee(body.get("tender"));
            case "CardsReturned", "MembershipEnded" -> {
                if (!body.get("paidOut").isNull()) {
                    tender(body.get("paidOut"), true);
                }
            }
            default -> {
                // in what it moved, if in anything
            }
        }
        Optional.ofNullable(body.get("postings")).ifPresent(all -> all.forEach(this::posting));
    }

    private void opened(JsonNode body) {
        sums.clear();
        counts.clear();
        add("drawer.float", money(body.get("opening")));
        add("drawer.expected", money(body.get("opening")));
    }

    private void closed(JsonNode body) {
        Optional.ofNullable(body.get("counted").get("cash")).ifPresent(cash -> add("drawer.counted", money(cash)));
        Optional.ofNullable(body.get("over").get("cash")).ifPresent(cash -> add("drawer.over", money(cash)));
    }

    private void sale(Entry entry, JsonNode sale) {
        var payable = money(sale.get("payable"));
        add("sales", payable);
        add("byHour." + "%02d".formatted(entry.at().getHour()), payable);
        count("bills", 1);
        var nets = new TreeMap<String, BigDecimal>();
        for (var line : sale.get("lines")) {
            nets.merge(line.get("item").get("taxRate").asString(), money(line.get("net")), BigDecimal::add);
            var category = line.get("item").get("category").asString();
            add("byCategory." + category.replaceFirst("[.].*", ""), money(line.get("net")));
            for (var why : line.get("because")) {
                add(
                        "discounts." + why.get("rule").asString(),
                        money(why.get("amount")).negate());
            }
        }
        nets.forEach((rate, net) -> add("taxes." + rate, inside(net, new BigDecimal(rate))));
    }

    /// The tax that a price includes.
    private static BigDecimal inside(BigDecimal price, BigDecimal rate) {
        return price.multiply(rate).divide(rate.add(BigDecimal.ONE), 2, RoundingMode.HALF_UP);
    }

    private void refund(JsonNode refund) {
        for (var back : refund.get("taxed")) {
            add("taxes." + back.get("rate").asString(), money(back.get("tax")).negate());
        }
        for (var share : refund.get("tenders")) {
            var paid = money(share.get("paid"));
            add("refunds", paid);
            taken(share.get("type").asString(), paid.negate());
        }
    }

    private void tender(JsonNode tender, boolean back) {
        var amount = money(tender.get("amount"));
        taken(tender.get("type").asString(), back ? amount.negate() : amount);
    }

    private void taken(String type, BigDecimal amount) {
        if (amount.signum() != 0) {
            add("tenders." + type, amount);
        }
        if (type.equals("cash")) {
            add("drawer.expected", amount);
        }
    }

    private void cash(BigDecimal amount) {
        add(amount.signum() > 0 ? "drawer.in" : "drawer.out", amount.abs());
        add("drawer.expected", amount);
    }

    private void fee(JsonNode tender) {
        if (!tender.isNull()) {
            add("fees", money(tender.get("amount")));
            tender(tender, false);
        }
    }

    /// What members got or, below zero, gave.
    private void posting(JsonNode posting) {
        var from = posting.get("from").asString();
        var to = posting.get("to").asString();
        if (from.startsWith("member:") == to.startsWith("member:")) {
            return;
        }
        boolean got = to.startsWith("member:");
        var other = got ? from : to;
        long amount =
                got ? posting.get("amount").asLong() : -posting.get("amount").asLong();
        var asset = posting.get("asset").asString();
        switch (asset.startsWith("voucher:") ? "voucher" : asset) {
            case "points" -> points(other, amount);
            case "voucher" -> vouchers(other, amount);
            case "principal", "bonus" -> stored(asset, other, BigDecimal.valueOf(amount, 2));
            default -> {
                // a tally
            }
        }
    }

    private void points(String other, long amount) {
        switch (other) {
            case "issued" -> count("points.earned", amount);
            case "redeemed" -> count("points.used", -amount);
            case "reversed" -> count("points.reversed", -amount);
            default -> count("points.expired", -amount);
        }
    }

    private void vouchers(String other, long amount) {
        switch (other) {
            case "issued" -> count("vouchers.granted", amount);
            case "redeemed" -> count("vouchers.used", -amount);
            default -> {
                // run out
            }
        }
    }

    private void stored(String asset, String other, BigDecimal amount) {
        if (other.equals("redeemed")) {
            add("stored.spent", amount.negate());
        } else if (amount.signum() > 0) {
            add(asset.equals("principal") ? "stored.recharged" : "stored.bonus", amount);
            if (other.equals("money")) {
                add("recharges", amount);
            }
        }
    }

    private static BigDecimal money(JsonNode text) {
        return new BigDecimal(text.asString());
    }

    private void add(String name, BigDecimal amount) {
        sums.merge(name, amount, BigDecimal::add);
    }

    private void count(String name, long number) {
        counts.merge(name, number, Long::sum);
    }

    /// All figures by the names of the contract's fields, those that are nothing left out.
    Map<String, String> figures() {
        var all = new TreeMap<String, String>();
        add("net", sums.getOrDefault("sales", ZERO).subtract(sums.getOrDefault("refunds", ZERO)));
        sums.forEach((name, amount) -> all.put(name, amount.toPlainString()));
        sums.remove("net");
        counts.forEach((name, number) -> all.put(name, number.toString()));
        return told(all);
    }

    /// The figures of a console's answer in the same shape.
    static Map<String, String> of(JsonNode answer) {
        var all = new TreeMap<String, String>();
        for (var field : answer.properties()) {
            if (field.getValue().isObject()) {
                field.getValue()
                        .properties()
                        .forEach(each -> all.put(
                                field.getKey() + "." + each.getKey(),
                                each.getValue().asString("")));
            } else if (!field.getKey().equals("ok")) {
                all.put(field.getKey(), field.getValue().asString(""));
            }
        }
        return told(all);
    }

    private static Map<String, String> told(Map<String, String> all) {
        all.values().removeIf(value -> value.isEmpty() || value.equals("0") || value.equals("0.00"));
        return all;
    }
}
