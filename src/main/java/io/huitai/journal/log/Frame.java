package io.huitai.journal.log;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/// A frame on the disk: records that were written together. One header line, then one record a line:
///
/// ```
/// {"frame":7,"bytes":512,"records":2,"crc":"0a1b2c3d"}
/// {...}
/// {...}
/// ```
///
/// `frame` is the number of its first record, `bytes` the length of the record lines with their line ends, `crc` the
/// CRC32C of the three numbers and those bytes.
///
/// @param first the number of the first record, from 1
/// @param bytes length of the payload
/// @param records how many records, at least one
public record Frame(long first, int bytes, int records, String crc) {
    /// The longest payload; a longer one is refused, and a header that names one is bad.
    static final int MAX_BYTES = 16 << 20;

    static final String MARK = "{\"frame\":";
    static final int MAX_HEADER_BYTES = 96;

    private static final Pattern HEADER = Pattern.compile(
            "\\{\"frame\":(\\d{1,16}),\"bytes\":(\\d{1,8}),\"records\":(\\d{1,8}),\"crc\":\"([0-9a-f]{8})\"}");

    /// The bytes of a frame, header and records.
    public static byte[] encode(long first, List<byte[]> records) {
        long bytes = records.stream().mapToLong(each -> each.length + 1L).sum();
        if (records.isEmpty() || bytes > MAX_BYTES) {
            throw new IllegalArgumentException("A frame holds 1 to " + MAX_BYTES + " bytes of records, not " + bytes);
        }
        var payload = new ByteArrayOutputStream((int) bytes);
        for (var each : records) {
            check(each);
            payload.writeBytes(each);
            payload.write('\n');
        }
        var crc = crc(first, (int) bytes, records.size(), payload.toByteArray());
        var frame = new ByteArrayOutputStream((int) bytes + MAX_HEADER_BYTES);
        frame.writeBytes(new Frame(first, (int) bytes, records.size(), crc).header());
        frame.writeBytes(payload.toByteArray());
        return frame.toByteArray();
    }

    /// Reads a header line without its line end; empty when it is none.
    static Optional<Frame> header(String line) {
        var match = HEADER.matcher(line);
        if (!match.matches()) {
            return Optional.empty();
        }
        var frame = new Frame(
                Long.parseLong(match.group(1)),
                Integer.parseInt(match.group(2)),
                Integer.parseInt(match.group(3)),
                match.group(4));
        return frame.bytes <= MAX_BYTES && frame.records >= 1 && frame.first >= 1
                ? Optional.of(frame)
                : Optional.empty();
    }

    boolean holds(byte[] payload) {
        return crc.equals(crc(first, bytes, records, payload));
    }

    private byte[] header() {
        var line = MARK + first + ",\"bytes\":" + bytes + ",\"records\":" + records + ",\"crc\":\"" + crc + "\"}\n";
        return line.getBytes(StandardCharsets.US_ASCII);
    }

    private static void check(byte[] record) {
        if (record.length == 0) {
            throw new IllegalArgumentException("An empty record");
        }
        for (byte each : record) {
            if (each == '\n') {
                throw new IllegalArgumentException("A line end in a record");
            }
        }
    }

    private static String crc(long first, int bytes, int records, byte[] payload) {
        var crc = new CRC32C();
        crc.update((first + "," + bytes + "," + records + "\n").getBytes(StandardCharsets.US_ASCII));
        crc.update(payload);
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }
}
