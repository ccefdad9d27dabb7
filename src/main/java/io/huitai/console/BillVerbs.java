package io.huitai.console;

import io.huitai.ledger.Holding;
import io.huitai.money.Quantity;
import io.huitai.shop.CardNumber;
import io.huitai.shop.Category;
import io.huitai.shop.Occasion;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.Service;
import io.huitai.shop.ServiceMode;
import io.huitai.shop.Sku;
import io.huitai.shop.TenderType;
import io.huitai.till.Desk;
import io.huitai.till.bill.Bills;
import io.huitai.till.bill.Kitchen;
import io.huitai.till.bill.OpenBill;
import io.huitai.till.bill.Readings;
import io.huitai.till.refund.Refunds;
import io.huitai.till.sale.Sales;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// The bill, its payment, and what comes back.
final class BillVerbs {
    private BillVerbs() {}

    static Map<String, Verb> all() {
        var verbs = new HashMap<String, Verb>();
        verbs.put("scan", BillVerbs::scan);
        verbs.put("swipe", BillVerbs::swipe);
        verbs.put("tap", BillVerbs::tap);
        verbs.put("drop-member", BillVerbs::dropMember);
        verbs.put("add", BillVerbs::add);
        verbs.put("set-qty", BillVerbs::setQty);
        verbs.put("service", BillVerbs::service);
        verbs.put("use", BillVerbs::use);
        verbs.put("bill", BillVerbs::bill);
        verbs.put("tender", BillVerbs::tender);
        verbs.put("void-tender", BillVerbs::voidTender);
        verbs.put("hold", BillVerbs::hold);
        verbs.put("recall", BillVerbs::recall);
        verbs.put("held", BillVerbs::held);
        verbs.put("void-bill", BillVerbs::voidBill);
        verbs.put("refund", BillVerbs::refund);
        return Map.copyOf(verbs);
    }

    static void putBill(Verb.Request request, Desk desk, ObjectNode answer) {
        answer.set("bill", Answers.bill(desk.bill().bills().view(), request.lang()));
    }

    static void putBill(Verb.Request request, OpenBill bill, ObjectNode answer) {
        answer.set("bill", Answers.bill(bill, request.lang()));
    }

    static void putMember(Verb.Request request, OpenBill bill, ObjectNode answer) {
        bill.member().ifPresent(member -> answer.set("member", Answers.member(member)));
        putBill(request, bill, answer);
    }

    private static void scan(Verb.Request request, Desk desk, ObjectNode answer) {
        var code = request.fields().text("code");
        request.fields().done();
        switch (desk.bill().readings().scan(code, Optional.empty(), request.proof())) {
            case Readings.Scanned.OfProduct scanned -> putBill(request, scanned.bill(), answer.put("kind", "product"));
            case Readings.Scanned.OfMember(var bill) -> putMember(request, bill, answer.put("kind", "member"));
            case Readings.Scanned.OfVoucher(var bill) -> putBill(request, bill, answer.put("kind", "voucher"));
            case Readings.Scanned.OfReceipt(var receipt) ->
                putBill(request, desk, answer.put("kind", "receipt").put("receipt", receipt.value()));
        }
    }

    private static void swipe(Verb.Request request, Desk desk, ObjectNode answer) {
        var track1 = request.fields().optionalText("track1");
        var track2 = request.fields().optionalText("track2");
        var track3 = request.fields().optionalText("track3");
        request.fields().done();
        putMember(request, desk.bill().readings().swipe(track1, track2, track3), answer);
    }

    private static void tap(Verb.Request request, Desk desk, ObjectNode answer) {
        var uid = request.fields().value("uid", hex -> new CardNumber(MemberVerbs.uid(hex)).value());
        request.fields().done();
        putMember(request, desk.bill().readings().tap(uid), answer);
    }

    private static void dropMember(Verb.Request request, Desk desk, ObjectNode answer) {
        request.fields().done();
        putBill(request, desk.bill().bills().dropMember(), answer);
    }

    private static void add(Verb.Request request, Desk desk, ObjectNode answer) {
        var fields = request.fields();
        var qty = fields.optionalQuantity("qty").orElse(Quantity.ONE);
        var flags = fields.has("flags")
                ? Optional.<Set<String>>of(new LinkedHashSet<>(fields.texts("flags")))
                : Optional.<Set<String>>empty();
        var note = fields.optionalText("note").orElse("");
        var memberPrice = fields.optionalAmount("memberPrice");
        if (fields.has("sku")) {
            var wish = new Kitchen.Wish(
                    fields.texts("modifiers"),
                    fields.values("choices", Sku::new),
                    fields.optionalAmount("price"),
                    fields.optionalText("unit"));
            var extras = new Bills.LineExtras(flags, note, memberPrice, wish);
            var sku = fields.value("sku", Sku::new);
            fields.done();
            putBill(request, desk.bill().bills().add(sku, qty, extras), answer);
        } else {
            var item = new Bills.OpenItem(
                    fields.text("name"), fields.value("category", Category::new), fields.amount("price"));
            fields.done();
            var extras = new Bills.LineExtras(flags, note, memberPrice, Kitchen.Wish.NONE);
            putBill(request, desk.bill().bills().add(item, qty, extras), answer);
        }
    }

    static int line(Fields fields, String name) {
        var line = fields.integer(name);
        if (line < 1 || line > Integer.MAX_VALUE) {
            throw fields.bad(name, Wrong.NOT_LINE);
        }
        return (int) line;
    }

    private static void setQty(Verb.Request request, Desk desk, ObjectNode answer) {
        var line = line(request.fields(), "line");
        var qty = request.fields().quantity("qty");
        request.fields().done();
        putBill(request, desk.bill().bills().setQty(line, qty, request::approval), answer);
    }

    private static void service(Verb.Request request, Desk desk, ObjectNode answer) {
        var fields = request.fields();
        var before = desk.bill().bills().service();
        var adults = fields.optionalInteger("adults").orElse(before.adults());
        if (adults < 0 || adults > 10_000) {
            throw fields.bad("adults", Wrong.NOT_GUESTS);
        }
        var service = new Service(
                fields.optionalWord("service", ServiceMode::of).orElse(before.mode()),
                (int) adults,
                fields.isNull("event")
                        ? Optional.empty()
                        : fields.optionalWord("event", Occasion::of).or(before::occasion),
                fields.optionalText("table").orElse(before.table()),
                fields.optionalText("room").orElse(before.room()),
                fields.optionalText("note").orElse(before.note()));
        fields.done();
        putBill(request, desk.bill().bills().service(service), answer);
    }

    private static void use(Verb.Request request, Desk desk, ObjectNode answer) {
        var use = QuoteRequest.use(request.fields(), desk.programme());
        putBill(request, desk.bill().bills().use(use, request.proof()), answer);
    }

    private static void bill(Verb.Request request, Desk desk, ObjectNode answer) {
        request.fields().done();
        putBill(request, desk, answer);
    }

    private static void tender(Verb.Request request, Desk desk, ObjectNode answer) {
        var fields = request.fields();
        var payment = new Sales.Payment(
                fields.word("type", TenderType::of),
                fields.optionalAmount("amount"),
                fields.optionalText("reference").orElse(""),
                fields.optionalText("room"),
                fields.optionalText("guest"),
                fields.optionalText("company"));
        fields.done();
        var tendered = desk.sale().sales().tender(payment, request.proof());
        answer.put("due", tendered.due().toString());
        answer.put("change", tendered.change().toString());
        tendered.completed().ifPresent(completed -> answer.set("receipt", Answers.receipt(completed)));
    }

    private static void voidTender(Verb.Request request, Desk desk, ObjectNode answer) {
        var index =
                request.fields().has("index") ? OptionalInt.of(line(request.fields(), "index")) : OptionalInt.empty();
        request.fields().done();
        desk.sale().sales().voidTender(index, request::approval);
        putBill(request, desk, answer);
    }

    private static void hold(Verb.Request request, Desk desk, ObjectNode answer) {
        var label = request.fields().optionalText("label");
        request.fields().done();
        desk.bill().held().hold(label);
        putBill(request, desk, answer);
        putHeld(desk, answer);
    }

    private static void recall(Verb.Request request, Desk desk, ObjectNode answer) {
        var label = request.fields().optionalText("label");
        request.fields().done();
        desk.bill().held().recall(label);
        putBill(request, desk, answer);
        putHeld(desk, answer);
    }

    private static void held(Verb.Request request, Desk desk, ObjectNode answer) {
        request.fields().done();
        putHeld(desk, answer);
    }

    private static void putHeld(Desk desk, ObjectNode answer) {
        var list = answer.putArray("held");
        for (var held : desk.bill().held().waiting()) {
            list.addObject()
                    .put("label", held.label())
                    .put("lines", held.lines())
                    .put("due", held.due().toString())
                    .put("member", held.member().orElse(null));
        }
    }

    private static void voidBill(Verb.Request request, Desk desk, ObjectNode answer) {
        var reason = request.fields().text("reason");
        request.fields().done();
        desk.bill().bills().voidBill(reason, request::approval);
    }

    /// What is to come back of a receipt; reads all fields of the request.
    static Refunds.Wish wish(Fields fields) {
        var receipt = fields.value("receipt", ReceiptNo::new);
        var lines = new LinkedHashMap<Integer, Quantity>();
        if (fields.has("lines")) {
            for (var each : fields.objects("lines")) {
                var line = line(each, "line");
                var qty = each.quantity("qty");
                each.done();
                if (lines.putIfAbsent(line, qty) != null) {
                    throw each.bad("line", Wrong.TWICE);
                }
            }
            if (lines.isEmpty()) {
                throw fields.bad("lines", Wrong.EMPTY);
            }
        }
        var wish = new Refunds.Wish(
                receipt,
                lines,
                fields.text("reason"),
                fields.optionalFlag("goodsBack").orElse(true));
        fields.done();
        return wish;
    }

    private static void refund(Verb.Request request, Desk desk, ObjectNode answer) {
        var refund = desk.refund().refunds().refund(wish(request.fields()), request::approval);
        var refunded = answer.putArray("refunded");
        refund.refunded()
                .forEach((type, amount) ->
                        refunded.addObject().put("type", type.code()).put("amount", amount.toString()));
        answer.putObject("points")
                .put("takenBack", refund.takenBack())
                .put("givenBack", refund.givenBack())
                .put("shortfall", refund.shortfall())
                .put("shortfallValue", refund.shortfallValue().toString());
        var vouchers = new LinkedHashMap<String, Long>();
        for (Holding holding : refund.vouchers()) {
            vouchers.merge(holding.asset().voucherType(), holding.amount(), Long::sum);
        }
        var back = answer.putArray("vouchers");
        vouchers.forEach((type, count) -> back.addObject().put("type", type).put("count", count));
        answer.putObject("receipt").put("no", refund.receipt().value());
    }
}
