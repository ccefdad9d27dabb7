package io.huitai.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.huitai.console.TradeWords.LineNo;
import io.huitai.console.TradeWords.Secret;
import io.huitai.console.TradeWords.Varied;
import io.huitai.console.Verb.Nothing;
import io.huitai.console.Verb.Shown;
import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.money.Rate;
import io.huitai.shop.CardNumber;
import io.huitai.shop.Category;
import io.huitai.shop.Occasion;
import io.huitai.shop.Service;
import io.huitai.shop.ServiceMode;
import io.huitai.shop.Sku;
import io.huitai.till.Desk;
import io.huitai.till.bill.Adjustments;
import io.huitai.till.bill.BillDesk;
import io.huitai.till.bill.Bills;
import io.huitai.till.bill.HeldBills;
import io.huitai.till.bill.Kitchen;
import io.huitai.till.bill.OpenBill;
import io.huitai.till.bill.Readings.Scanned;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The bill, before it is paid.
final class BillVerbs {
    private BillVerbs() {}

    static void putInto(Verb.Table<Desk> table) {
        var all = table.at(Desk::bill);
        all.put("scan", Scan.class, BillVerbs::scan);
        all.put("swipe", Swipe.class, BillVerbs::swipe);
        var readings = table.at(desk -> desk.bill().readings());
        readings.put("tap", Tap.class, (asked, _, desk) -> Shown.member(Optional.empty(), desk.tap(asked.uid.card)));
        all.put("add", ObjectNode.class, BillVerbs::add);
        var bills = table.at(desk -> desk.bill().bills());
        bills.put("drop-member", Nothing.class, (_, _, desk) -> desk.dropMember());
        bills.put("set-qty", SetQty.class, (asked, by, desk) -> desk.setQty(asked.line.value(), asked.qty, by));
        bills.put("restore-line", OfLine.class, (asked, _, desk) -> desk.restoreLine(asked.line.value()));
        bills.put("service", Serving.class, BillVerbs::service);
        bills.put("bill", Nothing.class, (_, _, desk) -> desk.view());
        bills.put("void-bill", VoidBill.class, BillVerbs::voidBill);
        table.put("use", QuoteAsked.Wanted.class, BillVerbs::use);
        var held = table.at(desk -> desk.bill().held());
        held.put("hold", Labelled.class, (asked, _, desk) -> Held.of(desk.hold(asked.label), desk));
        held.put("recall", Labelled.class, (asked, _, desk) -> Held.of(desk.recall(asked.label), desk));
        held.put("held", Nothing.class, (_, _, desk) -> Map.of("held", desk.waiting()));
        var byHand = table.at(desk -> desk.bill().adjustments());
        byHand.put("price-override", PriceOverride.class, BillVerbs::overridePrice);
        byHand.put("discount", Discount.class, BillVerbs::discount);
        byHand.put(
                "void-line", VoidLine.class, (asked, by, desk) -> desk.takeOff(asked.line.value(), asked.reason, by));
        var rooms = table.at(desk -> desk.bill().lateCheckOut());
        rooms.put("late-checkout", OfLine.class, (asked, _, desk) -> desk.charge(asked.line.value()));
        all.put("split", Split.class, BillVerbs::split);
    }

    private record Scan(String code) {}

    private static Shown scan(Scan asked, Verb.Request request, BillDesk desk) {
        return switch (desk.readings().scan(asked.code, Optional.empty(), request.proof())) {
            case Scanned.OfProduct(var _, var bill) -> Shown.of("product", bill);
            case Scanned.OfMember(var bill) -> Shown.member(Optional.of("member"), bill);
            case Scanned.OfVoucher(var bill) -> Shown.of("voucher", bill);
            case Scanned.OfReceipt(var receipt) ->
                new Shown(
                        Optional.of("receipt"),
                        Optional.of(receipt),
                        Optional.empty(),
                        desk.bills().view());
        };
    }

    private record Swipe(Optional<Secret> track1, Optional<Secret> track2, Optional<Secret> track3) {}

    private static Shown swipe(Swipe asked, Verb.Request request, BillDesk desk) {
        return Shown.member(
                Optional.empty(),
                desk.readings()
                        .swipe(
                                asked.track1.map(Secret::text),
                                asked.track2.map(Secret::text),
                                asked.track3.map(Secret::text)));
    }

    private record Tap(Tapped uid) {}

    /// A contactless card at the till's reader.
    record Tapped(String card) {
        static Tapped of(String hex) {
            return new Tapped(new CardNumber(TradeWords.Uid.of(hex).hex()).value());
        }
    }

    private static OpenBill add(ObjectNode fields, Verb.Request request, BillDesk desk) {
        var sku = ConsoleJson.take(fields, "sku").map(text -> ConsoleJson.read("sku", text, Sku.class));
        return sku.isPresent()
                ? ConsoleJson.read("", fields, OfProduct.class).add(sku.get(), desk)
                : ConsoleJson.read("", fields, OpenItem.class).add(desk);
    }

    private record OfProduct(
            Optional<Quantity> qty,
            Optional<Set<String>> flags,
            Optional<String> note,
            Optional<Money> memberPrice,
            List<String> modifiers,
            List<Sku> choices,
            Optional<Money> price,
            Optional<String> unit) {
        private OpenBill add(Sku sku, BillDesk desk) {
            var wish = new Kitchen.Wish(modifiers, choices, price, unit);
            var extras = new Bills.LineExtras(flags, note.orElse(""), memberPrice, wish);
            return desk.bills().add(sku, qty.orElse(Quantity.ONE), extras);
        }
    }

    private record OpenItem(
            String name,
            Category category,
            Money price,
            Optional<Quantity> qty,
            Optional<Set<String>> flags,
            Optional<String> note,
            Optional<Money> memberPrice) {
        private OpenBill add(BillDesk desk) {
            var item = new Bills.OpenItem(name, category, price);
            var extras = new Bills.LineExtras(flags, note.orElse(""), memberPrice, Kitchen.Wish.NONE);
            return desk.bills().add(item, qty.orElse(Quantity.ONE), extras);
        }
    }

    private record SetQty(LineNo line, Quantity qty) {}

    /// What is absent stays as it is; `event` that is null is over.
    private record Serving(
            Optional<ServiceMode> service,
            Optional<Long> adults,
            Optional<Occasion> event,
            Optional<String> table,
            Optional<String> room,
            Optional<String> note) {}

    private static OpenBill service(Serving asked, Verb.Request request, Bills desk) {
        var before = desk.service();
        var adults = asked.adults.orElse((long) before.adults());
        if (adults < 0 || adults > 10_000) {
            throw new BadRequest("adults", Wrong.NOT_GUESTS);
        }
        var service = new Service(
                asked.service.orElse(before.mode()),
                adults.intValue(),
                request.names("event") ? asked.event : before.occasion(),
                asked.table.orElse(before.table()),
                asked.room.orElse(before.room()),
                asked.note.orElse(before.note()));
        return desk.service(service);
    }

    private static OpenBill use(QuoteAsked.Wanted asked, Verb.Request request, Desk desk) {
        return desk.bill().bills().use(asked.use("", desk.programme()), request.proof());
    }

    private record Labelled(Optional<String> label) {}

    private record Held(OpenBill bill, List<HeldBills.Held> held) {
        private static Held of(OpenBill bill, HeldBills desk) {
            return new Held(bill, desk.waiting());
        }
    }

    private record VoidBill(String reason) {}

    private static Nothing voidBill(VoidBill asked, Verb.Request request, Bills desk) {
        desk.voidBill(asked.reason, request);
        return new Nothing();
    }

    private record PriceOverride(LineNo line, Money price, String reason) {}

    private static OpenBill overridePrice(PriceOverride asked, Verb.Request request, Adjustments desk) {
        return desk.overridePrice(asked.line.value(), asked.price, asked.reason, request);
    }

    /// `percent` "10" is ten percent off. `rounding` in its place drops an odd amount of the sum.
    private record Discount(
            Optional<LineNo> line,
            Optional<Share> percent,
            Optional<Money> amount,
            Optional<Money> rounding,
            Optional<String> reason) {}

    private static OpenBill discount(Discount asked, Verb.Request request, Adjustments desk) {
        if (asked.percent.isPresent() == asked.amount.isPresent() && asked.rounding.isEmpty()) {
            throw new BadRequest("percent", Wrong.ONE_OF, "percent, amount");
        }
        if (asked.rounding.isPresent()) {
            if (asked.percent.isPresent() || asked.amount.isPresent() || asked.line.isPresent()) {
                throw new BadRequest("rounding", Wrong.ALONE);
            }
            return desk.round(asked.rounding.get(), request);
        }
        var off = asked.percent
                .<Adjustments.Off>map(share -> new Adjustments.Off.Share(share.rate))
                .orElseGet(() -> new Adjustments.Off.Amount(asked.amount.orElseThrow()));
        var reason = asked.reason.orElseThrow(() -> new BadRequest("reason", Wrong.MISSING));
        return desk.discount(asked.line.map(LineNo::value), off, reason, request);
    }

    record Share(Rate rate) {
        static Share of(String percent) {
            return new Share(TradeWords.percent(
                    percent, 100 * Rate.WHOLE, "is not a percentage of at most four decimals up to 100"));
        }
    }

    private record VoidLine(LineNo line, Optional<Quantity> qty, Optional<String> reason) {}

    private record OfLine(LineNo line) {}

    /// `parts` makes equal ones; `lines` lists for each part numbers of lines, or objects of `line` and `qty`. One list
    /// alone names what leaves the bill.
    private record Split(Optional<Long> parts, Optional<List<Varied>> lines) {
        private record Some(LineNo line, Optional<Quantity> qty) {}

        private record Part(
                @JsonUnwrapped BillAnswer bill,
                @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> label) {}

        private static List<Map<Integer, Long>> named(List<Varied> lists) {
            var flat = !lists.isEmpty() && !lists.getFirst().node().isArray();
            var parts = new ArrayList<Map<Integer, Long>>();
            if (flat || lists.size() == 1) {
                parts.add(Map.of());
            }
            for (var i = 0; i < lists.size(); i++) {
                if (!flat || i == 0) {
                    parts.add(new HashMap<>());
                }
                var path = "lines[" + i + "]";
                var list = lists.get(i).node();
                if (list.isArray()) {
                    var lines = ConsoleJson.read(path, list, Varied[].class);
                    for (var j = 0; j < lines.length; j++) {
                        name(path + "[" + j + "]", lines[j].node(), parts.getLast());
                    }
                } else {
                    name(path, list, parts.getLast());
                }
            }
            return parts;
        }

        private static void name(String path, JsonNode line, Map<Integer, Long> part) {
            var named = line.isIntegralNumber()
                    ? JsonNodeFactory.instance.objectNode().set("line", line)
                    : line;
            var some = ConsoleJson.read(path, named, Some.class);
            if (part.put(some.line.value(), some.qty.map(Quantity::thousandths).orElse(0L)) != null) {
                throw new BadRequest(path + ".line", Wrong.TWICE);
            }
        }
    }

    private static Object split(Split asked, Verb.Request request, BillDesk desk) {
        if (asked.parts.isPresent() == asked.lines.isPresent()) {
            throw new BadRequest("parts", Wrong.ONE_OF, "parts, lines");
        }
        if (asked.parts
                .filter(number -> number < 2 || number > Integer.MAX_VALUE)
                .isPresent()) {
            throw new BadRequest("parts", Wrong.NOT_BILLS);
        }
        var bills = asked.lines
                .map(lists -> desk.split().byLines(Split.named(lists)))
                .orElseGet(() -> desk.split().equally(asked.parts.orElseThrow().intValue()));
        return Map.of(
                "bills",
                bills.stream()
                        .map(part -> new Split.Part(BillAnswer.of(part.bill(), request.lang()), part.label()))
                        .toList());
    }
}
