package io.huitai.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Workbooks of two sheets, part by part, the first one hidden where that is wanted.
final class Sheets {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    /// @param rows what stands in `sheetData` of the sheet that can be seen
    /// @param after what stands behind it
    Sheets(boolean hiddenFirst, String rows, String after) {
        var content = new StringBuilder("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + type("workbook.xml", "sheet.main") + type("styles.xml", "styles"));
        var sheets = new StringBuilder();
        var relations = new StringBuilder(relation("s", "styles", "styles.xml"));
        if (hiddenFirst) {
            content.append(type("worksheets/old.xml", "worksheet"));
            sheets.append("<sheet name=\"旧\" sheetId=\"1\" state=\"hidden\" r:id=\"r1\"/>");
            relations.append(relation("r1", "worksheet", "worksheets/old.xml"));
            put(
                    "xl/worksheets/old.xml",
                    sheet("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>旧</t></is></c></row>", ""));
        }
        content.append(type("worksheets/now.xml", "worksheet")).append("</Types>");
        sheets.append("<sheet name=\"名册\" sheetId=\"2\" r:id=\"r2\"/>");
        relations.append(relation("r2", "worksheet", "worksheets/now.xml"));
        put("[Content_Types].xml", content.toString());
        put("_rels/.rels", relations(relation("r0", "officeDocument", "xl/workbook.xml")));
        put(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS + "\"><sheets>" + sheets
                        + "</sheets></workbook>");
        put("xl/_rels/workbook.xml.rels", relations(relations.toString()));
        // 0 general, 1 a day, 2 text, 3 eleven digits
        put(
                "xl/styles.xml",
                "<styleSheet xmlns=\"" + MAIN
                        + "\"><numFmts count=\"1\"><numFmt numFmtId=\"170\" formatCode=\"000000\"/>"
                        + "</numFmts><cellXfs count=\"4\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"49\"/>"
                        + "<xf numFmtId=\"170\"/></cellXfs></styleSheet>");
        put("xl/worksheets/now.xml", sheet(rows, after));
    }

    static String sheet(String rows, String after) {
        return "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData>" + after + "</worksheet>";
    }

    private static String type(String part, String type) {
        return "<Override PartName=\"/xl/" + part + "\" ContentType=\"" + TYPES + type + "+xml\"/>";
    }

    private static String relations(String all) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + all
                + "</Relationships>";
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + RELATIONS + "/" + type + "\" Target=\"" + target + "\"/>";
    }

    Sheets put(String name, String text) {
        parts.put(name, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Sheets put(String name, byte[] bytes) {
        parts.put(name, bytes);
        return this;
    }

    byte[] bytes() {
        var file = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(file)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException memory) {
            throw new UncheckedIOException(memory);
        }
        return file.toByteArray();
    }

    /// With one more part that says one thing over and over.
    byte[] with(String name, String piece, long length) throws IOException {
        parts.remove(name);
        var file = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(file)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
            zip.putNextEntry(new ZipEntry(name));
            zip.write('<');
            var some = piece.repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
            for (var written = 0L; written < length; written += some.length) {
                zip.write(some);
            }
        }
        return file.toByteArray();
    }

    /// A cell with a text.
    static String text(int column, int row, String text) {
        return "<c r=\"" + place(column, row) + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + escaped(text)
                + "</t></is></c>";
    }

    /// A cell with what stands in `v`, of a type and a style.
    static String value(int column, int row, String type, int style, String value) {
        return "<c r=\"" + place(column, row) + "\" t=\"" + type + "\" s=\"" + style + "\"><v>" + value + "</v></c>";
    }

    static String place(int column, int row) {
        return (char) ('A' + column) + Integer.toString(row);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
