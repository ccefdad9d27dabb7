package io.huitai.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.huitai.intake.SentCell.Spoilt;
import io.huitai.intake.UnfitFile.Why;
import io.huitai.shop.Lang;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentTableTest {
    private static final int TRIALS = 300;
    private static final List<Spoilt> ALL = List.of(Spoilt.values());

    /// What the tables of these tests have.
    enum Known implements Column {
        FIRM("企业", "company", Content.WORDS),
        NAME("姓名", "name", Content.WORDS),
        PHONE("手机", "phone", Content.DIGITS),
        PAPER("证件号", "document", Content.DIGITS);

        private final String zh;
        private final String en;
        private final Content content;

        Known(String zh, String en, Content content) {
            this.zh = zh;
            this.en = en;
            this.content = content;
        }

        @Override
        public List<String> headings() {
            return List.of();
        }

        @Override
        public Content content() {
            return content;
        }

        @Override
        public boolean isNeeded() {
            return true;
        }

        @Override
        public String heading(Lang lang) {
            return lang == Lang.ZH ? zh : en;
        }
    }

    private record Person(String firm, String name, String phone, String paper) {
        String of(Known column) {
            return switch (column) {
                case FIRM -> firm;
                case NAME -> name;
                case PHONE -> phone;
                case PAPER -> paper;
            };
        }
    }

    /// One list of people, written as a random spreadsheet would.
    private static final class Writing {
        private final Random random;
        private final List<Person> people = new ArrayList<>();
        /// Columns in the file's order; empty: one that nobody asked for.
        private final List<Optional<Known>> columns = new ArrayList<>();
        private final List<String> titles;
        private final Lang lang;

        Writing(long seed) {
            random = new Random(seed);
            lang = random.nextBoolean() ? Lang.ZH : Lang.EN;
            var firm = "公司" + random.nextInt(10);
            for (var i = random.nextInt(1, 12); i > 0; i--) {
                firm = random.nextInt(3) == 0 ? "公司" + random.nextInt(10) + ", 分店;一" : firm;
                people.add(new Person(
                        firm,
                        "人" + i + (random.nextBoolean() ? "" : " · 某"),
                        "138" + (10_000_000 + random.nextInt(80_000_000)),
                        random.nextBoolean() ? "E" + (10_000_000 + i) : "11010119900307" + (1000 + i)));
            }
            for (var column : Known.values()) {
                columns.add(Optional.of(column));
            }
            for (var i = random.nextInt(3); i > 0; i--) {
                columns.add(Optional.empty());
            }
            Collections.shuffle(columns, random);
            titles = IntStream.range(0, random.nextInt(4))
                    .mapToObj(i -> i == 1 ? "" : "员工花名册 2026年5月")
                    .toList();
        }

        private String heading(Known column) {
            var plain = column.heading(lang);
            return switch (random.nextInt(7)) {
                case 0 -> " " + plain + " ";
                case 1 -> "\u3000" + plain.charAt(0) + (lang == Lang.ZH ? " " : "") + plain.substring(1) + "\u00A0";
                case 2 -> plain + "*";
                case 3 -> lang == Lang.ZH ? plain + "（必填）" : plain.toUpperCase(java.util.Locale.ROOT);
                default -> plain;
            };
        }

        private String extra(int row) {
            return row == 0 ? List.of("序号", "备注", "部门").get(random.nextInt(3)) : Integer.toString(row);
        }

        byte[] text() {
            var separator = List.of(",", ";", "\t").get(random.nextInt(3));
            var end = random.nextBoolean() ? "\n" : "\r\n";
            var lines = new StringBuilder();
            titles.forEach(title -> lines.append(title).append(end));
            lines.append(columns.stream()
                            .map(column -> column.map(this::heading).orElseGet(() -> extra(0)))
                            .map(cell -> quoted(cell, separator))
                            .collect(Collectors.joining(separator)))
                    .append(end);
            for (var person : people) {
                lines.append(columns.stream()
                                .map(column -> column.map(each -> written(person, each))
                                        .orElseGet(() -> extra(1)))
                                .map(cell -> quoted(cell, separator))
                                .collect(Collectors.joining(separator)))
                        .append(end);
                if (random.nextInt(5) == 0) {
                    lines.append(separator.repeat(columns.size() - 1)).append(end);
                }
            }
            if (random.nextBoolean()) {
                lines.append("合计").append(separator).append(people.size()).append(end);
            }
            return encoded(lines.toString());
        }

        private String written(Person person, Known column) {
            var text = person.of(column);
            return switch (column) {
                case FIRM, NAME -> random.nextInt(4) == 0 ? " " + text + "\u3000" : text;
                case PHONE, PAPER ->
                    switch (random.nextInt(6)) {
                        case 0 -> "'" + text;
                        case 1 -> "=\"" + text + "\"";
                        case 2 -> wide(text);
                        case 3 -> text.length() == 11 ? text.charAt(0) + "." + text.substring(1) + "E+10" : text;
                        case 4 -> text.length() == 11 ? text + ".0" : text;
                        default -> text;
                    };
            };
        }

        private static String wide(String text) {
            return text.chars().mapToObj(c -> Character.toString(c + 0xFEE0)).collect(Collectors.joining());
        }

        private String quoted(String cell, String separator) {
            return cell.contains(separator) || cell.contains("\"") || random.nextInt(4) == 0
                    ? '"' + cell.replace("\"", "\"\"") + '"'
                    : cell;
        }

        private byte[] encoded(String text) {
            return switch (random.nextInt(6)) {
                case 0 -> text.getBytes(StandardCharsets.UTF_8);
                case 1 -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
                case 2 -> text.getBytes(Charset.forName("GB18030"));
                case 3 -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE);
                case 4 -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE);
                default -> text.getBytes(StandardCharsets.UTF_16LE);
            };
        }

        byte[] workbook() {
            var rows = new StringBuilder();
            var merges = new ArrayList<String>();
            var row = 1;
            for (var title : titles) {
                rows.append("<row r=\"")
                        .append(row)
                        .append("\">")
                        .append(Sheets.text(0, row, title))
                        .append("</row>");
                row++;
            }
            rows.append(row(row, column -> column.map(this::heading).orElseGet(() -> extra(0)), Optional.empty()));
            var merging = random.nextBoolean();
            var above = Optional.<Person>empty();
            var begun = 0;
            for (var person : people) {
                row++;
                var same = merging && above.isPresent() && above.get().firm().equals(person.firm());
                if (same) {
                    var at = columns.indexOf(Optional.of(Known.FIRM));
                    var first = Sheets.place(at, begun) + ":";
                    merges.removeIf(range -> range.startsWith(first));
                    merges.add(first + Sheets.place(at, row));
                } else {
                    begun = row;
                }
                rows.append(row(
                        row,
                        column -> column.map(person::of).orElseGet(() -> extra(1)),
                        same ? Optional.of(Known.FIRM) : Optional.empty()));
                above = Optional.of(person);
            }
            for (var i = 0; i < 50; i++) {
                row++;
                rows.append("<row r=\"")
                        .append(row)
                        .append("\"><c r=\"A")
                        .append(row)
                        .append("\" s=\"2\"/></row>");
            }
            var after = merges.isEmpty()
                    ? ""
                    : merges.stream()
                            .map(range -> "<mergeCell ref=\"" + range + "\"/>")
                            .collect(Collectors.joining("", "<mergeCells>", "</mergeCells>"));
            return new Sheets(random.nextBoolean(), rows.toString(), after).bytes();
        }

        private String row(
                int row, java.util.function.Function<Optional<Known>, String> cell, Optional<Known> leftOut) {
            var cells = new StringBuilder("<row r=\"" + row + "\">");
            for (var i = 0; i < columns.size(); i++) {
                var column = columns.get(i);
                if (column.isPresent() && column.equals(leftOut)) {
                    continue;
                }
                var text = cell.apply(column);
                cells.append(
                        text.matches("[0-9]{1,11}") && random.nextBoolean()
                                ? Sheets.value(i, row, "n", 0, random.nextBoolean() ? text : scientific(text))
                                : Sheets.text(i, row, text));
            }
            return cells.append("</row>").toString();
        }

        private static String scientific(String number) {
            return number.charAt(0) + "." + number.substring(1) + "0E" + (number.length() - 1);
        }
    }

    private static List<Person> read(byte[] bytes) throws UnfitFile {
        return SentTable.read(bytes, Known.class).rows().stream()
                .map(row ->
                        new Person(row.of(Known.FIRM), row.of(Known.NAME), row.of(Known.PHONE), row.of(Known.PAPER)))
                .toList();
    }

    @Test
    void oneListIsTheSameInAnyKindOfText() throws UnfitFile {
        for (var seed = 0L; seed < TRIALS; seed++) {
            var writing = new Writing(seed);
            assertThat(read(writing.text())).as("seed %d", seed).isEqualTo(writing.people);
        }
    }

    @Test
    void oneListIsTheSameInAnyWorkbook() throws UnfitFile {
        for (var seed = 0L; seed < TRIALS; seed++) {
            var writing = new Writing(seed);
            assertThat(read(writing.workbook())).as("seed %d", seed).isEqualTo(writing.people);
        }
    }

    private static final String HEAD = "<row r=\"1\">" + Sheets.text(0, 1, "企业") + Sheets.text(1, 1, "姓名")
            + Sheets.text(2, 1, "手机") + Sheets.text(3, 1, "证件号") + "</row>";

    private static String person(int row, String phone) {
        return "<row r=\"" + row + "\">" + Sheets.text(0, row, "甲") + Sheets.text(1, row, "人") + phone
                + Sheets.text(3, row, "E12345678") + "</row>";
    }

    /// A cell that a spreadsheet has spoilt is told, and its neighbours stay.
    @Test
    void whatIsSpoiltIsToldAndTheOthersAreRead() throws UnfitFile {
        for (var seed = 0L; seed < TRIALS; seed++) {
            var random = new Random(seed);
            var rows = new StringBuilder(HEAD);
            var expected = new ArrayList<Optional<Spoilt>>();
            for (var row = 2; row < 10; row++) {
                var spoilt = random.nextBoolean()
                        ? Optional.<Spoilt>empty()
                        : Optional.of(ALL.get(random.nextInt(ALL.size())));
                var at = row;
                rows.append(person(
                        row,
                        spoilt.map(how -> spoilt(at, how, random)).orElseGet(() -> Sheets.text(2, at, "13800000106"))));
                expected.add(spoilt);
            }
            var read = SentTable.read(new Sheets(random.nextBoolean(), rows.toString(), "").bytes(), Known.class)
                    .rows();
            assertThat(read.stream()
                            .map(row -> row.cell(Known.PHONE).orElseThrow().spoilt()))
                    .as("seed %d", seed)
                    .isEqualTo(expected);
            assertThat(read)
                    .as("seed %d", seed)
                    .allSatisfy(row -> assertThat(row.of(Known.NAME)).isEqualTo("人"));
        }
    }

    private static String spoilt(int row, Spoilt how, Random random) {
        return switch (how) {
            case ERROR -> {
                var error =
                        List.of("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?").get(random.nextInt(5));
                yield random.nextBoolean() ? Sheets.value(2, row, "e", 0, error) : Sheets.text(2, row, error);
            }
            case LOST_DIGITS ->
                random.nextBoolean()
                        ? Sheets.text(
                                2,
                                row,
                                List.of("1.38E+10", "1.3800E+10", "1.10101E+17").get(random.nextInt(3)))
                        : Sheets.value(
                                2, row, "n", 0, random.nextBoolean() ? "1.10101199003071E+17" : "110101199003071000");
            case DAY ->
                random.nextBoolean()
                        ? Sheets.value(2, row, "n", 1, Integer.toString(40_000 + random.nextInt(9_000)))
                        : Sheets.text(2, row, "2026-05-01");
            case TRUTH -> Sheets.value(2, row, "b", 0, random.nextBoolean() ? "1" : "0");
            case FRACTION -> Sheets.value(2, row, "n", 0, "1380000.5");
            case FORMULA -> "<c r=\"C" + row + "\"><f>A1</f></c>";
            case LONG -> Sheets.text(2, row, "1".repeat(Bounds.CELL + 1 + random.nextInt(20_000)));
        };
    }

    @Test
    void hiddenRowsAreToldAndZerosInFrontAreBack() throws UnfitFile {
        var rows = HEAD
                + person(2, Sheets.value(2, 2, "n", 3, "42"))
                + person(3, Sheets.text(2, 3, "1")).replace("<row r=\"3\"", "<row r=\"3\" hidden=\"1\"");
        var read =
                SentTable.read(new Sheets(false, rows, "").bytes(), Known.class).rows();
        assertThat(read.getFirst().of(Known.PHONE)).isEqualTo("000042");
        assertThat(read.getLast().fault()).contains(SentTable.Fault.HIDDEN);
    }

    @Test
    void aQuotedBreakIsASpaceAndAForgottenMarkCostsItsLine() throws UnfitFile {
        var text = "企业,姓名,手机,证件号\n\"甲\r\n公司\",一,1,2\n甲,\"二,1,2\n甲,三,1,2\n甲,四 5\" 管,1,2\n\"甲\"x,五,1,2\n";
        var rows = SentTable.read(text.getBytes(StandardCharsets.UTF_8), Known.class)
                .rows();
        assertThat(rows).extracting(SentTable.Row::line).containsExactly(2L, 4L, 5L, 6L, 7L);
        assertThat(rows.getFirst().of(Known.FIRM)).isEqualTo("甲 公司");
        assertThat(rows).extracting(row -> row.fault().isPresent()).containsExactly(false, true, false, false, true);
    }

    private static UnfitFile unfit(byte[] bytes) {
        var unfit = catchThrowableOfType(UnfitFile.class, () -> SentTable.read(bytes, Known.class));
        assertThat(unfit).isNotNull();
        for (var lang : Lang.values()) {
            assertThat(unfit.in(lang)).isNotBlank().doesNotContain("{", "Exception");
        }
        return unfit;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void whatIsNoTableSaysWhatItIs() {
        assertThat(unfit(bytes("")).why()).isEqualTo(Why.EMPTY);
        assertThat(unfit(bytes("姓名,手机\n")).in(Lang.ZH)).isEqualTo("第 1 行缺少列：企业、证件号；表头应有：企业、姓名、手机、证件号");
        assertThat(unfit(bytes("企业,姓名,手机,证件号,手机\n")).why()).isEqualTo(Why.TWICE);
        assertThat(unfit(bytes("<html><table><tr><td>企业</td></tr></table>")).in(Lang.EN))
                .contains("HTML", ".xlsx");
        assertThat(unfit(bytes("%PDF-1.7")).why()).isEqualTo(Why.FORMAT);
        assertThat(unfit(new byte[] {
                            (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
                        })
                        .in(Lang.ZH))
                .contains(".xls");
        var sheets = new Sheets(false, HEAD, "");
        sheets.put(
                "xl/workbook.xml",
                "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"/>");
        assertThat(unfit(sheets.bytes()).why()).isEqualTo(Why.HIDDEN);
    }

    /// A million rows that are only formatted are empty rows.
    @Test
    void formattedRowsAreFree() throws UnfitFile {
        var rows = new StringBuilder(HEAD + person(2, Sheets.text(2, 2, "1")));
        for (var row = 3; row < 300_000; row++) {
            rows.append("<row r=\"")
                    .append(row)
                    .append("\" s=\"2\"><c r=\"A")
                    .append(row)
                    .append("\" s=\"2\"/></row>");
        }
        assertThat(read(new Sheets(false, rows.toString(), "").bytes())).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xl/worksheets/now.xml",
                "xl/sharedStrings.xml",
                "xl/styles.xml",
                "xl/other.xml",
                "xl/media/x.png"
            })
    void aBombIsRefused(String part) throws IOException {
        var pieces = part.startsWith("xl/worksheets")
                ? List.of("<a>", "<a b='", "x", "<c/>")
                : List.of(part.endsWith("png") ? "x" : "<a>");
        for (var piece : pieces) {
            var sheets = new Sheets(false, HEAD + person(2, Sheets.text(2, 2, "1")), "");
            var unfit = unfit(sheets.with(part, piece, 450L << 20));
            assertThat(unfit.why()).as(part + piece).isIn(Why.BOMB, Why.STRANGE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x [<!ENTITY a \"b\"><!ENTITY c \"&a;&a;\">]><worksheet>&c;</worksheet>",
                "<worksheet><sheetData><row r=\"1\"><c r=\"ZZZZZZ1\"/></row></sheetData></worksheet>",
                "<worksheet><sheetData><row r=\"999999999999\"/></sheetData></worksheet>",
                "<worksheet><mergeCells><mergeCell ref=\"A1:ZZZZZ9\"/></mergeCells></worksheet>"
            })
    void whatNoSpreadsheetWritesIsRefused(String sheet) {
        assertThat(unfit(new Sheets(false, HEAD, "")
                                .put("xl/worksheets/now.xml", sheet)
                                .bytes())
                        .why())
                .isIn(Why.STRANGE, Why.DAMAGED);
    }

    @Test
    void aWorkbookOfManyPartsIsRefused() {
        var sheets = new Sheets(false, HEAD, "");
        for (var i = 0; i <= Bounds.WORKBOOK_PARTS; i++) {
            sheets.put("xl/part" + i + ".xml", "<a/>");
        }
        assertThat(unfit(sheets.bytes()).why()).isEqualTo(Why.STRANGE);
    }

    @Test
    void tooManyRowsAndTooLongLinesAreTold() throws UnfitFile {
        var many = "企业,姓名,手机,证件号\n" + "甲,一,1,2\n".repeat(Bounds.TABLE_ROWS + 1);
        assertThat(unfit(bytes(many)).why()).isEqualTo(Why.ROWS);
        var quotes = "企业,姓名,手机,证件号\n" + "\"甲\n".repeat(1_000_000);
        assertThat(unfit(bytes(quotes)).why()).isEqualTo(Why.ROWS);
        var line = "企业,姓名,手机,证件号\n" + "x".repeat(10_000_000) + ",一,1,2\n甲,二,1,2\n";
        assertThat(SentTable.read(bytes(line), Known.class).rows())
                .extracting(row -> row.fault().isPresent())
                .containsExactly(true, false);
    }

    /// Lines with nothing in them are no rows, wherever they stand.
    @Test
    void emptyLinesCostNothing() throws UnfitFile {
        for (var above : List.of(1, 29, 30, 31, 500)) {
            var text = "\n".repeat(above) + "企业,姓名,手机,证件号\n" + "\n".repeat(above) + "甲,一,1,2\n";
            assertThat(read(bytes(text))).as("%d empty lines", above).hasSize(1);
            assertThat(read(bytes(text.replace(',', ';'))))
                    .as("%d empty lines", above)
                    .hasSize(1);
        }
    }

    /// Whatever has happened to a file on its way.
    @Test
    void anyDamageIsToldInWords() {
        for (var seed = 0L; seed < 600; seed++) {
            var random = new Random(seed);
            var writing = new Writing(seed);
            var bytes = random.nextBoolean() ? writing.text() : writing.workbook();
            for (var i = random.nextInt(1, 20); i > 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            var cut = Arrays.copyOf(bytes, random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length);
            try {
                assertThat(SentTable.read(cut, Known.class).rows())
                        .as("seed %d", seed)
                        .hasSizeLessThan(100);
            } catch (UnfitFile unfit) {
                assertThat(unfit.in(Lang.ZH)).as("seed %d", seed).isNotBlank();
            }
        }
    }
}
