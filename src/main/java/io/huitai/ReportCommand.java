package io.huitai;

import io.huitai.shop.Lang;
import io.huitai.till.report.Export;
import io.huitai.till.report.Period;
import io.huitai.till.report.Report;
import io.huitai.till.report.ReportKind;
import io.huitai.till.report.ReportWords;
import io.huitai.till.report.Reports;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// `huitai report`: what a store sold, owes and has to look at in a period. Reads only, beside a running till.
@Command(
        name = "report",
        description = "Tell what happened in a store in a period; reads only, beside a running till.",
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    private final OutputStream standardOut;

    @Option(names = "--store", required = true, paramLabel = "DIR", description = "The store directory.")
    private Path store = Path.of("");

    @Option(
            names = "--kind",
            defaultValue = "sales",
            converter = KindOption.class,
            description = "sales, rules, points, stored, accounts, exceptions, staff or referrals (${DEFAULT-VALUE}).")
    private ReportKind kind = ReportKind.SALES;

    @Option(names = "--from", paramLabel = "DATE", description = "The first business day, as 2026-05-01.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "The last business day.")
    private @Nullable LocalDate to;

    @Option(
            names = "--format",
            defaultValue = "text",
            converter = FormatOption.class,
            description = "text, csv, xlsx or pdf (${DEFAULT-VALUE}).")
    private Export format = Export.TEXT;

    @Option(names = "--out", paramLabel = "FILE", description = "Write into this file, not to standard output.")
    private @Nullable Path out;

    @Mixin
    private InLanguage spoken = new InLanguage();

    ReportCommand() {
        this(System.out);
    }

    ReportCommand(OutputStream standardOut) {
        this.standardOut = standardOut;
    }

    @Override
    public Integer call() throws IOException {
        var period = new Period(Optional.ofNullable(from), Optional.ofNullable(to));
        var report = Reports.of(store).read(kind, period, () -> true).orElseThrow();
        print(report, format, spoken.lang(), out, standardOut);
        return 0;
    }

    static void print(Report report, Export format, Lang lang, @Nullable Path out, OutputStream standardOut)
            throws IOException {
        if (out == null) {
            format.write(report, ReportWords.in(lang), standardOut);
            standardOut.flush();
        } else {
            format.write(report, ReportWords.in(lang), out);
        }
    }

    /// A kind of report by its code.
    static final class KindOption implements ITypeConverter<ReportKind> {
        @Override
        public ReportKind convert(String code) {
            return ReportKind.of(code)
                    .orElseThrow(() -> new TypeConversionException("'" + code + "' is none of "
                            + Arrays.stream(ReportKind.values())
                                    .map(ReportKind::code)
                                    .collect(Collectors.joining(", "))));
        }
    }

    /// A form by its code.
    static final class FormatOption implements ITypeConverter<Export> {
        @Override
        public Export convert(String code) {
            return Export.of(code)
                    .orElseThrow(() -> new TypeConversionException("'" + code + "' is not text, csv, xlsx or pdf"));
        }
    }
}
