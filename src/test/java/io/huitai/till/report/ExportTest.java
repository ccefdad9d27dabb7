package io.huitai.till.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.money.Money;
import io.huitai.money.Rate;
import io.huitai.shop.Label;
import io.huitai.shop.Lang;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {
    private static final Report REPORT = new Report(
            "exceptions",
            Facts.may(),
            "会台酒店",
            List.of(
                    Table.of("exceptions", "day", "operator", "reason", "amount", "share")
                            .with(List.of(List.of(
                                    Cell.of(LocalDate.of(2026, 5, 1)),
                                    Cell.of("1001"),
                                    Cell.of("=1+1, \"退\"\n😀"),
                                    Cell.of(Money.parse("-12.30")),
                                    new Cell.Share(Rate.parse("0.755"))))),
                    Table.of("totals", "figure", "value")
                            .with(List.of(List.of(Cell.word("figure.bills"), Cell.of(7))))));

    @TempDir
    Path folder;

    private Path written(Export form) throws IOException {
        var file = folder.resolve("deeper").resolve("report." + form.ending());
        form.write(REPORT, ReportWords.in(Lang.ZH), file);
        assertThat(file.getParent()).isDirectoryNotContaining("glob:**.part");
        return file;
    }

    @Test
    void csvOpensInExcelAndCalculatesNothing() throws IOException {
        var text = Files.readString(written(Export.CSV), StandardCharsets.UTF_8);
        assertThat(text)
                .isEqualTo(String.join(
                        "\r\n",
                        "\uFEFF明细",
                        "日期,员工,原因,金额,完成率",
                        "2026-05-01,1001,\"'=1+1, \"\"退\"\"\n😀\",-12.30,75.5%",
                        "",
                        "合计",
                        "项目,数值",
                        "账单数,7",
                        ""));
    }

    @Test
    void aWorkbookHasNumbersAsNumbers() throws IOException {
        try (var zip = new ZipFile(written(Export.XLSX).toFile())) {
            var sheet = new String(
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);
            assertThat(sheet).contains("<v>-12.3").contains("<v>0.755");
            var strings = new String(
                    zip.getInputStream(zip.getEntry("xl/sharedStrings.xml")).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(strings).contains("&#x5458;&#x5de5;").contains("=1+1, ");
        }
    }

    @Test
    void aPageCanBeReadAndItsFontGoesWithIt() throws IOException {
        var file = written(Export.PDF);
        try (var pdf = Loader.loadPDF(file.toFile())) {
            var text = new PDFTextStripper().getText(pdf);
            assertThat(text).contains("会台酒店").contains("员工").contains("-12.30").contains("75.5%");
        }
        assertThat(Files.size(file)).isLessThan(200_000);
    }

    @Test
    void aLongTableGoesOnOnTheNextPageUnderItsHead() throws IOException {
        var rows = new ArrayList<List<Cell>>();
        for (var i = 0; i < 100; i++) {
            rows.add(List.of(Cell.of("第" + i), Cell.of(i)));
        }
        var report = new Report(
                "sales",
                Period.ALL,
                "店",
                List.of(Table.of("totals", "figure", "value").with(rows)));
        var file = folder.resolve("long.pdf");
        Export.PDF.write(report, ReportWords.in(Lang.ZH), file);
        try (var pdf = Loader.loadPDF(file.toFile())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(3);
            var text = new PDFTextStripper().getText(pdf);
            assertThat(text).contains("第99");
            assertThat(Pattern.compile("项目").matcher(text).results()).hasSize(3);
        }
    }

    /// Whatever stands in a table, CSV and workbook give it back, and no cell of words begins as a formula does.
    @Test
    void noWordsOfAnyExportCalculate() throws IOException {
        for (var seed = 0L; seed < 60; seed++) {
            var random = new Random(seed);
            var rows = new ArrayList<List<Cell>>();
            for (var i = 0; i < 20; i++) {
                var words = words(random);
                rows.add(List.of(
                        Cell.of(words),
                        Cell.word(words),
                        new Cell.Said(label(words)),
                        Cell.of(Money.ofFen(random.nextInt())),
                        Cell.of(random.nextInt())));
            }
            var report = new Report(
                    "sales",
                    Period.ALL,
                    words(random),
                    List.of(Table.of("exceptions", "reason", "rule", "why", "amount", "bills")
                            .with(rows)));
            var file = folder.resolve("any.csv");
            Export.CSV.write(report, ReportWords.in(Lang.ZH), file);
            var read = read(Files.readString(file).substring(1));
            assertThat(read).as("seed %d", seed).hasSize(21);
            for (var i = 0; i < 20; i++) {
                for (var column = 0; column < 3; column++) {
                    var given = ReportWords.in(Lang.ZH).cell(rows.get(i).get(column));
                    var cell = read.get(i + 1).get(column);
                    assertThat(cell).as("seed %d", seed).isIn(given, "'" + given);
                    assertThat(cell.stripLeading())
                            .as("seed %d", seed)
                            .doesNotMatch("(?s)[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20].*");
                    assertThat(cell).as("seed %d", seed).doesNotStartWith("\t").doesNotStartWith("\r");
                }
                var money = ((Cell.Amount) rows.get(i).get(3)).money();
                assertThat(read.get(i + 1).get(3)).as("seed %d", seed).isEqualTo(money.toString());
            }
            Export.XLSX.write(report, ReportWords.in(Lang.ZH), folder.resolve("any.xlsx"));
            try (var book = new ReadableWorkbook(folder.resolve("any.xlsx").toFile());
                    var sheet = book.getFirstSheet().openStream()) {
                sheet.skip(1)
                        .forEach(row -> assertThat(row.getCellText(0).stripLeading())
                                .as("a workbook's words")
                                .doesNotMatch("(?s)[=+\\-@].*"));
            }
        }
    }

    private static Label label(String words) {
        var printable = words.replaceAll("[\\t\\r\\n]", "");
        return printable.isBlank() ? new Label("=1", "=1") : new Label(printable, printable);
    }

    private static String words(Random random) {
        var signs = List.of(
                "=", "+", "-", "@", "\t", "\r", "\n", "\"", ",", ";", " ", "'", "一", "＝", "a", "1", ".", "😀", "<",
                "&");
        var words = new StringBuilder();
        for (var length = random.nextInt(8); length > 0; length--) {
            words.append(signs.get(random.nextInt(signs.size())));
        }
        return words.toString();
    }

    /// Fields after RFC 4180, read by hand: not by the library that wrote them.
    private static List<List<String>> read(String csv) {
        var rows = new ArrayList<List<String>>();
        var row = new ArrayList<String>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < csv.length(); i++) {
            var c = csv.charAt(i);
            if (quoted) {
                if (c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                    field.append('"');
                    i++;
                } else if (c == '"') {
                    quoted = false;
                } else {
                    field.append(c);
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',' || c == '\r') {
                row.add(field.toString());
                field.setLength(0);
                if (c == '\r') {
                    rows.add(List.copyOf(row));
                    row.clear();
                    i++;
                }
            } else {
                field.append(c);
            }
        }
        return rows;
    }

    /// A page that is too narrow breaks words into lines; figures stay whole and no column runs into the next.
    @Test
    void aWideTableStaysOnThePageWithItsFiguresWhole() throws IOException {
        var rows = new ArrayList<List<Cell>>();
        for (var i = 0; i < 5; i++) {
            rows.add(List.of(
                    Cell.of("很长的原因，客人说菜凉了而且等了四十分钟".repeat(4)),
                    Cell.of("Ivə 𠮷田 한 " + i),
                    Cell.of(Money.ofFen(9_999_999_999L + i)),
                    Cell.of(Money.ofFen(-9_999_999_999L - i)),
                    Cell.of("A long reason with many words in it, over and over again".repeat(2))));
        }
        var report = new Report(
                "exceptions",
                Period.ALL,
                "店",
                List.of(Table.of("exceptions", "reason", "operator", "amount", "gross", "why")
                        .with(rows)));
        var file = folder.resolve("wide.pdf");
        Export.PDF.write(report, ReportWords.in(Lang.ZH), file);
        try (var pdf = Loader.loadPDF(file.toFile())) {
            var text = new PDFTextStripper().getText(pdf);
            for (var i = 0; i < 5; i++) {
                assertThat(text).contains(Money.ofFen(9_999_999_999L + i) + " ");
                assertThat(text).contains(" " + Money.ofFen(-9_999_999_999L - i));
            }
            assertThat(text)
                    .contains("𠮷")
                    .contains("Ivə")
                    .contains("한")
                    .doesNotContain("□")
                    .doesNotContain("〓");
            assertThat(text.replaceAll("\\s", "")).contains("overagainAlong".substring(0, 9));
        }
    }

    @Test
    void bothLanguagesHaveTheSameWords() {
        var zh = ResourceBundle.getBundle("io.huitai.till.report.texts", Locale.of("zh"));
        var en = ResourceBundle.getBundle("io.huitai.till.report.texts", Locale.of("en"));
        assertThat(zh.keySet()).isEqualTo(en.keySet());
    }
}
