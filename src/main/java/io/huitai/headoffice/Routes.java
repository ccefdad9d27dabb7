package io.huitai.headoffice;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.huitai.journal.Entry;
import io.huitai.journal.TillKey;
import io.huitai.protocol.CodeRequestMessage;
import io.huitai.protocol.EntryLines;
import io.huitai.protocol.FeedRequestMessage;
import io.huitai.protocol.HelloMessage;
import io.huitai.protocol.KeysMessage;
import io.huitai.protocol.OfTill;
import io.huitai.protocol.Protocol;
import io.huitai.protocol.RefusalMessage;
import io.huitai.protocol.RefusalReason;
import io.huitai.protocol.SignedAnswer;
import io.huitai.protocol.SignedRequest;
import io.huitai.protocol.signature.SignatureInput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
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
    private final Door door;
    private final TillKey key;
    private final InstantSource clock;

    /// @param key what all answers are signed with
    Routes(
            Tills tills,
            MemberSecrets secrets,
            Ingest ingest,
            Feeds feeds,
            MemberCodes codes,
            Door door,
            TillKey key,
            InstantSource clock) {
        this.tills = tills;
        this.secrets = secrets;
        this.ingest = ingest;
        this.feeds = feeds;
        this.codes = codes;
        this.door = door;
        this.key = key;
        this.clock = clock;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post(
                Protocol.HELLO,
                (in, out) -> signed(in, out, HelloMessage.class, (hello, by) -> tills.hello(hello, by.counter())));
        rules.post(Protocol.KEYS, (in, out) -> signed(in, out, KeysMessage.class, (keys, _) -> secrets.take(keys)));
        rules.post(
                Protocol.FEED,
                (in, out) -> signed(in, out, FeedRequestMessage.class, (request, _) -> feeds.after(request)));
        rules.post(Protocol.ENTRIES, this::entries);
        rules.post(
                Protocol.MEMBER_CODE,
                (in, out) -> take(in, out, Protocol.MAX_MESSAGE_BYTES, bytes -> {
                    var request = message(bytes, CodeRequestMessage.class);
                    return () -> codes.sign(request);
                }));
    }

    /// A message of a till; it is read before it is known who has signed it, within bounds.
    private <M extends OfTill> void signed(
            ServerRequest in, ServerResponse out, Class<M> type, BiFunction<M, SignedRequest, Answer<?>> handler)
            throws IOException {
        take(in, out, Protocol.MAX_MESSAGE_BYTES, bytes -> {
            var message = message(bytes, type);
            return () -> letIn(in, bytes, by -> door.shut(by, message), by -> handler.apply(message, by));
        });
    }

    private static <M> M message(byte[] bytes, Class<M> type) {
        M message;
        try {
            message = Protocol.json().readValue(bytes, type);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("Not a " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
        }
        if (message == null) {
            throw new IllegalArgumentException("Not a " + type.getSimpleName() + ": null");
        }
        return message;
    }

    private void entries(ServerRequest in, ServerResponse out) throws IOException {
        take(in, out, Protocol.MAX_UPLOAD_BYTES, bytes -> {
            var lines = unpacked(bytes);
            return () -> letIn(in, bytes, door::shut, by -> ingest.take(by.name(), lines));
        });
    }

    private static Answer<?> letIn(
            ServerRequest in,
            byte[] bytes,
            Function<SignedRequest, Optional<Answer<?>>> shut,
            Function<SignedRequest, Answer<?>> handler) {
        SignedRequest by;
        try {
            by = SignedRequest.read(in.path().rawPath(), bytes, named -> field(in, named));
        } catch (IllegalArgumentException unsigned) {
            return Answer.refused(RefusalReason.UNSIGNED, String.valueOf(unsigned.getMessage()));
        }
        Optional<Answer<?>> refused = shut.apply(by);
        return refused.isPresent() ? refused.get() : handler.apply(by);
    }

    /// A field that stands once.
    private static Optional<String> field(ServerRequest in, String named) {
        var name = HeaderNames.create(named);
        var values = in.headers().contains(name) ? in.headers().all(name, List::of) : List.<String>of();
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
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
                    malformed(in, out, Status.BAD_REQUEST_400, String.valueOf(none.getMessage()));
                    return;
                }
                answer(in, out, asked.answer());
            }
            case Body.Received.TooLong(var bytes) ->
                malformed(in, out, Status.REQUEST_ENTITY_TOO_LARGE_413, "More than " + bytes + " bytes");
            case Body.Received.TooSlow() ->
                malformed(in, out, Status.REQUEST_TIMEOUT_408, "Not there after " + Body.PATIENCE.toSeconds() + " s");
            case Body.Received.Broken(var why) -> malformed(in, out, Status.BAD_REQUEST_400, why);
        }
    }

    private void malformed(ServerRequest in, ServerResponse out, Status status, String why) throws IOException {
        out.status(status);
        send(
                in,
                out,
                Protocol.json().writeValueAsBytes(new RefusalMessage(RefusalReason.MALFORMED, why, 0, Entry.NO_HASH)));
    }

    private void answer(ServerRequest in, ServerResponse out, Answer<?> answer) throws IOException {
        send(
                in,
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

    private void send(ServerRequest in, ServerResponse out, byte[] answer) throws IOException {
        var bytes = answer;
        out.header(HeaderNames.CONTENT_TYPE, "application/json");
        if (bytes.length >= WORTH_PACKING) {
            out.header(HeaderNames.CONTENT_ENCODING, "gzip");
            bytes = packed(bytes);
        }
        var now = clock.instant();
        SignedAnswer.fields(
                        out.status().code(),
                        RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)),
                        bytes,
                        field(in, SignatureInput.SIGNATURE)
                                .filter(Routes::isPlain)
                                .orElse(""),
                        now,
                        key)
                .forEach((name, value) -> out.header(HeaderNames.create(name), value));
        out.send(bytes);
    }

    /// What can stand under a signature.
    private static boolean isPlain(String field) {
        return field.chars().allMatch(each -> each >= ' ' && each <= '~');
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
