package io.huitai.till.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/// The one way in which CSV leaves the product, as RFC 4180 says. Words calculate nothing in whatever opens it.
public final class Csv implements AutoCloseable {
    private static final ObjectWriter ROWS = CsvMapper.builder()
            .enable(CsvWriteFeature.STRICT_CHECK_FOR_QUOTING)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build()
            .writer(CsvSchema.emptySchema().withLineSeparator("\r\n"))
            .with(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN);

    /// Without it Excel takes Chinese for something else.
    private static final String MARK = "\uFEFF";

    private final Writer out;
    private final SequenceWriter rows;

    private Csv(Writer out) {
        this.out = out;
        this.rows = ROWS.writeValues(out);
    }

    /// Writes rows; the writer given stays open.
    public static Csv to(Writer out) {
        return new Csv(out);
    }

    /// A report: each table under its title, an empty line between two, with a byte order mark.
    static void write(Report report, ReportWords words, Writer out) throws IOException {
        out.append(MARK);
        try (var csv = to(out)) {
            var titled = report.tables().size() > 1;
            for (var table : report.tables()) {
                if (!table.equals(report.tables().getFirst())) {
                    csv.gap();
                }
                if (titled) {
                    csv.row(List.of(words.title(table)));
                }
                csv.row(words.columns(table));
                for (var row : table.rows()) {
                    csv.row(row.stream().map(cell -> field(cell, words)).toList());
                }
            }
        }
    }

    private static Object field(Cell cell, ReportWords words) {
        return switch (cell) {
            case Cell.Amount(var money) -> new BigDecimal(money.toString());
            case Cell.Count(var number) -> number;
            case Cell.Text _, Cell.Word _, Cell.Said _, Cell.Share _, Cell.Day _, Cell.Moment _ -> words.cell(cell);
        };
    }

    /// @param fields numbers stand as they are; everything else is words, and guarded
    public Csv row(List<?> fields) {
        var guarded = new ArrayList<Object>(fields.size());
        for (var field : fields) {
            guarded.add(field instanceof Number ? field : Cell.harmless(field.toString()));
        }
        rows.write(guarded);
        return this;
    }

    private void gap() {
        rows.flush();
        try {
            out.append("\r\n");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    @Override
    public void close() {
        rows.close();
    }
}
