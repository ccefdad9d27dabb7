package io.huitai.receipt;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A printer for tests: reads ESC/POS after Epson's command reference, not after our encoder, and keeps what would be
/// on paper. A byte it does not know is an error, as on paper it would be a wrong character.
public final class EscPosReader {
    /// A printed line, with the modes it was printed in.
    public record Printed(String text, boolean bold, boolean inverse, int wide, int high, int align) {}

    public final List<Printed> lines = new ArrayList<>();
    public final List<String> codes = new ArrayList<>();
    /// Lines, codes, cuts and pulses in their order.
    final List<String> tape = new ArrayList<>();

    private final byte[] bytes;
    private int at;
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private boolean chinese;
    private boolean bold;
    private boolean inverse;
    private int wide = 1;
    private int high = 1;
    private int align;
    private String storedCode = "";

    private EscPosReader(byte[] bytes) {
        this.bytes = bytes;
    }

    public static EscPosReader read(byte[] bytes) {
        var reader = new EscPosReader(bytes);
        while (reader.at < bytes.length) {
            reader.step();
        }
        return reader;
    }

    private void step() {
        var code = next();
        switch (code) {
            case 0x0A -> lineFeed();
            case 0x1B -> esc();
            case 0x1C -> fs();
            case 0x1D -> gs();
            default -> character(code);
        }
    }

    private void character(int code) {
        if (code < 0x20 || code == 0x7F) {
            throw unknown("control", code);
        }
        text.write(code);
        if (code >= 0x80) {
            if (!chinese) {
                throw new IllegalStateException("A Chinese character outside the Chinese mode at " + at);
            }
            var second = next();
            text.write(second);
            if (second >= 0x30 && second <= 0x39) {
                text.write(next());
                text.write(next());
            }
        }
    }

    private void lineFeed() {
        var line = text.toString(Charset.forName("GB18030"));
        text.reset();
        lines.add(new Printed(line, bold, inverse, wide, high, align));
        tape.add(line);
    }

    private void esc() {
        var command = next();
        switch (command) {
            case '@' -> initialise();
            case 'E' -> bold = (next() & 1) == 1;
            case 'a' -> align = next() & 3;
            case 'M', '-', '3' -> next();
            case '2' -> {}
            case 'd' -> tape.add("FEED " + next());
            case 'p' -> tape.add("PULSE " + (next() & 1) + " " + 2 * next() + "ms " + 2 * next() + "ms");
            default -> throw unknown("ESC", command);
        }
    }

    private void initialise() {
        chinese = false;
        bold = false;
        inverse = false;
        wide = 1;
        high = 1;
        align = 0;
    }

    private void fs() {
        var command = next();
        chinese = switch (command) {
            case '&' -> true;
            case '.' -> false;
            default -> throw unknown("FS", command);
        };
    }

    private void gs() {
        var command = next();
        switch (command) {
            case '!' -> {
                var size = next();
                wide = (size >> 4 & 7) + 1;
                high = (size & 7) + 1;
            }
            case 'B' -> inverse = (next() & 1) == 1;
            case 'V' -> cut(next());
            case '(' -> symbol(next());
            default -> throw unknown("GS", command);
        }
    }

    private void cut(int mode) {
        switch (mode) {
            case 0, 48 -> tape.add("CUT FULL");
            case 1, 49 -> tape.add("CUT PART");
            default -> throw unknown("GS V", mode);
        }
    }

    private void symbol(int kind) {
        if (kind != 'k') {
            throw unknown("GS (", kind);
        }
        var length = next() | next() << 8;
        var end = at + length;
        var symbology = next();
        var function = next();
        if (symbology != 49) {
            throw unknown("GS ( k symbology", symbology);
        }
        switch (function) {
            case 65 -> check(next() == 50 && next() == 0, "QR model 2");
            case 67 -> check(next() <= 16, "QR module size");
            case 69 -> check(next() - 48 <= 3, "QR error correction");
            case 80 -> {
                check(next() == 48, "QR store");
                storedCode = new String(bytes, at, end - at, StandardCharsets.UTF_8);
                at = end;
            }
            case 81 -> {
                check(next() == 48, "QR print");
                codes.add(storedCode);
                tape.add("QR " + storedCode + (align == 1 ? " CENTRED" : ""));
            }
            default -> throw unknown("GS ( k function", function);
        }
        check(at == end, "QR command length");
    }

    private int next() {
        if (at >= bytes.length) {
            throw new IllegalStateException("The print ends inside a command");
        }
        return bytes[at++] & 0xFF;
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException(what + " is wrong");
        }
    }

    private IllegalStateException unknown(String kind, int code) {
        return new IllegalStateException("Unknown %s 0x%02X before byte %d".formatted(kind, code, at));
    }
}
