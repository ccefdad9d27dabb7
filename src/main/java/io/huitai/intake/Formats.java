package io.huitai.intake;

import io.huitai.intake.UnfitFile.Why;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/// What a file is by its first bytes, whatever its name says.
final class Formats {
    private static final String ZIP = "PK\3\4";

    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", "Excel 97 .xls / password"),
            Map.entry("\t\u0008", ".xls"),
            Map.entry("\t\u0004", ".xls"),
            Map.entry("\t\u0002", ".xls"),
            Map.entry("%PDF", "PDF"),
            Map.entry("{\\rtf", "RTF"),
            Map.entry("Rar!", "RAR"),
            Map.entry("7z\u00bc\u00af", "7z"),
            Map.entry("\u001f\u008b", "gzip"),
            Map.entry("PK\5\6", "ZIP"),
            Map.entry("\u0089PNG", "PNG"),
            Map.entry("\u00ff\u00d8\u00ff", "JPEG"),
            Map.entry("GIF8", "GIF"),
            Map.entry("bplist", "Numbers"),
            Map.entry("SQLite", "SQLite"),
            Map.entry("\u007fELF", "ELF"));

    private Formats() {}

    static boolean isWorkbook(byte[] bytes) {
        return head(bytes, 4).equals(ZIP);
    }

    static void mustBeText(byte[] bytes) throws UnfitFile {
        var head = head(bytes, 512);
        for (var other : OTHERS.entrySet()) {
            if (head.startsWith(other.getKey())) {
                throw new UnfitFile(Why.FORMAT, other.getValue());
            }
        }
        var words = head.replaceFirst("^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)", "")
                .replace("\0", "")
                .strip()
                .toLowerCase(Locale.ROOT);
        if (words.startsWith("<")) {
            throw new UnfitFile(Why.FORMAT, words.contains("html") || words.startsWith("<table") ? "HTML" : "XML");
        }
        if (words.startsWith("mime-version:")) {
            throw new UnfitFile(Why.FORMAT, "MHTML");
        }
    }

    private static String head(byte[] bytes, int most) {
        return new String(bytes, 0, Math.min(most, bytes.length), StandardCharsets.ISO_8859_1);
    }
}
