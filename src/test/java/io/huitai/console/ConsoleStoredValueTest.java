package io.huitai.console;

import static io.huitai.console.ConsoleDriver.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ConsoleStoredValueTest {
    private static final String MANAGER = "'approval':{'operator':'3001','pin':'3333'}";
    private static final String TOMORROW = "{'do':'clock','now':'2026-06-11T12:00:00+08:00'}";

    /// Gives something at each recharge, no points for what a card paid, and cash when a member leaves.
    private static final String TRIAL = """
            id: money-trial
            version: 1
            applies-from: 2026-01-01
            name: {zh: 储值试验, en: Money trial}
            tiers:
              - {id: member, name: {zh: 会员, en: Member}}
            points:
              earn:
                - {id: earn, name: {zh: 积分, en: Points}, per: 1.00, points: 1}
              stored-value-earns: false
            vouchers:
              - {id: ten, name: {zh: 10元券, en: Ten}, worth: {amount: 10.00}}
            membership:
              enrolment: {}
              grants:
                - id: with-money
                  occasion: {recharge: 100.00}
                  points: 7
                  vouchers: [{type: ten, count: 2, validity: {days: 30}}]
              stored-value:
                minimum: 1.00
                bonus: [{from: 100.00, share: 0.10}]
                closing: cash
            """;

    @TempDir
    private Path store;

    @TempDir
    private Path files;

    private String trial() throws IOException {
        return Files.writeString(files.resolve("money-trial.yaml"), TRIAL).toString();
    }

    private static String recharge(String amount, String more) {
        return "{'do':'recharge','member':'M0002','amount':'" + amount + "','tender':'cash'" + more + "}";
    }

    private static String tender(String type, String amount) {
        return "{'do':'tender','type':'" + type + "','amount':'" + amount + "'}";
    }

    private static String stored(JsonNode stored) {
        return stored.path("principal").asString() + "+" + stored.path("bonus").asString();
    }

    private static String stored(ConsoleDriver console) {
        return stored(console.member("M0002").path("stored"));
    }

    private static void bill(ConsoleDriver console, String... pricesByCategory) {
        console.ok("{'do':'member','no':'M0002'}");
        for (var i = 0; i < pricesByCategory.length; i += 2) {
            console.ok("{'do':'add','name':'x','category':'" + pricesByCategory[i] + "','price':'"
                    + pricesByCategory[i + 1] + "'}");
        }
    }

    private static JsonNode refund(ConsoleDriver console, String receipt, String lines) {
        return console.ok("{'do':'refund','receipt':'" + receipt + "'" + lines + ",'reason':'r'," + SUPERVISOR + "}");
    }

    // Recharges

    @Test
    void aRechargeBringsTheBonusOfItsBand() {
        try (var console = ConsoleDriver.selling(store, "prepaid-dining")) {
            assertThat(console.code(recharge("4999.99", ""))).isEqualTo("RECHARGE_LIMIT");
            var first = console.ok(recharge("5000.00", ""));
            assertThat(stored(first.path("stored"))).isEqualTo("5000.00+500.00");
            assertThat(first.path("granted").size()).isZero();
            assertThat(first.path("tier").asString()).isEqualTo("member");
            assertThat(first.path("receipt").path("no").asString()).isEqualTo("S001-T1-000001");
            // 5000.05 × 10 % = 500.005
            assertThat(stored(console.ok(recharge("5000.05", "")).path("stored")))
                    .isEqualTo("10000.05+1000.01");
            assertThat(stored(console.ok(recharge("6000.00", ",'bonus':'5'")).path("stored")))
                    .isEqualTo("16000.05+1300.01");
            var report = console.ok("{'do':'x-report'}");
            assertThat(report.path("recharges").asString()).isEqualTo("16000.05");
            assertThat(report.path("tenders").path("cash").asString()).isEqualTo("16000.05");
            assertThat(report.path("stored").path("bonus").asString()).isEqualTo("1300.01");
        }
    }

    @Test
    void aBonusAboveTheUsualNeedsTheApproverOfItsBand() {
        try (var console = ConsoleDriver.selling(store, "prepaid-dining")) {
            assertThat(console.code(recharge("50000.00", ",'bonus':'10.01'," + MANAGER)))
                    .isEqualTo("RECHARGE_LIMIT");
            var asked = console.ask(recharge("60000.00", ",'bonus':'12.5'"));
            assertThat(asked.path("error").path("code").asString()).isEqualTo("APPROVAL_REQUIRED");
            assertThat(asked.path("error").path("needs").asString()).isEqualTo("manager");
            assertThat(asked.path("error").path("message").asString()).contains("经理");
            assertThat(console.code(recharge("60000.00", ",'bonus':'12.5'," + SUPERVISOR)))
                    .isEqualTo("APPROVAL_DENIED");
            assertThat(console.code(recharge("60000.00", ",'bonus':'15.01'," + MANAGER)))
                    .isEqualTo("RECHARGE_LIMIT");
            assertThat(stored(console)).isEqualTo("0.00+0.00");
            assertThat(stored(console.ok(recharge("60000.00", ",'bonus':'12.5'," + MANAGER))
                            .path("stored")))
                    .isEqualTo("60000.00+7500.00");
            assertThat(stored(console.ok(recharge("50000.01", "")).path("stored")))
                    .isEqualTo("110000.01+12500.00");
        }
    }

    @Test
    void aRechargeTakesMoneyOfAMemberInAShift() {
        try (var console = ConsoleDriver.open(store, "standard-card")) {
            console.ok("{'do':'sign-in','operator':'1001','pin':'1111'}");
            assertThat(console.code(recharge("10.00", ""))).isEqualTo("NO_SHIFT");
            console.ok("{'do':'open-shift','float':'0.00'}");
            for (var promise : new String[] {"stored", "room", "account"}) {
                assertThat(console.code(
                                "{'do':'recharge','member':'M0002','amount':'10.00','tender':'" + promise + "'}"))
                        .isEqualTo("BAD_REQUEST");
            }
            assertThat(console.code("{'do':'recharge','member':'X','amount':'10.00','tender':'cash'}"))
                    .isEqualTo("UNKNOWN_MEMBER");
            assertThat(console.code(recharge("0.00", ""))).isEqualTo("BAD_AMOUNT");
            assertThat(console.code(recharge("10.00", ",'bonus':'x'"))).isEqualTo("BAD_REQUEST");
            assertThat(console.code(recharge("10.00", ",'bonus':'1'"))).isEqualTo("RECHARGE_LIMIT");
        }
    }

    @Test
    void aProgrammeWithoutStoredValueTakesNone() {
        try (var console = ConsoleDriver.selling(store, "mall")) {
            assertThat(console.code(recharge("100.00", ""))).isEqualTo("NOT_IN_PROGRAMME");
            bill(console, "food", "1.00");
            assertThat(console.code("{'do':'tender','type':'stored'}")).isEqualTo("STORED_NOT_ENOUGH");
        }
    }

    @Test
    void oneLargeRechargeLiftsAndSmallOnesDoNot() {
        try (var console = ConsoleDriver.selling(store, "standard-card")) {
            console.ok(recharge("1999.99", ""));
            assertThat(console.ok(recharge("1999.99", "")).path("tier").asString())
                    .isEqualTo("regular");
            assertThat(console.ok(recharge("2000.00", "")).path("tier").asString())
                    .isEqualTo("gold");
            assertThat(console.ok(recharge("10000.00", "")).path("tier").asString())
                    .isEqualTo("platinum");
            bill(console, "food", "100.00");
            var receipt = console.ok("{'do':'tender','type':'stored'}").path("receipt");
            assertThat(receipt.path("paid").asString()).isEqualTo("80.00");
            assertThat(receipt.path("earned").asLong()).isEqualTo(80);
            assertThat(stored(console)).isEqualTo("15919.98+0.00");
        }
    }

    @Test
    void aRechargeMakesAPrepaidCardThatEarns() {
        try (var console = ConsoleDriver.selling(store, "auto-club")) {
            assertThat(console.sell("M0002", "100.00").path("earned").asLong()).isZero();
            assertThat(console.code(recharge("499.99", ""))).isEqualTo("RECHARGE_LIMIT");
            console.ok(recharge("500.00", ""));
            assertThat(console.sell("M0002", "100.00").path("earned").asLong()).isEqualTo(100);
        }
    }

    @Test
    void aBandIsForItsTiers() {
        try (var console = ConsoleDriver.selling(store, "yuexi-hotel")) {
            assertThat(stored(console.ok(recharge("1000.00", "")).path("stored")))
                    .isEqualTo("1000.00+0.00");
            console.ok("{'do':'set-tier','member':'M0002','tier':'gold','reason':'r'," + SUPERVISOR + "}");
            assertThat(stored(console.ok(recharge("999.99", "")).path("stored")))
                    .isEqualTo("1999.99+0.00");
            assertThat(stored(console.ok(recharge("1000.00", "")).path("stored")))
                    .isEqualTo("2999.99+100.00");
        }
    }

    @Test
    void everyRechargeBringsItsGrants() throws IOException {
        try (var console = ConsoleDriver.selling(store, trial())) {
            assertThat(console.ok(recharge("99.99", "")).path("granted").size()).isZero();
            var granted = console.ok(recharge("100.00", "")).path("granted").get(0);
            assertThat(granted.path("type").asString()).isEqualTo("ten");
            assertThat(granted.path("count").asLong()).isEqualTo(2);
            assertThat(granted.path("expires").asString()).isEqualTo("2026-07-09");
            console.ok(recharge("100.00", ""));
            assertThat(console.member("M0002").path("points").asLong()).isEqualTo(14);
            assertThat(console.member("M0002")
                            .path("vouchers")
                            .get(0)
                            .path("count")
                            .asLong())
                    .isEqualTo(4);
        }
    }

    // Paying

    @Test
    void aCardPaysPrincipalAndBonusInProportionAndVoidingPutsThemBack() {
        try (var console = ConsoleDriver.selling(store, "prepaid-dining")) {
            console.ok(recharge("5000.00", ""));
            console.ok(TOMORROW);
            bill(console, "food", "3000.01");
            console.ok(tender("stored", "2499.99"));
            // floor(2499.99 × 500 ÷ 5500) = 227.27
            assertThat(stored(console)).isEqualTo("2727.28+272.73");
            console.ok("{'do':'void-tender'}");
            assertThat(stored(console)).isEqualTo("5000.00+500.00");
            console.ok(tender("stored", "1000.00")); // bonus 90.90
            console.ok(tender("stored", "1000.00")); // floor(1000 × 409.10 ÷ 4500) = 90.91
            assertThat(stored(console)).isEqualTo("3181.81+318.19");
            console.ok("{'do':'void-tender','index':3}");
            assertThat(stored(console)).isEqualTo("4090.90+409.10");
            assertThat(console.code("{'do':'void-bill','reason':'r'}")).isEqualTo("APPROVAL_REQUIRED");
            console.ok("{'do':'void-bill','reason':'r'," + SUPERVISOR + "}");
            assertThat(stored(console)).isEqualTo("5000.00+500.00");
            assertThat(console.ok("{'do':'x-report'}")
                            .path("stored")
                            .path("spent")
                            .asString())
                    .isEqualTo("0.00");
        }
    }

    @Test
    void whatATenderTookIsKnownAfterARestart() {
        try (var console = ConsoleDriver.selling(store, "prepaid-dining")) {
            console.ok(recharge("5000.00", ""));
            bill(console, "food", "200.00");
            console.ok(tender("stored", "100.00"));
        }
        try (var console = ConsoleDriver.open(store, "prepaid-dining")) {
            console.ok("{'do':'sign-in','operator':'1001','pin':'1111'}");
            console.ok("{'do':'void-tender'}");
            assertThat(stored(console)).isEqualTo("5000.00+500.00");
        }
    }

    @Test
    void whoPaysFromACardIsAMemberWithEnoughOnIt() {
        try (var console = ConsoleDriver.selling(store, "standard-card")) {
            console.ok("{'do':'add','name':'x','category':'food','price':'100.00'}");
            assertThat(console.code("{'do':'tender','type':'stored'}")).isEqualTo("NO_MEMBER");
            console.ok(recharge("89.99", ""));
            console.ok("{'do':'member','no':'M0002'}");
            assertThat(console.code("{'do':'tender','type':'stored'}")).isEqualTo("STORED_NOT_ENOUGH");
            assertThat(console.code(tender("stored", "90.01"))).isEqualTo("OVER_TENDERED");
            console.ok(recharge("0.01", ""));
            assertThat(console.ok("{'do':'tender','type':'stored'}").path("due").asString())
                    .isEqualTo("0.00");
            assertThat(stored(console)).isEqualTo("0.00+0.00");
        }
    }

    @Test
    void onTheDayOfARechargeLessThanHalfOfItIsPaidFromTheCard() {
        try (var console = ConsoleDriver.selling(store, "prepaid-dining")) {
            console.ok(recharge("5000.00", ""));
            bill(console, "food", "3000.00");
            var refused = console.ask(tender("stored", "2500.00"));
            assertThat(refused.path("error").path("code").asString()).isEqualTo("STORED_LIMIT");
            assertThat(refused.path("error").path("message").asString()).contains("2499.99");
            console.ok(tender("stored", "1000.00"));
            console.ok("{'do':'void-tender'}");
            console.ok(tender("stored", "2499.99"));
            assertThat(console.code(tender("stored", "0.01"))).isEqualTo("STORED_LIMIT");
            var sold = console.ok("{'do':'tender','type':'card'}").path("receipt");
            bill(console, "food", "1.00");
            assertThat(console.code("{'do':'tender','type':'stored'}")).isEqualTo("STORED_LIMIT");
            refund(console, sold.path("no").asString(), "");
            assertThat(console.ok("{'do':'tender','type':'stored'}").path("due").asString())
                    .isEqualTo("0.00");
            console.ok(TOMORROW);
            bill(console, "food", "3000.00");
            console.ok(tender("stored", "3000.00"));
        }
    }

    @Test
    void aBillWithADiscountIsNotPaidFromACardThatGivesNone() {
        try (var console = ConsoleDriver.selling(store, "prepaid-dining")) {
            console.ok(recharge("5000.00", ""));
            console.ok("{'do':'member','no':'M0002'}");
            console.ok("{'do':'add','name':'x','category':'food','price':'10.00','memberPrice':'9.00'}");
            assertThat(console.code("{'do':'tender','type':'stored'}")).isEqualTo("STORED_LIMIT");
        }
    }

    @Test
    void theFenThatASplitMovesIsNoDiscountToSuchACard() {
        try (var console = ConsoleDriver.selling(store, "prepaid-dining")) {
            console.ok(recharge("5000.00", ""));
            bill(console, "food", "18.00", "food", "18.00");
            console.ok("{'do':'split','parts':3}");
            assertThat(console.ok("{'do':'tender','type':'stored'}").path("due").asString())
                    .isEqualTo("0.00");
        }
    }

    @Test
    void aGiftCardPaysForTeaOnly() {
        try (var console = ConsoleDriver.selling(store, "tea-house")) {
            console.ok(recharge("200.00", ""));
            bill(console, "tea.green", "30.00", "food", "70.00");
            var refused = console.ask("{'do':'tender','type':'stored'}");
            assertThat(refused.path("error").path("code").asString()).isEqualTo("STORED_LIMIT");
            assertThat(refused.path("error").path("message").asString()).contains("30.00");
            console.ok(tender("stored", "20.00"));
            assertThat(console.code(tender("stored", "10.01"))).isEqualTo("STORED_LIMIT");
            console.ok(tender("stored", "10.00"));
            assertThat(console.code(tender("stored", "0.01"))).isEqualTo("STORED_LIMIT");
            console.ok("{'do':'tender','type':'cash'}");
            assertThat(stored(console)).isEqualTo("170.00+0.00");
        }
    }

    @Test
    void whatACardPaysEarnsNothingWhereAProgrammeSaysSo() throws IOException {
        try (var console = ConsoleDriver.selling(store, trial())) {
            console.ok(recharge("100.00", "")); // 10.00 bonus, 7 points
            bill(console, "food", "60.00", "drink", "30.00");
            console.ok(tender("stored", "45.00")); // 30.00 of line 1, 15.00 of line 2
            var sold = console.ok("{'do':'tender','type':'cash'}").path("receipt");
            assertThat(sold.path("earned").asLong()).isEqualTo(45);
            var part = refund(console, sold.path("no").asString(), ",'lines':[{'line':2,'qty':'1'}]");
            assertThat(part.path("points").path("takenBack").asLong()).isEqualTo(15);
            var rest = refund(console, sold.path("no").asString(), "");
            assertThat(rest.path("points").path("takenBack").asLong()).isEqualTo(30);
            assertThat(stored(console)).isEqualTo("100.00+10.00");
            bill(console, "food", "20.00");
            assertThat(console.ok("{'do':'tender','type':'stored'}")
                            .path("receipt")
                            .path("earned")
                            .asLong())
                    .isZero();
        }
    }

    // Refunds and paper

    @Test
    void partsOfARefundGoBackToPrincipalAndBonusAndAddUp() {
        try (var console = ConsoleDriver.selling(store, "prepaid-dining")) {
            console.ok(recharge("5000.00", ""));
            console.ok("{'do':'member','no':'M0002'}");
            console.ok("{'do':'add','name':'x','category':'food','price':'100.00','qty':'3'}");
            console.ok("{'do':'add','name':'y','category':'food','price':'33.33'}");
            console.ok(tender("stored", "200.00")); // bonus floor(200 × 500 ÷ 5500) = 18.18
            var no = console.ok("{'do':'tender','type':'cash'}")
                    .path("receipt")
                    .path("no")
                    .asString();
            assertThat(stored(console)).isEqualTo("4818.18+481.82");
            // 100.00 over 200.00 and 133.33 is 60.00 and 40.00; bonus floor(18.18 × 60 ÷ 200) = 5.45
            var part = refund(console, no, ",'lines':[{'line':1,'qty':'1'}]");
            assertThat(part.path("refunded").toString().replace('"', '\''))
                    .isEqualTo("[{'type':'stored','amount':'60.00'},{'type':'cash','amount':'40.00'}]");
            assertThat(stored(console)).isEqualTo("4872.73+487.27");
            refund(console, no, "");
            assertThat(stored(console)).isEqualTo("5000.00+500.00");
            var text = console.ok("{'do':'receipt'}").path("body").asString();
            assertThat(text).contains("退储值").contains("储值余额").contains("5500.00");
        }
    }

    @Test
    void moneyGoesBackToTheRecordOfAMemberWhoHasLeft() {
        try (var console = ConsoleDriver.selling(store, "standard-card")) {
            console.ok(recharge("100.00", ""));
            bill(console, "food", "100.00");
            var no = console.ok("{'do':'tender','type':'stored'}")
                    .path("receipt")
                    .path("no")
                    .asString();
            console.ok("{'do':'close-membership','member':'M0002','reason':'r'," + SUPERVISOR + "}");
            var back = refund(console, no, "");
            // 90 points are gone, worth 0.90
            assertThat(back.path("refunded").get(0).path("amount").asString()).isEqualTo("89.10");
            assertThat(stored(console)).isEqualTo("99.10+0.00");
        }
    }

    @Test
    void theReceiptsTellWhatIsOnTheCardAndAskForASignature() {
        try (var console = ConsoleDriver.selling(store, "prepaid-dining")) {
            console.ok(recharge("5000.00", ""));
            var recharged = console.ok("{'do':'receipt'}");
            assertThat(recharged.path("copy").asInt()).isZero();
            assertThat(recharged.path("body").asString())
                    .contains("储值充值", "会员 李*", "M0002", "5000.00", "500.00", "现金", "储值余额", "5500.00", "发票按充值开具", "签名");
            bill(console, "food", "55.00");
            console.ok("{'do':'tender','type':'stored'}");
            var sold = console.ok("{'do':'receipt'}").path("body").asString();
            assertThat(sold).contains("储值余额", "5445.00", "其中本金 4950.00，赠送 495.00", "已在充值时开票", "签名");
            var again = console.ok("{'do':'receipt','no':'S001-T1-000001'}");
            assertThat(again.path("copy").asInt()).isEqualTo(1);
            assertThat(again.path("body").asString()).contains("5500.00");
        }
    }
}
