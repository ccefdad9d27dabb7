package io.huitai.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.GivenGround;
import io.huitai.journal.fact.Profile;
import io.huitai.ledger.Account;
import io.huitai.ledger.Asset;
import io.huitai.ledger.Posting;
import io.huitai.money.Money;
import io.huitai.shop.Approval;
import io.huitai.shop.MemberNo;
import io.huitai.shop.OperatorId;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.Role;
import io.huitai.shop.Tender;
import io.huitai.shop.TenderType;
import io.huitai.shop.id.TierId;
import io.huitai.till.report.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is asked of a till is refused before it is journalled, or fits into every view of it: no text, number or
/// list stops a till.
class ConsoleLimitsTest {
    private static final String MANAGER = "'approval':{'operator':'3001','pin':'3333'}";
    private static final String ENROL = "{'do':'enrol','name':'%s','phone':'%s','ground':{'waived':'%s'},'email':'%s',"
            + "'consent':true,'document':{'type':'%s','no':'%s'}," + MANAGER + "}";

    /// Requests with a place for one text.
    private static final List<String> TEXTS = List.of(
            ENROL.formatted("§", "139%08d", "t", "a@example.com", "passport", "E%08d"),
            ENROL.formatted("甲", "§", "t", "a@example.com", "passport", "E%08d"),
            ENROL.formatted("甲", "139%08d", "§", "a@example.com", "passport", "E%08d"),
            ENROL.formatted("甲", "139%08d", "t", "§", "passport", "E%08d"),
            ENROL.formatted("甲", "139%08d", "t", "a@example.com", "§", "E%08d"),
            ENROL.formatted("甲", "139%08d", "t", "a@example.com", "passport", "§"),
            "{'do':'add','name':'§','category':'food','price':'1.00'}",
            "{'do':'add','name':'x','category':'§','price':'1.00'}",
            "{'do':'add','name':'x','category':'food','price':'1.00','note':'§'}",
            "{'do':'add','sku':'§'}",
            "{'do':'scan','code':'§'}",
            "{'do':'member','phone':'§'}",
            "{'do':'member','name':'§'}",
            "{'do':'member','no':'§'}",
            "{'do':'service','service':'dine-in','table':'§'}",
            "{'do':'service','service':'room','room':'§'}",
            "{'do':'service','service':'dine-in','note':'§'}",
            "{'do':'price-override','line':1,'price':'1.00','reason':'§'," + MANAGER + "}",
            "{'do':'discount','percent':'5','reason':'§'," + MANAGER + "}",
            "{'do':'cash-in','amount':'1.00','reason':'§'}",
            "{'do':'cash-out','amount':'1.00','reason':'§'," + MANAGER + "}",
            "{'do':'no-sale','reason':'§'," + MANAGER + "}",
            "{'do':'tender','type':'card','amount':'0.01','reference':'§'}",
            "{'do':'tender','type':'room','amount':'0.01','room':'§','guest':'x'}",
            "{'do':'tender','type':'room','amount':'0.01','room':'801','guest':'§'}",
            "{'do':'tender','type':'account','amount':'0.01','company':'§'," + MANAGER + "}",
            "{'do':'hold','label':'§'}",
            "{'do':'recall','label':'§'}",
            "{'do':'reverse-points','member':'M0001','points':5,'reason':'§'," + MANAGER + "}",
            "{'do':'set-tier','member':'M0001','tier':'§','reason':'x'," + MANAGER + "}",
            "{'do':'set-tier','member':'M0001','tier':'silver','reason':'§'," + MANAGER + "}",
            "{'do':'bind-card','member':'M0005','card':{'uid':'§'}}",
            "{'do':'report-lost','member':'M0006','card':'§'}",
            "{'do':'settle-account','company':'§','amount':'1.00','tender':'cash'}",
            "{'do':'fapiao','title':'§','taxNumber':'91440300MA5FABCDE1'}",
            "{'do':'fapiao','title':'x','taxNumber':'§'}",
            "{'do':'refund','receipt':'§','reason':'x'," + MANAGER + "}",
            "{'do':'void-bill','reason':'§'," + MANAGER + "}");

    /// Requests with a place for one number.
    private static final List<String> NUMBERS = List.of(
            "{'do':'add','name':'x','category':'food','price':'§'}",
            "{'do':'add','sku':'R001','qty':'§'}",
            "{'do':'cash-in','amount':'§','reason':'x'}",
            "{'do':'cash-out','amount':'§','reason':'x'," + MANAGER + "}",
            "{'do':'price-override','line':1,'price':'§','reason':'x'," + MANAGER + "}",
            "{'do':'tender','type':'cash','amount':'§'}",
            "{'do':'recharge','member':'M0001','amount':'§','tender':'cash'," + MANAGER + "}");

    private static final List<String> WHOLE_NUMBERS = List.of(
            "{'do':'reverse-points','member':'M0001','points':§,'reason':'x'," + MANAGER + "}",
            "{'do':'service','service':'dine-in','adults':§}",
            "{'do':'use','points':§}",
            "{'do':'set-qty','line':§,'qty':'1'}",
            "{'do':'transfer-points','from':'M0001','to':'M0002','points':§}");

    @TempDir
    Path disk;

    private ConsoleDriver selling() {
        return ConsoleDriver.selling(disk.resolve("store"), "standard-card");
    }

    /// Opened again, and once more with H2 gone: the same to the last word, and it sells.
    private void goesOn() throws IOException {
        String before;
        try (var till = ConsoleDriver.open(disk.resolve("store"), "standard-card")) {
            before = told(till);
        }
        Files.delete(disk.resolve("store").resolve("store.mv.db"));
        try (var till = ConsoleDriver.open(disk.resolve("store"), "standard-card")) {
            assertThat(told(till)).isEqualTo(before);
            till.ok("{'do':'sign-in','operator':'1001','pin':'1111'}");
            till.code("{'do':'void-tender'," + MANAGER + "}");
            till.code("{'do':'void-bill','reason':'x'," + MANAGER + "}");
            till.ok("{'do':'add','sku':'R001'}");
            till.ok("{'do':'tender','type':'cash'}");
            assertThat(till.ok("{'do':'journal-verify'}").path("intact").booleanValue())
                    .isTrue();
        }
    }

    private static String told(ConsoleDriver till) {
        var status = till.ok("{'do':'status'}");
        assertThat(status.has("setAside")).as("%s", status).isFalse();
        var held = till.ask("{'do':'held'}");
        return status.path("lastReceipt") + " " + status.path("bill") + " " + held;
    }

    @Test
    void noTextStopsATill() throws IOException {
        var random = new Random(12);
        try (var till = selling()) {
            var serial = 0;
            for (var request : TEXTS) {
                for (var text : texts(random)) {
                    serial++;
                    if (!till.ask("{'do':'status'}").path("bill").isObject()) {
                        till.ok("{'do':'add','sku':'R001'}");
                    }
                    var answer = till.ask(
                            request.replace("%08d", "%08d".formatted(serial)).replace("§", text));
                    assertThat(answer.path("error").path("message").asString(""))
                            .as("%s with %s", request, shown(text))
                            .doesNotContain("没有做成");
                    assertThat(till.code("{'do':'status'}"))
                            .as("%s with %s", request, shown(text))
                            .isEqualTo("ok");
                    if (till.ask("{'do':'status'}")
                                    .path("bill")
                                    .path("tendered")
                                    .size()
                            > 0) {
                        till.ok("{'do':'void-tender'," + MANAGER + "}");
                    }
                }
            }
        }
        goesOn();
    }

    private static String shown(String text) {
        return text.length() + " characters: " + text.substring(0, Math.min(20, text.length()));
    }

    /// About every width that a column may have, of one, two and four bytes, with what no text should hold in it.
    private static List<String> texts(Random random) {
        var texts = new ArrayList<String>();
        var widths = List.of(16, 20, 32, 40, 48, 64, 80, 100, 101, 120, 128, 190, 200, 254, 400, 500);
        for (var width : List.of(widths.get(random.nextInt(8)), widths.get(8 + random.nextInt(8)), 70_000)) {
            var sign = List.of("1", "a", "会", "𠮷").get(random.nextInt(4));
            texts.add(sign.repeat(width));
            texts.add(sign.repeat(width + 1));
        }
        var odd = List.of("", "\\u0000", "a\\u0007b", "\\ud800", "a\\udc00", "\\n", "\\t\\r", "%_", "\\u202e", "\\\\");
        texts.add(odd.get(random.nextInt(odd.size())));
        texts.add(odd.get(random.nextInt(odd.size())));
        return texts;
    }

    @Test
    void noNumberStopsATill() throws IOException {
        var amounts = List.of(
                "0.01",
                "9999999999.99",
                "99999999999.99",
                "100000000000.00",
                "100000000000.01",
                "92233720368547758.07",
                "92233720368547758.08",
                "9".repeat(40));
        var numbers = List.of(
                "0",
                "-1",
                "2147483647",
                "2147483648",
                "9999999999999",
                "10000000000000",
                "10000000000001",
                "-10000000000001",
                "9223372036854775807",
                "-9223372036854775808",
                "9".repeat(30));
        try (var till = selling()) {
            for (var round = 0; round < 2; round++) { // twice: sums of what is taken must add up too
                for (var request : NUMBERS) {
                    amounts.forEach(amount -> answered(till, request.replace("§", amount)));
                    numbers.forEach(amount -> answered(till, request.replace("§", amount)));
                }
                for (var request : WHOLE_NUMBERS) {
                    numbers.forEach(number -> answered(till, request.replace("§", number)));
                }
            }
        }
        goesOn();
    }

    private static void answered(ConsoleDriver till, String request) {
        if (!till.ask("{'do':'status'}").path("bill").isObject()) {
            till.ok("{'do':'add','sku':'R001'}");
        }
        var answer = till.ask(request);
        assertThat(answer.path("error").path("message").asString(""))
                .as(request)
                .doesNotContain("没有做成");
        assertThat(till.code("{'do':'status'}")).as(request).isEqualTo("ok");
    }

    /// The widths that lookups have, said with the field that is too long.
    @ParameterizedTest
    @CsvSource({"name,200", "phone,40", "no,80"})
    void whatIsTooLongIsNamedAndNothingIsJournalled(String field, int most) {
        try (var till = selling()) {
            var before =
                    till.ok("{'do':'status'}").path("journal").path("entries").asLong();
            var digits = "1".repeat(most + 1);
            var answer = till.ask(ENROL.formatted(
                    field.equals("name") ? digits : "甲",
                    field.equals("phone") ? digits : "13900000001",
                    "t",
                    "a@example.com",
                    "passport",
                    field.equals("no") ? digits : "E12345678"));
            assertThat(answer.path("error").path("code").asString()).isEqualTo("BAD_REQUEST");
            assertThat(answer.path("error").path("message").asString()).contains(field);
            assertThat(till.ok("{'do':'status'}")
                            .path("journal")
                            .path("entries")
                            .asLong())
                    .isEqualTo(before);
        }
    }

    // What is in the journal already

    private static Fact.MemberEnrolled enrolled(String no, String phone) {
        var joined = LocalDate.parse("2026-06-10");
        return new Fact.MemberEnrolled(
                new MemberNo(no),
                new Profile("甲", phone, "", "", "", Optional.empty(), "", true, joined, Profile.Origin.NONE),
                new TierId("regular"),
                "",
                Optional.empty(),
                GivenGround.NONE,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of());
    }

    @Test
    void aStoreThatAnEarlierVersionBrickedOpensAgain() throws IOException {
        selling().close();
        try (var written = Written.in(disk.resolve("store"))) {
            written.at("2026-06-10T12:01:00").add(enrolled("S001T10001", "1".repeat(41)));
        }
        goesOn();
        try (var till = ConsoleDriver.open(disk.resolve("store"), "standard-card")) {
            assertThat(till.ok("{'do':'member-info','no':'S001T10001'}")
                            .path("member")
                            .path("no")
                            .asString())
                    .isEqualTo("S001T10001");
        }
    }

    /// Facts that no version of ours should have written: each is set aside, told once, and everything else goes on.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatTheViewCannotHoldIsSetAsideAndTold(boolean rebuilt) throws IOException {
        selling().close();
        var wide = Account.company("x".repeat(300));
        var approval = new Approval(new OperatorId("2001"), Role.SUPERVISOR, Optional.empty());
        try (var written = Written.in(disk.resolve("store"))) {
            written.at("2026-06-10T12:01:00")
                    .add(new Fact.AccountSettled(
                            new ReceiptNo("S001-T1-000001"),
                            1,
                            LocalDate.parse("2026-06-10"),
                            "x".repeat(300),
                            new Tender(1, TenderType.CASH, Money.parse("5.00"), Money.ZERO, ""),
                            List.of(Posting.tally(wide, Asset.CREDIT, LocalDate.parse("2026-06-10"), -500))))
                    .add(new Fact.PointsReversed(new MemberNo("M0001"), 7, "x", approval, List.of(), Optional.empty()))
                    .add(enrolled("S001T10001", "13900000001"));
        }
        if (rebuilt) {
            Files.delete(disk.resolve("store").resolve("store.mv.db"));
        }
        for (var start = 0; start < 2; start++) {
            try (var till = ConsoleDriver.open(disk.resolve("store"), "standard-card")) {
                var status = till.ok("{'do':'status'}");
                assertThat(status.path("setAside")).as("%s", status).hasSize(1);
                assertThat(status.path("setAside").get(0).path("kind").asString())
                        .isEqualTo("AccountSettled");
                assertThat(status.path("lastReceipt").asString())
                        .as("numbered all the same")
                        .startsWith("S001-T1-");
                till.ok("{'do':'sign-in','operator':'1001','pin':'1111'}");
                till.ok("{'do':'member','phone':'13900000001'}");
                till.ok("{'do':'add','sku':'R001'}");
                var receipt = till.ok("{'do':'tender','type':'cash'}").path("receipt");
                assertThat(receipt.path("no").asString()).isEqualTo("S001-T1-00000" + (start + 2));
            }
        }
        try (var journal = Files.list(disk.resolve("store").resolve("journal"))) {
            var told = new ArrayList<String>();
            for (var file : journal.toList()) {
                Files.readAllLines(file).stream()
                        .filter(line -> line.contains("\"EntrySetAside\""))
                        .forEach(told::add);
            }
            assertThat(told).hasSize(1);
        }
    }
}
