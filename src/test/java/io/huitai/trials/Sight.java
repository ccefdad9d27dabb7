package io.huitai.trials;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// What a till shows of itself, in the words of [Ledger#sight]. Receipts are left out: printing one is a fact too.
final class Sight {
    private static final Pattern PAYABLE = Pattern.compile("应收 +￥([0-9.]+)");
    private static final Pattern REFUNDED = Pattern.compile("退(?:现金|银行卡|微信|支付宝|储值) +-([0-9.]+)");

    private static final Pattern RECHARGED = Pattern.compile("(?m)^充值 +￥?([0-9.]+)");

    private Sight() {}

    /// @param members whose accounts to look at; those unknown are left out
    static Map<String, String> of(SpokenTill till, Collection<String> members) {
        var sight = new TreeMap<String, String>();
        var status = till.ok("status");
        sight.put("shift", status.path("shift").asString("null"));
        sight.put("last receipt", status.path("lastReceipt").asString("null"));
        sight.put("bill", status.path("bill").isNull() ? "null" : bill(status.path("bill")));
        for (var held : till.ok("held").path("held")) {
            sight.put(
                    "held " + held.path("label").asString(),
                    held.path("lines").asInt() + " lines, due "
                            + held.path("due").asString());
        }
        if (!status.path("shift").isNull()) {
            report(till.ok("x-report"), sight);
        }
        for (var no : members) {
            var answer = till.answer(Json.request("member-info", "no", no));
            if (answer.path("ok").asBoolean()) {
                sight.put("member " + no, member(answer.path("member")));
                if (no.contains("-")) { // enrolled here: read with their key
                    sight.put("name " + no, answer.path("member").path("name").asString());
                }
            }
        }
        return sight;
    }

    private static void report(JsonNode report, Map<String, String> sight) {
        sight.put("drawer", report.path("drawer").path("expected").asString());
        sight.put("sales", report.path("sales").asString());
        sight.put("refunds", report.path("refunds").asString());
        sight.put("bills", report.path("bills").asString());
        report.path("tenders").properties().forEach(tender -> {
            if (!tender.getValue().asString().equals("0.00")) {
                sight.put("tender " + tender.getKey(), tender.getValue().asString());
            }
        });
    }

    private static String member(JsonNode member) {
        return new Ledger.Member(
                        member.path("points").asLong(),
                        Long.parseLong(member.path("spend").asString().replace(".", "")),
                        member.path("visits").asLong(),
                        Long.parseLong(member.path("stored")
                                .path("principal")
                                .asString()
                                .replace(".", "")))
                .toString();
    }

    static String bill(JsonNode bill) {
        var words = new StringBuilder();
        for (var line : bill.path("lines")) {
            words.append(line.path("line").asInt()).append(' ');
            words.append(line.path("sku").asString()).append(' ');
            words.append(line.path("gross").asString()).append("; ");
        }
        words.append("member ").append(bill.path("member").path("no").asString("null"));
        words.append("; points ").append(bill.path("used").path("points").asLong());
        for (var tender : bill.path("tendered")) {
            words.append("; ").append(tender.path("index").asInt());
            words.append(' ').append(tender.path("type").asString());
            words.append(' ').append(tender.path("amount").asString());
        }
        return words.append("; due ").append(bill.path("due").asString()).toString();
    }

    /// What was paid by the text of a receipt, or paid back by that of a refund's.
    static String paid(String text) {
        var payable = PAYABLE.matcher(text);
        if (payable.find()) {
            return payable.group(1);
        }
        var recharged = RECHARGED.matcher(text);
        if (recharged.find()) {
            return recharged.group(1);
        }
        long back = REFUNDED.matcher(text)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1).replace(".", "")))
                .sum();
        return Ledger.yuan(back);
    }
}
