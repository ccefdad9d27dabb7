package io.huitai.headoffice;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.huitai.journal.Entry;
import io.huitai.protocol.CodeRequestMessage;
import io.huitai.protocol.EntryLines;
import io.huitai.protocol.FeedRequestMessage;
import io.huitai.protocol.HelloMessage;
import io.huitai.protocol.KeysMessage;
import io.huitai.protocol.Protocol;
import io.huitai.protocol.RefusalMessage;
import io.huitai.protocol.RefusalReason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
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
        take(in, out, Protocol.MAX_MESSAGE_BYTES, bytes -> {
            M message;
            try {
                message = Protocol.json().readValue(bytes, type);
            } catch (JacksonException e) {
                throw new IllegalArgumentException("Not a " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
            }
            if (message == null) {
                throw new IllegalArgumentException("Not a " + type.getSimpleName() + ": null");
            }
            return () -> handler.apply(message);
        });
    }

    private void entries(ServerRequest in, ServerResponse out) throws IOException {
        take(in, out, Protocol.MAX_UPLOAD_BYTES, bytes -> {
            var lines = unpacked(bytes);
            return () -> ingest.take(lines);
        });
    }

    private static List<byte[]> unpacked(byte[] body) {
        try {
            return EntryLines.unpack(new ByteArrayInputStream(body));
        } catch (IOException brokenOff) { // memory gives all: it is the packing that ends too early
            throw new IllegalArgumentException("The entries break off", brokenOff);
        }
    }

    /// A request, once it is read.
    @FunctionalInterface
    private interface Asked {
        Answer<?> answer();
    }

    /// @param read throws `IllegalArgumentException` for what is no request
    private void take(ServerRequest in, ServerResponse out, int most, Function<byte[], Asked> read) throws IOException {
        switch (Body.read(in.content().inputStream(), most, Body.PATIENCE)) {
            case Body.Received.Whole whole -> {
                Asked asked;
                try {
                    asked = read.apply(whole.bytes());
                } catch (IllegalArgumentException none) {
                    malformed(out, Status.BAD_REQUEST_400, String.valueOf(none.getMessage()));
                    return;
                }
                answer(out, asked.answer());
            }
            case Body.Received.TooLong(var bytes) ->
                malformed(out, Status.REQUEST_ENTITY_TOO_LARGE_413, "More than " + bytes + " bytes");
            case Body.Received.TooSlow() ->
                malformed(out, Status.REQUEST_TIMEOUT_408, "Not there after " + Body.PATIENCE.toSeconds() + " s");
            case Body.Received.Broken(var why) -> malformed(out, Status.BAD_REQUEST_400, why);
        }
    }

    private void malformed(ServerResponse out, Status status, String why) throws IOException {
        out.status(status);
        send(
                out,
                Protocol.json().writeValueAsBytes(new RefusalMessage(RefusalReason.MALFORMED, why, 0, Entry.NO_HASH)));
    }

    private void answer(ServerResponse out, Answer<?> answer) throws IOException {
        send(
                out,
                switch (answer) {
                    case Answer.Given<?>(var message) -> Protocol.json().writeValueAsBytes(message);
                    case Answer.Refused<?>(var refusal) -> {
                        out.status(status(refusal));
                        yield Protocol.json().writeValueAsBytes(refusal);
                    }
                });
    }

    private static int status(RefusalMessage refusal) {
        return refusal.reason() == RefusalReason.MALFORMED ? Protocol.MALFORMED : Protocol.REFUSED;
    }

    private void send(ServerResponse out, byte[] answer) throws IOException {
        var bytes = answer;
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
