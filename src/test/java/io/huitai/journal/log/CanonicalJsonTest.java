package io.huitai.journal.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

/// The vectors are those of RFC 8785 and of its author's test data, without the fractions that we refuse.
class CanonicalJsonTest {
    @Test
    void theStringsAndLiteralsOfTheRfcComeOutAsItSays() {
        assertThat(canonical("""
                {"string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/", "literals": [null, true, false]}
                """)).isEqualTo("""
                {"literals":[null,true,false],"string":"€$\\u000f\\nA'B\\"\\\\\\\\\\"/"}""");
    }

    @Test
    void namesAreSortedByUtf16CodeUnitsAsInTheRfc() {
        assertThat(canonical("""
                {"\\u20ac": "Euro Sign", "\\r": "Carriage Return", "\\ufb33": "Hebrew Letter Dalet With Dagesh",
                 "1": "One", "\\ud83d\\ude00": "Emoji: Grinning Face", "\\u0080": "Control",
                 "\\u00f6": "Latin Small Letter O With Diaeresis"}
                """))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    @Test
    void structuresAreSortedAtEveryDepth() {
        assertThat(canonical("""
                {"1": {"f": {"f": "hi", "F": 5}, "\\n": 56}, "10": {}, "": "empty", "a": {},
                 "111": [{"e": "yes", "E": "no"}], "A": {}}
                """))
                .isEqualTo("{\"\":\"empty\",\"1\":{\"\\n\":56,\"f\":{\"F\":5,\"f\":\"hi\"}},\"10\":{},"
                        + "\"111\":[{\"E\":\"no\",\"e\":\"yes\"}],\"A\":{},\"a\":{}}");
    }

    @Test
    void frenchIsNotSortedAsTheFrenchDo() {
        assertThat(canonical("""
                {"peach": "This sorting order", "péché": "is wrong according to French",
                 "pêche": "but canonicalization MUST", "sin": "ignore locale"}
                """))
                .isEqualTo("{\"peach\":\"This sorting order\",\"péché\":\"is wrong according to French\","
                        + "\"pêche\":\"but canonicalization MUST\",\"sin\":\"ignore locale\"}");
    }

    @Test
    void unnormalizedTextStaysAsItIs() {
        assertThat(canonical("{\"Unnormalized Unicode\":\"A\\u030a\"}"))
                .isEqualTo("{\"Unnormalized Unicode\":\"A\u030a\"}");
    }

    @Test
    void everyControlCharacterHasItsShortestEscape() {
        assertThat(canonical("{\"a\":\"\\u0000\\u0008\\u0009\\u000a\\u000b\\u000c\\u000d\\u001f\\u007f\"}"))
                .isEqualTo("{\"a\":\"\\u0000\\b\\t\\n\\u000b\\f\\r\\u001f\u007f\"}");
    }

    @Test
    void wholeNumbersUpToTwoToTheFiftyThirdAreWritten() {
        assertThat(canonical("{\"a\":[0,-0,9007199254740992,-9007199254740992]}"))
                .isEqualTo("{\"a\":[0,0,9007199254740992,-9007199254740992]}");
    }

    @Test
    void otherNumbersAreRefused() {
        for (var number : new String[] {"9007199254740993", "-9007199254740993", "1.5", "1.0", "1e3", "1e400"}) {
            assertThatIllegalArgumentException().as(number).isThrownBy(() -> canonical("{\"a\":" + number + "}"));
        }
    }

    @Test
    void bytesAndLoneSurrogatesAreRefused() {
        var bytes = JsonNodeFactory.instance.objectNode().put("a", new byte[] {1});
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.bytes(bytes));
        for (var text : new String[] {"\ud83d", "\ude00", "\ude00\ud83d", "a\ud83db"}) {
            var lone = JsonNodeFactory.instance.objectNode().put("a", text);
            assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.bytes(lone));
        }
    }

    @Test
    void whatIsWrittenAtTheDepthLimitCanBeReadAndDeeperIsRefused() {
        var node = JsonNodeFactory.instance.arrayNode();
        for (int depth = 2; depth <= CanonicalJson.MAX_DEPTH; depth++) {
            node = JsonNodeFactory.instance.arrayNode().add(node);
        }
        var deep = JsonNodeFactory.instance.objectNode().set("a", node);
        var bytes = CanonicalJson.bytes(deep);
        assertThat(CanonicalJson.bytes(CanonicalJson.parse(bytes))).isEqualTo(bytes);
        var deeper = JsonNodeFactory.instance.arrayNode().add(deep);
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.bytes(deeper));
    }

    @Test
    void onlyOneJsonObjectWithNamesGivenOnceIsRead() {
        for (var text : new String[] {"", "[]", "1", "{", "{}{}", "{\"a\":1,\"a\":2}", "{\"a\":NaN}", "{'a':1}"}) {
            assertThatIllegalArgumentException().as(text).isThrownBy(() -> canonical(text));
        }
    }

    private static String canonical(String json) {
        return new String(CanonicalJson.bytes(CanonicalJson.parse(json.getBytes(UTF_8))), UTF_8);
    }
}
