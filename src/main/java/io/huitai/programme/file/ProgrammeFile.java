package io.huitai.programme.file;

import io.huitai.programme.doubt.Doubt;
import io.huitai.programme.doubt.Doubts;
import io.huitai.programme.file.LintFinding.Weight;
import io.huitai.programme.file.Yaml.Place;
import io.huitai.programme.scheme.Discount;
import io.huitai.programme.scheme.Programme;
import io.huitai.programme.scheme.Programme.Head;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// Reads a programme from the bytes of its file. What is not understood is refused with its place.
public final class ProgrammeFile {
    /// The largest file in bytes; those that ship are a fiftieth of it.
    static final int LARGEST = 256 << 10;

    private final String source;
    private final byte[] bytes;
    private final Faults faults;

    private ProgrammeFile(String source, byte[] bytes) {
        this.source = source;
        this.bytes = bytes;
        this.faults = new Faults(source);
    }

    /// The programme that a file holds.
    ///
    /// @param source the file's name, for faults
    /// @throws BadProgramme with everything that is wrong
    public static Programme read(String source, byte[] bytes) {
        var file = new ProgrammeFile(source, bytes);
        return file.programme(tree(bytes, file.faults));
    }

    /// Everything that is wrong with a file, or else everything about its programme that will disappoint, in the order
    /// of the file; empty where all is well. What is not YAML is told up to where it stops being YAML.
    ///
    /// @param source the file's name
    public static List<LintFinding> check(String source, byte[] bytes) {
        var file = new ProgrammeFile(source, bytes);
        try {
            var tree = tree(bytes, file.faults);
            return Doubts.of(file.programme(tree)).stream()
                    .map(doubt -> file.warning(tree.placeOf(doubt.path()), doubt))
                    .sorted(LintFinding.IN_ORDER)
                    .toList();
        } catch (BadProgramme bad) {
            return bad.faults();
        }
    }

    private LintFinding warning(Place place, Doubt doubt) {
        var words = new Phrase("doubt." + doubt.code(), doubt.details().toArray());
        return new LintFinding(source, place, Weight.WARNING, new Phrase("warning", words));
    }

    /// What stands in a file.
    ///
    /// @throws BadProgramme when it is not YAML, not UTF-8, or too large
    static Yaml tree(byte[] bytes, Faults faults) {
        if (bytes.length > LARGEST) {
            throw faults.end(Place.START, Found.LARGE_FILE.of(), Expected.SMALL_FILE.of(String.valueOf(LARGEST >> 10)));
        }
        return Yaml.parse(text(bytes, faults), faults);
    }

    private static String text(byte[] bytes, Faults faults) {
        var text = CharBuffer.allocate(bytes.length);
        var result = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), text, true);
        var read = text.flip().toString();
        if (result.isError()) {
            throw faults.end(Place.of(read, read.length()), Found.NOT_UTF8.of(), Expected.UTF8.of());
        }
        return read;
    }

    private Programme programme(Yaml tree) {
        var programme = BlockReader.read(tree, faults, this::programme);
        faults.settle();
        return programme;
    }

    private Programme programme(BlockReader top) {
        var head = new Head(
                top.value("id", Value.PROGRAMME),
                top.value("version", Value.small(1, 1_000_000)),
                digest(),
                top.value("applies-from", Value.DATE),
                top.label("name"));
        var rules = Rules.of(top);
        return new Programme(
                head,
                new TiersBlock(rules).read(top),
                top.distinct("discounts", "id", block -> discount(block, rules)),
                top.block("points", new PointsBlock(rules)::read),
                new Vouchers(rules).read(top),
                top.block("membership", new MembershipBlock(rules)::read));
    }

    private static Discount discount(BlockReader block, Rules rules) {
        return new Discount(
                block.value("id", Value.RULE),
                block.label("name"),
                block.value("rate", Value.RATE),
                rules.when(block),
                rules.goods(block),
                block.flag("stacks"),
                block.flag("walk-ins"));
    }

    private String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java runtime has SHA-256", missing);
        }
    }
}
