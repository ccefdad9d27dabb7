package io.huitai.till;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/// A company's roster as it was sent: CSV in UTF-8 or GB18030, or the first sheet of an XLSX workbook. Its first line
/// names the columns, in any order. The file is held as it is; its rows are read one by one.
final class RosterFile {
    /// More than any company has people, and no burden to a till.
    private static final long MOST_BYTES = 16L << 20;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final ObjectReader FIELDS =
            new CsvMapper().readerFor(String[].class).with(CsvReadFeature.TRIM_SPACES);

    private final byte[] bytes;

    private RosterFile(byte[] bytes) {
        this.bytes = bytes;
    }

    /// What a roster tells of a person.
    enum Column {
        COMPANY("company", "企业"),
        NAME("name", "姓名"),
        PHONE("phone", "手机"),
        DOCUMENT("document", "证件号"),
        LEVEL("level", "职级");

        private final String en;
        private final String zh;

        Column(String en, String zh) {
            this.en = en;
            this.zh = zh;
        }

        private boolean isHeaded(String text) {
            return en.equals(text.toLowerCase(Locale.ROOT)) || zh.equals(text);
        }
    }

    /// A person's line.
    ///
    /// @param line of the file; the header is 1
    /// @param cells by column; empty where the line cannot be read
    record Person(long line, Optional<Map<Column, String>> cells) {
        String of(Column column) {
            return cells.orElseThrow().getOrDefault(column, "");
        }

        @Override
        public String toString() {
            return "Person[" + line + "]";
        }
    }

    /// Takes a file in. Refused: `BAD_FILE`.
    static RosterFile read(String name) {
        try {
            var file = Path.of(name);
            if (Files.size(file) > MOST_BYTES) {
                throw Refusal.of(ErrorCode.BAD_FILE, name);
            }
            return new RosterFile(Files.readAllBytes(file));
        } catch (IOException | InvalidPathException unreadable) {
            throw bad(unreadable);
        }
    }

    /// Reads all of it once, so that whatever is wrong with the file is known before anything is done. Refused:
    /// `BAD_FILE`.
    ///
    /// @return how many people it tells of
    long people() {
        var counted = 0L;
        try (var people = open()) {
            while (people.hasNext()) {
                people.next();
                counted++;
            }
            people.mustHaveHeader();
        } catch (Refusal refusal) {
            throw refusal;
        } catch (RuntimeException damaged) { // a workbook's library does not say how it fails on a damaged one
            throw bad(damaged);
        }
        return counted;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /// The people in the order of the file; blank lines are passed over. Refused: `BAD_FILE`, for an unknown header
    /// before anybody is told.
    People open() {
        try {
            return Arrays.equals(ZIP, 0, ZIP.length, bytes, 0, Math.min(ZIP.length, bytes.length)) ? sheet() : lines();
        } catch (IOException | UncheckedIOException | ExcelReaderException unreadable) {
            throw bad(unreadable);
        }
    }

    private static Refusal bad(Exception unreadable) {
        return Refusal.of(ErrorCode.BAD_FILE, String.valueOf(unreadable.getMessage()));
    }

    // Text

    private People lines() throws CharacterCodingException {
        var number = new AtomicLong();
        return new People(text().lines().map(line -> new Line(number.incrementAndGet(), fields(line))), () -> {});
    }

    private String text() throws CharacterCodingException {
        String text;
        try {
            text = decoded(StandardCharsets.UTF_8);
        } catch (CharacterCodingException notUtf8) {
            text = decoded(GB18030);
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /// Strictly: what is not of the charset is an error.
    private String decoded(Charset charset) throws CharacterCodingException {
        return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    /// Empty where a quotation mark is left open: the next line is the next person all the same.
    private static Optional<List<String>> fields(String line) {
        try {
            return Optional.of(
                    line.isBlank()
                            ? List.of()
                            : Arrays.stream(FIELDS.<String[]>readValue(line))
                                    .map(String::strip)
                                    .toList());
        } catch (JacksonException open) {
            return Optional.empty();
        }
    }

    // Workbook

    private People sheet() throws IOException {
        var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes));
        var rows = workbook.getFirstSheet().openStream();
        return new People(rows.map(row -> new Line(row.getRowNum(), Optional.of(cells(row)))), workbook);
    }

    private static List<String> cells(Row row) {
        var cells = new ArrayList<String>();
        for (var i = 0; i < row.getCellCount(); i++) {
            cells.add(row.getOptionalCell(i).map(RosterFile::text).orElse(""));
        }
        return cells;
    }

    /// Phone numbers are often numbers there.
    private static String text(Cell cell) {
        return cell.getType() == CellType.NUMBER
                ? cell.asNumber().stripTrailingZeros().toPlainString()
                : cell.getText().strip();
    }

    /// A line as it stands; no cells where it cannot be read.
    private record Line(long number, Optional<List<String>> cells) {
        boolean isBlank() {
            return cells.filter(all -> all.stream().allMatch(String::isEmpty)).isPresent();
        }
    }

    /// A file while it is read, one person after the other.
    static final class People implements Iterator<Person>, AutoCloseable {
        private final Stream<Line> lines;
        private final Iterator<Line> iterator;
        private final Closeable file;
        /// Where each column stands, once the header has been read.
        private Optional<Map<Column, Integer>> places = Optional.empty();
        private Optional<Person> ahead = Optional.empty();

        private People(Stream<Line> lines, Closeable file) {
            this.lines = lines;
            this.iterator = lines.iterator();
            this.file = file;
        }

        @Override
        public boolean hasNext() {
            while (ahead.isEmpty() && iterator.hasNext()) {
                var line = iterator.next();
                if (line.isBlank()) {
                    continue;
                }
                if (places.isEmpty()) {
                    places = Optional.of(header(line.cells().orElse(List.of())));
                } else {
                    ahead = Optional.of(new Person(line.number(), line.cells().flatMap(this::inOrder)));
                }
            }
            return ahead.isPresent();
        }

        @Override
        public Person next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            var person = ahead.orElseThrow();
            ahead = Optional.empty();
            return person;
        }

        private void mustHaveHeader() {
            if (places.isEmpty()) {
                header(List.of());
            }
        }

        @Override
        public void close() {
            lines.close();
            try {
                file.close();
            } catch (IOException broken) {
                throw new UncheckedIOException("A file in memory cannot be closed", broken);
            }
        }

        private static Map<Column, Integer> header(List<String> cells) {
            var places = new EnumMap<Column, Integer>(Column.class);
            for (var column : Column.values()) {
                cells.stream()
                        .filter(column::isHeaded)
                        .findFirst()
                        .ifPresent(text -> places.put(column, cells.indexOf(text)));
            }
            var named = cells.stream().filter(text -> !text.isEmpty()).count();
            if (named != places.size() || places.size() != Column.values().length) {
                throw Refusal.of(ErrorCode.BAD_FILE, "company,name,phone,document,level / 企业,姓名,手机,证件号,职级");
            }
            return places;
        }

        /// A sheet leaves empty cells at the end out; a line with more cells than the header is not understood.
        private Optional<Map<Column, String>> inOrder(List<String> cells) {
            var told = new EnumMap<Column, String>(Column.class);
            var last = 0;
            for (var place : places.orElseThrow().entrySet()) {
                last = Math.max(last, place.getValue());
                if (place.getValue() < cells.size()) {
                    told.put(place.getKey(), cells.get(place.getValue()));
                }
            }
            return cells.stream().skip(last + 1L).allMatch(String::isEmpty) ? Optional.of(told) : Optional.empty();
        }
    }
}
