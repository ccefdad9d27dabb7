package io.huitai.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.huitai.intake.UnfitFile.Why;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/// The parts of a workbook, looked through before anybody reads them: what unpacks to more than a spreadsheet
/// writes, or holds what none writes (document types, enormous pieces), is refused.
final class WorkbookParts implements Closeable {
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    private static final String WORKBOOK = "xl/workbook.xml";
    private static final XMLInputFactory XML = factory();

    private final ZipFile zip;
    private Optional<String> visible = Optional.empty();

    private WorkbookParts(ZipFile zip) {
        this.zip = zip;
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLReporter((_, _, _, _) -> {}); // what it says is thrown as well
        return factory;
    }

    static WorkbookParts open(byte[] bytes) throws IOException {
        var parts = new WorkbookParts(ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get());
        try {
            parts.look();
            return parts;
        } catch (IOException | RuntimeException unfit) {
            parts.close();
            throw unfit;
        }
    }

    private void look() throws IOException {
        var number = 0;
        var unpacked = 0L;
        var texts = 0L;
        for (var part : Collections.list(zip.getEntries())) {
            if (++number > Bounds.WORKBOOK_PARTS) {
                throw new UnfitFile(Why.STRANGE, "> " + Bounds.WORKBOOK_PARTS);
            }
            var size = new PartScan(part.getName()).bytes(zip, part, Bounds.WORKBOOK_BYTES - unpacked);
            unpacked += size;
            if (!part.getName().toLowerCase(Locale.ROOT).contains("worksheets/")) {
                texts += isRead(part) ? size : 0;
            }
            if (texts > Bounds.WORKBOOK_TEXTS) {
                throw new UnfitFile(Why.BOMB, Bounds.WORKBOOK_TEXTS >> 20);
            }
        }
        if (zip.getEntry(WORKBOOK) == null) {
            throw new UnfitFile(Why.FORMAT, kind());
        }
    }

    /// Whether the reader of workbooks would read it.
    private static boolean isRead(ZipArchiveEntry part) {
        return !part.getName().startsWith("xl/media/");
    }

    private String kind() {
        if (zip.getEntry("xl/workbook.bin") != null) {
            return ".xlsb";
        }
        if (zip.getEntry("Index/Document.iwa") != null || zip.getEntry("Index.zip") != null) {
            return "Numbers";
        }
        if (zip.getEntry("content.xml") != null) {
            return ".ods";
        }
        return zip.getEntry("word/document.xml") != null ? ".docx" : "ZIP";
    }

    /// How the first sheet that can be seen is laid out.
    SheetLayout visibleSheet() throws IOException {
        try {
            var id = firstVisible().orElseThrow(() -> new UnfitFile(Why.HIDDEN));
            visible = Optional.of(id);
            var path = path(id).orElseThrow(() -> new UnfitFile(Why.STRANGE, id));
            try (var reading = reading(path)) {
                return SheetLayout.read(reading.xml());
            }
        } catch (XMLStreamException broken) {
            throw Workbook.damaged(broken);
        }
    }

    /// Its id among the workbook's relations.
    String visibleId() {
        return visible.orElseThrow();
    }

    private Optional<String> firstVisible() throws IOException, XMLStreamException {
        try (var reading = reading(WORKBOOK)) {
            var xml = reading.xml();
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("sheet")) {
                    var state = Optional.ofNullable(xml.getAttributeValue(null, "state"));
                    var id = Optional.ofNullable(xml.getAttributeValue(RELATIONS, "id"))
                            .or(() -> Optional.ofNullable(xml.getAttributeValue(STRICT_RELATIONS, "id")));
                    if (id.isPresent() && state.orElse("visible").equals("visible")) {
                        return id;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> path(String id) throws IOException, XMLStreamException {
        try (var reading = reading("xl/_rels/workbook.xml.rels")) {
            var xml = reading.xml();
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("Relationship")
                        && id.equals(xml.getAttributeValue(null, "Id"))) {
                    var target = Optional.ofNullable(xml.getAttributeValue(null, "Target"))
                            .orElse("");
                    return Optional.of(target.startsWith("/") ? target.substring(1) : "xl/" + target);
                }
            }
        }
        return Optional.empty();
    }

    private Reading reading(String path) throws IOException, XMLStreamException {
        var part = Optional.ofNullable(zip.getEntry(path)).orElseThrow(() -> new UnfitFile(Why.STRANGE, path));
        var in = new BufferedInputStream(zip.getInputStream(part), 1 << 16);
        return new Reading(XML.createXMLStreamReader(in), in);
    }

    /// A part while it is read.
    private record Reading(XMLStreamReader xml, InputStream in) implements Closeable {
        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /// One part unpacked and thrown away.
    private static final class PartScan {
        private static final byte[] NOT_WRITTEN = "<!".getBytes(ISO_8859_1);

        private final String name;
        /// Bytes since the last tag began.
        private int run;
        private byte before;
        private boolean isXml;
        private boolean isKnown;

        private PartScan(String name) {
            this.name = name;
        }

        private long bytes(ZipFile zip, ZipArchiveEntry part, long most) throws IOException {
            var buffer = new byte[1 << 16];
            var size = 0L;
            try (var in = zip.getInputStream(part)) {
                for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    size += read;
                    if (size > most) {
                        throw new UnfitFile(Why.BOMB, Bounds.WORKBOOK_BYTES >> 20);
                    }
                    look(buffer, read);
                }
            }
            return size;
        }

        private void look(byte[] bytes, int length) throws UnfitFile {
            for (var i = 0; i < length; i++) {
                var each = bytes[i];
                if (each == 0) {
                    continue; // of UTF-16
                }
                if (!isKnown && each > ' ') {
                    isKnown = true;
                    isXml = each == '<' && !isUnread();
                }
                if (!isXml) {
                    continue;
                }
                if (each == NOT_WRITTEN[1] && before == NOT_WRITTEN[0]) {
                    throw new UnfitFile(Why.STRANGE, name);
                }
                run = each == '<' ? 0 : run + 1;
                if (run > Bounds.WORKBOOK_PIECE) {
                    throw new UnfitFile(Why.STRANGE, name + ": > " + (Bounds.WORKBOOK_PIECE >> 10) + " KB");
                }
                before = each;
            }
        }

        /// Pictures, drawings and documents' properties may hold what they like.
        private boolean isUnread() {
            var lower = name.toLowerCase(Locale.ROOT);
            return lower.startsWith("docprops/")
                    || lower.startsWith("customxml/")
                    || lower.startsWith("xl/media/")
                    || lower.startsWith("xl/drawings/");
        }
    }
}
