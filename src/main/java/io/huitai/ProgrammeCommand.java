package io.huitai;

import io.huitai.QuoteCommand.LangOption;
import io.huitai.programme.file.Finding;
import io.huitai.programme.file.Finding.Weight;
import io.huitai.programme.file.Programmes;
import io.huitai.shop.Lang;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `huitai programme`: for those who write programmes. Output is UTF-8 whatever the locale.
@Command(name = "programme", description = "Look over programme files.", mixinStandardHelpOptions = true)
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
            @Option(
                            names = "--lang",
                            defaultValue = "zh",
                            converter = LangOption.class,
                            description = "Language of the lines: zh or en (${DEFAULT-VALUE}).")
                    Lang lang,
            @Parameters(arity = "1..*", paramLabel = "FILE", description = "Programme files (YAML).")
                    List<Path> files) {
        var findings = new ArrayList<Finding>();
        for (var file : files) {
            findings.addAll(Programmes.check(file));
        }
        var lines = new PrintStream(out, false, StandardCharsets.UTF_8);
        findings.forEach(finding -> lines.println(finding.text(lang)));
        lines.flush();
        return findings.stream().anyMatch(finding -> finding.weight() == Weight.FAULT) ? 1 : 0;
    }
}
