package io.huitai.console;

import static io.huitai.console.ConsoleDriver.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where the house asks for it, whoever only names a member proves to be them before anything of the member's is used,
/// and a member's new card is approved. A failing seed is in the failure's text.
class ConsoleProofTest {
    private static final String TRIAL = """
            id: proof-trial
            version: 1
            applies-from: 2026-01-01
            name: {zh: 凭证试验, en: Proof trial}
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
              stored-value:
                minimum: 1.00
              gifts:
                - {id: mug, name: {zh: 杯子, en: Mug}, points: 50, stock: 1000}
            """;

    private static final List<Guest> GUESTS = List.of(
            new Guest("M0001", "19900000001", "张三", "9988000000000015"),
            new Guest("M0002", "19900000002", "李四", "9988000000000023"));

    /// The ways in which a member's own are used.
    private static final List<String> USES = List.of(
            "{'do':'use','points':1",
            "{'do':'use','vouchers':[{'type':'ten','count':1}]",
            "{'do':'redeem-gift','gift':'mug'",
            "{'do':'turn-points','points':100",
            "{'do':'transfer-points','from':'%s','to':'M0009','points':1",
            "{'do':'tender','type':'stored','amount':'1.00'");

    private record Guest(String no, String phone, String name, String card) {}

    @TempDir
    private Path store;

    @TempDir
    private Path files;

    private String programme;

    @BeforeEach
    void write() throws IOException {
        programme = Files.writeString(files.resolve("proof-trial.yaml"), TRIAL).toString();
    }

    private ConsoleDriver asking() {
        HouseOf.asking(store, programme);
        var console = ConsoleDriver.selling(store, programme);
        for (var guest : GUESTS) {
            console.ok("{'do':'reverse-points','member':'" + guest.no + "','points':5000,'reason':'x'," + SUPERVISOR
                    + "}");
            console.ok("{'do':'recharge','member':'" + guest.no + "','amount':'500.00','tender':'cash'}");
        }
        return console;
    }

    private static void bill(ConsoleDriver console) {
        console.ok("{'do':'add','name':'x','category':'food','price':'80.00'}");
    }

    @Test
    void whoeverOnlyNamesAMemberProvesItForEveryUse() {
        try (var console = asking()) {
            for (var use : USES) {
                var asked = use.formatted("M0001");
                console.ok("{'do':'member','phone':'19900000001'}");
                bill(console);
                var refused = console.ask(asked + "}").path("error");
                assertThat(refused.path("code").asString()).as(asked).isEqualTo("APPROVAL_REQUIRED");
                assertThat(refused.path("needs").asString()).isEqualTo("supervisor");
                assertThat(refused.path("message").asString())
                        .contains("M0001", "张*")
                        .doesNotContain("张三");
                assertThat(console.code(asked + ",'proof':{'card':'9988000000000023'}}"))
                        .as(asked)
                        .isEqualTo("APPROVAL_DENIED");
                assertThat(console.code(asked + ",'proof':{'card':'9988000000000015'}}"))
                        .as(asked)
                        .isEqualTo("ok");
                console.ok("{'do':'void-bill','reason':'x'," + SUPERVISOR + "}");
            }
        }
    }

    @Test
    void aTrainingHouseAsksNobody() {
        try (var console = ConsoleDriver.selling(store, programme)) {
            console.ok("{'do':'reverse-points','member':'M0001','points':5000,'reason':'x'," + SUPERVISOR + "}");
            console.ok("{'do':'recharge','member':'M0001','amount':'500.00','tender':'cash'}");
            console.ok("{'do':'member','name':'张三'}");
            bill(console);
            for (var use : USES) {
                assertThat(console.code(use.formatted("M0001") + "}")).as(use).isEqualTo("ok");
            }
        }
    }

    /// Points that are already asked for when the member is named are not paid with either.
    @Test
    void aWishFromBeforeTheMemberIsAskedForAtTheTender() {
        try (var console = asking()) {
            bill(console);
            console.ok("{'do':'use','points':500}");
            console.ok("{'do':'member','no':'M0001'}");
            assertThat(console.code("{'do':'tender','type':'cash'}")).isEqualTo("APPROVAL_REQUIRED");
            assertThat(console.code("{'do':'tender','type':'cash'," + SUPERVISOR + "}"))
                    .isEqualTo("ok");
        }
    }

    /// After five of them nobody guesses any more; a card, and somebody's word, are good all the same.
    @Test
    void theEndOfADocumentProvesItUntilItIsGuessed() {
        try (var console = asking()) {
            var no = console.ok(
                            "{'do':'enrol','name':'赵六','phone':'13900000001','document':{'type':'id','no':'11010519491231002X'}}")
                    .path("member")
                    .path("no")
                    .asString();
            console.ok("{'do':'reverse-points','member':'" + no + "','points':500,'reason':'x'," + SUPERVISOR + "}");
            console.ok("{'do':'member','no':'" + no + "'}");
            bill(console);
            var use = "{'do':'use','points':1,'proof':{'document':'%s'}}";
            for (var wrong : List.of("0000", "02X", "", "X")) {
                assertThat(console.code(use.formatted(wrong))).as(wrong).isEqualTo("APPROVAL_DENIED");
            }
            assertThat(console.code(use.formatted("００2x"))).isEqualTo("ok");
            console.ok("{'do':'drop-member'}");
            console.ok("{'do':'use','points':0}");
            console.ok("{'do':'member','no':'" + no + "'}");
            for (var i = 0; i < 5; i++) {
                assertThat(console.code(use.formatted("000" + i))).isEqualTo("APPROVAL_DENIED");
            }
            assertThat(console.code(use.formatted("002X"))).isEqualTo("OPERATOR_LOCKED");
            assertThat(console.code("{'do':'use','points':1," + SUPERVISOR + "}"))
                    .isEqualTo("ok");
        }
    }

    @Test
    void howAMemberCameOntoTheBillIsKnownWhateverBecomesOfIt() {
        for (var seed = 1L; seed <= 6; seed++) {
            var walk = new Walk(seed, store.resolve("" + seed));
            walk.go(40);
        }
    }

    /// A bill whose guest comes and goes, and what of it is known.
    private final class Walk {
        private final Random random;
        private final Path at;
        private final StringBuilder done;
        private ConsoleDriver console;
        private String member = "";
        private boolean proven;

        Walk(long seed, Path at) {
            this.random = new Random(seed);
            this.at = at;
            this.done = new StringBuilder("seed " + seed + ":");
            HouseOf.asking(at, programme);
            console = ConsoleDriver.selling(at, programme);
            for (var guest : GUESTS) {
                console.ok("{'do':'reverse-points','member':'" + guest.no + "','points':5000,'reason':'x'," + SUPERVISOR
                        + "}");
            }
            bill(console);
        }

        void go(int steps) {
            for (var i = 0; i < steps; i++) {
                step();
                probe();
            }
            console.close();
        }

        private void ok(String request) {
            done.append(' ').append(request);
            assertThat(console.code(request)).as(done.toString()).isEqualTo("ok");
        }

        private void step() {
            var guest = GUESTS.get(random.nextInt(GUESTS.size()));
            switch (random.nextInt(13)) {
                case 0 -> named(guest, "{'do':'member','no':'" + guest.no + "'}");
                case 1 -> named(guest, "{'do':'member','phone':'" + guest.phone + "'}");
                case 2 -> named(guest, "{'do':'member','name':'" + guest.name + "'}");
                case 3 -> named(guest, "{'do':'scan','code':'" + guest.no + "'}");
                case 4 -> shown(guest, "{'do':'swipe','track2':';" + guest.card + "?'}");
                case 5 -> shown(guest, "{'do':'scan','code':'" + guest.card + "'}");
                case 6 -> {
                    ok("{'do':'drop-member'}");
                    member = "";
                    proven = false;
                }
                case 7 -> {
                    ok("{'do':'hold','label':'a'}");
                    ok("{'do':'recall','label':'a'}");
                }
                case 8 -> {
                    done.append(" restart");
                    console.close();
                    console = ConsoleDriver.open(at, programme);
                    ok("{'do':'sign-in','operator':'1002','pin':'1112'}");
                }
                case 9 -> {
                    bill(console);
                    ok("{'do':'split','parts':2}");
                    ok("{'do':'void-bill','reason':'x'}");
                    ok("{'do':'recall'}");
                }
                case 10 -> proof("'proof':{'card':'" + guest.card + "'}", guest.no.equals(member));
                case 11 -> proof(SUPERVISOR, true);
                default -> ok("{'do':'service','service':'takeaway'}");
            }
        }

        private void named(Guest guest, String request) {
            ok(request);
            proven = proven && guest.no.equals(member);
            member = guest.no;
        }

        private void shown(Guest guest, String request) {
            ok(request);
            proven = true;
            member = guest.no;
        }

        private void proof(String given, boolean good) {
            if (member.isEmpty() || proven) {
                return;
            }
            var request = "{'do':'use','points':1," + given + "}";
            done.append(' ').append(request);
            assertThat(console.code(request)).as(done.toString()).isEqualTo(good ? "ok" : "APPROVAL_DENIED");
            proven = good;
            ok("{'do':'use','points':0}");
        }

        private void probe() {
            if (!member.isEmpty()) {
                assertThat(console.code("{'do':'use','points':1}"))
                        .as(done.toString())
                        .isEqualTo(proven ? "ok" : "APPROVAL_REQUIRED");
                ok("{'do':'use','points':0}");
            }
        }
    }

    // Cards

    @Test
    void aNewCardIsApprovedAndTheStepIsTold() {
        try (var console = asking()) {
            for (var request : List.of(
                    "{'do':'bind-card','member':'M0001','card':{'uid':'04AABBCC'}",
                    "{'do':'replace-card','member':'M0002','card':{'uid':'04AABBDD'},'reason':'damaged'")) {
                var refused = console.ask(request + "}").path("error");
                assertThat(refused.path("code").asString()).as(request).isEqualTo("APPROVAL_REQUIRED");
                assertThat(refused.path("message").asString()).contains("卡 ", "M000");
                assertThat(console.code(request + ",'approval':{'operator':'2001','pin':'0'}}"))
                        .isEqualTo("APPROVAL_DENIED");
                assertThat(console.code(request + "," + SUPERVISOR + "}")).isEqualTo("ok");
            }
            console.ok("{'do':'tap','uid':'04AABBCC'}");
            assertThat(console.ok("{'do':'bill'}")
                            .path("bill")
                            .path("member")
                            .path("no")
                            .asString())
                    .isEqualTo("M0001");
        }
    }

    /// In any store, in any way.
    @Test
    void anApproversCardIsNobodyElses() {
        try (var console = ConsoleDriver.selling(store, programme)) {
            for (var card : List.of("9988000100002002", "9988000100003000")) {
                for (var shown : List.of(
                        "'track2':';" + card + "?'", "'track2':';" + card + "=9912?'", "'uid':'" + card + "'")) {
                    for (var request : List.of(
                            "{'do':'bind-card','member':'M0001'",
                            "{'do':'replace-card','member':'M0001','reason':'damaged'",
                            "{'do':'enrol','name':'新','phone':'13900000009'")) {
                        var refused = console.ask(request + ",'card':{" + shown + "}}")
                                .path("error");
                        assertThat(refused.path("code").asString())
                                .as(request + shown)
                                .isEqualTo("CARD_IN_USE");
                        assertThat(refused.path("message").asString()).contains("审批卡");
                    }
                }
            }
        }
    }

    // Who sees who members are

    @Test
    void nobodySeesMembersWhoIsNotSignedIn() {
        try (var console = asking()) {
            console.ok("{'do':'swipe','track2':';9988000000000015?'}");
            bill(console);
            console.ok("{'do':'tender','type':'cash'}");
            console.ok("{'do':'member','no':'M0001'}");
            bill(console);
            console.ok("{'do':'hold','label':'a'}");
            console.ok("{'do':'member','no':'M0002'}");
            bill(console);
            var asked = List.of(
                    "{'do':'member-info','no':'M0001'}",
                    "{'do':'member-info','no':'nobody'}",
                    "{'do':'member','phone':'19900000001'}",
                    "{'do':'member','name':'张三'}",
                    "{'do':'receipt'}");
            console.ok("{'do':'sign-out'}");
            for (var request : asked) {
                assertThat(console.code(request)).as(request).isEqualTo("NOT_SIGNED_IN");
            }
            for (var request : List.of("{'do':'status'}", "{'do':'bill'}", "{'do':'held'}")) {
                assertThat(console.ok(request).toString()).as(request).doesNotContain("张", "李", "M000");
            }
            console.ok("{'do':'sign-in','operator':'1001','pin':'1111'}");
            assertThat(console.ok("{'do':'bill'}").toString()).contains("M0002");
            assertThat(console.ok("{'do':'held'}").toString()).contains("张*");
            assertThat(console.code("{'do':'member-info','no':'M0001'}")).isEqualTo("ok");
        }
    }
}
