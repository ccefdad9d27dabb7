package io.huitai.till.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.money.Money;
import io.huitai.money.Rate;
import io.huitai.shop.Lang;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
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

    @Test
    void bothLanguagesHaveTheSameWords() {
        var zh = ResourceBundle.getBundle("io.huitai.till.report.texts", Locale.of("zh"));
        var en = ResourceBundle.getBundle("io.huitai.till.report.texts", Locale.of("en"));
        assertThat(zh.keySet()).isEqualTo(en.keySet());
    }
}
