package io.huitai.programme.file;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The shipped schema, and what a schema cannot say of a programme.
final class ProgrammeSchema {
    static final Path FOLDER = Path.of(System.getProperty("huitai.basedir"), "assets", "programmes");

    /// A file that is no YAML of one document, or that says one thing twice or in a roundabout way.
    private static final Set<String> NOT_A_TREE = Set.of(
            "found.NOT_YAML",
            "found.CONTROL",
            "found.NOT_UTF8",
            "found.EMPTY_FILE",
            "found.LARGE_FILE",
            "found.SECOND_DOCUMENT",
            "found.WONDER",
            "found.KEY_TWICE");
    /// What one part of a file demands of another.
    private static final Set<String> BETWEEN_PARTS = Set.of(
            "expected.TIER",
            "expected.VOUCHER",
            "expected.HIGHER_BAND",
            "expected.NOT_BEFORE",
            "expected.NOT_LESS",
            "expected.WHOLE_FEN");

    private static final Pattern PLAIN_NUMBER = Pattern.compile("[0-9]{1,10}(\\.[0-9]{1,2})?");
    private static final Pattern PLAIN_WHOLE = Pattern.compile("[0-9]{1,10}");
    private static final Pattern DATED = Pattern.compile("([0-9]{4}-)?[0-9]{2}-[0-9]{2}");

    private final Schema schema;

    ProgrammeSchema() {
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text(), InputFormat.JSON);
    }

    static String text() {
        try {
            return Files.readString(FOLDER.resolve("programme.schema.json"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<Path> programmes() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    /// Whether a file keeps the schema; what is no YAML does not.
    boolean keptBy(byte[] file) {
        try {
            var tree = YAMLMapper.shared().readTree(new String(file, StandardCharsets.UTF_8));
            return keptBy(tree);
        } catch (JacksonException notYaml) {
            return false;
        }
    }

    boolean keptBy(JsonNode tree) {
        return schema.validate(tree).isEmpty();
    }

    /// Whether the schema cannot know of a fault.
    static boolean isBeyondSchema(LintFinding fault) {
        var found = (Phrase) fault.words().details().get(0);
        var expected = ((Phrase) fault.words().details().get(1)).key();
        return NOT_A_TREE.contains(found.key())
                || BETWEEN_PARTS.contains(expected)
                || found.key().equals("found.ID_TWICE")
                || (found.key().equals("found.NUMBER") && !isPlain(found, expected))
                || (Set.of("expected.DATE", "expected.DAY").contains(expected)
                        && DATED.matcher(found.details().getFirst().toString()).matches());
    }

    private static boolean isPlain(Phrase found, String expected) {
        var whole = Set.of("expected.WHOLE", "expected.ONE_OF").contains(expected);
        return (whole ? PLAIN_WHOLE : PLAIN_NUMBER)
                .matcher(found.details().getFirst().toString())
                .matches();
    }

    /// After these the schema and the reader do not look at the same tree.
    static boolean isNoTree(LintFinding fault) {
        return NOT_A_TREE.contains(((Phrase) fault.words().details().get(0)).key());
    }
}
