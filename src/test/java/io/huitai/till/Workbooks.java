package io.huitai.till;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Workbooks of one sheet, as a spreadsheet writes them.
public final class Workbooks {
    private Workbooks() {}

    /// Numbers of eleven digits are numbers; there is no cell where nothing stands.
    public static byte[] of(List<String> header, List<List<String>> lines) throws IOException {
        var strings = new ArrayList<String>();
        var rows = new StringBuilder(row(1, header, strings));
        for (var i = 0; i < lines.size(); i++) {
            rows.append(row(i + 2, lines.get(i), strings));
        }
        var shared = new StringBuilder();
        strings.forEach(text ->
                shared.append("<si><t xml:space=\"preserve\">").append(text).append("</t></si>"));
        var file = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(file)) {
            part(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + type("/xl/workbook.xml", "sheet.main")
                            + type("/xl/worksheets/sheet1.xml", "worksheet")
                            + type("/xl/sharedStrings.xml", "sharedStrings")
                            + "</Types>");
            part(zip, "_rels/.rels", relations("officeDocument", "xl/workbook.xml", ""));
            part(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
                            + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                            + "<sheets><sheet name=\"名单\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            part(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    relations(
                            "worksheet",
                            "worksheets/sheet1.xml",
                            relation("rId2", "sharedStrings", "sharedStrings.xml")));
            part(
                    zip,
                    "xl/sharedStrings.xml",
                    "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">" + shared + "</sst>");
            part(
                    zip,
                    "xl/worksheets/sheet1.xml",
                    "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows
                            + "</sheetData></worksheet>");
        }
        return file.toByteArray();
    }

    private static String row(int number, List<String> cells, List<String> strings) {
        var row = new StringBuilder("<row r=\"" + number + "\">");
        for (var i = 0; i < cells.size(); i++) {
            var at = " r=\"" + (char) ('A' + i) + number + "\"";
            if (cells.get(i).matches("\\d{11}")) {
                row.append("<c").append(at).append("><v>").append(cells.get(i)).append("</v></c>");
            } else if (!cells.get(i).isEmpty()) {
                row.append("<c")
                        .append(at)
                        .append(" t=\"s\"><v>")
                        .append(strings.size())
                        .append("</v></c>");
                strings.add(cells.get(i));
            }
        }
        return row.append("</row>").toString();
    }

    private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String type(String part, String kind) {
        return "<Override PartName=\"" + part
                + "\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml." + kind + "+xml\"/>";
    }

    private static String relations(String kind, String target, String more) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + relation("rId1", kind, target) + more + "</Relationships>";
    }

    private static String relation(String id, String kind, String target) {
        return "<Relationship Id=\"" + id
                + "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + kind
                + "\" Target=\"" + target + "\"/>";
    }
}
