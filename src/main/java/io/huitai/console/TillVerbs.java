package io.huitai.console;

import io.huitai.money.Money;
import io.huitai.shop.OperatorId;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.TenderType;
import io.huitai.store.ShiftReport;
import io.huitai.till.Desk;
import io.huitai.till.refund.Buyers;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Operators, shift, drawer, reports, receipts, journal and clock.
final class TillVerbs {
    private TillVerbs() {}

    static Map<String, Verb> all() {
        return Map.ofEntries(
                Map.entry("sign-in", TillVerbs::signIn),
                Map.entry("sign-out", TillVerbs::signOut),
                Map.entry("open-shift", TillVerbs::openShift),
                Map.entry("close-shift", TillVerbs::closeShift),
                Map.entry("x-report", TillVerbs::xReport),
                Map.entry("z-report", TillVerbs::zReport),
                Map.entry("cash-in", TillVerbs::cashIn),
                Map.entry("cash-out", TillVerbs::cashOut),
                Map.entry("no-sale", TillVerbs::noSale),
                Map.entry("receipt", TillVerbs::receipt),
                Map.entry("pre-bill", TillVerbs::preBill),
                Map.entry("fapiao", TillVerbs::fapiao),
                Map.entry("journal-verify", TillVerbs::journalVerify),
                Map.entry("clock", TillVerbs::clock));
    }

    private static void signIn(Verb.Request request, Desk desk, ObjectNode answer) {
        var operator = request.fields().value("operator", OperatorId::new);
        var pin = request.fields().text("pin");
        request.fields().done();
        answer.put("role", desk.operators().signIn(operator, pin).role().code());
    }

    private static void signOut(Verb.Request request, Desk desk, ObjectNode answer) {
        request.fields().optionalValue("operator", OperatorId::new); // may stand there, says nothing
        request.fields().optionalText("pin");
        request.fields().done();
        answer.put("role", desk.operators().signOut().role().code());
    }

    private static void openShift(Verb.Request request, Desk desk, ObjectNode answer) {
        var opening = request.fields().amount("float");
        request.fields().done();
        answer.put("shift", Integer.toString(desk.shift().shifts().open(opening)));
    }

    private static void closeShift(Verb.Request request, Desk desk, ObjectNode answer) {
        var counted = new EnumMap<TenderType, Money>(TenderType.class);
        var fields = request.fields().object("counted");
        for (var name : fields.names()) {
            var type = TenderType.of(name).orElseThrow(() -> fields.bad(name, Wrong.NOT_TENDER));
            counted.put(type, fields.amount(name));
        }
        var reason = request.fields().optionalText("reason");
        request.fields().done();
        var closed = desk.shift().shifts().close(counted, reason, request::approval);
        answer.set("expected", Answers.amounts(closed.expected()));
        answer.set("counted", Answers.amounts(closed.counted()));
        answer.set("over", Answers.amounts(closed.over()));
    }

    private static void xReport(Verb.Request request, Desk desk, ObjectNode answer) {
        request.fields().done();
        if (isBlind(desk)) {
            Answers.blindReport(desk.shift().shifts().x(), answer);
        } else {
            Answers.report(desk.shift().shifts().x(), answer);
        }
    }

    /// A training store's console tells everybody everything.
    private static boolean isBlind(Desk desk) {
        return !desk.isTraining() && desk.shift().shifts().countsBlind();
    }

    private static ObjectNode drawer(Desk desk, ShiftReport.Drawer drawer) {
        return isBlind(desk) ? Answers.blindDrawer(drawer) : Answers.drawer(drawer);
    }

    private static void zReport(Verb.Request request, Desk desk, ObjectNode answer) {
        request.fields().done();
        Answers.report(desk.shift().shifts().z(), answer);
    }

    private static void cashIn(Verb.Request request, Desk desk, ObjectNode answer) {
        var amount = request.fields().amountAboveZero("amount");
        var reason = request.fields().text("reason");
        request.fields().done();
        answer.set("drawer", drawer(desk, desk.shift().shifts().cashIn(amount, reason, request::approval)));
    }

    private static void cashOut(Verb.Request request, Desk desk, ObjectNode answer) {
        var amount = request.fields().amountAboveZero("amount");
        var reason = request.fields().text("reason");
        request.fields().done();
        answer.set("drawer", drawer(desk, desk.shift().shifts().cashOut(amount, reason, request::approval)));
    }

    private static void noSale(Verb.Request request, Desk desk, ObjectNode answer) {
        request.fields().optionalAmount("amount");
        var reason = request.fields().text("reason");
        request.fields().done();
        answer.set("drawer", drawer(desk, desk.shift().shifts().noSale(reason, request::approval)));
    }

    private enum Form {
        TEXT,
        ESCPOS,
        PNG;

        static Optional<Form> of(String word) {
            return Arrays.stream(values())
                    .filter(form -> form.name().equalsIgnoreCase(word))
                    .findFirst();
        }
    }

    private static void receipt(Verb.Request request, Desk desk, ObjectNode answer) {
        var no = request.fields().optionalValue("no", ReceiptNo::new);
        var form = request.fields().optionalWord("form", Form::of).orElse(Form.TEXT);
        request.fields().done();
        var page = desk.receipts().print(no);
        var base64 = Base64.getEncoder();
        answer.put("no", page.no().value());
        answer.put("form", form.name().toLowerCase(Locale.ROOT));
        answer.put(
                "body",
                switch (form) {
                    case TEXT -> page.text();
                    case ESCPOS -> base64.encodeToString(page.paper().escPos());
                    case PNG -> base64.encodeToString(page.paper().png());
                });
        answer.put("copy", page.copy());
    }

    /// The open bill for the table, before it is paid.
    private static void preBill(Verb.Request request, Desk desk, ObjectNode answer) {
        request.fields().done();
        answer.put("form", "text").put("body", desk.receipts().preBill().text());
    }

    /// Asks for the tax invoice of a receipt.
    private static void fapiao(Verb.Request request, Desk desk, ObjectNode answer) {
        var fields = request.fields();
        var receipt = fields.optionalValue("receipt", ReceiptNo::new);
        var taxNumber = fields.optionalText("taxNumber").orElse("");
        var title = fields.text("title");
        fields.done();
        var fapiao = desk.refund().fapiaos().request(receipt, Buyers.of(title, taxNumber));
        answer.put("receipt", fapiao.receipt().value())
                .put("amount", fapiao.amount().toString());
        var rows = answer.putArray("rows");
        for (var row : fapiao.rows()) {
            rows.addObject()
                    .put("rate", row.rate().toString())
                    .put("amount", row.amount().toString())
                    .put("tax", row.tax().toString());
        }
    }

    private static void journalVerify(Verb.Request request, Desk desk, ObjectNode answer) {
        request.fields().done();
        var verified = desk.verifyJournal();
        answer.put("entries", verified.entries());
        answer.put("head", verified.head());
        answer.put("intact", verified.intact());
        verified.first()
                .ifPresentOrElse(
                        damage -> answer.putObject("first")
                                .put("entry", damage.entry())
                                .put("why", damage.why()),
                        () -> answer.putNull("first"));
    }

    private static void clock(Verb.Request request, Desk desk, ObjectNode answer) {
        var now = request.fields().time("now");
        request.fields().done();
        answer.put("now", Answers.time(desk.setClock(now)));
    }
}
