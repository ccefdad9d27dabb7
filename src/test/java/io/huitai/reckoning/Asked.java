package io.huitai.reckoning;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// A quote request, read by the words of the quote contract; what it does not allow is a [Refused].
record Asked(
        Scheme scheme,
        LocalDate day,
        String store,
        Optional<Guest> guest,
        String service,
        String event,
        List<Item> items,
        Count points,
        List<Wish> wishes) {

    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);
    private static final Pattern PRICE = Pattern.compile("[0-9]+(\\.[0-9]{1,2})?");
    private static final Pattern QUANTITY = Pattern.compile("[0-9]+(\\.[0-9]{1,3})?");

    record Item(
            int no,
            String sku,
            String category,
            BigInteger price,
            Optional<BigInteger> memberPrice,
            BigDecimal qty,
            Set<String> flags) {

        BigInteger times(BigInteger price) {
            return fits(new BigDecimal(price)
                    .multiply(qty)
                    .setScale(0, RoundingMode.HALF_UP)
                    .toBigIntegerExact());
        }

        boolean in(List<String> categories) {
            return categories.stream().anyMatch(this::in);
        }

        boolean in(String prefix) {
            return prefix.isEmpty() || category.equals(prefix) || category.startsWith(prefix + ".");
        }

        boolean has(List<String> any) {
            return any.stream().anyMatch(flags::contains);
        }

        /// 0 where the quantity is not whole.
        BigInteger units() {
            return qty.stripTrailingZeros().scale() <= 0 ? qty.toBigIntegerExact() : BigInteger.ZERO;
        }
    }

    record Guest(
            String tier,
            String kind,
            Optional<LocalDate> birthday,
            List<Lot> points,
            Map<String, List<Lot>> vouchers) {}

    record Lot(BigInteger count, Optional<LocalDate> from, Optional<LocalDate> expires, Optional<String> store) {
        boolean goodOn(LocalDate day) {
            return from.map(first -> !first.isAfter(day)).orElse(true)
                    && expires.map(last -> !last.isBefore(day)).orElse(true);
        }
    }

    /// A number, or as many as there may be.
    record Count(BigInteger number, boolean max) {
        BigInteger most(BigInteger possible) {
            return max ? possible : number.min(possible);
        }
    }

    record Wish(String type, Count count) {}

    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;
        final String code;

        Refused(String code, String about) {
            super(code + " " + about);
            this.code = code;
        }
    }

    static BigInteger fits(BigInteger fen) {
        if (fen.compareTo(MOST) > 0) {
            throw new Refused("OVERFLOW", fen.toString());
        }
        return fen;
    }

    static BigInteger total(List<Lot> lots) {
        return lots.stream().map(Lot::count).reduce(BigInteger.ZERO, BigInteger::add);
    }

    static Asked read(JsonNode json) {
        var root = new Part("", json);
        root.only("programme", "at", "outlet", "member", "bill", "use");
        var id = root.text("programme");
        var at = day(root);
        var bill = root.part("bill").orElseThrow(() -> root.bad("bill"));
        bill.only("service", "adults", "event", "lines");
        var scheme = Optional.ofNullable(Scheme.ALL.get(id)).orElseThrow(() -> new Refused("UNKNOWN_PROGRAMME", id));
        var outlet = root.part("outlet");
        outlet.ifPresent(part -> part.only("store", "kind"));
        outlet.ifPresent(part -> part.oneOf("kind", "restaurant", "hotel", "retail"));
        if (bill.json.has("adults")) {
            bill.whole("adults");
        }
        var use = root.part("use");
        use.ifPresent(part -> part.only("points", "vouchers"));
        return new Asked(
                scheme,
                at,
                outlet.flatMap(part -> part.optional("store")).orElse("S001"),
                root.part("member").map(part -> guest(part, scheme)),
                bill.oneOf("service", "dine-in", "takeaway", "room", "retail"),
                bill.oneOf("event", "birthday", "baby", "engagement", "wedding"),
                items(bill),
                use.map(part -> part.count("points", BigInteger.ZERO)).orElse(new Count(BigInteger.ZERO, false)),
                use.map(part -> wishes(part, scheme)).orElse(List.of()));
    }

    private static LocalDate day(Part root) {
        try {
            return OffsetDateTime.parse(root.text("at"))
                    .atZoneSameInstant(ZoneId.of("Asia/Shanghai"))
                    .toLocalDate();
        } catch (DateTimeParseException e) {
            throw root.bad("at");
        }
    }

    private static Guest guest(Part part, Scheme scheme) {
        part.only("tier", "birthday", "points", "vouchers", "kind", "visits", "spend", "joined");
        var tier = part.optional("tier")
                .or(() ->
                        scheme.tiers().size() == 1 ? Optional.of(scheme.tiers().getFirst()) : Optional.empty());
        var named = tier.orElseThrow(() -> part.bad("tier"));
        if (!scheme.tiers().contains(named)) {
            throw new Refused("UNKNOWN_TIER", named);
        }
        part.date("joined");
        part.optional("spend").ifPresent(spend -> amount(spend, PRICE, 2));
        return new Guest(
                named, part.optional("kind").orElse(""), part.date("birthday"), points(part), vouchers(part, scheme));
    }

    private static List<Lot> points(Part guest) {
        var node = guest.json.get("points");
        if (node != null && node.isArray()) {
            return guest.parts("points").stream()
                    .map(part -> lot(part, "points"))
                    .toList();
        }
        return node == null
                ? List.of()
                : List.of(new Lot(guest.whole("points"), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private static Lot lot(Part part, String number) {
        part.only(number, "type", "from", "expires", "store");
        return new Lot(part.whole(number), part.date("from"), part.date("expires"), part.optional("store"));
    }

    private static Map<String, List<Lot>> vouchers(Part guest, Scheme scheme) {
        var owned = new HashMap<String, List<Lot>>();
        var node = guest.json.get("vouchers");
        if (node != null && node.isArray()) {
            for (var part : guest.parts("vouchers")) {
                owned.computeIfAbsent(known(part.text("type"), scheme), _ -> new ArrayList<>())
                        .add(lot(part, "count"));
            }
        } else if (node != null) {
            var part = guest.part("vouchers").orElseThrow();
            for (var type : node.propertyNames()) {
                owned.put(
                        known(type, scheme),
                        List.of(new Lot(part.whole(type), Optional.empty(), Optional.empty(), Optional.empty())));
            }
        }
        return owned;
    }

    private static String known(String type, Scheme scheme) {
        if (!scheme.vouchers().containsKey(type)) {
            throw new Refused("UNKNOWN_VOUCHER", type);
        }
        return type;
    }

    private static List<Item> items(Part bill) {
        var items = new ArrayList<Item>();
        for (var part : bill.parts("lines")) {
            part.only("sku", "name", "category", "price", "memberPrice", "qty", "flags");
            var qty = amount(part.text("qty"), QUANTITY, 3);
            if (qty.signum() == 0) {
                throw new Refused("BAD_AMOUNT", "qty");
            }
            var item = new Item(
                    items.size() + 1,
                    part.text("sku"),
                    part.text("category"),
                    amount(part.text("price"), PRICE, 2),
                    part.optional("memberPrice").map(price -> amount(price, PRICE, 2)),
                    new BigDecimal(qty, 3),
                    part.texts("flags"));
            item.times(item.price());
            items.add(item);
        }
        return items;
    }

    private static BigInteger amount(String text, Pattern form, int places) {
        if (!form.matcher(text).matches()) {
            throw new Refused("BAD_AMOUNT", text);
        }
        return fits(new BigDecimal(text).movePointRight(places).toBigIntegerExact());
    }

    private static List<Wish> wishes(Part use, Scheme scheme) {
        if (!use.json.has("vouchers")) {
            return List.of();
        }
        var wishes = new ArrayList<Wish>();
        for (var part : use.parts("vouchers")) {
            part.only("type", "count");
            var count = part.count("count", BigInteger.ONE);
            if (!count.max && count.number.signum() <= 0) {
                throw part.bad("count");
            }
            wishes.add(new Wish(known(part.text("type"), scheme), count));
        }
        return wishes;
    }

    /// One object of the request, which knows its place in it.
    private record Part(String place, JsonNode json) {
        Part {
            if (!json.isObject()) {
                throw new Refused("BAD_REQUEST", place);
            }
        }

        Refused bad(String field) {
            return new Refused("BAD_REQUEST", place + "." + field);
        }

        void only(String... fields) {
            json.propertyNames().stream()
                    .filter(name -> !List.of(fields).contains(name))
                    .findFirst()
                    .ifPresent(name -> {
                        throw bad(name);
                    });
        }

        Optional<Part> part(String field) {
            return Optional.ofNullable(json.get(field))
                    .filter(node -> !node.isNull())
                    .map(node -> new Part(place + "." + field, node));
        }

        List<Part> parts(String field) {
            var node = json.get(field);
            if (node == null || !node.isArray()) {
                throw bad(field);
            }
            return node.valueStream()
                    .map(part -> new Part(place + "." + field, part))
                    .toList();
        }

        Set<String> texts(String field) {
            var node = json.get(field);
            if (node == null) {
                return Set.of();
            }
            if (!node.isArray() || !node.valueStream().allMatch(JsonNode::isString)) {
                throw bad(field);
            }
            return Set.copyOf(node.valueStream().map(JsonNode::asString).toList());
        }

        String text(String field) {
            return optional(field).orElseThrow(() -> bad(field));
        }

        Optional<String> optional(String field) {
            var node = json.get(field);
            if (node != null && !node.isNull() && !node.isString()) {
                throw bad(field);
            }
            return Optional.ofNullable(node).filter(JsonNode::isString).map(JsonNode::asString);
        }

        String oneOf(String field, String... words) {
            var word = optional(field);
            if (word.isPresent() && !List.of(words).contains(word.get())) {
                throw bad(field);
            }
            return word.orElse(field.equals("service") ? "dine-in" : "");
        }

        Optional<LocalDate> date(String field) {
            try {
                return optional(field).map(LocalDate::parse);
            } catch (DateTimeParseException e) {
                throw bad(field);
            }
        }

        BigInteger whole(String field) {
            var node = json.get(field);
            if (node == null || !node.isIntegralNumber()) {
                throw bad(field);
            }
            return node.bigIntegerValue();
        }

        Count count(String field, BigInteger absent) {
            var node = json.get(field);
            if (node == null || node.isNull()) {
                return new Count(absent, false);
            }
            var count = node.isString() && node.asString().equals("max")
                    ? new Count(BigInteger.ZERO, true)
                    : new Count(whole(field), false);
            if (count.number.signum() < 0) {
                throw bad(field);
            }
            return count;
        }
    }
}
