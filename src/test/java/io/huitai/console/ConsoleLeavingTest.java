package io.huitai.console;

import static io.huitai.console.ConsoleDriver.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.journal.Draft;
import io.huitai.journal.Journal;
import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.FactJson;
import io.huitai.journal.feed.FeedFile;
import io.huitai.journal.feed.FeedItem;
import io.huitai.journal.log.SystemDisk;
import io.huitai.journal.secret.Keychain;
import io.huitai.shop.Approval;
import io.huitai.shop.MemberNo;
import io.huitai.shop.OperatorId;
import io.huitai.shop.Role;
import io.huitai.shop.StoreId;
import io.huitai.shop.TillId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ConsoleLeavingTest {
    private static final String CARD = "{'do':'swipe','track2':';9988000000000023=9912?'}";

    @TempDir
    private Path store;

    @TempDir
    private Path files;

    private static String leave(String verb) {
        return "{'do':'" + verb + "','member':'M0002','reason':'r'," + SUPERVISOR + "}";
    }

    private static String recharge(String amount) {
        return "{'do':'recharge','member':'M0002','amount':'" + amount + "','tender':'cash'}";
    }

    private static void assertLeft(JsonNode answer, long forfeited, String balance) {
        assertThat(answer.path("forfeited").asLong()).isEqualTo(forfeited);
        assertThat(answer.path("balance").asString()).isEqualTo(balance);
    }

    @Test
    void whoLeavesLosesPointsAndCardsAndTheMoneyStaysOnTheRecord() {
        try (var console = ConsoleDriver.selling(store, "standard-card")) {
            console.sell("M0002", "100.00");
            console.ok(recharge("50.00"));
            assertThat(console.code("{'do':'close-membership','member':'M0002','reason':'r'}"))
                    .isEqualTo("APPROVAL_REQUIRED");
            assertLeft(console.ok(leave("close-membership")), 90, "50.00");
            var member = console.member("M0002");
            assertThat(member.path("status").asString()).isEqualTo("closed");
            assertThat(member.path("points").asLong()).isZero();
            assertThat(member.path("stored").path("principal").asString()).isEqualTo("50.00");
            assertThat(console.code(CARD)).isEqualTo("CARD_BLOCKED");
            assertThat(console.code("{'do':'member','no':'M0002'}")).isEqualTo("UNKNOWN_MEMBER");
            assertThat(console.code(leave("close-membership"))).isEqualTo("UNKNOWN_MEMBER");
            assertThat(console.code(recharge("50.00"))).isEqualTo("UNKNOWN_MEMBER");
            assertThat(console.ok("{'do':'x-report'}")
                            .path("points")
                            .path("expired")
                            .asLong())
                    .isEqualTo(90);
        }
    }

    @Test
    void theirBillIsNobodysButAPartPaidOneHoldsThem() {
        try (var console = ConsoleDriver.selling(store, "standard-card")) {
            console.ok("{'do':'member','no':'M0002'}");
            console.ok("{'do':'add','name':'x','category':'food','price':'100.00'}");
            console.ok("{'do':'tender','type':'cash','amount':'1.00'}");
            for (var verb : new String[] {"close-membership", "return-card", "forget-member"}) {
                assertThat(console.code(leave(verb))).isEqualTo("BILL_TENDERED");
            }
            console.ok("{'do':'void-tender'}");
            console.ok(leave("close-membership"));
            var bill = console.ok("{'do':'bill'}").path("bill");
            assertThat(bill.path("member").isNull()).isTrue();
            assertThat(bill.path("due").asString()).isEqualTo("100.00");
        }
    }

    @Test
    void cashIsPaidOutOnlyWhereTheProgrammeSaysSo() throws IOException {
        var programme = Files.readString(Path.of("assets/programmes/prepaid-dining.yaml"))
                .replace("id: prepaid-dining", "id: cash-trial")
                .replace("minimum: 5000.00", "minimum: 1.00\n    closing: cash")
                .replace("from: 5000.00", "from: 100.00");
        var file =
                Files.writeString(files.resolve("cash-trial.yaml"), programme).toString();
        try (var console = ConsoleDriver.selling(store, file)) {
            console.ok(recharge("100.00"));
            assertLeft(console.ok(leave("return-card")), 0, "100.00");
            assertThat(console.member("M0002").path("stored").toString().replace('"', '\''))
                    .isEqualTo("{'principal':'0.00','bonus':'0.00'}");
            assertThat(console.member("M0002").path("status").asString()).isEqualTo("closed");
            var report = console.ok("{'do':'x-report'}");
            assertThat(report.path("drawer").path("expected").asString()).isEqualTo("500.00");
            assertThat(report.path("stored").path("spent").asString()).isEqualTo("0.00");
        }
    }

    @Test
    void theMoneyOfAReturnedCardPaysForRoomsOnly() {
        try (var console = ConsoleDriver.selling(store, "yuexi-hotel")) {
            console.ok("{'do':'member','no':'M0002'}");
            console.ok("{'do':'add','name':'x','category':'room','price':'100.00'}");
            console.ok("{'do':'tender','type':'cash'}"); // 95 points
            console.ok(recharge("500.00"));
            assertLeft(console.ok(leave("return-card")), 95, "500.00");
            assertThat(console.code(CARD)).isEqualTo("CARD_BLOCKED");
            assertThat(console.member("M0002").path("status").asString()).isEqualTo("active");
            console.ok("{'do':'member','phone':'19900000002'}");
            console.ok("{'do':'add','name':'x','category':'room','price':'100.00'}");
            console.ok("{'do':'add','name':'y','category':'food','price':'50.00'}");
            assertThat(console.code("{'do':'tender','type':'stored'}")).isEqualTo("STORED_LIMIT");
            console.ok("{'do':'tender','type':'stored','amount':'95.00'}");
            assertThat(console.code("{'do':'tender','type':'stored','amount':'0.01'}"))
                    .isEqualTo("STORED_LIMIT");
            console.ok("{'do':'tender','type':'cash'}");
            console.ok("{'do':'bind-card','member':'M0002','card':{'uid':'04A1B2C3'}}");
            console.ok("{'do':'member','no':'M0002'}");
            console.ok("{'do':'add','name':'y','category':'food','price':'405.00'}");
            console.ok("{'do':'tender','type':'stored'}");
            assertLeft(console.ok(leave("return-card")), 95, "0.00"); // those of the second room
            assertThat(console.member("M0002").path("status").asString()).isEqualTo("closed");
        }
    }

    @Test
    void aForgottenMemberIsFoundByNothingAndTheirMoneyStays() {
        try (var console = ConsoleDriver.selling(store, "standard-card")) {
            console.sell("M0002", "100.00");
            console.ok(recharge("50.00"));
            console.ok(leave("close-membership"));
            assertLeft(console.ok(leave("forget-member")), 0, "50.00");
            assertForgotten(console);
            assertThat(console.code(leave("forget-member"))).isEqualTo("UNKNOWN_MEMBER");
            assertThat(console.ok("{'do':'receipt','no':'S001-T1-000002'}")
                            .path("body")
                            .asString())
                    .doesNotContain("李");
        }
        try (var console = ConsoleDriver.open(store, "standard-card")) {
            console.ok("{'do':'sign-in','operator':'1001','pin':'1111'}");
            assertForgotten(console);
        }
    }

    @Test
    void anActiveMemberIsForgottenWithTheirPoints() {
        try (var console = ConsoleDriver.selling(store, "goods-member")) {
            console.sell("M0002", "100.00");
            assertLeft(console.ok(leave("forget-member")), 100, "0.00");
            assertForgotten(console);
        }
    }

    @Test
    void nothingOnTheDiskTellsWhoAForgottenMemberWas() throws IOException {
        try (var console = ConsoleDriver.selling(store, "standard-card")) {
            var no = console.ok("{'do':'enrol','name':'欧阳小明','phone':'13811112222','document':{'type':'passport',"
                            + "'no':'E12345678'},'ground':{'fee':'cash'}}")
                    .path("member")
                    .path("no")
                    .asString();
            console.sell(no, "100.00");
        }
        assertThat(told(store, "欧阳小明", "13811112222", "E12345678", "19900000002", "李四"))
                .isEmpty(); // all is sealed
        assertThat(isKnownByFeeds(store, "M0002")).isTrue();
        Files.delete(store.resolve("store.mv.db"));
        try (var console = ConsoleDriver.open(store, "standard-card")) { // the keys read it all again
            console.ok("{'do':'sign-in','operator':'1001','pin':'1111'}");
            var member = console.ok("{'do':'member','phone':'13811112222'}").path("member");
            assertThat(member.path("name").asString()).isEqualTo("欧阳小明");
            console.ok("{'do':'forget-member','member':'" + member.path("no").asString() + "','reason':'r',"
                    + SUPERVISOR + "}");
            console.ok("{'do':'forget-member','member':'M0002','reason':'r'," + SUPERVISOR + "}");
        }
        assertThat(told(store, "19900000002", "李四")).isEmpty();
        assertThat(isKnownByFeeds(store, "M0002")).isFalse(); // who came by the feed
        Files.delete(store.resolve("store.mv.db"));
        try (var console = ConsoleDriver.open(store, "standard-card")) {
            console.ok("{'do':'sign-in','operator':'1001','pin':'1111'}");
            assertForgotten(console);
            assertThat(console.code("{'do':'member','phone':'13811112222'}")).isEqualTo("UNKNOWN_MEMBER");
            assertThat(console.ok("{'do':'journal-verify'}").path("intact").asBoolean())
                    .isTrue();
        }
    }

    @Test
    void aTillKilledBeforeItForgotDoesSoAtItsNextStart() throws IOException {
        try (var console = ConsoleDriver.selling(store, "standard-card")) {
            console.sell("M0002", "100.00");
        }
        var gone = new Fact.MemberForgotten(
                new MemberNo("M0002"),
                LocalDate.parse("2026-06-10"),
                "asked for it",
                new Approval(new OperatorId("2001"), Role.SUPERVISOR, Optional.empty()),
                List.of());
        var noon = OffsetDateTime.parse(ConsoleDriver.NOON);
        try (var journal = Journal.open(
                store,
                new StoreId("S001"),
                new TillId("T1"),
                InstantSource.fixed(noon.toInstant()),
                ZoneId.of("Asia/Shanghai"),
                new SystemDisk())) {
            journal.append(List.of(new Draft(gone.kind(), FactJson.write(gone), Optional.empty())), true);
        }
        assertThat(isKnownByFeeds(store, "M0002")).isTrue();
        try (var console = ConsoleDriver.open(store, "standard-card")) {
            console.ok("{'do':'sign-in','operator':'1001','pin':'1111'}");
            assertThat(console.member("M0002").path("name").asString()).isEmpty();
            assertThat(console.member("M0002").path("visits").asLong()).isEqualTo(1);
        }
        assertThat(isKnownByFeeds(store, "M0002")).isFalse();
    }

    /// Whether a value of a feed, opened, tells who a member is.
    private static boolean isKnownByFeeds(Path store, String no) {
        var known = new AtomicBoolean();
        FeedFile.readAll(Keychain.open(store, new SystemDisk()), new SystemDisk(), item -> {
            if (item instanceof FeedItem.MemberSent(var member)
                    && member.no().value().equals(no)
                    && !member.profile().name().isEmpty()) {
                known.set(true);
            }
        });
        return known.get();
    }

    /// The files that hold one of these words.
    private static List<Path> told(Path store, String... words) throws IOException {
        try (var files = Files.walk(store)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> {
                        try {
                            var text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                            return Stream.of(words).anyMatch(text::contains);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .toList();
        }
    }

    private static void assertForgotten(ConsoleDriver console) {
        var member = console.member("M0002");
        assertThat(member.path("name").asString()).isEmpty();
        assertThat(member.path("status").asString()).isEqualTo("closed");
        assertThat(member.path("points").asLong()).isZero();
        assertThat(member.path("cards").size()).isZero();
        assertThat(console.code("{'do':'member','no':'M0002'}")).isEqualTo("UNKNOWN_MEMBER");
        assertThat(console.code("{'do':'member','name':'李四'}")).isEqualTo("UNKNOWN_MEMBER");
        assertThat(console.code("{'do':'member','phone':'19900000002'}")).isEqualTo("UNKNOWN_MEMBER");
        assertThat(console.code(CARD)).isEqualTo("UNKNOWN_CARD");
    }

    @Test
    void whoHasLeftIsGivenNoTier() {
        try (var console = ConsoleDriver.selling(store, "standard-card")) {
            console.ok(leave("close-membership"));
            assertThat(console.code("{'do':'set-tier','member':'M0002','tier':'gold','reason':'r'," + SUPERVISOR + "}"))
                    .isEqualTo("UNKNOWN_MEMBER");
            assertThat(console.member("M0002").path("tier").asString()).isEqualTo("regular");
        }
    }

    private static String cancel(String more) {
        return "{'do':'close-membership','member':'M0002','cancelled':true" + more + "}";
    }

    @Test
    void whoIsCancelledHasNoBenefitAndLosesNoRecord() throws IOException {
        try (var console = ConsoleDriver.selling(store, "client-grades")) {
            console.sell("M0002", "100.00"); // regular, 0.98
            console.ok("{'do':'member','no':'M0002'}");
            console.ok("{'do':'add','name':'x','category':'food','price':'100.00'}");
            assertThat(console.code(cancel(",'reason':'r'"))).isEqualTo("APPROVAL_REQUIRED");
            assertThat(console.code(cancel("," + SUPERVISOR))).isEqualTo("BAD_REQUEST");
            assertThat(console.code(cancel(",'reason':' '," + SUPERVISOR))).isEqualTo("BAD_REQUEST");
            assertThat(console.ok("{'do':'bill'}").path("bill").path("due").asString())
                    .isEqualTo("98.00");
            assertLeft(console.ok(cancel(",'reason':'r'," + SUPERVISOR)), 0, "0.00");
            var bill = console.ok("{'do':'bill'}").path("bill");
            assertThat(bill.path("member").isNull()).isTrue();
            assertThat(bill.path("due").asString()).as("no discount").isEqualTo("100.00");
            assertCancelled(console);
        }
        Files.delete(store.resolve("store.mv.db"));
        try (var console = ConsoleDriver.open(store, "client-grades")) {
            console.ok("{'do':'sign-in','operator':'1001','pin':'1111'}");
            assertCancelled(console);
        }
    }

    private static void assertCancelled(ConsoleDriver console) {
        var member = console.member("M0002");
        assertThat(member.path("status").asString()).isEqualTo("cancelled");
        assertThat(member.path("name").asString()).isNotEmpty();
        assertThat(member.path("points").asLong()).isEqualTo(98);
        assertThat(member.path("receipts").size()).isEqualTo(1);
        assertThat(console.code(CARD)).isEqualTo("CARD_BLOCKED");
        assertThat(console.code("{'do':'member','no':'M0002'}")).isEqualTo("UNKNOWN_MEMBER");
        assertThat(console.code("{'do':'bind-card','member':'M0002','card':{'uid':'04A1B2C3'}}"))
                .isEqualTo("UNKNOWN_MEMBER");
        assertThat(console.code("{'do':'set-tier','member':'M0002','tier':'silver','reason':'r'," + SUPERVISOR + "}"))
                .isEqualTo("UNKNOWN_MEMBER");
        assertThat(console.code(cancel(",'reason':'r'," + SUPERVISOR))).isEqualTo("UNKNOWN_MEMBER");
    }

    @Test
    void theMoneyOfWhoIsCancelledStaysAndIsNotSpent() {
        try (var console = ConsoleDriver.selling(store, "standard-card")) {
            console.sell("M0002", "100.00");
            console.ok(recharge("50.00"));
            assertLeft(console.ok(cancel(",'reason':'r'," + SUPERVISOR)), 0, "50.00");
            assertThat(console.member("M0002").path("points").asLong()).isEqualTo(90);
            assertThat(console.code(recharge("50.00"))).isEqualTo("UNKNOWN_MEMBER");
            assertThat(console.ok("{'do':'x-report'}")
                            .path("points")
                            .path("expired")
                            .asLong())
                    .isZero();
            console.ok("{'do':'refund','receipt':'S001-T1-000001','reason':'r'," + SUPERVISOR + "}");
            assertThat(console.member("M0002").path("points").asLong()).isZero();
        }
    }

    @Test
    void withoutTheWordAMembershipIsClosedAsEver() {
        try (var console = ConsoleDriver.selling(store, "client-grades")) {
            console.sell("M0002", "100.00");
            assertThat(console.code("{'do':'close-membership','member':'M0002','cancelled':'yes','reason':'r',"
                            + SUPERVISOR + "}"))
                    .isEqualTo("BAD_REQUEST");
            assertLeft(
                    console.ok("{'do':'close-membership','member':'M0002','cancelled':false,'reason':'r'," + SUPERVISOR
                            + "}"),
                    98,
                    "0.00");
            assertThat(console.member("M0002").path("status").asString()).isEqualTo("closed");
        }
    }
}
