package io.huitai.programme.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Schema and reader are twins: each knows the other's keys, and takes what the other takes.
class ProgrammeSchemaTest {
    private static final long SEED = 20_261_124;
    private static final int SAMPLES = 1_500;
    private static final Pattern UNKNOWN = Pattern.compile("zz-([0-9]+)");

    @Test
    void theReaderKnowsTheKeysThatTheSchemaKnows() {
        var samples = new SchemaSamples(ProgrammeSchema.text(), new Random(SEED), true);
        var known = new ArrayList<TreeSet<String>>();
        for (var i = 0; i < SAMPLES; i++) {
            var findings = check(samples.programme());
            IntStream.range(known.size(), samples.blocks()).forEach(_ -> known.add(new TreeSet<>()));
            for (var finding : findings) {
                var found = (Phrase) finding.words().details().get(0);
                var expected = (Phrase) finding.words().details().get(1);
                if (expected.key().equals("expected.KNOWN_KEYS")) {
                    var unknown = UNKNOWN.matcher(found.details().getFirst().toString());
                    assertThat(unknown.matches())
                            .as("a key of the schema that the reader refuses: %s", finding)
                            .isTrue();
                    known.get(Integer.parseInt(unknown.group(1)))
                            .addAll(List.of(
                                    expected.details().getFirst().toString().split(", ", -1)));
                }
            }
        }
        assertThat(samples.blocks()).isGreaterThan(40);
        for (var i = 0; i < samples.blocks(); i++) {
            assertThat(known.get(i)).isEqualTo(samples.keysOf(i));
        }
    }

    @Test
    void theReaderTakesWhatTheSchemaTakes() {
        var schema = new ProgrammeSchema();
        var samples = new SchemaSamples(ProgrammeSchema.text(), new Random(SEED + 1), false);
        for (var i = 0; i < SAMPLES; i++) {
            var programme = samples.programme();
            assertThat(schema.keptBy(programme)).as("%s", programme).isTrue();
            assertThat(check(programme))
                    .filteredOn(finding -> finding.weight() == LintFinding.Weight.FAULT)
                    .as("%s", programme)
                    .allMatch(ProgrammeSchema::isBeyondSchema);
        }
    }

    private static List<LintFinding> check(JsonNode programme) {
        var yaml = YAMLMapper.shared().writeValueAsString(programme);
        return ProgrammeFile.check("sample.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }
}
