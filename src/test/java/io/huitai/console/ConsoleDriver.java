package io.huitai.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.shop.Lang;
import io.huitai.till.Till;
import io.huitai.till.TrainingTills;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A console in this process on a training store, its clock standing at a fixed time. Requests are JSON with single
/// quotes, to be read.
public final class ConsoleDriver implements AutoCloseable {
    static final String NOON = "2026-06-10T12:00:00+08:00";
    static final String SUPERVISOR = "'approval':{'operator':'2001','pin':'2222'}";

    private static final JsonMapper JSON = new JsonMapper();

    private final Till till;
    private final Console console;

    private ConsoleDriver(Till till, Lang lang) {
        this.till = till;
        this.console = new Console(till, new NoLink(), lang);
    }

    static ConsoleDriver open(Path store, String programme) {
        return open(store, programme, NOON);
    }

    static ConsoleDriver open(Path store, String programme, String now) {
        var fixed = OffsetDateTime.parse(now).toInstant();
        return open(store, programme, Optional.of(fixed), InstantSource.fixed(fixed));
    }

    /// With the computer's clock, which says `now`.
    static ConsoleDriver onTheWall(Path store, String programme, String now) {
        return open(
                store,
                programme,
                Optional.empty(),
                InstantSource.fixed(OffsetDateTime.parse(now).toInstant()));
    }

    private static ConsoleDriver open(Path store, String programme, Optional<Instant> fixed, InstantSource wall) {
        var opening = TrainingTills.opening(store, programme, fixed);
        return new ConsoleDriver(Till.open(opening, wall), Lang.ZH);
    }

    /// Signed in as a cashier with an open shift.
    static ConsoleDriver selling(Path store, String programme, String now) {
        var console = open(store, programme, now);
        console.ok("{'do':'sign-in','operator':'1001','pin':'1111'}");
        console.ok("{'do':'open-shift','float':'500.00'}");
        return console;
    }

    public static ConsoleDriver selling(Path store, String programme) {
        return selling(store, programme, NOON);
    }

    /// The answer to one line as it stands.
    String raw(String line) {
        var out = new ByteArrayOutputStream();
        try {
            console.run(new ByteArrayInputStream((line + "\n").getBytes(StandardCharsets.UTF_8)), out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString(StandardCharsets.UTF_8).stripTrailing();
    }

    ObjectNode ask(String request) {
        return (ObjectNode) JSON.readTree(raw(request.replace('\'', '"')));
    }

    public JsonNode ok(String request) {
        var answer = ask(request);
        assertThat(answer.path("ok").booleanValue())
                .as("%s => %s", request, answer)
                .isTrue();
        return answer;
    }

    /// The code of a refused request; "ok" where it was not refused.
    String code(String request) {
        return ask(request).path("error").path("code").asString("ok");
    }

    /// Sells one open item to a member, paid in cash.
    public JsonNode sell(String member, String price) {
        ok("{'do':'member','no':'" + member + "'}");
        ok("{'do':'add','name':'x','category':'food','price':'" + price + "'}");
        return ok("{'do':'tender','type':'cash'}").path("receipt");
    }

    /// Noon of a later day.
    void day(String date) {
        ok("{'do':'clock','now':'" + date + "T12:00:00+08:00'}");
    }

    /// The days that a day's end handled.
    EndedDays dayEnd() {
        var days = new LinkedHashMap<String, JsonNode>();
        ok("{'do':'day-end'}")
                .path("days")
                .forEach(day -> days.put(day.path("date").asString(), day));
        return new EndedDays(days);
    }

    /// By date.
    record EndedDays(Map<String, JsonNode> byDate) {
        JsonNode on(String date) {
            return Optional.ofNullable(byDate.get(date)).orElseThrow();
        }

        /// The members of one of a day's lists.
        List<String> who(String date, String list) {
            var names = new ArrayList<String>();
            on(date).path(list).forEach(each -> names.add(each.asString()));
            return names;
        }
    }

    JsonNode member(String no) {
        return ok("{'do':'member-info','no':'" + no + "'}").path("member");
    }

    @Override
    public void close() {
        till.close();
    }

    private static final class NoLink implements Console.Link {
        @Override
        public boolean online() {
            return false;
        }

        @Override
        public long pending() {
            return 0;
        }

        @Override
        public Synced sync() {
            throw Refusal.of(ErrorCode.LINK_DOWN);
        }
    }
}
