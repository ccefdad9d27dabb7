package io.huitai.till.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The forms that a report can be handed out in.
public enum Export {
    TEXT("txt") {
        @Override
        public void write(Report report, ReportWords words, OutputStream out) throws IOException {
            out.write((String.join("\n", AlignedText.of(report, words)) + "\n").getBytes(StandardCharsets.UTF_8));
        }
    },
    CSV("csv") {
        @Override
        public void write(Report report, ReportWords words, OutputStream out) throws IOException {
            var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            Csv.write(report, words, writer);
            writer.flush();
        }
    },
    XLSX("xlsx") {
        @Override
        public void write(Report report, ReportWords words, OutputStream out) throws IOException {
            XlsxReport.write(report, words, out);
        }
    },
    PDF("pdf") {
        @Override
        public void write(Report report, ReportWords words, OutputStream out) throws IOException {
            PdfReport.write(report, words, out);
        }
    };

    private final String ending;

    Export(String ending) {
        this.ending = ending;
    }

    public static Optional<Export> of(String code) {
        return Arrays.stream(values())
                .filter(form -> form.name().equalsIgnoreCase(code))
                .findFirst();
    }

    /// How a file of this form is called, as "csv".
    public String ending() {
        return ending;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Writes a report in this form.
    public abstract void write(Report report, ReportWords words, OutputStream out) throws IOException;

    /// Writes a report into a file, whole or not at all.
    public void write(Report report, ReportWords words, Path file) throws IOException {
        var target = file.toAbsolutePath();
        var folder = target.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        var draft = target.resolveSibling(target.getFileName() + ".part");
        try (var out = Files.newOutputStream(draft)) {
            write(report, words, out);
        } catch (IOException | RuntimeException broken) {
            Files.deleteIfExists(draft);
            throw broken;
        }
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException elsewhere) {
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
