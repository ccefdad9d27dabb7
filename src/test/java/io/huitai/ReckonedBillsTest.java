package io.huitai;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.reckoning.RandomBills;
import io.huitai.reckoning.Reckoning;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `huitai quote --batch` and [Reckoning] on random bills of every programme: to the fen, the point, the refusal code.
class ReckonedBillsTest {
    private static final int BILLS =
            Integer.getInteger("huitai.bills", "full".equals(System.getProperty("huitai.trials")) ? 50_000 : 2_000);
    private static final long SEED = Long.getLong("huitai.seed", 20_260_501);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static List<String> programmes() {
        return RandomBills.programmes();
    }

    @ParameterizedTest
    @MethodSource("programmes")
    void everyBillIsTheSameTwice(String programme) {
        var requests = requests(programme, BILLS);
        var answers = quoted(requests);
        assertThat(answers).hasSameSizeAs(requests);
        for (int i = 0; i < BILLS; i++) {
            var expected = Reckoning.answer(requests.get(i));
            assertThat(sums(JSON.readTree(answers.get(i)), expected))
                    .as(failure(programme, i, requests.get(i)))
                    .isEqualTo(JSON.readTree(expected.toString()));
        }
    }

    private static Supplier<String> failure(String programme, int bill, ObjectNode request) {
        return () -> "programme " + programme + ", seed " + SEED + ", bill " + bill + ": " + request;
    }

    @ParameterizedTest
    @MethodSource("programmes")
    void theSameRequestsGetTheSameBytes(String programme) {
        var requests = requests(programme, Math.min(BILLS, 50));
        assertThat(quoted(requests)).isEqualTo(quoted(requests));
    }

    private static List<ObjectNode> requests(String programme, int count) {
        var bills = new RandomBills(programme, SEED);
        var requests = new ArrayList<ObjectNode>();
        for (int i = 0; i < count; i++) {
            requests.add(bills.next());
        }
        return requests;
    }

    private static List<String> quoted(List<ObjectNode> requests) {
        var text = new StringBuilder();
        requests.forEach(request -> text.append(request).append('\n'));
        var out = new ByteArrayOutputStream();
        var in = new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
        new CommandLine(new QuoteCommand(in, out, System.err)).execute("--batch");
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    /// The answer without its texts, and without the names of rules where the page names none.
    static JsonNode sums(JsonNode answer, JsonNode expected) {
        if (answer.has("error")) {
            ((ObjectNode) answer.get("error")).remove("message");
            return answer;
        }
        answer.get("refused").forEach(row -> ((ObjectNode) row).remove("text"));
        var earn = (ObjectNode) answer.get("earn");
        var points = new ArrayList<JsonNode>();
        earn.get("because").forEach(row -> points.add(row.get("points")));
        earn.putArray("because").addAll(points);
        for (int i = 0; i < answer.get("lines").size(); i++) {
            var rows = (ArrayNode) answer.get("lines").get(i).get("because");
            for (int j = 0; j < rows.size(); j++) {
                var row = (ObjectNode) rows.get(j);
                row.remove("text");
                if (expected.at("/lines/" + i + "/because/" + j + "/rule")
                        .asString("?")
                        .isEmpty()) {
                    row.put("rule", "");
                }
            }
        }
        return answer;
    }
}
