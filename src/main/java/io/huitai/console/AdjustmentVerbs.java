package io.huitai.console;

import io.huitai.money.Quantity;
import io.huitai.money.Rate;
import io.huitai.till.Desk;
import io.huitai.till.bill.Adjustments;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// What staff change of a bill by hand.
final class AdjustmentVerbs {
    private AdjustmentVerbs() {}

    static Map<String, Verb> all() {
        return Map.of(
                "price-override", AdjustmentVerbs::priceOverride,
                "discount", AdjustmentVerbs::discount,
                "void-line", AdjustmentVerbs::voidLine,
                "restore-line", AdjustmentVerbs::restoreLine,
                "split", AdjustmentVerbs::split);
    }

    private static void priceOverride(Verb.Request request, Desk desk, ObjectNode answer) {
        var fields = request.fields();
        var line = BillVerbs.line(fields, "line");
        var price = fields.amount("price");
        var reason = fields.text("reason");
        fields.done();
        BillVerbs.putBill(
                request, desk.bill().adjustments().overridePrice(line, price, reason, request::approval), answer);
    }

    /// `percent` "10" is ten percent off. `rounding` in its place drops an odd amount of the sum.
    private static void discount(Verb.Request request, Desk desk, ObjectNode answer) {
        var fields = request.fields();
        var line = fields.has("line") ? Optional.of(BillVerbs.line(fields, "line")) : Optional.<Integer>empty();
        var percent = fields.optionalValue("percent", AdjustmentVerbs::share);
        var amount = fields.optionalAmount("amount");
        var rounding = fields.optionalAmount("rounding");
        var reason = fields.optionalText("reason");
        fields.done();
        if (percent.isPresent() == amount.isPresent() && rounding.isEmpty()) {
            throw fields.bad("percent", Wrong.ONE_OF, "percent, amount");
        }
        if (rounding.isPresent() && (percent.isPresent() || amount.isPresent() || line.isPresent())) {
            throw fields.bad("rounding", Wrong.ALONE);
        }
        var bill = rounding.map(dropped -> desk.bill().adjustments().round(dropped, request::approval))
                .orElseGet(() -> desk.bill()
                        .adjustments()
                        .discount(
                                line,
                                percent.<Adjustments.Off>map(Adjustments.Off.Share::new)
                                        .orElseGet(() -> new Adjustments.Off.Amount(amount.orElseThrow())),
                                reason.orElseThrow(() -> fields.bad("reason", Wrong.MISSING)),
                                request::approval));
        BillVerbs.putBill(request, bill, answer);
    }

    private static Rate share(String percent) {
        var whole = Rate.parse(percent);
        if (whole.parts() % 100 != 0 || whole.parts() > 100 * Rate.WHOLE) {
            throw new NumberFormatException("'" + percent + "' is not a percentage of at most four decimals up to 100");
        }
        return new Rate(whole.parts() / 100);
    }

    /// `parts` makes equal ones; `lines` lists for each part numbers of lines, or objects of `line` and `qty`. One list
    /// alone names what leaves the bill.
    private static void split(Verb.Request request, Desk desk, ObjectNode answer) {
        var fields = request.fields();
        var parts = fields.optionalInteger("parts");
        var named = fields.optionalLists("lines");
        fields.done();
        if (parts.isPresent() == named.isPresent()) {
            throw fields.bad("parts", Wrong.ONE_OF, "parts, lines");
        }
        if (parts.isPresent() && (parts.getAsLong() < 2 || parts.getAsLong() > Integer.MAX_VALUE)) {
            throw fields.bad("parts", Wrong.NOT_BILLS);
        }
        var split = named.map(lists -> desk.bill().split().byLines(parts(lists)))
                .orElseGet(() -> desk.bill().split().equally((int) parts.getAsLong()));
        var bills = answer.putArray("bills");
        for (var part : split) {
            var bill = Answers.bill(part.bill(), request.lang());
            part.label().ifPresent(label -> bill.put("label", label));
            bills.add(bill);
        }
    }

    private static List<Map<Integer, Long>> parts(List<List<Fields>> lists) {
        var parts = new ArrayList<Map<Integer, Long>>();
        if (lists.size() == 1) {
            parts.add(Map.of());
        }
        for (var list : lists) {
            var part = new HashMap<Integer, Long>();
            for (var each : list) {
                var line = BillVerbs.line(each, "line");
                var qty =
                        each.optionalQuantity("qty").map(Quantity::thousandths).orElse(0L);
                each.done();
                if (part.put(line, qty) != null) {
                    throw each.bad("line", Wrong.TWICE);
                }
            }
            parts.add(part);
        }
        return parts;
    }

    private static void voidLine(Verb.Request request, Desk desk, ObjectNode answer) {
        var line = BillVerbs.line(request.fields(), "line");
        request.fields().optionalQuantity("qty");
        var reason = request.fields().optionalText("reason");
        request.fields().done();
        BillVerbs.putBill(request, desk.bill().adjustments().takeOff(line, reason, request::approval), answer);
    }

    private static void restoreLine(Verb.Request request, Desk desk, ObjectNode answer) {
        var line = BillVerbs.line(request.fields(), "line");
        request.fields().done();
        BillVerbs.putBill(request, desk.bill().bills().restoreLine(line), answer);
    }
}
