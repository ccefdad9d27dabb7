package io.huitai.trials;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.node.ObjectNode;

/// A till that is spoken to by the console's verbs, wherever it runs.
interface SpokenTill extends AutoCloseable {
    /// Asks; whatever it answers.
    ObjectNode answer(ObjectNode request);

    /// Asks for what must be done.
    default ObjectNode ok(ObjectNode request) {
        var answer = answer(request);
        assertThat(answer.path("ok").asBoolean())
                .as("%s is answered %s", request, answer)
                .isTrue();
        return answer;
    }

    default ObjectNode ok(String verb, Object... namesAndValues) {
        return ok(Json.request(verb, namesAndValues));
    }

    /// Asks for what must be refused, and gives the code.
    default String refused(String verb, Object... namesAndValues) {
        var request = Json.request(verb, namesAndValues);
        var answer = answer(request);
        assertThat(answer.path("ok").asBoolean(true))
                .as("%s is answered %s", request, answer)
                .isFalse();
        return answer.path("error").path("code").asString();
    }

    default void signIn() {
        ok("sign-in", "operator", "1001", "pin", "1111");
    }

    @Override
    void close();
}
