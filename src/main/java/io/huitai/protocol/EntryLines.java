package io.huitai.protocol;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/// An upload's body: the stored lines of entries of one till, in order and without gaps, each with a line end, gzipped.
public final class EntryLines {
    /// The media type; the packing is part of it, so nothing on the way unpacks it.
    public static final String TYPE = "application/vnd.huitai.entries+gzip";

    private EntryLines() {}

    public static byte[] pack(List<byte[]> lines) {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            for (var line : lines) {
                out.write(line);
                out.write('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Memory takes every write", e);
        }
        return packed.toByteArray();
    }

    /// Reads what [#pack(List)] has written.
    ///
    /// @throws IllegalArgumentException for a body that is not gzip, has no lines or an unfinished one, or is over
    /// the limits
    /// @throws IOException when it cannot be read to its end
    public static List<byte[]> unpack(InputStream body) throws IOException {
        var lines = new ArrayList<byte[]>();
        var line = new ByteArrayOutputStream();
        long bytes = 0;
        try (var in = new BufferedInputStream(new GZIPInputStream(body))) {
            for (int each = in.read(); each >= 0; each = in.read()) {
                if (++bytes > Protocol.MAX_UPLOAD_BYTES) {
                    throw new IllegalArgumentException("More than " + Protocol.MAX_UPLOAD_BYTES + " bytes");
                }
                if (each != '\n') {
                    line.write(each);
                } else if (lines.size() == Protocol.MAX_UPLOAD_ENTRIES) {
                    throw new IllegalArgumentException("More than " + Protocol.MAX_UPLOAD_ENTRIES + " entries");
                } else {
                    lines.add(line.toByteArray());
                    line.reset();
                }
            }
        } catch (ZipException e) {
            throw new IllegalArgumentException("Not gzip", e);
        }
        if (lines.isEmpty() || line.size() > 0) {
            throw new IllegalArgumentException("No entries, or an unfinished one");
        }
        return lines;
    }
}
