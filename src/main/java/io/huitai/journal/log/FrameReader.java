package io.huitai.journal.log;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Reads one segment frame by frame from an offset on; holds one frame in memory.
public final class FrameReader implements Closeable {
    private static final int BUFFER_BYTES = 64 << 10;

    /// More zeros in a row than a damaged byte or two.
    private static final int UNWRITTEN_BYTES = 16;

    private final InputStream in;
    private long offset;

    FrameReader(InputStream in, long offset) {
        this.in = new BufferedInputStream(in, BUFFER_BYTES);
        this.offset = offset;
    }

    /// The next frame, the end, or what is wrong there; after something bad the reader is spent.
    Reading next() throws IOException {
        long start = offset;
        var line = new StringBuilder(Frame.MAX_HEADER_BYTES);
        int c = in.read();
        if (c < 0) {
            return new End();
        }
        while (c >= 0 && c != '\n' && line.length() < Frame.MAX_HEADER_BYTES) {
            line.append((char) c);
            c = in.read();
        }
        if (c < 0) {
            return new Bad(start, "its frame ends in the middle of the header", true);
        }
        var header = Frame.header(line.toString());
        return header.isPresent()
                ? payload(header.get(), start, line.length() + 1)
                : new Bad(start, "its frame has no readable header", line.indexOf("\0\0\0\0\0\0\0\0") >= 0);
    }

    private Reading payload(Frame header, long start, int headerBytes) throws IOException {
        var payload = in.readNBytes(header.bytes());
        if (payload.length < header.bytes()) {
            var whole = lines(payload, header.records()).isPresent(); // all is there, and its header is wrong
            return new Bad(
                    start, "its frame ends after " + payload.length + " of " + header.bytes() + " bytes", !whole);
        }
        var records = header.holds(payload) ? lines(payload, header.records()) : Optional.<List<byte[]>>empty();
        if (records.isEmpty()) {
            return new Bad(start, "its frame's checksum does not fit", isUnwritten(payload));
        }
        offset = start + headerBytes + header.bytes();
        return new Good(header.first(), records.get(), start, offset);
    }

    /// Whether a part of it never reached the disk, though the file is as long as if it had: such blocks are zeros,
    /// which no record holds.
    private static boolean isUnwritten(byte[] payload) {
        if (payload.length > 0 && payload[payload.length - 1] == 0) {
            return true;
        }
        int zeros = 0;
        for (var each : payload) {
            zeros = each == 0 ? zeros + 1 : 0;
            if (zeros == UNWRITTEN_BYTES) {
                return true;
            }
        }
        return false;
    }

    private static Optional<List<byte[]>> lines(byte[] payload, int expected) {
        var lines = new ArrayList<byte[]>();
        int from = 0;
        for (int i = 0; i < payload.length; i++) {
            if (payload[i] == '\n') {
                lines.add(Arrays.copyOfRange(payload, from, i));
                from = i + 1;
            }
        }
        return from == payload.length && lines.size() == expected ? Optional.of(lines) : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /// Whether a whole good frame with a first record above `number` starts anywhere at or after `from`. Looks for
    /// the header's mark at every byte, since the line end before it may be what is damaged.
    static boolean goodFrameAfter(Disk disk, Path file, long from, long number) throws IOException {
        var mark = Frame.MARK.getBytes(StandardCharsets.US_ASCII);
        try (var in = new BufferedInputStream(disk.read(file, from), BUFFER_BYTES)) {
            int matched = 0;
            long at = from;
            for (int c = in.read(); c >= 0; c = in.read()) {
                at++;
                matched = c == mark[matched] ? matched + 1 : c == mark[0] ? 1 : 0;
                if (matched == mark.length) {
                    matched = 0;
                    if (goodFrameAt(disk, file, at - mark.length, number)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean goodFrameAt(Disk disk, Path file, long offset, long above) throws IOException {
        try (var reader = new FrameReader(disk.read(file, offset), offset)) {
            return reader.next() instanceof Good good && good.first() > above;
        }
    }

    /// What stands at the reader's place.
    sealed interface Reading {}

    /// A whole frame: the number of its first record, the records without line ends, its bytes `[start, end)`.
    public record Good(long first, List<byte[]> records, long start, long end) implements Reading {}

    /// No frame; `incomplete` when not all of it was ever written.
    record Bad(long start, String why, boolean incomplete) implements Reading {}

    record End() implements Reading {}
}
