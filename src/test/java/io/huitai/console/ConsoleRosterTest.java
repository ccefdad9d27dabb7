package io.huitai.console;

import static io.huitai.console.ConsoleDriver.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.till.Workbooks;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ConsoleRosterTest {
    /// Identity numbers with right check digits, but for the last of them.
    private static final List<List<String>> PEOPLE = List.of(
            List.of("蓝海集团", "张一", "13800000001", "110105194912310038", "staff"),
            List.of("蓝海集团", "张二", "138 0000-0002", "11010519491231002X", "经理"),
            List.of("蓝海集团", "", "13800000003", "E12345678", "staff"),
            List.of("蓝海集团", "张四", "", "E12345679", "staff"),
            List.of("蓝海集团", "张五", "13800000005", "", "staff"),
            List.of("蓝海集团", "张六", "13800000006", "110105194912310021", "staff"),
            List.of("蓝海集团", "张七", "13800000007", "E12345677", "boss"),
            List.of("蓝海集团", "张八", "13800000008", "E12345676", "chairman"),
            List.of("蓝海集团", "张二", "13800000002", "11010519491231002x", "chairman"));

    private static final List<String> CHINESE = List.of("企业", "姓名", "手机", "证件号", "职级");
    private static final List<String> ENGLISH = List.of("company", "name", "phone", "document", "level");

    @TempDir
    private Path folder;

    @Test
    void aRosterInUtf8EnrolsTheGoodLinesAndListsTheBadOnes() throws IOException {
        imports(file("\uFEFF" + csv(ENGLISH), StandardCharsets.UTF_8));
    }

    @Test
    void aRosterInGb18030IsReadAlike() throws IOException {
        imports(file(csv(CHINESE), Charset.forName("GB18030")));
    }

    @Test
    void aWorkbookIsReadAlike() throws IOException {
        imports(workbook(CHINESE));
    }

    private void imports(Path file) throws IOException {
        var request = "{'do':'import-roster','file':'" + file + "'%s}";
        JsonNode first;
        try (var console = ConsoleDriver.selling(folder.resolve("store"), "baichuanhui")) {
            assertThat(console.code(request.formatted(""))).isEqualTo("APPROVAL_REQUIRED");
            var answer = console.ok(request.formatted("," + SUPERVISOR));
            assertThat(answer.path("enrolled").asLong()).isEqualTo(3);
            var rows = new ArrayList<Long>();
            answer.path("rejected").forEach(row -> rows.add(row.path("row").asLong()));
            assertThat(rows).containsExactly(4L, 5L, 6L, 7L, 8L);
            assertThat(answer.path("rejected").get(4).toString())
                    .isEqualTo("{\"row\":8,\"code\":\"BAD_REQUEST\",\"text\":\"没有这个职级：boss\"}");
            assertThat(answer.path("rejected").get(3).path("text").asString()).contains("校验位");

            var again = console.ok(request.formatted("," + SUPERVISOR));
            assertThat(again.path("enrolled").asLong()).isZero();
            assertThat(again.path("rejected")).isEqualTo(answer.path("rejected"));
            first = console.member("S001-T1-00001");
            assertThat(first.path("name").asString()).isEqualTo("张一");
            assertThat(tiers(console)).containsExactly("gold", "platinum", "diamond");
            assertThat(console.ok("{'do':'member','phone':'13800000002'}")
                            .path("member")
                            .path("no")
                            .asString())
                    .isEqualTo("S001-T1-00002");
            console.ok("{'do':'bind-card','member':'S001-T1-00001','card':{'uid':'04A1B2C3'}}");
            assertThat(console.member("S001-T1-00001").path("vouchers").size()).isEqualTo(8);
        }
        Files.delete(folder.resolve("store/store.mv.db"));
        try (var console = ConsoleDriver.open(folder.resolve("store"), "baichuanhui")) {
            assertThat(tiers(console)).containsExactly("gold", "platinum", "diamond");
            assertThat(console.member("S001-T1-00003").path("name").asString()).isEqualTo("张八");
        }
    }

    /// What the books could not hold costs its line, and no other.
    @Test
    void aCellThatIsTooLongCostsItsLine() throws IOException {
        var random = new Random(20_261);
        var lines = new StringBuilder(String.join(",", ENGLISH) + "\r\n");
        var wrong = new ArrayList<Long>();
        for (var i = 1; i <= 120; i++) {
            var name = 1 + random.nextInt(3) * 99 + random.nextInt(4);
            var company = 1 + random.nextInt(2) * 188 + random.nextInt(4);
            lines.append("企".repeat(company)).append(',').append("人".repeat(name));
            lines.append(",1390000")
                    .append(1000 + i)
                    .append(",E")
                    .append(10_000_000 + i)
                    .append(",senior\r\n");
            if (name > 200 || company > 190) {
                wrong.add(i + 1L);
            }
        }
        var request = "{'do':'import-roster','file':'" + file(lines.toString(), StandardCharsets.UTF_8) + "',"
                + SUPERVISOR + "}";
        try (var console = ConsoleDriver.selling(folder.resolve("store"), "baichuanhui")) {
            var answer = console.ok(request);
            var rows = new ArrayList<Long>();
            answer.path("rejected").forEach(row -> rows.add(row.path("row").asLong()));
            assertThat(rows).isEqualTo(wrong).isNotEmpty();
            assertThat(answer.path("enrolled").asLong()).isEqualTo(120 - wrong.size());
            assertThat(answer.path("rejected").get(0).path("text").asString()).contains("最多", "列");
            assertThat(console.ok(request).path("rejected")).isEqualTo(answer.path("rejected"));
        }
    }

    private static List<String> tiers(ConsoleDriver console) {
        return List.of("S001-T1-00001", "S001-T1-00002", "S001-T1-00003").stream()
                .map(no -> console.member(no).path("tier").asString())
                .toList();
    }

    @Test
    void aLongRosterGoesInInFramesAndItsNumbersFollowOn() throws IOException {
        var lines = new StringBuilder(String.join(",", ENGLISH) + "\r\n");
        for (var i = 1; i <= 450; i++) {
            lines.append("\"蓝海, 集团\",人").append(i).append(",1390000").append(1000 + i);
            lines.append(",E").append(10_000_000 + i).append(",senior\r\n");
        }
        var request = "{'do':'import-roster','file':'" + file(lines.toString(), StandardCharsets.UTF_8) + "',"
                + SUPERVISOR + "}";
        try (var console = ConsoleDriver.selling(folder.resolve("store"), "baichuanhui")) {
            assertThat(console.ok(request).path("enrolled").asLong()).isEqualTo(450);
            assertThat(console.member("S001-T1-00201").path("name").asString()).isEqualTo("人201");
            assertThat(console.member("S001-T1-00450").path("name").asString()).isEqualTo("人450");
            assertThat(console.ok("{'do':'enrol','name':'后来','phone':'1'}")
                            .path("member")
                            .path("no")
                            .asString())
                    .isEqualTo("S001-T1-00451");
            assertThat(console.ok("{'do':'journal-verify'}").path("intact").asBoolean())
                    .isTrue();
        }
    }

    @Test
    void aFileThatIsNoRosterIsRefused() throws IOException {
        try (var console = ConsoleDriver.selling(folder.resolve("store"), "corporate-vip")) {
            for (var text : List.of("", "a,b,c\n1,2,3\n", "company,name,phone,document\n", "PK\3\4 no workbook")) {
                var request =
                        "{'do':'import-roster','file':'" + file(text, StandardCharsets.UTF_8) + "'," + SUPERVISOR + "}";
                assertThat(console.code(request)).as(text).isEqualTo("BAD_FILE");
            }
            assertThat(console.code("{'do':'import-roster','file':'/nowhere/x.csv'," + SUPERVISOR + "}"))
                    .isEqualTo("BAD_FILE");
            var open = csv(ENGLISH) + "蓝海集团,\"张九,13800000009,E12345675,staff\n蓝海集团,张十,138,E12345674,staff\n";
            var answer = console.ok(
                    "{'do':'import-roster','file':'" + file(open, StandardCharsets.UTF_8) + "'," + SUPERVISOR + "}");
            assertThat(answer.path("enrolled").asLong()).isEqualTo(4);
            assertThat(answer.path("rejected").size()).isEqualTo(6);
            assertThat(answer.path("rejected").get(5).path("row").asLong()).isEqualTo(11);
        }
        try (var console = ConsoleDriver.selling(folder.resolve("other"), "mall")) {
            assertThat(console.code("{'do':'import-roster','file':'x'," + SUPERVISOR + "}"))
                    .isEqualTo("NOT_IN_PROGRAMME");
        }
    }

    // Files

    private static String csv(List<String> header) {
        var lines = new StringBuilder(String.join(",", header)).append('\n');
        PEOPLE.forEach(cells -> lines.append(String.join(",", cells)).append('\n'));
        return lines.toString();
    }

    private Path file(String text, Charset charset) throws IOException {
        return Files.writeString(folder.resolve("roster.csv"), text, charset);
    }

    private Path workbook(List<String> header) throws IOException {
        return Files.write(folder.resolve("roster.xlsx"), Workbooks.of(header, PEOPLE));
    }
}
