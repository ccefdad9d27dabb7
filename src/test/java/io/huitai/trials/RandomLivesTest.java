package io.huitai.trials;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.journal.feed.Feed;
import io.huitai.ledger.Posting;
import io.huitai.shop.Lang;
import io.huitai.shop.OutletKind;
import io.huitai.shop.StoreId;
import io.huitai.shop.TillId;
import io.huitai.till.QuickOperators;
import io.huitai.till.Till;
import io.huitai.till.settings.Opening;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Random lives of members on a real till: sales paid by everything there is, refunds in parts, recharges, transfers,
/// reversals, points turned into vouchers and gifts. The books are kept a second time here, from the journal's postings
/// alone: after each step nothing is below zero but what is owed, and the till shows what the books say.
class RandomLivesTest {
    private static final int LIVES = "full".equals(System.getProperty("huitai.trials")) ? 3_334 : 25;
    private static final long SEED = 20261124;
    private static final List<String> COUNTED = List.of("spend", "visits", "earned", "recharged", "card-paid");
    private static final Instant NOON = Instant.parse("2026-05-04T04:00:00Z");

    @TempDir
    Path disk;

    @ParameterizedTest
    @ValueSource(strings = {"owe", "deduct", "refuse"})
    void theBooksBalanceAndWhatIsReturnedLeavesTheStart(String shortfall) throws IOException {
        var store = disk.resolve("store");
        var shown = new TreeMap<String, JsonNode>();
        try (var till = open(store, shortfall)) {
            till.receive(Feed.HEAD_OFFICE, List.of(QuickOperators.sent()), "1");
            var counter = TillHere.on(till, Lang.ZH);
            counter.signIn();
            counter.ok("open-shift", "float", "1000.00");
            for (var life = 0; life < LIVES; life++) {
                shown.putAll(new Life(till, counter, SEED + life, shortfall).live());
            }
        }
        try (var till = open(replayed(store), shortfall)) {
            var counter = TillHere.on(till, Lang.ZH);
            shown.forEach((member, before) -> assertThat(info(counter, member))
                    .as("%s of %s, replayed", member, shortfall)
                    .isEqualTo(before));
        }
    }

    private Till open(Path store, String shortfall) throws IOException {
        var programme = disk.resolve("lives.yaml");
        try (var text = RandomLivesTest.class.getResourceAsStream("/programmes/lives.yaml")) {
            var yaml = new String(text.readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(programme, yaml.replace("SHORTFALL", shortfall));
        }
        var opening = new Opening(
                store,
                new StoreId("S001"),
                new TillId("T1"),
                OutletKind.HOTEL,
                programme.toString(),
                Lang.ZH,
                false,
                Optional.of(NOON));
        return Till.open(opening, InstantSource.system());
    }

    /// The same store directory without its view of the journal.
    private Path replayed(Path store) throws IOException {
        var copy = disk.resolve("replayed");
        Folders.copyWithWhatIsOutside(store, copy);
        try (var files = Files.newDirectoryStream(copy, "store.*")) {
            for (var file : files) {
                Files.delete(file);
            }
        }
        return copy;
    }

    private static JsonNode info(TillHere counter, String member) {
        return counter.ok("member-info", "no", member).path("member");
    }

    /// One life: two members, some twenty steps, and at last all sales returned.
    private static final class Life {
        private final Till till;
        private final TillHere counter;
        private final Random random;
        private final String name;
        private final String shortfall;
        private final List<String> members = new ArrayList<>();
        private final List<String> receipts = new ArrayList<>();
        private final Map<String, TreeMap<String, Long>> books = new TreeMap<>();
        private long read;

        Life(Till till, TillHere counter, long seed, String shortfall) {
            this.till = till;
            this.counter = counter;
            this.random = new Random(seed);
            this.name = "seed " + seed + ", " + shortfall;
            this.shortfall = shortfall;
            this.read = till.journal().entries();
        }

        Map<String, JsonNode> live() {
            for (var i = 0; i < 2; i++) {
                var phone = "13%09d".formatted(till.journal().entries());
                members.add(counter.ok("enrol", "name", "客" + i, "phone", phone)
                        .path("member")
                        .path("no")
                        .asString());
            }
            recharge(members.getFirst());
            give(members.getFirst(), 500);
            boughtAndReturned();
            for (var step = 6 + random.nextInt(12); step > 0; step--) {
                step();
                keepBooks();
            }
            returnAll();
            var shown = new TreeMap<String, JsonNode>();
            members.forEach(member -> shown.put(member, compared(member)));
            return shown;
        }

        private void step() {
            var member = members.get(random.nextInt(2));
            switch (random.nextInt(9)) {
                case 0 -> recharge(member);
                case 1, 2, 3 -> sell(member);
                case 4 -> refund();
                case 5 ->
                    ask("transfer-points", "from", member, "to", other(member), "points", 1 + random.nextInt(200));
                case 6 ->
                    ask(
                            "reverse-points",
                            "member",
                            member,
                            "points",
                            random.nextInt(400) - 150,
                            "reason",
                            "更正",
                            "approval",
                            Json.approval());
                case 7 -> onABill(member, "turn-points", "points", 100 * (1 + random.nextInt(3)));
                default -> onABill(member, "redeem-gift", "gift", "cup", "qty", "1");
            }
        }

        private void give(String member, long points) {
            counter.ok(
                    "reverse-points", "member", member, "points", points, "reason", "补", "approval", Json.approval());
        }

        /// Sales returned in parts, the latest first, leave every lot as it was.
        private void boughtAndReturned() {
            onABill(members.getFirst(), "turn-points", "points", 200);
            keepBooks();
            var start = new TreeMap<>(books.get(members.getFirst()));
            for (var sales = 1 + random.nextInt(3); sales > 0; sales--) {
                sell(members.getFirst());
            }
            for (var receipt : receipts.reversed()) {
                refund(receipt, List.of(Json.object("line", 1, "qty", "1")));
                refund(receipt, null);
            }
            keepBooks();
            assertThat(books.get(members.getFirst())).as(name).isEqualTo(start);
            receipts.clear();
        }

        private String other(String member) {
            return members.get(members.indexOf(member) == 0 ? 1 : 0);
        }

        /// Whatever the till says to it; what it refuses moves nothing, as the books will tell.
        private ObjectNode ask(String verb, Object... fields) {
            return counter.answer(Json.request(verb, fields));
        }

        private void onABill(String member, String verb, Object... fields) {
            counter.ok("member", "no", member);
            ask(verb, fields);
            counter.ok("void-bill", "reason", "试");
        }

        private void recharge(String member) {
            counter.ok("recharge", "member", member, "amount", amount(30_000), "tender", "card");
        }

        private String amount(int most) {
            var fen = 100 + random.nextInt(most);
            return "%d.%02d".formatted(fen / 100, fen % 100);
        }

        private void sell(String member) {
            counter.ok("member", "no", member);
            for (var lines = 1 + random.nextInt(4); lines > 0; lines--) {
                counter.ok(
                        "add",
                        "name",
                        "菜",
                        "category",
                        "food",
                        "price",
                        amount(9_000),
                        "qty",
                        Integer.toString(1 + random.nextInt(3)));
            }
            if (random.nextBoolean()) {
                var voucher = Json.object("type", "coupon5", "count", 1);
                counter.ok("use", "points", random.nextInt(2) == 0 ? "max" : 100, "vouchers", List.of(voucher));
            }
            if (random.nextInt(3) == 0) {
                ask("tender", "type", "cash", "amount", amount(4_000));
                if (random.nextInt(4) == 0) {
                    ask("void-tender");
                }
            }
            if (random.nextBoolean()) {
                ask("tender", "type", "stored", "amount", amount(8_000));
                if (random.nextInt(4) == 0) {
                    ask("void-tender");
                }
            }
            if (counter.ok("status").path("bill").isObject()) {
                counter.ok("tender", "type", "cash");
            }
            receipts.add(counter.ok("status").path("lastReceipt").asString());
        }

        private void refund() {
            if (!receipts.isEmpty()) {
                var receipt = receipts.get(random.nextInt(receipts.size()));
                refund(receipt, random.nextBoolean() ? List.of(Json.object("line", 1, "qty", "1")) : null);
            }
        }

        private void refund(String receipt, List<ObjectNode> lines) {
            ask("refund", "receipt", receipt, "lines", lines, "reason", "退", "approval", Json.approval());
        }

        /// Of what was bought nothing is left: no spend, no visit, and where nobody refuses no point earned.
        private void returnAll() {
            for (var receipt : receipts.reversed()) {
                refund(receipt, null);
            }
            keepBooks();
            if (!shortfall.equals("refuse")) {
                members.forEach(member -> {
                    var left = books.getOrDefault(member, new TreeMap<>());
                    var tallies = left.entrySet().stream()
                            .filter(held -> held.getKey().startsWith("spend|")
                                    || held.getKey().startsWith("visits|"))
                            .toList();
                    assertThat(tallies).as("%s: %s", name, left).isEmpty();
                });
            }
        }

        // The books

        private void keepBooks() {
            try (var entries = till.journal().facts(read + 1)) {
                for (var each = entries.iterator(); each.hasNext(); ) {
                    var recorded = each.next();
                    recorded.fact().postings().forEach(this::book);
                    read = recorded.number();
                }
            }
            for (var member : members) {
                books.getOrDefault(member, new TreeMap<>()).forEach((held, amount) -> {
                    if (isHeld(held)) {
                        assertThat(amount)
                                .as("%s: %s of %s", name, held, member)
                                .isPositive();
                    }
                });
                COUNTED.forEach(count ->
                        assertThat(sum(member, count)).as("%s: %s", name, count).isNotNegative());
            }
        }

        /// What can be spent; a count may fall on another day than it rose, and who owes has less than nothing.
        private static boolean isHeld(String held) {
            return COUNTED.stream().noneMatch(count -> held.startsWith(count + "|")) && !held.endsWith("|owed");
        }

        private void book(Posting posting) {
            move(posting.from().name(), posting, -posting.amount());
            move(posting.to().name(), posting, posting.amount());
        }

        private void move(String account, Posting posting, long amount) {
            if (account.startsWith("member:")) {
                var held = posting.asset().code() + "|" + posting.lot().id();
                books.computeIfAbsent(account.substring("member:".length()), _ -> new TreeMap<>())
                        .merge(held, amount, (before, more) -> before + more == 0 ? null : before + more);
            }
        }

        private long sum(String member, String asset) {
            return books.getOrDefault(member, new TreeMap<>()).entrySet().stream()
                    .filter(held -> held.getKey().startsWith(asset + "|"))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }

        /// What the till shows, which is what the books say.
        private JsonNode compared(String member) {
            var shown = info(counter, member);
            var vouchers = 0L;
            for (var held : shown.path("vouchers")) {
                vouchers += held.path("count").asLong();
            }
            assertThat(shown.path("points").asLong()).as(name).isEqualTo(sum(member, "points"));
            assertThat(vouchers).as(name).isEqualTo(sum(member, "voucher:coupon5"));
            assertThat(fen(shown.path("stored").path("principal"))).as(name).isEqualTo(sum(member, "principal"));
            assertThat(fen(shown.path("stored").path("bonus"))).as(name).isEqualTo(sum(member, "bonus"));
            assertThat(fen(shown.path("spend"))).as(name).isEqualTo(sum(member, "spend"));
            assertThat(shown.path("visits").asLong()).as(name).isEqualTo(sum(member, "visits"));
            return shown;
        }

        private static long fen(JsonNode amount) {
            return Long.parseLong(amount.asString().replace(".", ""));
        }
    }
}
