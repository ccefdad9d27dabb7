package io.huitai;

import io.huitai.money.Money;
import io.huitai.shop.id.TierId;
import io.huitai.till.report.Export;
import io.huitai.till.report.Segment;
import io.huitai.till.settings.TillSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `huitai members`: the members of a store that are of some kind. Reads only, and shows masks only.
@Command(
        name = "members",
        description = "List the members of a store, or those of some kind; names and phones are masked.",
        mixinStandardHelpOptions = true)
final class MembersCommand implements Callable<Integer> {
    private final OutputStream standardOut;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--store", required = true, paramLabel = "DIR", description = "The store directory.")
    private Path store = Path.of("");

    @Option(names = "--gender", defaultValue = "", paramLabel = "f|m", description = "f or m.")
    private String gender = "";

    @Option(names = "--age", defaultValue = "", paramLabel = "FROM-TO", description = "In years, as 20-30, 60- or -17.")
    private String age = "";

    @Option(
            names = "--district",
            defaultValue = "",
            paramLabel = "CODE",
            description = "How the identity card's district (GB/T 2260) begins, as 310101 or 31.")
    private String district = "";

    @Option(names = "--min-spend", defaultValue = "0", paramLabel = "YUAN", description = "Spent so far, at least.")
    private String minSpend = "0";

    @Option(names = "--min-visits", defaultValue = "0", paramLabel = "N", description = "Visits so far, at least.")
    private long minVisits;

    @Option(names = "--last-visit-before", paramLabel = "DATE", description = "Not been here since this day.")
    private @Nullable LocalDate lastVisitBefore;

    @Option(names = "--tier", paramLabel = "ID", description = "In this tier; may be given several times.")
    private List<TierId> tiers = List.of();

    @Option(names = "--export", paramLabel = "FILE", description = "Write into this file: .csv, .xlsx, .pdf or .txt.")
    private @Nullable Path export;

    @Mixin
    private InLanguage spoken = new InLanguage();

    MembersCommand() {
        this(System.out);
    }

    MembersCommand(OutputStream standardOut) {
        this.standardOut = standardOut;
    }

    @Override
    public Integer call() throws IOException {
        var form = export == null ? Export.TEXT : form(export);
        var segment = segment();
        var zone = TillSettings.exist(store) ? TillSettings.read(store).zone() : "UTC";
        var today = LocalDate.ofInstant(InstantSource.system().instant(), ZoneId.of(zone));
        ReportCommand.print(segment.read(store, today), form, spoken.lang(), export, standardOut);
        return 0;
    }

    private Segment segment() {
        if (!Set.of("", "f", "m").contains(gender)) {
            throw wrong("--gender", gender);
        }
        if (!district.matches("[0-9]{0,6}")) {
            throw wrong("--district", district);
        }
        if (!age.matches("([0-9]{0,3})(-[0-9]{0,3})?")) {
            throw wrong("--age", age);
        }
        var dash = age.indexOf('-');
        return new Segment(
                gender,
                years(dash < 0 ? age : age.substring(0, dash)),
                years(dash < 0 ? age : age.substring(dash + 1)),
                district,
                yuan(),
                minVisits,
                Optional.ofNullable(lastVisitBefore),
                Set.copyOf(tiers));
    }

    private static OptionalInt years(String digits) {
        return digits.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
    }

    private Money yuan() {
        try {
            return Money.parse(minSpend);
        } catch (NumberFormatException | ArithmeticException wrong) {
            throw wrong("--min-spend", minSpend);
        }
    }

    private Export form(Path file) {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        for (var form : Export.values()) {
            if (name.endsWith("." + form.ending())) {
                return form;
            }
        }
        throw wrong("--export", file.toString());
    }

    private ParameterException wrong(String option, String value) {
        return new ParameterException(spec.commandLine(), "Invalid value for option '" + option + "': '" + value + "'");
    }
}
