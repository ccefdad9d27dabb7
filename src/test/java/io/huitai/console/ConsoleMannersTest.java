package io.huitai.console;

import static io.huitai.console.ConsoleDriver.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleMannersTest {
    @TempDir
    private Path store;

    @Test
    void nobodyIsBornTomorrow() {
        try (var console = ConsoleDriver.selling(store, "vip-points")) {
            var enrol = "{'do':'enrol','name':'甲','phone':'13800000001','birthday':'%s'}";
            assertThat(console.code(enrol.formatted("2026-06-11"))).isEqualTo("BAD_REQUEST");
            assertThat(console.code(enrol.formatted("2026-06-10"))).isEqualTo("ok");
        }
    }

    @Test
    void whatWouldNotAddUpIsRefusedByNameAndNothingChanges() {
        try (var console = ConsoleDriver.selling(store, "standard-card")) {
            var most = "92233720368547758.07";
            assertThat(console.code("{'do':'add','name':'x','category':'food','price':'" + most + "'}"))
                    .isEqualTo("OVERFLOW");
            assertThat(console.code("{'do':'cash-in','amount':'" + most + "','reason':'r'}"))
                    .isEqualTo("OVERFLOW");
            assertThat(console.code("{'do':'recharge','member':'M0002','amount':'" + most + "','tender':'cash'}"))
                    .isEqualTo("OVERFLOW");
            assertThat(console.ask("{'do':'reverse-points','member':'M0002','points':9223372036854775807,'reason':'r',"
                                    + ConsoleDriver.SUPERVISOR + "}")
                            .path("error")
                            .path("message")
                            .asString())
                    .endsWith("points：应为正整数");
            console.ok("{'do':'add','sku':'L001'}");
            assertThat(console.code("{'do':'tender','type':'cash','amount':'" + most + "'}"))
                    .isEqualTo("OVERFLOW");
            console.ok("{'do':'tender','type':'cash'}");
            assertThat(console.ok("{'do':'x-report'}").path("sales").asString()).isEqualTo("46.00");
        }
    }

    @Test
    void anIdOfAnyKindIsRepeatedAsItCame() {
        try (var console = ConsoleDriver.open(store, "standard-card")) {
            for (var id :
                    new String[] {"null", "\"甲\"", "1.50", "[1,{\"a\":1.50}]", "12345678901234567890123", "true"}) {
                assertThat(console.raw("{\"id\":" + id + ",\"do\":\"held\"}"))
                        .isEqualTo("{\"id\":" + id + ",\"ok\":true,\"held\":[]}");
            }
        }
    }

    @Test
    void anApprovalThatNothingAsksForIsNotLookedAt() {
        try (var console = ConsoleDriver.open(store, "standard-card")) {
            assertThat(console.code("{'do':'held','approval':5}")).isEqualTo("ok");
            assertThat(console.code("{'do':'status','approval':{'operator':'2001'}}"))
                    .isEqualTo("ok");
            console.ok("{'do':'sign-in','operator':'1001','pin':'1111','approval':{'operator':'2001','pin':'0'}}");
            assertThat(console.code(
                            "{'do':'open-shift','float':'1.00'," + "'approval':{'operator':'nobody','pin':'0'}}"))
                    .isEqualTo("ok");
            assertThat(console.code("{'do':'no-sale','reason':'x','approval':5}"))
                    .isEqualTo("BAD_REQUEST");
            assertThat(console.code("{'do':'no-sale','reason':'x'," + SUPERVISOR + "}"))
                    .isEqualTo("ok");
        }
    }

    @Test
    void anApprovalIsNotReadWhereTheStepTurnsOutToNeedNone() {
        try (var console = ConsoleDriver.selling(store, "mall")) {
            for (var malformed : new String[] {"5", "{}", "{'operator':'2001','pin':2222}", "{'by':'2001'}"}) {
                var approval = ",'approval':" + malformed + "}";
                console.ok("{'do':'add','name':'x','category':'food','price':'10.00'" + approval);
                console.ok("{'do':'tender','type':'cash','amount':'1.00'" + approval);
                console.ok("{'do':'void-tender'" + approval);
                console.ok("{'do':'void-bill','reason':'r'" + approval);
                console.ok("{'do':'enrol','name':'甲','phone':'" + malformed.length()
                        + "','email':'a@b.c','consent':true" + approval);
                console.ok("{'do':'add','name':'x','category':'food','price':'10.00'}");
                console.ok("{'do':'tender','type':'card','amount':'1.00'}");
                assertThat(console.code("{'do':'void-tender'" + approval)).isEqualTo("BAD_REQUEST");
                assertThat(console.code("{'do':'void-bill','reason':'r'" + approval))
                        .isEqualTo("BAD_REQUEST");
                console.ok("{'do':'void-bill','reason':'r'," + SUPERVISOR + "}");
            }
        }
    }

    @Test
    void whatIsNotJsonIsToldInTheTillsOwnWords() {
        try (var console = ConsoleDriver.open(store, "standard-card")) {
            for (var line : new String[] {
                "{'do':'add','sku':NaN}",
                "{'do':'held'} {'do':'held'}",
                "{'do':'held'",
                "{'do':'held' /* so */}",
                "{'do':'held','do':'status'}",
                "{'do':'held','id':" + "9".repeat(400) + "}",
                "[".repeat(2_000)
            }) {
                assertThat(console.ask(line).toString())
                        .as(line)
                        .contains("BAD_REQUEST")
                        .doesNotContain("Feature", "tools.jackson", "Token", "REDACTED", "Constraints", "ALLOW");
            }
            assertThat(console.ask("{'do':'held','do':'status'}").toString()).contains("do: ");
        }
    }

    @Test
    void aBillWithoutTendersHasNoneToVoid() {
        try (var console = ConsoleDriver.selling(store, "standard-card")) {
            assertThat(console.code("{'do':'void-tender'}")).isEqualTo("BILL_EMPTY");
            console.ok("{'do':'add','sku':'R001'}");
            assertThat(console.code("{'do':'void-tender'}")).isEqualTo("BAD_REQUEST");
            assertThat(console.code("{'do':'void-tender','index':1}")).isEqualTo("BAD_REQUEST");
        }
    }

    @Test
    void whatIsNotARequestIsAnsweredAndTheTillGoesOn() {
        try (var console = ConsoleDriver.open(store, "standard-card")) {
            for (var line :
                    new String[] {"", "nonsense", "[1]", "5", "{'do':5}", "{'do':'fly'}", "{}", "{'do':'held','x':1}"
                    }) {
                assertThat(console.code(line)).as(line).isEqualTo("BAD_REQUEST");
            }
            assertThat(console.code("{'do':'clock'}")).isEqualTo("BAD_REQUEST");
            assertThat(console.code("{'do':'held'}")).isEqualTo("ok");
        }
    }

    @Test
    void whoIsNotSignedInLearnsNothingOfProductsAndMembers() {
        try (var console = ConsoleDriver.open(store, "standard-card")) {
            assertThat(console.code("{'do':'add','sku':'none'}")).isEqualTo("NOT_SIGNED_IN");
            assertThat(console.code("{'do':'member','no':'none'}")).isEqualTo("NOT_SIGNED_IN");
            console.ok("{'do':'sign-in','operator':'1001','pin':'1111'}");
            assertThat(console.code("{'do':'add','sku':'none'}")).isEqualTo("NO_SHIFT");
            assertThat(console.code("{'do':'member','name':'张三'}")).isEqualTo("NO_SHIFT");
        }
    }

    @Test
    void signingOutMayNameTheOperatorAndSaysWhoLeft() {
        try (var console = ConsoleDriver.open(store, "standard-card")) {
            console.ok("{'do':'sign-in','operator':'2001','pin':'2222'}");
            var left = console.ok("{'do':'sign-out','operator':'2001','pin':'2222'}");
            assertThat(left.path("role").asString()).isEqualTo("supervisor");
            assertThat(console.code("{'do':'sign-out'}")).isEqualTo("NOT_SIGNED_IN");
        }
    }

    @Test
    void fiveWrongPinsLockForFiveMinutesOfTheTillsClock() {
        try (var console = ConsoleDriver.selling(store, "standard-card")) {
            var wrong = "{'do':'no-sale','reason':'x','approval':{'operator':'2001','pin':'0'}}";
            for (var i = 0; i < 5; i++) {
                assertThat(console.code(wrong)).isEqualTo("APPROVAL_DENIED");
            }
            assertThat(console.code("{'do':'no-sale','reason':'x'," + SUPERVISOR + "}"))
                    .isEqualTo("OPERATOR_LOCKED");
            assertThat(console.code("{'do':'sign-in','operator':'2001','pin':'2222'}"))
                    .isEqualTo("OPERATOR_LOCKED");
            console.ok("{'do':'clock','now':'2026-06-10T12:04:59+08:00'}");
            assertThat(console.code("{'do':'no-sale','reason':'x'," + SUPERVISOR + "}"))
                    .isEqualTo("OPERATOR_LOCKED");
            console.ok("{'do':'clock','now':'2026-06-10T12:05:00+08:00'}");
            assertThat(console.code("{'do':'no-sale','reason':'x'," + SUPERVISOR + "}"))
                    .isEqualTo("ok");
        }
    }

    @Test
    void anEventOnTheBillIsTakenBackByNull() {
        try (var console = ConsoleDriver.selling(store, "standard-card")) {
            console.ok("{'do':'service','event':'birthday','adults':4}");
            console.ok("{'do':'service','event':null}");
            assertThat(console.code("{'do':'service','event':'party'}")).isEqualTo("BAD_REQUEST");
        }
    }

    @Test
    void anOpenItemHasAName() {
        try (var console = ConsoleDriver.selling(store, "standard-card")) {
            assertThat(console.code("{'do':'add','name':' ','category':'food','price':'1.00'}"))
                    .isEqualTo("BAD_REQUEST");
        }
    }

    @Test
    void aClockThatJumpedByMoreThanADayIsJournalledWithTheNextEntry() {
        for (var time : List.of("06-01T00:00:00", "06-02T00:00:00", "06-03T00:00:01", "06-01T00:00:00")) {
            try (var console = ConsoleDriver.onTheWall(store, "mall", "2026-" + time + "+08:00")) {
                console.ok("{'do':'sign-in','operator':'1001','pin':'1111'}");
            }
        }
        try (var files = Files.list(store.resolve("journal"))) {
            var kinds = new ArrayList<String>();
            for (var file :
                    files.filter(each -> each.toString().endsWith(".jsonl")).toList()) {
                var found = Pattern.compile("ClockDoubted|TillOpened").matcher(Files.readString(file));
                while (found.find()) {
                    kinds.add(found.group());
                }
            }
            assertThat(kinds).containsExactly("TillOpened", "ClockDoubted", "ClockDoubted");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
