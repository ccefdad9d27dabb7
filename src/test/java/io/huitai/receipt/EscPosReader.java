package io.huitai.receipt;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;

/// A printer for tests: reads ESC/POS after Epson's command reference, not after our encoder, and keeps what would be
/// on paper. A byte it does not know is an error, as on paper it would be a wrong character.
public final class EscPosReader {
    private static final Charset GB18030 = Charset.forName("GB18030");

    /// What came onto the paper, in order.
    public sealed interface Mark {
        record Line(List<Run> runs, int align) implements Mark {}

        record Code(String payload, int dots, int correction, int align) implements Mark {}

        /// @param dots the black ones, row by row
        record Image(int width, int height, BitSet dots, int align) implements Mark {}

        record Feed(int dots) implements Mark {}

        record Cut(boolean whole) implements Mark {}

        record Pulse() implements Mark {}
    }

    /// Characters in the same modes.
    public record Run(String text, Modes modes) {}

    /// How characters are printed.
    public record Modes(boolean bold, boolean inverse, boolean underlined, int wide, int high) {
        static final Modes PLAIN = new Modes(false, false, false, 1, 1);

        Modes bold(boolean is) {
            return new Modes(is, inverse, underlined, wide, high);
        }

        Modes inverse(boolean is) {
            return new Modes(bold, is, underlined, wide, high);
        }

        Modes underlined(boolean is) {
            return new Modes(bold, inverse, is, wide, high);
        }

        Modes size(int widthTimes, int heightTimes) {
            return new Modes(bold, inverse, underlined, widthTimes, heightTimes);
        }
    }

    /// A printed line, with the modes its first character was printed in.
    public record Printed(String text, boolean bold, boolean inverse, int wide, int high, int align) {}

    public final List<Mark> marks = new ArrayList<>();
    public final List<Printed> lines = new ArrayList<>();
    public final List<String> codes = new ArrayList<>();
    /// Lines, codes, cuts and pulses in their order.
    public final List<String> tape = new ArrayList<>();
    /// Questions that took their turn (`GS r`) and are not answered yet.
    public int asked;

    private byte[] bytes = {};
    private int at;
    private final List<Run> runs = new ArrayList<>();
    private boolean chinese;
    private Charset page = Charset.forName("IBM437");
    private Modes modes = Modes.PLAIN;
    private int align;
    private String storedCode = "";
    private int codeDots = 3;
    private int codeCorrection;

    /// Reads a whole print.
    public static EscPosReader read(byte[] bytes) {
        var reader = new EscPosReader();
        reader.feed(bytes);
        while (reader.step()) {
            // to the end
        }
        if (reader.at < reader.bytes.length) {
            throw new IllegalStateException("The print ends inside a command");
        }
        return reader;
    }

    /// Takes in further bytes.
    public void feed(byte[] more) {
        var rest = Arrays.copyOfRange(bytes, at, bytes.length + more.length);
        System.arraycopy(more, 0, rest, bytes.length - at, more.length);
        bytes = rest;
        at = 0;
    }

    /// Does the next command or character; false when it is not there wholly.
    public boolean step() {
        var before = at;
        try {
            if (at == bytes.length) {
                return false;
            }
            command(next());
            return true;
        } catch (Incomplete waiting) {
            at = before;
            return false;
        }
    }

    /// Whether something is neither done nor forgotten.
    public boolean waits() {
        return at < bytes.length || !runs.isEmpty();
    }

    /// Forgets what has not been done: it was switched off, or its line broke inside a command.
    public void forget(String why) {
        at = bytes.length;
        runs.clear();
        initialise();
        asked = 0;
        tape.add(why);
    }

    private void command(int code) {
        switch (code) {
            case 0x0A -> lineFeed();
            case 0x10 -> urgent();
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
        if (code < 0x80) {
            print(Character.toString(code));
        } else if (chinese) {
            var second = next();
            print(
                    second >= 0x30 && second <= 0x39
                            ? text(GB18030, code, second, next(), next())
                            : text(GB18030, code, second));
        } else {
            print(text(page, code));
        }
    }

    private static String text(Charset charset, int... values) {
        var coded = new byte[values.length];
        for (var i = 0; i < values.length; i++) {
            coded[i] = (byte) values[i];
        }
        return new String(coded, charset);
    }

    private void print(String character) {
        if (!runs.isEmpty() && runs.getLast().modes().equals(modes)) {
            runs.add(new Run(runs.removeLast().text() + character, modes));
        } else {
            runs.add(new Run(character, modes));
        }
    }

    private void lineFeed() {
        var text = runs.stream().map(Run::text).collect(Collectors.joining());
        var first = runs.isEmpty() ? modes : runs.getFirst().modes();
        marks.add(new Mark.Line(runs.isEmpty() ? List.of(new Run("", modes)) : List.copyOf(runs), align));
        lines.add(new Printed(text, first.bold(), first.inverse(), first.wide(), first.high(), align));
        tape.add(text);
        runs.clear();
    }

    /// Questions in real time leave no trace on paper.
    private void urgent() {
        var command = next();
        if (command != 0x04) {
            throw unknown("DLE", command);
        }
        var question = next();
        check(question >= 1 && question <= 4, "DLE EOT " + question);
    }

    private void esc() {
        var command = next();
        switch (command) {
            case '@' -> initialise();
            case '!' -> mode(next());
            case 'E', 'G' -> modes = modes.bold((next() & 1) == 1);
            case '-' -> modes = modes.underlined((next() & 3) != 0);
            case 'a' -> align = next() & 3;
            case 'M', '3' -> next();
            case '2' -> {}
            case 't' -> page = page(next());
            case 'd' -> {
                var fed = next();
                marks.add(new Mark.Feed(fed * 30));
                tape.add("FEED " + fed);
            }
            case 'J' -> marks.add(new Mark.Feed(next()));
            case 'p' -> {
                tape.add("PULSE " + (next() & 1) + " " + 2 * next() + "ms " + 2 * next() + "ms");
                marks.add(new Mark.Pulse());
            }
            default -> throw unknown("ESC", command);
        }
    }

    private void mode(int bits) {
        modes = modes.bold((bits & 8) != 0)
                .size((bits & 0x20) != 0 ? 2 : 1, (bits & 0x10) != 0 ? 2 : 1)
                .underlined((bits & 0x80) != 0);
    }

    private Charset page(int number) {
        return switch (number) {
            case 0 -> Charset.forName("IBM437");
            case 2 -> Charset.forName("IBM850");
            case 16 -> Charset.forName("windows-1252");
            case 19 -> Charset.forName("IBM00858");
            default -> throw unknown("ESC t", number);
        };
    }

    private void initialise() {
        chinese = false;
        page = Charset.forName("IBM437");
        modes = Modes.PLAIN;
        align = 0;
        codeDots = 3;
        codeCorrection = 0;
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
                modes = modes.size((size >> 4 & 7) + 1, (size & 7) + 1);
            }
            case 'B' -> modes = modes.inverse((next() & 1) == 1);
            case 'V' -> cut(next());
            case '(' -> symbol(next());
            case 'v' -> image();
            case 'r' -> {
                check(next() == 1, "GS r");
                asked++;
            }
            default -> throw unknown("GS", command);
        }
    }

    private void cut(int mode) {
        var whole = switch (mode) {
            case 0, 48 -> true;
            case 1, 49 -> false;
            case 65, 66 -> {
                marks.add(new Mark.Feed(next()));
                yield mode == 65;
            }
            default -> throw unknown("GS V", mode);
        };
        marks.add(new Mark.Cut(whole));
        tape.add(whole ? "CUT FULL" : "CUT PART");
    }

    /// `GS v 0`: rows of dots, eight to a byte.
    private void image() {
        check(next() == '0', "GS v 0");
        check(next() == 0, "GS v 0 of one dot a dot");
        var across = next() | next() << 8;
        var height = next() | next() << 8;
        check(across >= 1 && across <= 128 && height >= 1 && height <= 2047, "GS v 0 size");
        check(runs.isEmpty(), "GS v 0 at the beginning of a line");
        var rows = next(across * height);
        var dots = new BitSet();
        for (var dot = 0; dot < across * 8 * height; dot++) {
            dots.set(dot, (rows[dot / 8] & 0x80 >> dot % 8) != 0);
        }
        marks.add(new Mark.Image(across * 8, height, dots, align));
        if (!tape.isEmpty() && tape.getLast().startsWith("IMAGE ")) {
            var before = Integer.parseInt(tape.removeLast().substring(6));
            tape.add("IMAGE " + (before + height));
        } else {
            tape.add("IMAGE " + height);
        }
    }

    private void symbol(int kind) {
        if (kind != 'k') {
            throw unknown("GS (", kind);
        }
        var length = next() | next() << 8;
        var parameters = next(length);
        check(parameters[0] == 49, "GS ( k symbology");
        var rest = parameters.length - 2;
        switch (parameters[1]) {
            case 65 -> check(rest == 2 && parameters[2] == 50 && parameters[3] == 0, "QR model 2");
            case 67 -> {
                codeDots = parameters[2];
                check(rest == 1 && codeDots >= 1 && codeDots <= 16, "QR module size");
            }
            case 69 -> {
                codeCorrection = parameters[2] - 48;
                check(rest == 1 && codeCorrection >= 0 && codeCorrection <= 3, "QR error correction");
            }
            case 80 -> {
                check(parameters[2] == 48, "QR store");
                storedCode = new String(parameters, 3, rest - 1, StandardCharsets.UTF_8);
            }
            case 81 -> {
                check(rest == 1 && parameters[2] == 48, "QR print");
                codes.add(storedCode);
                marks.add(new Mark.Code(storedCode, codeDots, codeCorrection, align));
                tape.add("QR " + storedCode + (align == 1 ? " CENTRED" : ""));
            }
            default -> throw unknown("GS ( k function", parameters[1]);
        }
    }

    private int next() {
        if (at >= bytes.length) {
            throw new Incomplete();
        }
        return bytes[at++] & 0xFF;
    }

    private byte[] next(int count) {
        if (bytes.length - at < count) {
            throw new Incomplete();
        }
        at += count;
        return Arrays.copyOfRange(bytes, at - count, at);
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException(what + " is wrong");
        }
    }

    private IllegalStateException unknown(String kind, int code) {
        return new IllegalStateException("Unknown %s 0x%02X before byte %d".formatted(kind, code, at));
    }

    private static final class Incomplete extends RuntimeException {
        private static final long serialVersionUID = 1;

        Incomplete() {
            super("The rest is missing", null, false, false);
        }
    }
}
