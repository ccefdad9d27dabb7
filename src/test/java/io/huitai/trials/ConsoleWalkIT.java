package io.huitai.trials;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.receipt.EscPosReader;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/// The walk of an integrator who has the contract and the packaged program, nothing else. The figures are worked out by
/// hand: regular members of `standard-card` pay 90 %, a point for each yuan paid, 100 points are worth 1.00.
class ConsoleWalkIT {
    private static final String CARD = "9988000000005006";

    @TempDir
    Path disk;

    @Test
    void aMemberBuysTwiceAndUsesPoints() {
        var log = disk.resolve("log");
        var process = Program.startPlain(
                log,
                "console",
                "--store",
                disk.resolve("store").toString(),
                "--programme",
                "standard-card",
                "--now",
                "2026-05-04T12:30:00+08:00");
        try (var till = new TillProcess(process, log)) {
            assertThat(till.ok("sign-in", "operator", "1001", "pin", "1111")
                            .path("role")
                            .asString())
                    .isEqualTo("cashier");
            till.ok("open-shift", "float", "200.00");
            var no = enrol(till);
            firstSale(till);
            secondSale(till);
            checkReceipts(till);
            checkBooks(till, no);
        }
    }

    private static String enrol(TillProcess till) {
        assertThat(till.refused("enrol", "name", "钱多多", "phone", "13800000001")).isEqualTo("GROUND_REQUIRED");
        assertThat(till.refused("enrol", "name", "钱多多", "phone", "13800000001", "ground", Json.object("waived", "开业")))
                .isEqualTo("APPROVAL_REQUIRED");
        var enrolled = till.ok(
                "enrol",
                "name",
                "钱多多",
                "phone",
                "13800000001",
                "ground",
                Json.object("waived", "开业"),
                "card",
                Json.object("track2", ";" + CARD + "=29121010000000000000?"),
                "approval",
                Json.approval());
        assertThat(enrolled.path("points").asInt()).isZero();
        assertThat(enrolled.path("card").path("no").asString()).endsWith("5006").doesNotContain(CARD);
        return enrolled.path("member").path("no").asString();
    }

    private static void firstSale(TillProcess till) {
        till.ok("add", "sku", "L007", "qty", "2");
        assertThat(till.ok("scan", "code", "6999001000017").path("kind").asString())
                .isEqualTo("product");
        var bill = till.ok("swipe", "track2", ";" + CARD + "=29121010000000000000?")
                .path("bill");
        assertThat(bill.path("due").asString()).isEqualTo("115.20");
        var paid = till.ok("tender", "type", "cash", "amount", "200.00");
        assertThat(paid.path("change").asString()).isEqualTo("84.80");
        assertThat(paid.path("receipt").path("earned").asInt()).isEqualTo(115);
    }

    private static void secondSale(TillProcess till) {
        till.ok("add", "sku", "L001");
        till.ok("scan", "code", "6999001000024");
        till.ok("swipe", "track2", CARD + "=29121010000000000000");
        var bill = till.ok("use", "points", "max").path("bill");
        assertThat(bill.path("used").path("points").asInt()).isEqualTo(100);
        assertThat(bill.path("pointsValue").asString()).isEqualTo("1.00");
        assertThat(bill.path("payable").asString()).isEqualTo("56.60");
        var part = till.ok("tender", "type", "wechat", "amount", "20.00");
        assertThat(part.path("due").asString()).isEqualTo("36.60");
        assertThat(part.has("receipt")).isFalse();
        var paid = till.ok("tender", "type", "cash", "amount", "50.00");
        assertThat(paid.path("due").asString()).isEqualTo("0.00");
        assertThat(paid.path("change").asString()).isEqualTo("13.40");
        var receipt = paid.path("receipt");
        assertThat(receipt.path("no").asString()).isEqualTo("S001-T1-000002");
        assertThat(receipt.path("paid").asString()).isEqualTo("56.60");
        assertThat(receipt.path("earned").asInt()).isEqualTo(56);
        assertThat(receipt.path("points").asInt()).isEqualTo(71);
    }

    private static void checkReceipts(TillProcess till) {
        var words = List.of(
                "培训TRAINING",
                "夫妻肺片46.00146.00",
                "普通会员9折-4.60",
                "积分抵扣100分-0.72",
                "瓶装啤酒500ml18.00118.00",
                "普通会员9折-1.80",
                "积分抵扣100分-0.28",
                "合计64.00",
                "优惠-6.40",
                "积分抵扣-1.00",
                "应收￥56.60",
                "微信20.00",
                "现金50.00",
                "找零13.40",
                "会员钱*多普通会员",
                "使用积分100",
                "本次积分56",
                "积分余额71");
        var text = till.ok("receipt", "form", "text");
        assertThat(text.path("copy").asInt()).isZero();
        assertThat(text.path("body").asString().lines().map(ConsoleWalkIT::squeezed))
                .containsSubsequence(words);

        var printed = EscPosReader.read(bytes(till.ok("receipt", "no", "S001-T1-000002", "form", "escpos")));
        assertThat(printed.lines.stream().map(line -> squeezed(line.text()))).containsSubsequence(words);
        assertThat(printed.lines).anySatisfy(line -> assertThat(line.text()).contains("副本"));
        assertThat(printed.codes).containsExactly("S001-T1-000002");
    }

    private static byte[] bytes(ObjectNode answer) {
        return Base64.getDecoder().decode(answer.path("body").asString());
    }

    private static String squeezed(String line) {
        return line.replaceAll("[ 　*]*(培训 TRAINING)[ 　*]*", "$1").replace(" ", "");
    }

    private static void checkBooks(TillProcess till, String no) {
        var member = till.ok("member-info", "no", no).path("member");
        assertThat(member.path("points").asInt()).isEqualTo(71);
        assertThat(member.path("spend").asString()).isEqualTo("171.80");
        assertThat(member.path("visits").asInt()).isEqualTo(2);
        var report = till.ok("x-report");
        assertThat(report.path("sales").asString()).isEqualTo("171.80");
        assertThat(report.path("drawer").path("expected").asString()).isEqualTo("351.80");
        assertThat(report.path("points").path("earned").asInt()).isEqualTo(171);
        assertThat(report.path("points").path("used").asInt()).isEqualTo(100);
        assertThat(till.ok("journal-verify").path("intact").asBoolean()).isTrue();
        var closed = till.ok("close-shift", "counted", Json.object("cash", "351.80", "wechat", "20.00"));
        assertThat(closed.path("over").path("cash").asString()).isEqualTo("0.00");
        assertThat(till.ok("status").path("shift").isNull()).isTrue();
    }
}
