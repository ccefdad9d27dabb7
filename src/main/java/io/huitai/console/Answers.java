package io.huitai.console;

import io.huitai.ledger.Holding;
import io.huitai.money.Money;
import io.huitai.shop.Lang;
import io.huitai.shop.Wording;
import io.huitai.shop.id.TierId;
import io.huitai.shop.id.VoucherTypeId;
import io.huitai.store.HouseFigures;
import io.huitai.store.ShiftReport;
import io.huitai.till.bill.OpenBill;
import io.huitai.till.member.MemberView;
import io.huitai.till.sale.Sales;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The shapes of the contract: bill, member, receipt, report.
final class Answers {
    private static final List<String> TAKINGS = List.of(
            "sales",
            "refunds",
            "net",
            "recharges",
            "fees",
            "tenders",
            "stored",
            "byHour",
            "byCategory",
            "taxes",
            "charges");

    private Answers() {}

    static ObjectNode bill(OpenBill bill, Lang lang) {
        var node = QuoteAnswer.of(bill.quote(), lang);
        var refused = (ArrayNode) node.get("refused");
        for (var each : bill.noRight()) {
            var what = each.type().map(VoucherTypeId::value).orElse("points");
            refused.addObject()
                    .put("what", what)
                    .put("count", each.count())
                    .put("code", "NO_RIGHT")
                    .put("text", Wording.of(Answers.class, lang).say("no-right"));
        }
        var rounding = bill.quote().sums().rounding();
        if (!rounding.isZero()) {
            node.putObject("rounding")
                    .put("rule", "rounding")
                    .put("text", Wording.of(Answers.class, lang).say("rounding"))
                    .put("amount", rounding.negated().toString());
        }
        node.put("due", bill.due().toString());
        var tendered = node.putArray("tendered");
        for (var tender : bill.tendered()) {
            tendered.addObject()
                    .put("index", tender.index())
                    .put("type", tender.type().code())
                    .put("amount", tender.amount().toString());
        }
        bill.member()
                .ifPresentOrElse(
                        member -> node.putObject("member")
                                .put("no", member.no().value())
                                .put("name", member.name())
                                .put("tier", member.tier().value()),
                        () -> node.putNull("member"));
        return node;
    }

    static ObjectNode member(MemberView member) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("no", member.no().value());
        node.put("name", member.name());
        node.put("phone", member.phoneMasked());
        node.put("tier", member.tier().value());
        node.put("status", member.status().name().toLowerCase(Locale.ROOT));
        node.put("points", member.points());
        var lots = node.putArray("lots");
        for (var lot : member.lots()) {
            var each = lots.addObject();
            each.put("points", lot.amount());
            putDate(each, "expires", lot.lot().expires());
            each.put("store", lot.lot().store());
        }
        node.put("spendable", member.spendable());
        node.set("vouchers", vouchers(member.vouchers()));
        node.putObject("stored")
                .put("principal", member.principal().toString())
                .put("bonus", member.bonus().toString());
        node.put("spend", member.spend().toString());
        node.put("visits", member.visits());
        node.set("cards", cards(member.cards()));
        node.put("joined", member.joined().toString());
        var receipts = node.putArray("receipts");
        for (var receipt : member.receipts()) {
            receipts.addObject()
                    .put("no", receipt.no().value())
                    .put("at", time(receipt.at()))
                    .put("paid", receipt.paid().toString());
        }
        return node;
    }

    static ArrayNode cards(List<MemberView.Card> cards) {
        var list = JsonNodeFactory.instance.arrayNode();
        for (var card : cards) {
            list.addObject().put("no", card.masked()).put("status", card.blocked() ? "blocked" : "active");
        }
        return list;
    }

    static ArrayNode vouchers(List<Holding> holdings) {
        record Kind(VoucherTypeId type, Optional<LocalDate> expires) {}
        var counts = new LinkedHashMap<Kind, Long>();
        for (var holding : holdings) {
            counts.merge(new Kind(holding.asset().voucherType(), holding.lot().expires()), holding.amount(), Long::sum);
        }
        var list = JsonNodeFactory.instance.arrayNode();
        counts.forEach((kind, count) -> {
            var each = list.addObject();
            each.put("type", kind.type().value());
            each.put("count", count);
            putDate(each, "expires", kind.expires());
        });
        return list;
    }

    private static void putDate(ObjectNode node, String name, Optional<LocalDate> date) {
        node.put(name, date.map(LocalDate::toString).orElse(null));
    }

    /// The receipt of a completed bill.
    static ObjectNode receipt(Sales.Completed completed) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("no", completed.receipt().value());
        node.put("journal", completed.entry());
        node.put("paid", completed.paid().toString());
        node.put("earned", completed.earned());
        node.put("points", completed.points());
        node.put("tier", completed.tier().map(TierId::value).orElse(null));
        node.set("granted", vouchers(completed.granted()));
        return node;
    }

    static void report(ShiftReport report, ObjectNode answer) {
        answer.put("sales", report.sales().toString());
        answer.put("refunds", report.refunds().toString());
        answer.put("net", report.net().toString());
        answer.put("recharges", report.recharges().toString());
        answer.put("fees", report.fees().toString());
        answer.set("tenders", amounts(report.tenders()));
        answer.set("discounts", amounts(report.discounts()));
        answer.putObject("points")
                .put("earned", report.points().earned())
                .put("used", report.points().used())
                .put("reversed", report.points().reversed())
                .put("expired", report.points().expired());
        answer.putObject("vouchers")
                .put("granted", report.vouchers().granted())
                .put("used", report.vouchers().used());
        answer.putObject("stored")
                .put("recharged", report.stored().recharged().toString())
                .put("bonus", report.stored().bonus().toString())
                .put("spent", report.stored().spent().toString());
        answer.set("drawer", drawer(report.drawer()));
        answer.set("byHour", amounts(report.byHour()));
        answer.set("byCategory", amounts(report.byCategory()));
        answer.put("bills", report.bills());
        answer.put("voids", report.voids());
        var house = report.house().orElse(HouseFigures.NOTHING);
        answer.set("taxes", amounts(house.taxes()));
        answer.set("charges", amounts(house.charges()));
        answer.put("overridden", house.overridden().toString());
    }

    /// The same for who is to count the drawer: without what was taken, from which it would be known.
    static void blindReport(ShiftReport report, ObjectNode answer) {
        report(report, answer);
        TAKINGS.forEach(answer::putNull);
        answer.set("drawer", blindDrawer(report.drawer()));
    }

    static ObjectNode blindDrawer(ShiftReport.Drawer drawer) {
        return drawer(drawer).putNull("expected");
    }

    static ObjectNode drawer(ShiftReport.Drawer drawer) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("float", drawer.opening().toString());
        node.put("in", drawer.in().toString());
        node.put("out", drawer.out().toString());
        node.put("expected", drawer.expected().toString());
        node.put("counted", drawer.counted().map(Money::toString).orElse(null));
        node.put("over", drawer.over().map(Money::toString).orElse(null));
        return node;
    }

    /// A moment with offset, its seconds always written.
    static String time(OffsetDateTime at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at);
    }

    static ObjectNode amounts(Map<String, Money> amounts) {
        var node = JsonNodeFactory.instance.objectNode();
        amounts.forEach((key, amount) -> node.put(key, amount.toString()));
        return node;
    }
}
