package io.huitai.console;

import static io.huitai.console.BadRequest.Code.BAD_REQUEST;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Requests, one a line, in UTF-8 whatever the locale. A line of more than 16 MiB is refused and never held whole.
public final class RequestLines {
    private static final int LONGEST = 1 << 24;
    private static final int END = -1;

    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean tooLong;

    public RequestLines(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /// Reads the next line.
    ///
    /// @return false at the end of input
    public boolean next() throws IOException {
        line.reset();
        tooLong = false;
        var read = in.read();
        if (read == END) {
            return false;
        }
        for (; read != END && read != '\n'; read = in.read()) {
            if (line.size() < LONGEST) {
                line.write(read);
            } else {
                tooLong = true;
            }
        }
        return true;
    }

    /// The line's text without its end.
    ///
    /// @throws BadRequest when it is too long or not UTF-8
    public String text() {
        if (tooLong) {
            throw new BadRequest(BAD_REQUEST, "request: is longer than " + LONGEST + " bytes");
        }
        try {
            var bytes = ByteBuffer.wrap(line.toByteArray());
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString().strip();
        } catch (CharacterCodingException notUtf8) {
            throw new BadRequest(BAD_REQUEST, "request: is not UTF-8");
        }
    }

    /// Whether the next line is not there yet, so that answers should go out now.
    public boolean idle() throws IOException {
        return in.available() == 0;
    }
}
