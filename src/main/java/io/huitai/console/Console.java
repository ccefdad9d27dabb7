package io.huitai.console;

import io.huitai.shop.Lang;
import io.huitai.shop.Role;
import io.huitai.till.Desk;
import io.huitai.till.Till;
import io.huitai.till.refusal.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The till as JSON lines: one request a line, one answer a line, in order, flushed at once.
public final class Console {
    private static final Logger LOG = LoggerFactory.getLogger(Console.class);

    private final Till till;
    private final Link link;
    private final Lang lang;
    private final Map<String, Verb> verbs = new HashMap<>();

    /// The line to head office, as the console shows and uses it.
    public interface Link {
        /// Whether head office was reached last time.
        boolean online();

        /// Journal entries that head office has not acknowledged.
        long pending();

        /// Sends all and drains the feed.
        ///
        /// @throws Refusal `LINK_DOWN` without a line
        Synced sync();

        /// What a sync did.
        record Synced(long sent, long received, long pending) {}
    }

    public Console(Till till, Link link, Lang lang) {
        this.till = till;
        this.link = link;
        this.lang = lang;
        verbs.putAll(TillVerbs.all());
        verbs.putAll(BillVerbs.all());
        verbs.putAll(AdjustmentVerbs.all());
        verbs.putAll(MemberVerbs.all());
        verbs.putAll(HouseVerbs.all());
        verbs.putAll(MoneyVerbs.all());
        verbs.putAll(CardVerbs.all());
        verbs.putAll(ClubVerbs.all());
        verbs.putAll(LadderVerbs.all());
        verbs.put("status", this::status);
    }

    /// Answers until the end of input.
    public void run(InputStream in, OutputStream out) throws IOException {
        var requests = new RequestLines(in);
        while (requests.next()) {
            out.write((answer(requests) + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }

    private ObjectNode answer(RequestLines requests) {
        Optional<JsonNode> id = Optional.empty();
        try {
            var fields = Fields.parse(requests.text());
            id = fields.raw("id");
            return done(id, fields);
        } catch (BadRequest bad) {
            return failed(id, bad.code().name(), bad.message(lang), Optional.empty());
        } catch (Refusal refusal) {
            return refused(id, refusal);
        }
    }

    private ObjectNode done(Optional<JsonNode> id, Fields fields) {
        var name = fields.text("do");
        var request = new Verb.Request(fields, lang);
        var answer = start(id, true);
        var syncing = name.equals("sync"); // not on the writer thread: the feed needs it
        var importing = name.equals("import-roster"); // its file is read on this thread
        var verb = Optional.ofNullable(verbs.get(name));
        if (!syncing && !importing && verb.isEmpty()) {
            throw fields.bad("do", Wrong.NOT_VERB, name);
        }
        try {
            if (syncing) {
                fields.done();
                var synced = link.sync();
                return answer.put("sent", synced.sent())
                        .put("received", synced.received())
                        .put("pending", synced.pending());
            }
            if (importing) {
                ClubVerbs.importRoster(request, till, answer);
                return answer;
            }
            till.perform(desk -> {
                        verb.orElseThrow().answer(request, desk, answer);
                        return answer;
                    })
                    .join();
            return answer;
        } catch (CompletionException failed) {
            return switch (failed.getCause()) {
                case Refusal refusal -> refused(id, refusal);
                case BadRequest bad -> failed(id, bad.code().name(), bad.message(lang), Optional.empty());
                case ArithmeticException large ->
                    failed(id, "OVERFLOW", String.valueOf(large.getMessage()), Optional.empty());
                case null, default -> {
                    LOG.error("The till could not do '{}'", name, failed);
                    yield failed(
                            id,
                            "BAD_REQUEST",
                            new BadRequest(BadRequest.Code.BAD_REQUEST, "do", Wrong.NOT_DONE).message(lang),
                            Optional.empty());
                }
            };
        }
    }

    private ObjectNode refused(Optional<JsonNode> id, Refusal refusal) {
        return failed(id, refusal.code().name(), refusal.text(lang), refusal.needs());
    }

    private static ObjectNode failed(Optional<JsonNode> id, String code, String message, Optional<Role> needs) {
        var answer = start(id, false);
        var error = answer.putObject("error").put("code", code).put("message", message);
        needs.ifPresent(role -> error.put("needs", role.code()));
        return answer;
    }

    private static ObjectNode start(Optional<JsonNode> id, boolean ok) {
        var answer = JsonNodeFactory.instance.objectNode();
        id.ifPresent(node -> answer.set("id", node));
        return answer.put("ok", ok);
    }

    private void status(Verb.Request request, Desk desk, ObjectNode answer) {
        request.fields().done();
        var status = desk.status();
        answer.put("shift", status.shift() == 0 ? null : Integer.toString(status.shift()));
        answer.put(
                "operator",
                status.operator().map(operator -> operator.id().value()).orElse(null));
        answer.put("online", link.online());
        answer.put("pending", link.pending());
        answer.put("printer", till.printer().code());
        answer.put(
                "lastReceipt",
                status.lastReceipt().map(receipt -> receipt.value()).orElse(null));
        status.bill()
                .ifPresentOrElse(bill -> answer.set("bill", Answers.bill(bill, lang)), () -> answer.putNull("bill"));
        answer.putObject("journal").put("entries", status.entries()).put("head", status.head());
        if (!status.setAside().isEmpty()) {
            var list = answer.putArray("setAside");
            status.setAside()
                    .forEach(each -> list.addObject()
                            .put("source", each.source())
                            .put("entry", each.number())
                            .put("kind", each.kind())
                            .put("why", each.why()));
        }
    }
}
