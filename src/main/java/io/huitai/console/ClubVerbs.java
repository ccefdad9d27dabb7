package io.huitai.console;

import io.huitai.money.Quantity;
import io.huitai.programme.scheme.Ladder;
import io.huitai.shop.MemberNo;
import io.huitai.shop.TenderType;
import io.huitai.shop.Writing;
import io.huitai.till.Desk;
import io.huitai.till.Till;
import io.huitai.till.club.ClubEvents;
import io.huitai.till.club.RosterFile;
import java.util.Map;
import java.util.OptionalLong;
import tools.jackson.databind.node.ObjectNode;

/// What members have of their club beside bills: paid time, points passed on, turned and corrected, gifts, events,
/// and whole companies that join.
final class ClubVerbs {
    private ClubVerbs() {}

    static Map<String, Verb> all() {
        return Map.of(
                "subscribe", ClubVerbs::subscribe,
                "transfer-points", ClubVerbs::transferPoints,
                "turn-points", ClubVerbs::turnPoints,
                "reverse-points", ClubVerbs::reversePoints,
                "gifts", ClubVerbs::gifts,
                "redeem-gift", ClubVerbs::redeemGift,
                "check-in", ClubVerbs::checkIn,
                "attend-event", ClubVerbs::attendEvent);
    }

    private static void subscribe(Verb.Request request, Desk desk, ObjectNode answer) {
        var fields = request.fields();
        var no = fields.value("member", MemberNo::read);
        var tier = fields.text("tier");
        var period = fields.word("period", Ladder.Period::of);
        var tender = fields.optionalWord("tender", TenderType::of).orElse(TenderType.CASH);
        fields.done();
        var paid = desk.club().subscriptions().subscribe(no, tier, period, tender);
        answer.put("until", paid.until().toString());
        answer.putObject("receipt").put("no", paid.receipt().value());
    }

    private static void transferPoints(Verb.Request request, Desk desk, ObjectNode answer) {
        var fields = request.fields();
        var from = fields.value("from", MemberNo::read);
        var to = fields.value("to", MemberNo::read);
        var points = fields.integer("points");
        fields.done();
        var after = desk.club().points().transfer(from, to, points, request.proof());
        answer.putObject("from").put("no", from.value()).put("points", after.from());
        answer.putObject("to").put("no", to.value()).put("points", after.to());
    }

    private static void turnPoints(Verb.Request request, Desk desk, ObjectNode answer) {
        var fields = request.fields();
        var asked = OptionalLong.empty();
        if (!fields.isText("points")) {
            asked = OptionalLong.of(fields.integer("points"));
        } else if (!fields.text("points").equals("max")) {
            throw fields.bad("points", Wrong.WHOLE_OR_MAX);
        }
        fields.done();
        var turned = desk.club().points().turn(asked, request.proof());
        answer.set("vouchers", Answers.vouchers(turned.vouchers()));
        answer.put("points", turned.points());
    }

    private static void reversePoints(Verb.Request request, Desk desk, ObjectNode answer) {
        var fields = request.fields();
        var no = fields.value("member", MemberNo::read);
        var points = fields.integer("points");
        var reason = fields.text("reason");
        fields.done();
        answer.put("points", desk.club().points().reverse(no, points, reason, request::approval));
    }

    private static void gifts(Verb.Request request, Desk desk, ObjectNode answer) {
        request.fields().done();
        var list = answer.putArray("gifts");
        for (var gift : desk.club().gifts().catalogue()) {
            list.addObject()
                    .put("gift", gift.gift().value())
                    .put("name", gift.name().in(request.lang()))
                    .put("points", gift.points())
                    .put("stock", gift.stock());
        }
    }

    private static void redeemGift(Verb.Request request, Desk desk, ObjectNode answer) {
        var fields = request.fields();
        var gift = Writing.plain(fields.text("gift"));
        var qty = fields.optionalQuantity("qty").orElse(Quantity.ONE).thousandths();
        var whole = Quantity.ONE.thousandths();
        if (qty % whole != 0) {
            throw fields.bad("qty", Wrong.NOT_GIFTS);
        }
        fields.done();
        var redeemed = desk.club().gifts().redeem(gift, qty / whole, request.proof());
        answer.put("points", redeemed.points());
        answer.put("stock", redeemed.stock());
        answer.putObject("receipt").put("no", redeemed.receipt().value());
    }

    private static void checkIn(Verb.Request request, Desk desk, ObjectNode answer) {
        var no = request.fields().value("member", MemberNo::read);
        request.fields().optionalText("event"); // means something to attend-event alone
        request.fields().done();
        putAttended(desk.club().events().checkIn(no), answer);
    }

    private static void attendEvent(Verb.Request request, Desk desk, ObjectNode answer) {
        var no = request.fields().value("member", MemberNo::read);
        var event = request.fields().text("event");
        request.fields().done();
        putAttended(desk.club().events().attend(no, event), answer);
    }

    private static void putAttended(ClubEvents.Attended attended, ObjectNode answer) {
        answer.put("points", attended.points());
        answer.set("granted", Answers.vouchers(attended.granted()));
    }

    /// Reads the file on this thread and enrols its people some hundred at a time, so that the till does other work
    /// meanwhile.
    static void importRoster(Verb.Request request, Till till, ObjectNode answer) {
        var file = request.fields().text("file");
        request.fields().done();
        till.perform(desk -> desk.club().roster().isAsked()).join();
        var roster = RosterFile.read(file);
        var enrolling = till.perform(desk -> desk.club().roster().begin(roster, request::approval))
                .join();
        while (!till.perform(_ -> enrolling.step()).join().ended()) {
            // the next ones
        }
        var imported = enrolling.imported();
        answer.put("enrolled", imported.enrolled());
        var rejected = answer.putArray("rejected");
        for (var line : imported.rejected()) {
            rejected.addObject()
                    .put("row", line.row())
                    .put("code", line.code().name())
                    .put("text", line.text(request.lang()));
        }
    }
}
