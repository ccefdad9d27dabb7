package io.huitai.console;

import io.huitai.intake.Bounds;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Requests, one a line, in UTF-8 whatever the locale; a mark of the byte order in front of one is passed over. A
/// line of more than 1 MiB is refused and never held whole.
public final class RequestLines {
    private static final int LONGEST = Bounds.REQUEST_BYTES;
    private static final int END = -1;
    private static final String BOM = "\uFEFF";

    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    public RequestLines(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /// Reads the next line.
    ///
    /// @return false at the end of input
    public boolean next() throws IOException {
        line.reset();
        var read = in.read();
        if (read == END) {
            return false;
        }
        for (; read != END && read != '\n'; read = in.read()) {
            if (line.size() <= LONGEST) {
                line.write(read);
            }
        }
        return true;
    }

    /// The line's text without its end.
    ///
    /// @throws BadRequest when it is too long or not UTF-8
    public String text() {
        return text(line.toByteArray());
    }

    /// One request of any number of lines.
    ///
    /// @throws BadRequest when it is too long or not UTF-8
    public static String whole(InputStream in) throws IOException {
        return text(in.readNBytes(LONGEST + 1));
    }

    /// Files that were put one after the other have a mark in front of any line, even two.
    private static String text(byte[] bytes) {
        if (bytes.length > LONGEST) {
            throw new BadRequest(ConsoleJson.REQUEST, Wrong.TOO_LONG, LONGEST);
        }
        try {
            var decoder = StandardCharsets.UTF_8.newDecoder();
            var text = decoder.decode(ByteBuffer.wrap(bytes)).toString().strip();
            while (text.startsWith(BOM)) {
                text = text.substring(1).strip();
            }
            return text;
        } catch (CharacterCodingException notUtf8) {
            throw new BadRequest(ConsoleJson.REQUEST, Wrong.NOT_UTF8);
        }
    }

    /// Whether the next line is not there yet, so that answers should go out now.
    public boolean idle() throws IOException {
        return in.available() == 0;
    }
}
