package io.huitai;

import io.huitai.journal.log.SystemDisk;
import io.huitai.programme.file.BadProgramme;
import io.huitai.programme.file.LintFinding;
import io.huitai.programme.file.LintFinding.Weight;
import io.huitai.programme.file.Programmes;
import io.huitai.programme.file.UnfitVersion;
import io.huitai.programme.pricing.Simulation;
import io.huitai.programme.scheme.Programme;
import io.huitai.shop.Lang;
import io.huitai.shop.Wording;
import io.huitai.till.past.NewVersion;
import io.huitai.till.past.PastSales;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `huitai programme`: for those who write programmes. Output is UTF-8 whatever the locale.
@Command(
        name = "programme",
        description = "Look over programme files, try them, and bring them into a store.",
        mixinStandardHelpOptions = true)
public final class ProgrammeCommand {
    private final OutputStream out;

    ProgrammeCommand() {
        this(System.out);
    }

    ProgrammeCommand(OutputStream out) {
        this.out = out;
    }

    /// Prints one line for each problem of each file, a fault as `file:line:column: found …, expected …`; 1 where there
    /// is a fault, 0 where there are warnings only or nothing at all. A file that cannot be read is a fault.
    @Command(
            name = "check",
            description = "Print every fault and every warning of programme files, a line each.",
            mixinStandardHelpOptions = true)
    int check(
            @Mixin InLanguage spoken,
            @Parameters(arity = "1..*", paramLabel = "FILE", description = "Programme files (YAML).")
                    List<Path> files) {
        return areSound(files, spoken.lang()) ? 0 : 1;
    }

    private boolean areSound(List<Path> files, Lang lang) {
        var findings = new ArrayList<LintFinding>();
        for (var file : files) {
            findings.addAll(Programmes.check(file));
        }
        say(findings.stream().map(finding -> finding.text(lang)).toList());
        return findings.stream().noneMatch(finding -> finding.weight() == Weight.FAULT);
    }

    private void say(List<String> lines) {
        var printed = new PrintStream(out, false, StandardCharsets.UTF_8);
        lines.forEach(printed::println);
        printed.flush();
    }

    /// Puts a further version of a store's programme into its directory, the till running or not; 1 and a line for each
    /// reason where it cannot be.
    @Command(
            name = "install",
            description = "Put a new version of a store's programme into the store directory; the till applies it from"
                    + " its day on.",
            mixinStandardHelpOptions = true)
    int install(
            @Mixin InLanguage spoken,
            @Option(names = "--store", required = true, paramLabel = "DIR", description = "The store directory.")
                    Path store,
            @Parameters(paramLabel = "FILE", description = "The programme file (YAML).") Path file)
            throws IOException {
        if (!areSound(List.of(file), spoken.lang())) {
            return 1;
        }
        try {
            var added = NewVersion.install(store, file.toString(), Programmes.bytes(file), new SystemDisk());
            var head = added.head();
            say(List.of(Wording.of(ProgrammeCommand.class, spoken.lang())
                    .say("programme.installed", head.id(), head.version(), head.appliesFrom())));
            return 0;
        } catch (UnfitVersion unfit) {
            say(List.of(unfit.text(spoken.lang())));
            return 1;
        }
    }

    /// Prices a store's past bills under another programme and tells what would have changed; reads only, beside a
    /// running till. 1 where the file is no programme.
    @Command(
            name = "simulate",
            description = "Price a store's past bills under a changed programme, and compare.",
            mixinStandardHelpOptions = true)
    int simulate(
            @Mixin InLanguage spoken,
            @Option(names = "--programme", required = true, paramLabel = "FILE", description = "The programme to try.")
                    Path file,
            @Option(names = "--store", required = true, paramLabel = "DIR", description = "The store directory.")
                    Path store,
            @Option(names = "--from", paramLabel = "DATE", description = "The first business day, as 2026-05-01.")
                    @Nullable
                    LocalDate from,
            @Option(names = "--to", paramLabel = "DATE", description = "The last business day.") @Nullable LocalDate to,
            @Option(names = "--csv", paramLabel = "FILE", description = "Write the figures here too.") @Nullable
                    Path csv)
            throws IOException {
        Programme next;
        try {
            next = Programmes.read(file);
        } catch (BadProgramme bad) {
            say(bad.faults().stream().map(fault -> fault.text(spoken.lang())).toList());
            return 1;
        }
        var simulation = new Simulation(next);
        PastSales.read(store, new SystemDisk(), past -> {
            var day = past.sale().businessDay();
            if ((from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to))) {
                simulation.add(past.bill(), past.programme());
            }
            return true;
        });
        var report = new SimulationReport(simulation.report(), next);
        if (csv != null) {
            try (var out = Files.newBufferedWriter(csv)) {
                report.csv(out);
            }
        }
        say(report.table(spoken.lang()));
        return 0;
    }
}
