package io.huitai.reckoning;

import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One thing wrong with a request, by chance: every code of the contract, and amounts that do not fit.
record Fault(Random random) {
    private static final String HUGE = "92233720368547758.07";
    private static final List<Consumer<ObjectNode>> OF_REQUEST = List.of(
            request -> request.put("programme", "no-such"),
            request -> request.remove("programme"),
            request -> request.put("programme", 7),
            request -> request.put("at", "2026-05-01T12:30:00"),
            request -> request.put("at", "2026-02-30T12:30:00+08:00"),
            request -> request.remove("at"),
            request -> request.put("hat", 1),
            request -> request.remove("bill"),
            request -> request.putArray("bill"),
            request -> request.putObject("outlet").put("kind", "palace"),
            request -> request.putObject("outlet").put("colour", "red"),
            request -> request.putObject("member").put("tier", "iron"),
            request -> request.putObject("member").put("tier", 1),
            request -> request.putObject("member").put("rank", "gold"),
            request -> request.put("member", "gold"),
            request -> bill(request).put("service", "fast"),
            request -> bill(request).put("event", "funeral"),
            request -> bill(request).put("table", "7"),
            request -> bill(request).put("adults", "two"),
            request -> bill(request).remove("lines"),
            request -> bill(request).putObject("lines"),
            request -> request.putObject("use").put("points", -1),
            request -> request.putObject("use").put("points", "all"),
            request -> request.putObject("use").put("points", 1.5),
            request -> request.putObject("use").put("coins", 1),
            request -> asking(request).put("type", "no-such").put("count", 1),
            request -> asking(request).put("count", 1),
            request -> asking(request).put("count", 0),
            request -> request.putObject("member").putObject("vouchers").put("no-such", 1));
    private static final List<Consumer<ObjectNode>> OF_LINE = List.of(
            line -> line.put("price", "10.005"),
            line -> line.put("price", "-1.00"),
            line -> line.put("price", "1e3"),
            line -> line.put("price", ""),
            line -> line.put("price", "abc"),
            line -> line.put("price", 10),
            line -> line.remove("price"),
            line -> line.put("price", "99999999999999999999"),
            line -> line.put("price", HUGE).put("qty", "2"),
            line -> line.put("price", HUGE).put("qty", "1"),
            line -> line.put("price", "46116860184273879.04").put("qty", "2"),
            line -> line.put("price", "46116860184273879.03").put("qty", "2"),
            line -> line.put("price", "30000000000000000.00").put("qty", "3"),
            line -> line.put("qty", "0"),
            line -> line.put("qty", "0.000"),
            line -> line.put("qty", "-1"),
            line -> line.put("qty", "1.0005"),
            line -> line.put("qty", "1,5"),
            line -> line.put("qty", 1),
            line -> line.remove("qty"),
            line -> line.remove("sku"),
            line -> line.remove("category"),
            line -> line.put("category", 3),
            line -> line.put("memberPrice", "1.999"),
            line -> line.put("memberPrice", "-0.01"),
            line -> line.put("memberPrice", 5),
            line -> line.put("colour", "red"),
            line -> line.put("flags", "special"),
            line -> line.putArray("flags").add(1));

    void into(ObjectNode request) {
        var lines = (ArrayNode) bill(request).get("lines");
        if (lines.isEmpty() || random.nextInt(3) == 0) {
            OF_REQUEST.get(random.nextInt(OF_REQUEST.size())).accept(request);
        } else {
            var line = (ObjectNode) lines.get(random.nextInt(lines.size()));
            OF_LINE.get(random.nextInt(OF_LINE.size())).accept(line);
        }
    }

    private static ObjectNode bill(ObjectNode request) {
        return (ObjectNode) request.get("bill");
    }

    private static ObjectNode asking(ObjectNode request) {
        return request.putObject("use").putArray("vouchers").addObject();
    }
}
