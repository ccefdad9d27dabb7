package io.huitai.console;

import static io.huitai.console.ConsoleDriver.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ConsoleCardsTest {
    /// Two member cards that are nobody's.
    private static final String FREE = "'card':{'track2':';9988000000008000=30121010000?'}";

    private static final String TAG = "'card':{'uid':'04A1B2C3'}";

    @TempDir
    private Path store;

    // Bound

    @Test
    void aUidThatIsNotHexadecimalIsABadRequestAndBindsNothing() {
        try (var console = ConsoleDriver.selling(store, "supermarket")) {
            assertThat(console.code("{'do':'tap','uid':'04ZZ'}")).isEqualTo("BAD_REQUEST");
            assertThat(console.code("{'do':'bind-card','member':'M0001','card':{'uid':'04ZZ'}}"))
                    .isEqualTo("BAD_REQUEST");
            console.ok("{'do':'bind-card','member':'M0001','card':{'uid':'04aabbcc'}}");
            console.ok("{'do':'tap','uid':'04AABBCC'}");
        }
    }

    @Test
    void theFirstCardBringsThePackAndLaterOnesNothing() throws IOException {
        JsonNode after;
        try (var console = ConsoleDriver.selling(store, "baichuanhui")) {
            assertThat(console.ok("{'do':'bind-card','member':'M0002'," + TAG + "}")
                            .path("card")
                            .path("no")
                            .asString())
                    .isEqualTo("****B2C3");
            assertThat(count(console.member("M0002"), "chinese10")).isEqualTo(10);
            console.ok("{'do':'bind-card','member':'M0002','card':{'uid':'04A1B2C4'}}");
            after = console.member("M0002");
            assertThat(count(after, "chinese10")).isEqualTo(10);
            assertThat(after.path("vouchers").toString())
                    .contains("{\"type\":\"wedding500\",\"count\":6,\"expires\":\"2027-06-10\"}");
            assertThat(console.code("{'do':'bind-card','member':'M0003'," + TAG + "}"))
                    .isEqualTo("CARD_IN_USE");
            assertThat(console.code("{'do':'bind-card','member':'M9999','card':{'uid':'04A1B2C5'}}"))
                    .isEqualTo("UNKNOWN_MEMBER");
        }
        try (var console = rebuilt("baichuanhui")) {
            assertThat(console.member("M0002")).isEqualTo(after);
        }
    }

    @Test
    void aCardGivenAtEnrolmentBringsThePackOnce() {
        try (var console = ConsoleDriver.selling(store, "baichuanhui")) {
            var enrolled = console.ok("{'do':'enrol','name':'新人','phone':'1380'," + TAG + "}");
            var no = enrolled.path("member").path("no").asString();
            assertThat(enrolled.path("granted").size()).isEqualTo(8);
            console.ok("{'do':'bind-card','member':'" + no + "','card':{'uid':'04A1B2C4'}}");
            assertThat(count(console.member(no), "room50")).isEqualTo(6);
        }
    }

    // Lost and replaced

    @Test
    void aLostCardIsBlockedAtOnceAndStaysSo() throws IOException {
        try (var console = ConsoleDriver.selling(store, "standard-card")) {
            assertThat(console.code("{'do':'swipe','track2':';9988000000000023=30121010000?'}"))
                    .isEqualTo("ok");
            console.ok("{'do':'drop-member'}");
            console.ok("{'do':'bind-card','member':'M0002'," + TAG + "}");
            assertThat(console.code("{'do':'report-lost','member':'M0002','card':'9988000000000031'}"))
                    .isEqualTo("UNKNOWN_CARD");
            var cards = console.ok("{'do':'report-lost','member':'M0002','card':'9988000000000023'}")
                    .path("cards");
            assertThat(cards.toString())
                    .isEqualTo(
                            "[{\"no\":\"****0023\",\"status\":\"blocked\"},{\"no\":\"****B2C3\",\"status\":\"active\"}]");
            assertThat(console.code("{'do':'tap','uid':'04a1b2c3'}")).isEqualTo("ok");
            assertThat(console.ok("{'do':'report-lost','member':'M0002'}")
                            .path("cards")
                            .toString())
                    .doesNotContain("active");
        }
        try (var console = rebuilt("standard-card")) {
            console.ok("{'do':'sign-in','operator':'1001','pin':'1111'}");
            assertThat(console.code("{'do':'swipe','track2':';9988000000000023=30121010000?'}"))
                    .isEqualTo("CARD_BLOCKED");
            assertThat(console.code("{'do':'tap','uid':'04A1B2C3'}")).isEqualTo("CARD_BLOCKED");
            assertThat(console.code("{'do':'report-lost','member':'M9999'}")).isEqualTo("UNKNOWN_MEMBER");
        }
    }

    @Test
    void aCardAsGoodAsCashIsNotReportedLost() {
        try (var console = ConsoleDriver.selling(store, "prepaid-dining")) {
            assertThat(console.code("{'do':'report-lost','member':'M0002'}")).isEqualTo("NOT_IN_PROGRAMME");
            var replace = "{'do':'replace-card','member':'M0002'," + TAG + ",'reason':";
            assertThat(console.code(replace + "'lost'}")).isEqualTo("NOT_IN_PROGRAMME");
            assertThat(console.code(replace + "'damaged'}")).isEqualTo("ok");
        }
    }

    @Test
    void anotherCardCostsWhatTheProgrammeSays() throws IOException {
        try (var console = ConsoleDriver.selling(store, "yinbei")) {
            var lost = console.ok("{'do':'replace-card','member':'M0002'," + TAG + ",'reason':'lost'}");
            assertThat(lost.path("fee").asString()).isEqualTo("2.00");
            assertThat(lost.path("card").path("no").asString()).isEqualTo("****B2C3");
            assertThat(console.code("{'do':'swipe','track2':';9988000000000023=30121010000?'}"))
                    .isEqualTo("CARD_BLOCKED");
            var damaged = console.ok("{'do':'replace-card','member':'M0002','card':{'uid':'04A1B2C4'},"
                    + "'reason':'damaged','tender':'wechat'}");
            assertThat(damaged.path("fee").asString()).isEqualTo("1.00");
            assertThat(console.code("{'do':'tap','uid':'04A1B2C3'}")).isEqualTo("CARD_BLOCKED");
            var report = console.ok("{'do':'x-report'}");
            assertThat(report.path("fees").asString()).isEqualTo("3.00");
            assertThat(report.path("tenders").path("wechat").asString()).isEqualTo("1.00");
            assertThat(report.path("drawer").path("expected").asString()).isEqualTo("502.00");
            assertThat(console.code("{'do':'replace-card','member':'M0003','card':{'uid':'04A1B2C5'},'reason':'old'}"))
                    .isEqualTo("BAD_REQUEST");
            assertThat(console.code("{'do':'replace-card','member':'M0003','card':{'uid':'04A1B2C5'},"
                            + "'reason':'lost','tender':'stored'}"))
                    .isEqualTo("NOT_IN_PROGRAMME");
            assertThat(console.code("{'do':'replace-card','member':'M0003'," + TAG + ",'reason':'lost'}"))
                    .isEqualTo("CARD_IN_USE");
        }
        try (var console = rebuilt("yinbei")) {
            assertThat(console.member("M0002").path("cards").toString())
                    .isEqualTo(
                            "[{\"no\":\"****0023\",\"status\":\"blocked\"},{\"no\":\"****B2C3\",\"status\":\"blocked\"},"
                                    + "{\"no\":\"****B2C4\",\"status\":\"active\"}]");
        }
    }

    @Test
    void aFreeCardNeedsNoShiftAndAFeeDoes() {
        try (var console = ConsoleDriver.open(store, "standard-card")) {
            console.ok("{'do':'sign-in','operator':'1001','pin':'1111'}");
            assertThat(console.ok("{'do':'replace-card','member':'M0002'," + TAG + ",'reason':'lost'}")
                            .path("fee")
                            .asString())
                    .isEqualTo("0.00");
        }
        try (var console = ConsoleDriver.open(store.resolve("other"), "department-store")) {
            console.ok("{'do':'sign-in','operator':'1001','pin':'1111'}");
            var replace = "{'do':'replace-card','member':'M0002'," + TAG + ",'reason':'lost'}";
            assertThat(console.code(replace)).isEqualTo("NO_SHIFT");
            console.ok("{'do':'open-shift','float':'0.00'}");
            var replaced = console.ok(replace);
            assertThat(replaced.path("fee").asString()).isEqualTo("10.00");
            assertThat(replaced.path("notice").asString()).isEqualTo("请核对会员证件");
        }
    }

    @Test
    void aNamelessCardIsReplacedOnlyWhereTheProgrammeSaysSo() {
        var enrol = "{'do':'enrol','name':'','phone':''," + FREE + "}";
        var replace = "{'do':'replace-card','member':'S001-T1-00001'," + TAG + ",'reason':'damaged'}";
        try (var console = ConsoleDriver.selling(store.resolve("a"), "yuexi-hotel")) {
            console.ok(enrol);
            assertThat(console.code(replace)).isEqualTo("NOT_ALLOWED");
        }
        try (var console = ConsoleDriver.selling(store.resolve("b"), "auto-club")) {
            console.ok(enrol);
            assertThat(console.code(replace)).isEqualTo("ok");
            assertThat(console.code("{'do':'enrol','name':'','phone':''}")).isEqualTo("ok");
            assertThat(console.code("{'do':'member','phone':' '}")).isEqualTo("UNKNOWN_MEMBER");
        }
        try (var console = ConsoleDriver.selling(store.resolve("c"), "mall")) {
            assertThat(console.code(enrol)).isEqualTo("BAD_REQUEST");
        }
    }

    @Test
    void whereTheCodeIsTheCardPlasticIsNone() {
        try (var console = ConsoleDriver.selling(store, "casual-dining")) {
            assertThat(console.code("{'do':'swipe','track2':';9988000000000023=30121010000?'}"))
                    .isEqualTo("NOT_IN_PROGRAMME");
            assertThat(console.sell("M0002", "100.00").path("paid").asString()).isEqualTo("95.00");
        }
    }

    // Kinds of cards

    @Test
    void aBoughtCardIsAKindOfItsOwnAndEarnsNothing() {
        try (var console = ConsoleDriver.selling(store, "auto-club")) {
            var no = console.ok("{'do':'enrol','name':'','phone':'','ground':{'fee':'cash'}}")
                    .path("member")
                    .path("no")
                    .asString();
            assertThat(console.ok("{'do':'x-report'}").path("fees").asString()).isEqualTo("200.00");
            assertThat(console.sell(no, "300.00").path("earned").asLong()).isZero();
            assertThat(console.code("{'do':'enrol','name':'a','phone':'1','kind':'purchased'}"))
                    .isEqualTo("GROUND_REQUIRED");
            assertThat(console.code("{'do':'enrol','name':'a','phone':'1','kind':'prepaid','ground':{'fee':'cash'}}"))
                    .isEqualTo("GROUND_REQUIRED");
            assertThat(console.code("{'do':'enrol','name':'a','phone':'1','kind':'x'}"))
                    .isEqualTo("BAD_REQUEST");
            assertThat(console.code("{'do':'enrol','name':'a','phone':'1','kind':'purchased','ground':{'waived':'r'}}"))
                    .isEqualTo("APPROVAL_REQUIRED");
        }
    }

    @Test
    void aGiftCardIsSoldWithItsMoneyOnIt() throws IOException {
        String no;
        try (var console = ConsoleDriver.selling(store, "tea-house")) {
            var enrolled = console.ok("{'do':'enrol','name':'','phone':'','kind':'vip','ground':{'fee':'card'}}");
            no = enrolled.path("member").path("no").asString();
            assertThat(enrolled.path("member").path("tier").asString()).isEqualTo("vip");
            var report = console.ok("{'do':'x-report'}");
            assertThat(report.path("recharges").asString()).isEqualTo("500.00");
            assertThat(report.path("fees").asString()).isEqualTo("0.00");
            assertThat(report.path("tenders").path("card").asString()).isEqualTo("500.00");
            var empty = console.ok("{'do':'enrol','name':'','phone':'','kind':'vip'}");
            assertThat(principal(empty.path("member"))).isEqualTo("0.00");
            var plain = console.ok("{'do':'enrol','name':'','phone':'','ground':{'fee':'cash'}}");
            assertThat(plain.path("member").path("tier").asString()).isEqualTo("guest");
            assertThat(principal(plain.path("member"))).isEqualTo("0.00");
        }
        try (var console = rebuilt("tea-house")) {
            assertThat(principal(console.member(no))).isEqualTo("500.00");
        }
    }

    @Test
    void aDocumentIsEnrolledOnceWhateverItsLettersCase() {
        try (var console = ConsoleDriver.selling(store, "vip-points")) {
            var enrol = "{'do':'enrol','name':'%s','phone':'1380','document':{'type':'id','no':'%s'}}";
            console.ok(enrol.formatted("甲", "11010519491231002x"));
            assertThat(console.code(enrol.formatted("乙", "11010519491231002X"))).isEqualTo("DUPLICATE_MEMBER");
        }
    }

    // Who told them

    @Test
    void whoTellsAnotherGetsPointsAtOnceAndAShareOfTheFirstBill() throws IOException {
        JsonNode after;
        try (var console = ConsoleDriver.selling(store, "jinpeng-currency")) {
            assertThat(console.code("{'do':'enrol','name':'甲','phone':'1','referrer':'M9999'}"))
                    .isEqualTo("UNKNOWN_MEMBER");
            var no = console.ok("{'do':'enrol','name':'甲','phone':'1','referrer':'M0001'}")
                    .path("member")
                    .path("no")
                    .asString();
            assertThat(console.member("M0001").path("points").asLong()).isEqualTo(50);
            console.ok("{'do':'drop-member'}");
            var bill = console.sell(no, "259.00"); // 5 % are 12.95
            assertThat(bill.path("earned").asLong()).isEqualTo(25);
            assertThat(console.member("M0001").path("points").asLong()).isEqualTo(62);
            console.sell(no, "1000.00");
            after = console.member("M0001");
            assertThat(after.path("points").asLong()).isEqualTo(62);
        }
        try (var console = rebuilt("jinpeng-currency")) {
            assertThat(console.member("M0001")).isEqualTo(after);
        }
    }

    @Test
    void whereNobodyIsThankedWhoToldThemDoesNotMatter() {
        try (var console = ConsoleDriver.selling(store, "vip-points")) {
            assertThat(console.code("{'do':'enrol','name':'甲','phone':'1','referrer':'M9999'}"))
                    .isEqualTo("ok");
        }
        try (var console = ConsoleDriver.selling(store.resolve("other"), "paid-tiers")) {
            console.ok("{'do':'enrol','name':'甲','phone':'1','referrer':'M0001'}");
            assertThat(console.member("M0001").path("points").asLong()).isEqualTo(100);
            console.sell("S001-T1-00001", "100.00");
            assertThat(console.member("M0001").path("points").asLong()).isEqualTo(100);
        }
    }

    @Test
    void aWaivedFeeForJoiningNeedsASupervisorAndGivesTheYearAllTheSame() {
        try (var console = ConsoleDriver.selling(store, "mother-baby")) {
            var enrol = "{'do':'enrol','name':'%s','phone':'1','ground':%s}";
            console.ok(enrol.formatted("甲", "{'fee':'cash'}"));
            console.ok(enrol.formatted("乙", "{'waived':'r'}," + SUPERVISOR));
            for (var no : new String[] {"S001-T1-00001", "S001-T1-00002"}) {
                assertThat(console.ok("{'do':'subscribe','member':'" + no + "','tier':'member','period':'year'}")
                                .path("until")
                                .asString())
                        .isEqualTo("2028-06-10");
            }
            assertThat(console.ok("{'do':'x-report'}").path("fees").asString()).isEqualTo("597.00");
        }
    }

    private static String principal(JsonNode member) {
        return member.path("stored").path("principal").asString();
    }

    private static long count(JsonNode member, String voucher) {
        var count = 0L;
        for (var each : member.path("vouchers")) {
            count += each.path("type").asString().equals(voucher)
                    ? each.path("count").asLong()
                    : 0;
        }
        return count;
    }

    /// The same store, told again from its journal.
    private ConsoleDriver rebuilt(String programme) throws IOException {
        Files.delete(store.resolve("store.mv.db"));
        return ConsoleDriver.open(store, programme);
    }
}
