package io.huitai;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

class QuoteCommandTest {
    private static final String REQUEST = """
            { "programme": "vip-points", "at": "2026-05-01T12:30:00+08:00",
              "outlet": {"store": "S001", "kind": "restaurant"},
              "member": {"tier": "gold", "birthday": "1990-05-20", "points": 1250, "vouchers": {"cash100": 1}},
              "bill": {"service": "dine-in", "adults": 2, "event": null, "lines": [
                 {"sku": "A1", "category": "food.chinese", "price": "128.00", "qty": "2", "flags": []},
                 {"sku": "B7", "category": "drink", "price": "19.90", "qty": "3", "flags": []}]},
              "use": {"points": "max", "vouchers": [{"type": "cash100", "count": 1}]} }
            """;
    private static final String ANSWER = """
            { "gross": "315.70", "discount": "47.35", "voucher": "100.00", "pointsValue": "120.00", "payable": "48.35",
              "used": {"points": 1200, "vouchers": {"cash100": 1}},
              "refused": [],
              "earn": {"points": 0, "because": []},
              "lines": [
                {"line": 1, "sku": "A1", "gross": "256.00", "net": "39.21", "because": [
                   {"rule": "tier-gold", "text": "金卡会员 85折", "amount": "-38.40"},
                   {"rule": "cash100", "text": "100元购物券 ×1", "amount": "-81.09"},
                   {"rule": "points", "text": "积分抵扣 1200分", "amount": "-97.30"}]},
                {"line": 2, "sku": "B7", "gross": "59.70", "net": "9.14", "because": [
                   {"rule": "tier-gold", "text": "金卡会员 85折", "amount": "-8.95"},
                   {"rule": "cash100", "text": "100元购物券 ×1", "amount": "-18.91"},
                   {"rule": "points", "text": "积分抵扣 1200分", "amount": "-22.70"}]}] }
            """;
    private static final String SMALL = "{\"programme\":\"standard-card\",\"at\":\"2026-05-01T12:30:00+08:00\","
            + "\"bill\":{\"lines\":[{\"sku\":\"A\",\"category\":\"food\",\"price\":\"10.00\",\"qty\":\"1\"}]}}";

    @Test
    void documentedExampleComesOutToTheLetter() {
        var run = run(REQUEST);
        assertThat(run.exit).isZero();
        assertThat(run.err).isEmpty();
        assertThat(run.out).isEqualTo(JSON.readTree(ANSWER) + "\n");
    }

    @Test
    void textsAreEnglishWhenAsked() {
        assertThat(run(REQUEST, "--lang", "en").out)
                .contains("\"Gold member 15% off\"", "\"100 voucher ×1\"", "\"Points redeemed: 1200\"");
    }

    @Test
    void aPersonIsToldTheQuoteAndWhatWouldHelp() {
        var asked = REQUEST.replace("\"points\": 1250,", "\"points\": 1250, \"spend\": \"19000.00\",")
                .replace("\"count\": 1}]", "\"count\": 2}]");
        var run = run(asked, "--explain");
        assertThat(run.exit).isZero();
        assertThat(run.out).isEqualTo("""
                      256.00  1  A1
                      -38.40     金卡会员 85折
                      -81.09     100元购物券 ×1
                      -97.30     积分抵扣 1200分
                       39.21     =
                       59.70  2  B7
                       -8.95     金卡会员 85折
                      -18.91     100元购物券 ×1
                      -22.70     积分抵扣 1200分
                        9.14     =

                      315.70  原价
                      -47.35  优惠
                     -100.00  用券
                     -120.00  积分抵扣
                       48.35  应付

                不能使用
                              100元购物券：超出可用张数

                还可以
                              距白金会员还差 ¥951.65
                """);
        assertThat(run(asked, "--explain", "--lang", "en").out)
                .contains("To Platinum member: ¥951.65\n")
                .doesNotContainPattern("\\p{IsHan}");
    }

    @Test
    void earnedPointsAreToldToo() {
        assertThat(run(SMALL.replace("\"bill\"", "\"member\":{\"tier\":\"regular\"},\"bill\""), "--explain").out)
                .endsWith("""

                        获得积分
                                  +9  消费积分 9.00元
                                   9  获得积分
                        """);
        assertThat(run(SMALL, "--explain", "--batch").exit).isEqualTo(2);
    }

    @Test
    void holidaysAreThoseOfTheCalendar(@TempDir Path folder) throws IOException {
        var programme = Files.writeString(
                folder.resolve("own.yaml"),
                Files.readString(Path.of("assets/programmes/standard-card.yaml"))
                        .replace("when: {birthday: day}, stacks: true", "when: {day: holiday}, stacks: true"));
        var bill = SMALL.replace("standard-card", programme.toString())
                .replace("\"bill\"", "\"member\":{\"tier\":\"regular\"},\"bill\"");
        var calendar = "assets/calendar/china-2026.yaml";
        var exchanged = bill.replace("2026-05-01", "2026-02-14");
        var newYear = bill.replace("2026-05-01", "2026-02-17");
        assertThat(run(exchanged).out).contains("\"payable\":\"8.55\"");
        assertThat(run(exchanged, "--calendar", calendar).out).contains("\"payable\":\"9.00\"");
        assertThat(run(newYear).out).contains("\"payable\":\"9.00\"");
        assertThat(run(newYear, "--calendar", calendar).out).contains("\"payable\":\"8.55\"");
        assertThat(run(bill, "--calendar", folder + "/none.yaml").exit).isEqualTo(2);
        assertThat(run(bill, "--calendar", programme.toString()).exit).isEqualTo(2);
    }

    @Test
    void requestAndAnswerKeepTheirSchemas() {
        assertThat(schema("quote-request").validate(REQUEST, InputFormat.JSON)).isEmpty();
        assertThat(schema("quote-request").validate(SMALL, InputFormat.JSON)).isEmpty();
        assertThat(schema("quote-answer").validate(run(REQUEST).out, InputFormat.JSON))
                .isEmpty();
        var refused = REQUEST.replace("\"count\": 1}]", "\"count\": \"max\"}, {\"type\": \"cleaning\"}]");
        assertThat(schema("quote-request").validate(refused, InputFormat.JSON)).isEmpty();
        assertThat(run(refused).out).contains("VOUCHER_NONE");
        assertThat(schema("quote-answer").validate(run(refused).out, InputFormat.JSON))
                .isEmpty();
        assertThat(schema("quote-answer").validate(run("{}", "--batch").out, InputFormat.JSON))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "10.00"                 | "10.005"                     | BAD_AMOUNT bill.lines[0].price:
            "10.00"                 | "-1.00"                      | BAD_AMOUNT bill.lines[0].price:
            "10.00"                 | "1e3"                        | BAD_AMOUNT bill.lines[0].price:
            "10.00"                 | ""                           | BAD_AMOUNT bill.lines[0].price:
            "10.00"                 | 10.00                        | BAD_REQUEST bill.lines[0].price:
            "10.00"                 | null                         | BAD_REQUEST bill.lines[0].price:
            "10.00"                 | "99999999999999999999"       | OVERFLOW bill.lines[0].price:
            "10.00","qty":"1"       | "90000000000000000.00","qty":"9" | OVERFLOW bill.lines[0].price:
            "qty":"1"               | "qty":"0"                    | BAD_AMOUNT bill.lines[0].qty:
            "qty":"1"               | "qty":"-1"                   | BAD_AMOUNT bill.lines[0].qty:
            "qty":"1"               | "qty":"1.0005"               | BAD_AMOUNT bill.lines[0].qty:
            "qty":"1"               | "amount":"1"                 | BAD_REQUEST bill.lines[0].qty:
            "qty":"1"               | "qty":"1","colour":"red"     | BAD_REQUEST bill.lines[0].colour:
            "qty":"1"               | "qty":"1","flags":[1]        | BAD_REQUEST bill.lines[0].flags[0]:
            "category":"food"       | "category":"food."           | BAD_REQUEST bill.lines[0].category:
            "standard-card"         | "nothing"                    | UNKNOWN_PROGRAMME programme:
            "2026-05-01T12:30:00+08:00" | "2026-05-01T12:30:00"    | BAD_REQUEST at:
            "bill"                  | "basket"                     | BAD_REQUEST bill:
            "bill"                  | "hat":1,"bill"               | BAD_REQUEST hat:
            "bill"                  | "member":{},"bill"           | BAD_REQUEST member.tier:
            "bill"                  | "member":{"tier":"iron"},"bill"    | UNKNOWN_TIER member.tier:
            "bill"                  | "use":{"points":-1},"bill"   | BAD_REQUEST use.points:
            "bill"                  | "use":{"points":"all"},"bill" | BAD_REQUEST use.points:
            "bill"                  | "use":{"vouchers":[{"type":"no"}]},"bill" | UNKNOWN_VOUCHER use.vouchers[0].type:
            {"lines"                | {"service":"fast","lines"    | BAD_REQUEST bill.service:
            """)
    void badInputNamesTheFieldAndPrintsNothingElse(String part, String instead, String fault) {
        var run = run(SMALL.replace(part, instead));
        assertThat(run.exit).isEqualTo(2);
        assertThat(run.out).isEmpty();
        assertThat(run.err).startsWith(fault).endsWith("\n").hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {
            []
            nonsense
            {"programme":"mall","programme":"mall"}
            {"a":1} {"b":2}
            ``
            """)
    void whatIsNotOneJsonObjectIsRefused(String request) {
        var run = run(request == null ? "" : request);
        assertThat(run.exit).isEqualTo(2);
        assertThat(run.err).startsWith("BAD_REQUEST").hasLineCount(1);
    }

    @Test
    void batchAnswersEveryLineInOrderAndGoesOnAfterBadOnes() {
        var one = REQUEST.replace("\n", " ");
        var run = run(one + "\n{\"programme\":1}\n\nnonsense\r\n" + SMALL + "\n" + one, "--batch");
        assertThat(run.exit).isZero();
        var lines = run.out.split("\n");
        assertThat(lines).hasSize(6);
        assertThat(lines[0]).isEqualTo(JSON.readTree(ANSWER).toString());
        assertThat(lines[1]).startsWith("{\"error\":{\"code\":\"BAD_REQUEST\",\"message\":\"programme: ");
        assertThat(lines[2]).startsWith("{\"error\":{\"code\":\"BAD_REQUEST\"");
        assertThat(lines[3]).startsWith("{\"error\":{\"code\":\"BAD_REQUEST\"");
        assertThat(lines[4]).contains("\"payable\":\"10.00\"");
        assertThat(lines[5]).isEqualTo(lines[0]);
    }

    @Test
    void bytesThatAreNotUtf8AreRefusedByThemselves() {
        var bytes = (SMALL + "\nX\n" + SMALL + "\n").getBytes(StandardCharsets.UTF_8);
        bytes[SMALL.length() + 1] = (byte) 0xff;
        var lines = run(bytes, "--batch").out.split("\n");
        assertThat(lines).hasSize(3);
        assertThat(lines[1]).contains("request: 不是 UTF-8");
    }

    @Test
    void dateIsThatOfTheStoresTimeZone() {
        var mall = SMALL.replace("standard-card", "mall").replace("\"bill\"", "\"member\":{},\"bill\"");
        assertThat(run(mall.replace("2026-05-01T12:30:00+08:00", "2026-05-14T17:00:00Z")).out)
                .contains("member-day");
        assertThat(run(mall.replace("2026-05-01T12:30:00+08:00", "2026-05-15T17:00:00Z")).out)
                .doesNotContain("member-day");
    }

    @Test
    void lotsAndVouchersMayBeLists() {
        var request = REQUEST.replace(
                        "1250",
                        "[{\"points\": 900, \"expires\": \"2026-05-01\", \"store\": \"S001\"},"
                                + " {\"points\": 350, \"store\": \"S002\"}, {\"points\": 350}]")
                .replace("{\"cash100\": 1}", "[{\"type\": \"cash100\", \"count\": 1, \"expires\": \"2026-05-01\"}]");
        assertThat(run(request).out).isEqualTo(JSON.readTree(ANSWER) + "\n");
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private record Run(int exit, String out, String err) {}

    private static Run run(String input, String... options) {
        return run(input.getBytes(StandardCharsets.UTF_8), options);
    }

    private static Run run(byte[] input, String... options) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var exit = new CommandLine(new QuoteCommand(new ByteArrayInputStream(input), out, err)).execute(options);
        return new Run(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static Schema schema(String name) {
        var stream = QuoteCommandTest.class.getResourceAsStream("/assets/programmes/" + name + ".schema.json");
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Objects.requireNonNull(stream), InputFormat.JSON);
    }
}
