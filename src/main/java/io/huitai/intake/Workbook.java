package io.huitai.intake;

import io.huitai.intake.RawRow.Kind;
import io.huitai.intake.RawRow.RawCell;
import io.huitai.intake.UnfitFile.Why;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/// The first sheet of an XLSX workbook that can be seen. Its parts have been looked through before anything is taken
/// from them: see [WorkbookParts] and [SheetLayout].
final class Workbook {
    /// With formats, by which days are known from numbers.
    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);

    private static final ReadingOptions PLAIN = new ReadingOptions(false, true);

    /// What in a number format is no letter of a date: quoted, escaped, in brackets.
    private static final Pattern NO_DATE = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*]");

    private static final Pattern DATE = Pattern.compile("[ymdYMD年月日]");
    private static final Pattern ZEROS = Pattern.compile("0{2,40}");
    private static final int LONGEST_NUMBER = 400;

    private Workbook() {}

    static void read(byte[] bytes, RawRow.Taker taker) throws UnfitFile {
        try (var parts = WorkbookParts.open(bytes)) {
            var layout = parts.visibleSheet();
            try (var workbook = open(bytes)) {
                var sheet = workbook.getSheets()
                        .filter(each -> each.getId().equals(parts.visibleId()))
                        .findFirst()
                        .orElseThrow(() -> new UnfitFile(Why.HIDDEN));
                try (var rows = sheet.openStream()) {
                    var merged = layout.merged();
                    for (var iterator = rows.iterator(); iterator.hasNext(); ) {
                        taker.take(merged.filled(row(iterator.next(), layout)));
                    }
                }
            }
        } catch (UnfitFile unfit) {
            throw unfit;
        } catch (IOException | UncheckedIOException | ExcelReaderException damaged) {
            throw damaged(damaged);
        } catch (RuntimeException damaged) { // the library does not say how it fails on a damaged workbook
            throw damaged(damaged);
        }
    }

    /// A workbook without formats knows no days either.
    private static ReadableWorkbook open(byte[] bytes) throws IOException {
        try {
            return new ReadableWorkbook(new ByteArrayInputStream(bytes), WITH_FORMATS);
        } catch (ExcelReaderException noFormats) {
            return new ReadableWorkbook(new ByteArrayInputStream(bytes), PLAIN);
        }
    }

    static UnfitFile damaged(Exception why) {
        return new UnfitFile(Why.DAMAGED, why.getClass().getSimpleName());
    }

    private static RawRow row(Row row, SheetLayout layout) {
        var cells = new ArrayList<RawCell>();
        for (var cell : row) {
            if (cell != null) {
                cells.add(raw(cell));
            }
        }
        cells.sort(Comparator.comparingInt(RawCell::column));
        var hidden = layout.isHidden(row.getRowNum())
                ? Optional.of(SentTable.Fault.HIDDEN)
                : Optional.<SentTable.Fault>empty();
        return new RawRow(row.getRowNum(), cells, hidden);
    }

    private static RawCell raw(Cell cell) {
        var column = cell.getColumnIndex();
        return switch (cell.getType()) {
            case EMPTY -> new RawCell(column, Kind.TEXT, "");
            case ERROR -> new RawCell(column, Kind.ERROR, brief(cell.getRawValue()));
            case BOOLEAN -> new RawCell(column, Kind.TRUTH, cell.getText().toUpperCase(Locale.ROOT));
            case NUMBER -> number(cell, column);
            case STRING -> new RawCell(column, Kind.TEXT, cell.getText());
            case FORMULA -> formula(cell, column);
        };
    }

    private static RawCell formula(Cell cell, int column) {
        return switch (cell.getValue()) {
            case BigDecimal _ -> number(cell, column);
            case Boolean truth -> new RawCell(column, Kind.TRUTH, truth ? "TRUE" : "FALSE");
            case String text -> new RawCell(column, Kind.TEXT, text);
            case null, default -> new RawCell(column, Kind.FORMULA, "");
        };
    }

    private static RawCell number(Cell cell, int column) {
        var format = Optional.ofNullable(cell.getDataFormatString()).orElse("");
        if (DATE.matcher(NO_DATE.matcher(format).replaceAll("")).find()) {
            return new RawCell(column, Kind.DAY, cell.asDate().toLocalDate().toString());
        }
        var number = cell.getType() == CellType.NUMBER ? cell.asNumber() : (BigDecimal) cell.getValue();
        if (Math.abs((long) number.precision() - number.scale()) > LONGEST_NUMBER || number.scale() > LONGEST_NUMBER) {
            return new RawCell(column, Kind.ERROR, "…");
        }
        var text = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        // as 007 is shown
        return ZEROS.matcher(format).matches()
                        && text.length() < format.length()
                        && text.chars().allMatch(c -> c >= '0' && c <= '9')
                ? new RawCell(column, Kind.TEXT, "0".repeat(format.length() - text.length()) + text)
                : new RawCell(column, Kind.NUMBER, text);
    }

    private static String brief(@Nullable String text) {
        return text == null || text.length() > 20 ? "#" : text;
    }
}
