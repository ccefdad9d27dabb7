package io.huitai.protocol.client;

import io.huitai.protocol.AcknowledgedMessage;
import io.huitai.protocol.CodeMessage;
import io.huitai.protocol.CodeRequestMessage;
import io.huitai.protocol.EntryLines;
import io.huitai.protocol.FeedMessage;
import io.huitai.protocol.FeedRequestMessage;
import io.huitai.protocol.HelloMessage;
import io.huitai.protocol.KeysMessage;
import io.huitai.protocol.KeysTakenMessage;
import io.huitai.protocol.Protocol;
import io.huitai.protocol.RefusalMessage;
import io.huitai.protocol.RefusalReason;
import io.huitai.protocol.SignedAnswer;
import io.huitai.protocol.SignedRequest;
import io.huitai.protocol.WelcomeMessage;
import io.huitai.protocol.signature.SignatureInput;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import okio.GzipSource;
import okio.Okio;
import tools.jackson.core.JacksonException;

/// Speaks to head office over HTTP/2. Each call waits for its answer; any thread may call. Every call may be made again
/// after a [LinkDown]: head office takes nothing twice.
public final class HeadOfficeClient implements AutoCloseable {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final MediaType ENTRIES = MediaType.get(EntryLines.TYPE);

    private static final String ACCEPT_ENCODING = "Accept-Encoding";
    private static final String CONTENT_ENCODING = "Content-Encoding";
    private static final String GZIP = "gzip";

    private static final Set<Integer> REFUSALS = Set.of(Protocol.REFUSED, Protocol.MALFORMED, Protocol.TOO_LONG);

    private final HttpUrl address;
    private final OkHttpClient http;
    private final Optional<Caller> caller;
    private volatile Optional<Instant> time = Optional.empty();

    private HeadOfficeClient(HttpUrl address, OkHttpClient http, Optional<Caller> caller) {
        this.address = address;
        this.http = http;
        this.caller = caller;
    }

    /// For a till: every request is signed, and only an answer with head office's signature is believed. Makes no
    /// connection yet.
    ///
    /// @throws IllegalArgumentException as [#of(URI, Duration)]
    public static HeadOfficeClient of(URI address, Duration patience, Caller caller) {
        return of(address, patience, Optional.of(caller));
    }

    /// For who is no till and asks for codes only. Makes no connection yet.
    ///
    /// @param address as `http://127.0.0.1:8080`
    /// @param patience how long connecting, each read and each write may take; a whole call takes at most ten times
    /// that
    /// @throws IllegalArgumentException when the address is not one of HTTP
    public static HeadOfficeClient of(URI address, Duration patience) {
        return of(address, patience, Optional.empty());
    }

    private static HeadOfficeClient of(URI address, Duration patience, Optional<Caller> caller) {
        var url = Optional.ofNullable(HttpUrl.get(address))
                .filter(each -> !each.isHttps())
                .orElseThrow(
                        () -> new IllegalArgumentException("Not the address of a training head office: " + address));
        var http = new OkHttpClient.Builder()
                .protocols(List.of(okhttp3.Protocol.H2_PRIOR_KNOWLEDGE))
                .connectTimeout(patience)
                .readTimeout(patience)
                .writeTimeout(patience)
                .callTimeout(patience.multipliedBy(10))
                .followRedirects(false)
                .build();
        return new HeadOfficeClient(url, http, caller);
    }

    /// Says who the till is.
    public Reply<WelcomeMessage> hello(HelloMessage hello) throws LinkDown {
        return ask(Protocol.HELLO, JSON, message(hello), WelcomeMessage.class, Protocol.MAX_MESSAGE_BYTES);
    }

    /// Hands over members' keys.
    public Reply<KeysTakenMessage> keys(KeysMessage keys) throws LinkDown {
        return ask(Protocol.KEYS, JSON, message(keys), KeysTakenMessage.class, Protocol.MAX_MESSAGE_BYTES);
    }

    /// Sends entries, in order and without gaps, as [io.huitai.journal.Journal#stored(long, long)] gives them.
    public Reply<AcknowledgedMessage> send(List<byte[]> lines) throws LinkDown {
        var body = EntryLines.pack(lines);
        return ask(Protocol.ENTRIES, ENTRIES, body, AcknowledgedMessage.class, Protocol.MAX_MESSAGE_BYTES);
    }

    /// Asks for what has changed.
    public Reply<FeedMessage> feed(FeedRequestMessage request) throws LinkDown {
        return ask(Protocol.FEED, JSON, message(request), FeedMessage.class, Protocol.MAX_FEED_BYTES);
    }

    /// Asks a training head office for a signed code.
    public Reply<CodeMessage> code(CodeRequestMessage request) throws LinkDown {
        return ask(Protocol.MEMBER_CODE, JSON, message(request), CodeMessage.class, Protocol.MAX_MESSAGE_BYTES);
    }

    /// What time it was at head office when it answered last, to the second.
    public Optional<Instant> time() {
        return time;
    }

    /// Breaks off what is under way; those calls throw [LinkDown].
    public void cancel() {
        http.dispatcher().cancelAll();
    }

    @Override
    public void close() {
        cancel();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    private static byte[] message(Object message) {
        return Protocol.json().writeValueAsBytes(message);
    }

    /// Once more where head office has seen a higher counter, as after the till's clock was put back.
    private <T> Reply<T> ask(String path, MediaType type, byte[] body, Class<T> answer, int most) throws LinkDown {
        var reply = once(path, type, body, answer, most);
        if (caller.isPresent()
                && reply instanceof Reply.Refused<T>(var refusal)
                && refusal.reason() == RefusalReason.COUNTER) {
            caller.get().countOnFrom(refusal.held());
            return once(path, type, body, answer, most);
        }
        return reply;
    }

    private <T> Reply<T> once(String path, MediaType type, byte[] body, Class<T> answer, int most) throws LinkDown {
        var url = address.newBuilder().encodedPath(path).build();
        var request = new Request.Builder()
                .url(url)
                .header(ACCEPT_ENCODING, GZIP) // named here, so that the packed bytes come, which are what is signed
                .post(RequestBody.create(body, type));
        caller.ifPresent(till -> SignedRequest.fields(path, body, till.name(), till.count(), till.now(), till::sign)
                .forEach(request::header));
        try (var response = http.newCall(request.build()).execute()) {
            return read(response, answer, most);
        } catch (IOException broken) {
            throw new LinkDown("No answer from " + address + path + ": " + broken.getMessage(), broken);
        }
    }

    private <T> Reply<T> read(Response response, Class<T> type, int most) throws IOException, LinkDown {
        if (!response.isSuccessful() && !REFUSALS.contains(response.code())) {
            throw new LinkDown(address + " answers " + response.code(), null);
        }
        var sent = upTo(most, response.body().source());
        var signed = caller.isPresent()
                ? Optional.of(believed(caller.get(), response, sent))
                : Optional.<SignedAnswer>empty();
        try {
            var bytes = GZIP.equals(response.header(CONTENT_ENCODING)) ? unpacked(sent, most) : sent;
            var at = Optional.ofNullable(response.headers().getInstant(SignedAnswer.DATE));
            var reply = response.isSuccessful()
                    ? new Reply.Accepted<>(message(bytes, type))
                    : new Reply.Refused<T>(message(bytes, RefusalMessage.class));
            if (reply instanceof Reply.Accepted<T>(WelcomeMessage _)) {
                signed.ifPresent(this::learn);
            }
            time = at;
            return reply;
        } catch (JacksonException | NumberFormatException | ZipException unreadable) {
            throw new LinkDown("What answers at " + address + " is not a head office", unreadable);
        }
    }

    private SignedAnswer believed(Caller till, Response response, byte[] sent) throws NotTheHeadOffice {
        SignedAnswer signed;
        try {
            var asked = response.request().header(SignatureInput.SIGNATURE);
            signed = SignedAnswer.read(
                    response.code(),
                    sent,
                    asked == null ? "" : asked,
                    field -> Optional.ofNullable(response.headers().values(field))
                            .filter(values -> values.size() == 1)
                            .map(List::getFirst));
        } catch (IllegalArgumentException forged) {
            throw new NotTheHeadOffice(address.toString(), String.valueOf(forged.getMessage()), forged);
        }
        if (!till.headOffice().map(signed::isBy).orElse(true)) {
            throw new NotTheHeadOffice(address.toString(), "it signs with another key", null);
        }
        return signed;
    }

    private void learn(SignedAnswer signed) {
        caller.filter(till -> till.headOffice().isEmpty()).ifPresent(till -> till.believe(signed.by()));
    }

    private byte[] unpacked(byte[] packed, int most) throws IOException, LinkDown {
        try (var source = Okio.buffer(new GzipSource(new Buffer().write(packed)))) {
            return upTo(most, source);
        }
    }

    private byte[] upTo(int most, BufferedSource source) throws IOException, LinkDown {
        if (source.request(most + 1L)) {
            throw new LinkDown(address + " answers more than " + most + " bytes", null);
        }
        return source.readByteArray();
    }

    /// Not `null` either, which is JSON too.
    private <M> M message(byte[] bytes, Class<M> type) throws LinkDown {
        return Optional.ofNullable(Protocol.json().readValue(bytes, type))
                .orElseThrow(() -> new LinkDown("What answers at " + address + " is not a head office", null));
    }
}
