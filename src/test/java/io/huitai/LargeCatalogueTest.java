package io.huitai;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.headoffice.HeadOffice;
import io.huitai.journal.feed.Feed;
import io.huitai.journal.feed.FeedItem;
import io.huitai.journal.feed.FeedJson;
import io.huitai.money.Money;
import io.huitai.money.Rate;
import io.huitai.protocol.FeedRequestMessage;
import io.huitai.protocol.Protocol;
import io.huitai.protocol.client.Caller;
import io.huitai.protocol.client.HeadOfficeClient;
import io.huitai.protocol.client.Reply;
import io.huitai.shop.Category;
import io.huitai.shop.Dish;
import io.huitai.shop.Label;
import io.huitai.shop.Product;
import io.huitai.shop.Sku;
import io.huitai.shop.StoreId;
import io.huitai.shop.TillId;
import io.huitai.sync.CallingTill;
import io.huitai.sync.KnownHeadOffice;
import io.huitai.till.training.DemoData;
import io.huitai.till.training.TrainingStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A catalogue that does not fit in a frame or an answer of the feed comes down in parts, and stands once it is whole.
class LargeCatalogueTest {
    /// A third of what the launcher gives.
    private static final String HEAP = "-Xmx256m";

    /// More than a frame of the feed takes.
    private static final int PRODUCTS = "full".equals(System.getProperty("huitai.trials")) ? 100_000 : 60_000;

    @TempDir
    private Path disk;

    private Optional<HeadOffice> opened = Optional.empty();

    @AfterEach
    void close() {
        opened.ifPresent(HeadOffice::close);
    }

    /// In this process.
    private HeadOffice office() {
        return opened.orElseGet(() -> {
            var settings = new HeadOffice.Settings(
                    HeadOffice.embedded(disk.resolve("office")),
                    0,
                    tier -> TrainingStore.demoMembers(DemoData.read(), tier));
            opened = Optional.of(HeadOffice.open(settings, InstantSource.system()));
            return opened.get();
        });
    }

    @Test
    void aLargeCatalogueComesIntoATillOfASmallHeap() throws IOException, InterruptedException {
        var products = products(PRODUCTS, new Random(1));
        var file = disk.resolve("products");
        Files.write(
                file, products.stream().map(Protocol.json()::writeValueAsString).toList());
        var office = start(headOffice(file));
        try (var said = office.inputReader(StandardCharsets.UTF_8)) {
            var ready = String.valueOf(said.readLine());
            assertThat(ready).as(Files.readString(disk.resolve("log"))).startsWith("ready ");
            var address = ready.replace("ready ", "");
            var last = products.getLast();
            var answers = asked(
                    start("console", "--store", disk.resolve("till").toString(), "--head-office", address),
                    "{'do':'sync'}",
                    "{'do':'sign-in','operator':'1001','pin':'1111'}",
                    "{'do':'open-shift','float':'0.00'}",
                    "{'do':'scan','code':'%s'}".formatted(last.ean().orElseThrow()),
                    "{'do':'add','sku':'%s'}".formatted(products.getFirst().sku()),
                    "{'do':'tender','type':'cash'}");
            assertThat(answers)
                    .hasSize(6)
                    .allSatisfy(answer -> assertThat(answer).contains("\"ok\":true"));
            assertThat(answers.get(3)).contains(last.sku().value());
            try (var till = new Wiring(disk.resolve("till"), TillOptions.training("T1", URI.create(address)))) {
                assertThat(till.sync().received()).as("nothing comes twice").isZero();
                assertThat(till.till().catalogue().products()).isEqualTo(products);
            }
        } finally {
            office.destroyForcibly().waitFor();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "", "[]", "{", "{\"sku\":\"G1\"}"})
    void aFileThatHoldsSomethingElseIsRefusedInWords(String line) throws IOException, InterruptedException {
        var file = Files.writeString(disk.resolve("products"), line + "\n");
        assertThat(refused(file))
                .startsWith("--catalogue " + file + ", line 1: ")
                .doesNotContain("io.huitai", "Feature", "creator", "tools.jackson");
    }

    private String[] headOffice(Path catalogue) {
        var office = disk.resolve("office").toString();
        return new String[] {
            "head-office",
            "--training",
            "--embedded",
            "--dir",
            office,
            "--port",
            "0",
            "--catalogue",
            catalogue.toString()
        };
    }

    /// What a head office says that does not start for its catalogue.
    private String refused(Path file) {
        var said = new StringWriter();
        var ended = Huitai.commandLine().setErr(new PrintWriter(said)).execute(headOffice(file));
        assertThat(ended).isEqualTo(2);
        return said.toString();
    }

    @Test
    void aCatalogueHasProductsAndEachOnce() throws IOException {
        var demo = DemoData.read().products().stream()
                .limit(3)
                .map(product -> Protocol.json().writeValueAsString(product))
                .toList();
        var file = disk.resolve("products");

        Files.write(file, List.of(demo.get(0), demo.get(1), demo.get(0)));
        assertThat(refused(file)).contains(", line 3: sku ").contains(" stands twice");
        Files.write(file, List.of());
        assertThat(refused(file)).contains(" has no products");
    }

    /// Signs as the till does; whose answers it believes is another test's matter.
    private static Caller caller(Wiring wiring) {
        return new CallingTill(wiring.till().journal(), KnownHeadOffice.unknown(), InstantSource.system());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theOldCatalogueStandsUntilTheLastPartWhereverTheLineIsCut(long seed) throws Exception {
        var random = new Random(seed);
        var name = "seed " + seed;
        var stands = DemoData.read().products();
        var next = products(1_500 + random.nextInt(3_000), random);
        var wiring = till();
        try (var client = HeadOfficeClient.of(office().address(), Duration.ofSeconds(10), caller(wiring))) {
            wiring.sync(); // head office knows the till
            office().publish(next);
            for (var whole = false; !whole; ) {
                var till = wiring.till();
                var request = new FeedRequestMessage(
                        Protocol.VERSION,
                        new StoreId("S001"),
                        new TillId("T1"),
                        till.cursor(Feed.HEAD_OFFICE),
                        1 + random.nextInt(8));
                if (!(client.feed(request) instanceof Reply.Accepted<io.huitai.protocol.FeedMessage>(var feed))) {
                    throw new AssertionError(name);
                }
                assertThat(Protocol.json().writeValueAsBytes(feed)).as(name).hasSizeLessThan(Protocol.FEED_BYTES);
                var items = feed.items().stream().map(FeedJson::read).toList();
                till.receive(Feed.HEAD_OFFICE, items, feed.cursor());
                whole = items.stream().anyMatch(FeedItem::bringsCatalogue);
                stands = whole ? next : stands;
                assertThat(till.catalogue().products()).as(name).isEqualTo(stands);
                if (random.nextInt(3) == 0) {
                    wiring.close();
                    if (random.nextInt(3) == 0) {
                        Files.delete(disk.resolve("till").resolve("store.mv.db"));
                    }
                    wiring = till();
                    assertThat(wiring.till().catalogue().products()).as(name).isEqualTo(stands);
                }
                if (!whole && random.nextInt(8) == 0) {
                    next = products(1_500 + random.nextInt(3_000), random);
                    office().publish(next);
                }
            }
            office().publish(List.copyOf(next));
            assertThat(wiring.sync().received())
                    .as("the same once more, " + name)
                    .isZero();
            office().publish(next.subList(0, 1_500));
            wiring.sync();
            assertThat(wiring.till().catalogue().products()).as(name).isEqualTo(next.subList(0, 1_500));
        } finally {
            wiring.close();
        }
        Files.delete(disk.resolve("till").resolve("store.mv.db"));
        try (var again = till()) {
            assertThat(again.till().catalogue().products())
                    .as("built anew, " + name)
                    .isEqualTo(next.subList(0, 1_500));
        }
    }

    private Wiring till() {
        return new Wiring(disk.resolve("till"), TillOptions.training("T1", office().address()));
    }

    /// The program in a process of its own.
    private Process start(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                Huitai.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(disk.resolve("log").toFile())
                .start();
    }

    /// Asks a till and gives its answers.
    private List<String> asked(Process till, String... requests) throws IOException, InterruptedException {
        try (var in = till.getOutputStream()) {
            for (var request : requests) {
                in.write((request.replace('\'', '"') + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        var answers = new String(till.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(till.waitFor()).as(Files.readString(disk.resolve("log"))).isZero();
        return answers.lines().toList();
    }

    private static List<Product> products(int count, Random random) {
        var products = new ArrayList<Product>();
        for (var i = 0; i < count; i++) {
            var name = words(random, "有机冷榨山茶油原香浓缩鲜牛奶全脂手工桂花糯米藕粉礼盒装", 4 + random.nextInt(12));
            products.add(new Product(
                    new Sku("G%06d".formatted(i)),
                    Optional.of("69%011d".formatted(20_000_000_000L + i)),
                    name,
                    words(random, "abcdefghijklmnopqrstuvwxyz ", 10 + random.nextInt(40))
                            .strip(),
                    words(random, "abcdefghjklmnopqrstwxyz", name.length()),
                    new Category("goods/" + i % 40 + "/" + i % 400),
                    "货架" + i % 60,
                    Money.ofFen(100 + random.nextInt(100_000)),
                    random.nextInt(4) == 0 ? Optional.of(Money.ofFen(99)) : Optional.empty(),
                    "件",
                    random.nextInt(5) == 0 ? Set.of("promo", "limited") : Set.of(),
                    Rate.parse("0.13"),
                    random.nextInt(10) == 0 ? Optional.of(dish(random)) : Optional.empty()));
        }
        return products;
    }

    private static Dish dish(Random random) {
        var modifiers = new ArrayList<Dish.Modifier>();
        for (var i = random.nextInt(4); i >= 0; i--) {
            modifiers.add(new Dish.Modifier("m" + i, new Label("加料" + i, "extra " + i), Money.ofFen(100L * i)));
        }
        return new Dish(false, modifiers, List.of());
    }

    private static String words(Random random, String letters, int length) {
        var text = new char[length];
        for (var at = 0; at < length; at++) {
            text[at] = letters.charAt(random.nextInt(letters.length()));
        }
        return new String(text);
    }
}
