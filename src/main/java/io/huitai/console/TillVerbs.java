package io.huitai.console;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.huitai.console.TradeWords.AboveZero;
import io.huitai.console.TradeWords.Secret;
import io.huitai.console.Verb.Nothing;
import io.huitai.money.Money;
import io.huitai.shop.Operator;
import io.huitai.shop.OperatorId;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.Role;
import io.huitai.shop.TenderType;
import io.huitai.store.HouseFigures;
import io.huitai.store.ShiftReport;
import io.huitai.till.Desk;
import io.huitai.till.paper.Receipts;
import io.huitai.till.shift.Shifts;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Operators, shift, drawer, reports, receipts, journal and clock.
final class TillVerbs {
    /// What may be seen of a report by who is to count the drawer: not what was taken, from which it would be known.
    private static final Set<String> SEEN_BLIND =
            Set.of("discounts", "points", "vouchers", "drawer", "bills", "voids", "overridden");

    private TillVerbs() {}

    static void putInto(Verb.Table<Desk> table) {
        var operators = table.at(Desk::operators);
        operators.put(
                "sign-in", SignIn.class, (asked, _, desk) -> InRole.of(desk.signIn(asked.operator, asked.pin.text())));
        operators.put("sign-out", SignOut.class, (_, _, desk) -> InRole.of(desk.signOut()));
        var shifts = table.at(desk -> desk.shift().shifts());
        shifts.put("open-shift", OpenShift.class, TillVerbs::openShift);
        shifts.put("close-shift", CloseShift.class, TillVerbs::closeShift);
        shifts.put("z-report", Nothing.class, (_, _, desk) -> Report.of(desk.z()));
        table.put("x-report", Nothing.class, TillVerbs::xReport);
        table.put("cash-in", Cash.class, TillVerbs::cashIn);
        table.put("cash-out", Cash.class, TillVerbs::cashOut);
        table.put("no-sale", NoSale.class, TillVerbs::noSale);
        var dayEnd = table.at(desk -> desk.shift().dayEnd());
        dayEnd.put("day-end", Nothing.class, (_, _, desk) -> Map.of("days", desk.run()));
        table.put("receipt", Print.class, TillVerbs::receipt);
        table.at(Desk::receipts).put("pre-bill", Nothing.class, (_, _, desk) -> PreBill.of(desk.preBill()));
        table.put("journal-verify", Nothing.class, (_, _, desk) -> desk.verifyJournal());
        table.put("clock", Clock.class, (asked, _, desk) -> new Clock(desk.setClock(asked.now)));
    }

    private record SignIn(OperatorId operator, Secret pin) {}

    private record InRole(Role role) {
        private static InRole of(Operator operator) {
            return new InRole(operator.role());
        }
    }

    /// Both may stand there and say nothing.
    private record SignOut(Optional<OperatorId> operator, Optional<Secret> pin) {}

    private record OpenShift(@JsonProperty("float") Money opening) {}

    private static Object openShift(OpenShift asked, Verb.Request request, Shifts desk) {
        return Map.of("shift", Integer.toString(desk.open(asked.opening)));
    }

    private record CloseShift(Map<String, Money> counted, Optional<String> reason) {}

    private static Object closeShift(CloseShift asked, Verb.Request request, Shifts desk) {
        var counted = new EnumMap<TenderType, Money>(TenderType.class);
        asked.counted.forEach((name, amount) -> counted.put(
                TenderType.of(name).orElseThrow(() -> new BadRequest("counted." + name, Wrong.NOT_TENDER)), amount));
        return desk.close(counted, asked.reason, request);
    }

    private record Report(
            @JsonUnwrapped ShiftReport report,
            @JsonUnwrapped HouseFigures house) {
        private static Report of(ShiftReport report) {
            return new Report(report, report.house().orElse(HouseFigures.NOTHING));
        }
    }

    private static Object xReport(Nothing asked, Verb.Request request, Desk desk) {
        var report = request.answer(Report.of(desk.shift().shifts().x()));
        if (isBlind(desk)) {
            report.propertyNames().stream()
                    .filter(name -> !SEEN_BLIND.contains(name))
                    .toList()
                    .forEach(report::putNull);
            report.withObject("drawer").putNull("expected");
        }
        return report;
    }

    @JsonPropertyOrder({"sales", "refunds", "net"})
    @JsonIgnoreProperties({"shift", "businessDay", "closed", "house"})
    interface OfReport {
        @JsonProperty("net")
        Money net();
    }

    @JsonIgnoreProperties("approvedIn")
    interface OfDrawer {
        @JsonProperty("float")
        Money opening();
    }

    /// A training store's console tells everybody everything.
    private static boolean isBlind(Desk desk) {
        return !desk.isTraining() && desk.shift().shifts().countsBlind();
    }

    private record Cash(AboveZero amount, String reason) {}

    private static Object cashIn(Cash asked, Verb.Request request, Desk desk) {
        var drawer = desk.shift().shifts().cashIn(asked.amount.amount(), asked.reason, request);
        return drawer(drawer, request, desk);
    }

    private static Object cashOut(Cash asked, Verb.Request request, Desk desk) {
        var drawer = desk.shift().shifts().cashOut(asked.amount.amount(), asked.reason, request);
        return drawer(drawer, request, desk);
    }

    private record NoSale(Optional<Money> amount, String reason) {}

    private static Object noSale(NoSale asked, Verb.Request request, Desk desk) {
        return drawer(desk.shift().shifts().noSale(asked.reason, request), request, desk);
    }

    private static Object drawer(ShiftReport.Drawer drawer, Verb.Request request, Desk desk) {
        var shown = request.answer(drawer);
        return Map.of("drawer", isBlind(desk) ? shown.putNull("expected") : shown);
    }

    enum Form {
        TEXT,
        ESCPOS,
        PNG;

        static Optional<Form> of(String word) {
            return Arrays.stream(values())
                    .filter(form -> form.name().equalsIgnoreCase(word))
                    .findFirst();
        }
    }

    private record Print(Optional<ReceiptNo> no, Optional<Form> form) {}

    private record Printed(ReceiptNo no, Form form, String body, int copy) {}

    private static Printed receipt(Print asked, Verb.Request request, Desk desk) {
        var form = asked.form.orElse(Form.TEXT);
        var page = desk.receipts().print(asked.no);
        var base64 = Base64.getEncoder();
        var body = switch (form) {
            case TEXT -> page.text();
            case ESCPOS -> base64.encodeToString(page.paper().escPos());
            case PNG -> base64.encodeToString(page.paper().png());
        };
        return new Printed(page.no(), form, body, page.copy());
    }

    /// The open bill for the table, before it is paid.
    private record PreBill(String form, String body) {
        private static PreBill of(Receipts.Slip slip) {
            return new PreBill("text", slip.text());
        }
    }

    private record Clock(OffsetDateTime now) {}
}
