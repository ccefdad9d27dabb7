package io.huitai.headoffice;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.huitai.protocol.CodeRequestMessage;
import io.huitai.protocol.EntryLines;
import io.huitai.protocol.FeedRequestMessage;
import io.huitai.protocol.HelloMessage;
import io.huitai.protocol.KeysMessage;
import io.huitai.protocol.Protocol;
import io.huitai.protocol.RefusalReason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import tools.jackson.core.JacksonException;

/// The requests of the protocol over HTTP.
final class Routes implements HttpService {
    /// From here on an answer is gzipped.
    private static final int WORTH_PACKING = 4096;

    private final Tills tills;
    private final MemberSecrets secrets;
    private final Ingest ingest;
    private final Feeds feeds;
    private final MemberCodes codes;
    private final InstantSource clock;

    Routes(Tills tills, MemberSecrets secrets, Ingest ingest, Feeds feeds, MemberCodes codes, InstantSource clock) {
        this.tills = tills;
        this.secrets = secrets;
        this.ingest = ingest;
        this.feeds = feeds;
        this.codes = codes;
        this.clock = clock;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post(Protocol.HELLO, (in, out) -> message(in, out, HelloMessage.class, tills::hello));
        rules.post(Protocol.KEYS, (in, out) -> message(in, out, KeysMessage.class, secrets::take));
        rules.post(Protocol.FEED, (in, out) -> message(in, out, FeedRequestMessage.class, feeds::after));
        rules.post(Protocol.ENTRIES, this::entries);
        rules.post(Protocol.MEMBER_CODE, (in, out) -> message(in, out, CodeRequestMessage.class, codes::sign));
    }

    private <M> void message(ServerRequest in, ServerResponse out, Class<M> type, Function<M, Answer<?>> handler)
            throws IOException {
        M message;
        try (InputStream body = in.content().inputStream()) {
            var bytes = body.readNBytes(Protocol.MAX_MESSAGE_BYTES + 1);
            if (bytes.length > Protocol.MAX_MESSAGE_BYTES) {
                malformed(out, "More than " + Protocol.MAX_MESSAGE_BYTES + " bytes");
                return;
            }
            message = Protocol.json().readValue(bytes, type);
        } catch (JacksonException e) {
            malformed(out, "Not a " + type.getSimpleName() + ": " + e.getOriginalMessage());
            return;
        }
        answer(out, handler.apply(message));
    }

    private void entries(ServerRequest in, ServerResponse out) throws IOException {
        Answer<?> answer;
        try (InputStream body = in.content().inputStream()) {
            answer = ingest.take(EntryLines.unpack(body));
        } catch (IllegalArgumentException e) {
            malformed(out, String.valueOf(e.getMessage()));
            return;
        }
        answer(out, answer);
    }

    private void malformed(ServerResponse out, String why) throws IOException {
        answer(out, Answer.refused(RefusalReason.MALFORMED, why));
    }

    private void answer(ServerResponse out, Answer<?> answer) throws IOException {
        var bytes = switch (answer) {
            case Answer.Given<?>(var message) -> Protocol.json().writeValueAsBytes(message);
            case Answer.Refused<?>(var refusal) -> {
                out.status(Protocol.REFUSED);
                yield Protocol.json().writeValueAsBytes(refusal);
            }
        };
        out.header(HeaderNames.DATE, RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC)));
        out.header(HeaderNames.CONTENT_TYPE, "application/json");
        if (bytes.length >= WORTH_PACKING) {
            out.header(HeaderNames.CONTENT_ENCODING, "gzip");
            bytes = packed(bytes);
        }
        out.send(bytes);
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
