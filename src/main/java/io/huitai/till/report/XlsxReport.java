package io.huitai.till.report;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// A report as a workbook: a sheet for each table, amounts and counts as numbers.
final class XlsxReport {
    private static final int WIDTH = 18;

    private XlsxReport() {}

    static void write(Report report, ReportWords words, OutputStream out) throws IOException {
        try (var book = new Workbook(out, "Huitai", "1.0")) {
            for (var table : report.tables()) {
                sheet(book.newWorksheet(words.title(table)), table, words);
            }
        }
    }

    private static void sheet(Worksheet sheet, Table table, ReportWords words) throws IOException {
        var columns = words.columns(table);
        for (var column = 0; column < columns.size(); column++) {
            sheet.value(0, column, Cell.harmless(columns.get(column)));
            var head = sheet.style(0, column).bold();
            (table.isNumber(column) ? head.horizontalAlignment("right") : head).set();
            sheet.width(column, WIDTH);
        }
        sheet.freezePane(0, 1);
        for (var row = 0; row < table.rows().size(); row++) {
            for (var column = 0; column < columns.size(); column++) {
                cell(sheet, row + 1, column, table.rows().get(row).get(column), words);
            }
        }
        sheet.finish();
    }

    private static void cell(Worksheet sheet, int row, int column, Cell cell, ReportWords words) {
        switch (cell) {
            case Cell.Amount(var money) -> {
                sheet.value(row, column, new BigDecimal(money.toString()));
                sheet.style(row, column).format("#,##0.00").set();
            }
            case Cell.Count(var number) -> sheet.value(row, column, number);
            case Cell.Share(var rate) -> {
                sheet.value(row, column, new BigDecimal(rate.parts()).movePointLeft(6));
                sheet.style(row, column).format("0.##%").set();
            }
            case Cell.Day(var date) -> {
                sheet.value(row, column, date);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            case Cell.Text _, Cell.Word _, Cell.Said _, Cell.Moment _ ->
                sheet.value(row, column, Cell.harmless(words.cell(cell)));
        }
    }
}
