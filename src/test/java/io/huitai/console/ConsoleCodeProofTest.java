package io.huitai.console;

import static io.huitai.console.ConsoleDriver.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.journal.TillKey;
import io.huitai.journal.log.SystemDisk;
import io.huitai.journal.secret.Keychain;
import io.huitai.protocol.SignedCode;
import io.huitai.shop.MemberNo;
import io.huitai.shop.id.TierId;
import io.huitai.shop.id.VoucherTypeId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a signed code proves about who a guest is, and how often; and how many steps one approval covers. A failing
/// seed is in the failure's text.
class ConsoleCodeProofTest {
    private static final String TRIAL = """
            id: code-trial
            version: 1
            applies-from: 2026-01-01
            name: {zh: 码试验, en: Code trial}
            tiers:
              - {id: member, name: {zh: 会员, en: Member}}
            points:
              earn:
                - {id: earn, name: {zh: 积分, en: Points}, per: 1.00, points: 1}
              redeem: {points: 100, value: 1.00, unit: 1}
              turn: {points: 100, voucher: ten}
              transferable: true
            vouchers:
              - {id: ten, name: {zh: 10元券, en: Ten}, worth: {amount: 10.00}}
            membership:
              enrolment: {}
              accounts: true
              stored-value:
                minimum: 1.00
              gifts:
                - {id: mug, name: {zh: 杯子, en: Mug}, points: 50, stock: 1000}
            """;

    private static final OffsetDateTime NOON = OffsetDateTime.parse(ConsoleDriver.NOON);
    private static final LocalDate TODAY = LocalDate.parse("2026-06-10");
    private static final List<String> MEMBERS = List.of("M0001", "M0002");
    private static final String MANAGER = "'approval':{'operator':'3001','pin':'3333'}";

    private static final List<String> USES = List.of(
            "{'do':'use','points':1",
            "{'do':'redeem-gift','gift':'mug'",
            "{'do':'turn-points','points':100",
            "{'do':'transfer-points','from':'M0001','to':'M0009','points':1",
            "{'do':'tender','type':'stored'");

    @TempDir
    private Path store;

    @TempDir
    private Path files;

    private final TillKey phone = TillKey.generate();
    private String programme;

    @BeforeEach
    void write() throws IOException {
        programme = Files.writeString(files.resolve("code-trial.yaml"), TRIAL).toString();
    }

    private ConsoleDriver asking() {
        HouseOf.asking(store, programme);
        var console = ConsoleDriver.selling(store, programme);
        for (var no : MEMBERS) {
            console.ok("{'do':'reverse-points','member':'" + no + "','points':5000,'reason':'x'," + SUPERVISOR + "}");
            console.ok("{'do':'recharge','member':'" + no + "','amount':'500.00','tender':'cash'}");
        }
        return console;
    }

    private TillKey key() {
        return TillKey.of(Keychain.open(store, new SystemDisk()));
    }

    private String voucher(String no) {
        return new SignedCode.OfVoucher(new MemberNo(no), new VoucherTypeId("ten"), TODAY).signed(key());
    }

    private String onPaper(String no) {
        return new SignedCode.OfMember(new MemberNo(no), new TierId("member"), "王*", Optional.empty(), TODAY)
                .signed(key());
    }

    private String onPhone(String no, int second) {
        var signed = new SignedCode.OfMember(
                        new MemberNo(no), new TierId("member"), "王*", Optional.of(SignedCode.phone(phone)), TODAY)
                .signed(key());
        return SignedCode.shown(signed, phone, NOON.toInstant().plusSeconds(second));
    }

    private static void bill(ConsoleDriver console) {
        console.ok("{'do':'add','name':'x','category':'food','price':'80.00'}");
    }

    private static void gone(ConsoleDriver console) {
        console.ok("{'do':'void-bill','reason':'x'}");
    }

    private static String proof(String code) {
        return ",'proof':{'card':'" + code + "'}}";
    }

    private static String scan(String code) {
        return "{'do':'scan','code':'" + code + "'";
    }

    @Test
    void aVouchersCodeProvesNobody() {
        try (var console = asking()) {
            for (var use : USES) {
                console.ok("{'do':'member','no':'M0001'}");
                bill(console);
                assertThat(console.code(use + proof(voucher("M0001")))).as(use).isEqualTo("APPROVAL_DENIED");
                assertThat(console.code(use + proof(onPaper("M0002")))).as(use).isEqualTo("APPROVAL_DENIED");
                assertThat(console.code(use + proof(onPaper("M0001")))).as(use).isEqualTo("ok");
                if (!use.contains("tender")) {
                    gone(console);
                }
            }
        }
    }

    @Test
    void aVouchersCodeBringsItsMemberOnlyWithAProof() {
        try (var console = asking()) {
            console.ok("{'do':'member','no':'M0001'}");
            bill(console);
            console.ok("{'do':'turn-points','points':200," + SUPERVISOR + "}");
            gone(console);
            assertThat(console.code(scan(voucher("M0001")) + "}")).isEqualTo("BILL_EMPTY");
            for (var given : List.of(proof(onPaper("M0001")), "," + SUPERVISOR + "}")) {
                bill(console);
                var entries = console.ok("{'do':'journal-verify'}").path("entries");
                assertThat(console.code(scan(voucher("M0001")) + "}")).isEqualTo("APPROVAL_REQUIRED");
                assertThat(console.code(scan(voucher("M0001")) + proof(voucher("M0001"))))
                        .isEqualTo("APPROVAL_DENIED");
                assertThat(console.ok("{'do':'journal-verify'}").path("entries"))
                        .as("nothing has changed")
                        .isEqualTo(entries);
                var bill = console.ok(scan(voucher("M0001")) + given).path("bill");
                assertThat(bill.path("member").path("no").asString()).isEqualTo("M0001");
                assertThat(bill.path("used").path("vouchers").size()).isEqualTo(1);
                assertThat(console.code("{'do':'use','points':1}")).as("proven").isEqualTo("ok");
                gone(console);
            }
        }
    }

    /// A telephone's code is good for one bill, shown as a scan or as a proof, and for one thing beside any bill.
    @Test
    void aTelephonesCodeIsGoodForOneBill() {
        try (var console = asking()) {
            for (var seed = 1L; seed <= 3; seed++) {
                var random = new Random(seed);
                var done = new StringBuilder("seed " + seed + ":");
                var goodFor = new HashMap<String, Integer>();
                var phones = List.of(
                        onPhone("M0001", (int) seed), onPhone("M0001", (int) seed + 10), onPhone("M0002", (int) seed));
                for (var number = 1; number <= 6; number++) {
                    var member = MEMBERS.get(random.nextInt(MEMBERS.size()));
                    bill(console);
                    console.ok("{'do':'member','no':'" + member + "'}");
                    for (var i = 0; i < 4; i++) {
                        var code = phones.get(random.nextInt(phones.size()));
                        var scanned = random.nextInt(3) == 0;
                        var theirs = code.equals(phones.getLast()) == member.equals("M0002");
                        done.append("\n bill ")
                                .append(number)
                                .append(' ')
                                .append(member)
                                .append(" code ");
                        done.append(phones.indexOf(code)).append(scanned ? " scanned" : " shown");
                        var fresh = goodFor.getOrDefault(code, number) == number;
                        console.ok("{'do':'drop-member'}");
                        console.ok("{'do':'member','no':'" + member + "'}");
                        var answer = console.code(scanned ? scan(code) + "}" : "{'do':'use','points':1" + proof(code));
                        assertThat(answer)
                                .as(done.toString())
                                .isEqualTo(!scanned && !theirs ? "APPROVAL_DENIED" : fresh ? "ok" : "CODE_EXPIRED");
                        if (answer.equals("ok")) {
                            goodFor.put(code, number);
                            console.ok("{'do':'use','points':0}");
                        }
                    }
                    gone(console);
                }
            }
            var transfer = "{'do':'transfer-points','from':'M0001','to':'M0009','points':1";
            assertThat(console.code(transfer + proof(onPhone("M0001", 40)))).isEqualTo("ok");
            assertThat(console.code(transfer + proof(onPhone("M0001", 40)))).isEqualTo("CODE_EXPIRED");
            bill(console);
            assertThat(console.code(scan(onPhone("M0001", 40)) + "}")).isEqualTo("CODE_EXPIRED");
        }
    }

    /// An approval is good once: where a request wants two, the first stands, and the second is asked for.
    @Test
    void oneApprovalCoversOneStepOfARequest() {
        try (var console = asking()) {
            var charge = "{'do':'tender','type':'account','company':'没人知道'";
            for (var first : List.of(MANAGER, SUPERVISOR)) {
                bill(console);
                console.ok("{'do':'use','points':500}");
                console.ok("{'do':'member','no':'M0001'}");
                assertThat(console.ask(charge + "}").path("error").path("needs").asString())
                        .isEqualTo("supervisor");
                var asked = console.ask(charge + "," + first + "}").path("error");
                assertThat(asked.path("code").asString()).isEqualTo("APPROVAL_REQUIRED");
                assertThat(asked.path("needs").asString()).isEqualTo("manager");
                assertThat(console.code(charge + "," + MANAGER + "}")).isEqualTo("ok");
            }
            bill(console);
            console.ok("{'do':'use','points':500}");
            console.ok("{'do':'member','no':'M0001'}");
            assertThat(console.code(charge + "," + MANAGER + proof(onPaper("M0001"))))
                    .as("who is proven by what they show leaves the approval for the charge")
                    .isEqualTo("ok");
        }
    }
}
