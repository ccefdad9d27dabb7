package io.huitai.console;

import io.huitai.shop.TenderType;
import io.huitai.till.Desk;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// Verbs of ours beyond the contract, in its manners: what comes back beside refunds, and rooms that are left late.
final class HouseVerbs {
    private HouseVerbs() {}

    static Map<String, Verb> all() {
        return Map.of(
                "exchange", HouseVerbs::exchange,
                "take-back", HouseVerbs::takeBack,
                "late-checkout", HouseVerbs::lateCheckOut);
    }

    private static void exchange(Verb.Request request, Desk desk, ObjectNode answer) {
        var wish = BillVerbs.wish(request.fields());
        var slip = desk.refund().returns().exchange(wish, request::approval);
        answer.putObject("receipt").put("no", slip.value());
    }

    private static void lateCheckOut(Verb.Request request, Desk desk, ObjectNode answer) {
        var line = BillVerbs.line(request.fields(), "line");
        request.fields().done();
        answer.set("bill", Answers.bill(desk.bill().lateCheckOut().charge(line), request.lang()));
    }

    private static void takeBack(Verb.Request request, Desk desk, ObjectNode answer) {
        var fields = request.fields();
        var goods = fields.text("goods");
        var amount = fields.amountAboveZero("amount");
        var tender = fields.optionalWord("tender", TenderType::of).orElse(TenderType.CASH);
        var reason = fields.text("reason");
        fields.done();
        var slip = desk.refund().returns().withoutReceipt(goods, amount, tender, reason, request::approval);
        answer.putObject("receipt").put("no", slip.value());
    }
}
