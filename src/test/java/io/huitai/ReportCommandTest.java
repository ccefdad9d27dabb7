package io.huitai;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.till.report.Export;
import io.huitai.till.report.Facts;
import io.huitai.till.report.ReportKind;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReportCommandTest {
    @TempDir
    Path folder;

    private Path store;

    @BeforeEach
    void open() {
        store = folder.resolve("store");
        Facts.open(store, "standard-card");
    }

    @Test
    void aReportIsPrintedInEitherLanguage() {
        assertThat(report("--from", "2026-05-01"))
                .contains("会台酒店")
                .contains("合计")
                .contains("2026-05-01");
        assertThat(report("--lang", "en", "--kind", "stored"))
                .contains("Stored value")
                .contains("Closing");
    }

    private String report(String... options) {
        var out = new ByteArrayOutputStream();
        assertThat(new CommandLine(new ReportCommand(out)).execute(with(options)))
                .isZero();
        return out.toString(StandardCharsets.UTF_8);
    }

    private String[] with(String... options) {
        var all = new ArrayList<String>();
        all.add("--store");
        all.add(store.toString());
        all.addAll(List.of(options));
        return all.toArray(String[]::new);
    }

    @Test
    void everyKindGoesIntoEveryForm() {
        for (var kind : ReportKind.values()) {
            for (var form : Export.values()) {
                var file = folder.resolve(kind.code() + "." + form.ending());
                report("--kind", kind.code(), "--format", form.code(), "--out", file.toString());
                assertThat(file).isNotEmptyFile();
            }
        }
    }

    @Test
    void whatIsNoneIsSaid() {
        var words = new StringWriter();
        var code = Huitai.commandLine()
                .setErr(new PrintWriter(words))
                .execute("report", "--store", store.toString(), "--kind", "weather");
        assertThat(code).isEqualTo(2);
        assertThat(words.toString()).contains("weather").contains("exceptions");
    }

    @Test
    void membersAreListedMaskedAndExported() throws Exception {
        var file = folder.resolve("women.csv");
        var code = Huitai.commandLine()
                .execute("members", "--store", store.toString(), "--gender", "f", "--export", file.toString());
        assertThat(code).isZero();
        assertThat(Files.readString(file)).contains("会员号,姓名").contains(",女,").doesNotContain(",男,");
        assertThat(Huitai.commandLine()
                        .setErr(new PrintWriter(new StringWriter()))
                        .execute("members", "--store", store.toString(), "--age", "old"))
                .isEqualTo(2);
    }
}
