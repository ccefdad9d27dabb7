package io.huitai.console;

import io.huitai.shop.TenderType;
import io.huitai.till.Desk;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// What comes back beside refunds: verbs of ours, in the manners of the contract.
final class ReturnVerbs {
    private ReturnVerbs() {}

    static Map<String, Verb> all() {
        return Map.of("exchange", ReturnVerbs::exchange, "take-back", ReturnVerbs::takeBack);
    }

    private static void exchange(Verb.Request request, Desk desk, ObjectNode answer) {
        var wish = BillVerbs.wish(request.fields());
        var slip = desk.returns().exchange(wish, request::approval);
        answer.putObject("receipt").put("no", slip.value());
    }

    private static void takeBack(Verb.Request request, Desk desk, ObjectNode answer) {
        var fields = request.fields();
        var goods = fields.text("goods");
        var amount = fields.amountAboveZero("amount");
        var tender = fields.optionalWord("tender", TenderType::of).orElse(TenderType.CASH);
        var reason = fields.text("reason");
        fields.done();
        var slip = desk.returns().withoutReceipt(goods, amount, tender, reason, request::approval);
        answer.putObject("receipt").put("no", slip.value());
    }
}
