package io.huitai.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huitai.shop.Lang;
import io.huitai.shop.Operator;
import io.huitai.shop.OperatorId;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.Role;
import io.huitai.till.Desk;
import io.huitai.till.Till;
import io.huitai.till.bill.OpenBill;
import io.huitai.till.refusal.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
        var table = new Verb.Table<>(verbs, desk -> desk);
        TillVerbs.putInto(table);
        BillVerbs.putInto(table);
        SaleVerbs.putInto(table);
        MemberVerbs.putInto(table);
        ClubVerbs.putInto(table);
        table.put("status", Verb.Nothing.class, (_, _, desk) -> status(desk));
        table.putAside("sync", Verb.Nothing.class, (_, _, _) -> link.sync()); // the feed needs the till's thread
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
        var answer = JsonNodeFactory.instance.objectNode();
        var name = "";
        try {
            var asked = ConsoleJson.parse(requests.text());
            Optional.ofNullable(asked.remove("id")).ifPresent(id -> answer.set("id", id));
            PanDoor.check(asked);
            name = ConsoleJson.take(asked, "do")
                    .map(verb -> ConsoleJson.read("do", verb, String.class))
                    .orElseThrow(() -> new BadRequest("do", Wrong.MISSING));
            var verb = verbs.get(name);
            if (verb == null) {
                throw new BadRequest("do", Wrong.NOT_VERB, name);
            }
            var added = verb.answer(new Verb.Request(asked, lang), till);
            answer.put("ok", true).setAll(added);
        } catch (RuntimeException failed) { // the next request is answered whatever this one did
            answer.put("ok", false).set("error", ConsoleJson.write(failed(name, failed), lang));
        }
        return answer;
    }

    private Failed failed(String name, @Nullable Throwable failed) {
        return switch (failed) {
            case CompletionException onTheTillsThread -> failed(name, onTheTillsThread.getCause());
            case BadRequest bad -> Failed.of(bad, lang);
            case Refusal refusal -> new Failed(refusal.code().name(), refusal.text(lang), refusal.needs());
            case ArithmeticException large ->
                new Failed("OVERFLOW", String.valueOf(large.getMessage()), Optional.empty());
            case null, default -> {
                LOG.error("The till could not do '{}'", name, failed);
                yield Failed.of(new BadRequest("do", Wrong.NOT_DONE), lang);
            }
        };
    }

    /// Why a request was not done.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Failed(String code, String message, Optional<Role> needs) {
        static Failed of(BadRequest bad, Lang lang) {
            return new Failed(bad.code().name(), bad.message(lang), Optional.empty());
        }
    }

    private record Status(
            Optional<String> shift,
            Optional<OperatorId> operator,
            boolean online,
            long pending,
            String printer,
            Optional<ReceiptNo> lastReceipt,
            Optional<OpenBill> bill,
            End journal,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Aside> setAside,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> rights) {
        private record End(long entries, String head) {}

        private record Aside(String source, long entry, String kind, String why) {}
    }

    private Status status(Desk desk) {
        var status = desk.status();
        return new Status(
                Optional.of(status.shift()).filter(shift -> shift != 0).map(String::valueOf),
                status.operator().map(Operator::id),
                link.online(),
                link.pending(),
                till.printer().code(),
                status.lastReceipt(),
                status.bill(),
                new Status.End(status.entries(), status.head()),
                status.setAside().stream()
                        .map(each -> new Status.Aside(each.source(), each.number(), each.kind(), each.why()))
                        .toList(),
                Optional.of("asleep").filter(_ -> status.asleep()));
    }
}
