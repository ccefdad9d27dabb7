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
import io.huitai.protocol.WelcomeMessage;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import tools.jackson.core.JacksonException;

/// Speaks to head office over HTTP/2. Each call waits for its answer; any thread may call. Every call may be made again
/// after a [LinkDown]: head office takes nothing twice.
public final class HeadOfficeClient implements AutoCloseable {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final MediaType ENTRIES = MediaType.get(EntryLines.TYPE);

    private static final Set<Integer> REFUSALS = Set.of(Protocol.REFUSED, Protocol.MALFORMED, Protocol.TOO_LONG);

    private final HttpUrl address;
    private final OkHttpClient http;
    private volatile Optional<Instant> time = Optional.empty();

    private HeadOfficeClient(HttpUrl address, OkHttpClient http) {
        this.address = address;
        this.http = http;
    }

    /// Makes no connection yet.
    ///
    /// @param address as `http://127.0.0.1:8080`
    /// @param patience how long connecting, each read and each write may take; a whole call takes at most ten times
    /// that
    /// @throws IllegalArgumentException when the address is not one of HTTP
    public static HeadOfficeClient of(URI address, Duration patience) {
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
        return new HeadOfficeClient(url, http);
    }

    /// Says who the till is.
    public Reply<WelcomeMessage> hello(HelloMessage hello) throws LinkDown {
        return ask(Protocol.HELLO, message(hello), WelcomeMessage.class, Protocol.MAX_MESSAGE_BYTES);
    }

    /// Hands over members' keys.
    public Reply<KeysTakenMessage> keys(KeysMessage keys) throws LinkDown {
        return ask(Protocol.KEYS, message(keys), KeysTakenMessage.class, Protocol.MAX_MESSAGE_BYTES);
    }

    /// Sends entries, in order and without gaps, as [io.huitai.journal.Journal#stored(long, long)] gives them.
    public Reply<AcknowledgedMessage> send(List<byte[]> lines) throws LinkDown {
        var body = RequestBody.create(EntryLines.pack(lines), ENTRIES);
        return ask(Protocol.ENTRIES, body, AcknowledgedMessage.class, Protocol.MAX_MESSAGE_BYTES);
    }

    /// Asks for what has changed.
    public Reply<FeedMessage> feed(FeedRequestMessage request) throws LinkDown {
        return ask(Protocol.FEED, message(request), FeedMessage.class, Protocol.MAX_FEED_BYTES);
    }

    /// Asks a training head office for a signed code.
    public Reply<CodeMessage> code(CodeRequestMessage request) throws LinkDown {
        return ask(Protocol.MEMBER_CODE, message(request), CodeMessage.class, Protocol.MAX_MESSAGE_BYTES);
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

    private static RequestBody message(Object message) {
        return RequestBody.create(Protocol.json().writeValueAsBytes(message), JSON);
    }

    private <T> Reply<T> ask(String path, RequestBody body, Class<T> type, int most) throws LinkDown {
        var url = address.newBuilder().encodedPath(path).build();
        var request = new Request.Builder().url(url).post(body).build();
        try (var response = http.newCall(request).execute()) {
            return read(response, type, most);
        } catch (IOException broken) {
            throw new LinkDown("No answer from " + address + path + ": " + broken.getMessage(), broken);
        }
    }

    private <T> Reply<T> read(Response response, Class<T> type, int most) throws IOException, LinkDown {
        if (!response.isSuccessful() && !REFUSALS.contains(response.code())) {
            throw new LinkDown(address + " answers " + response.code(), null);
        }
        var source = response.body().source();
        if (source.request(most + 1L)) {
            throw new LinkDown(address + " answers more than " + most + " bytes", null);
        }
        try {
            var bytes = source.readByteArray();
            time = Optional.ofNullable(response.headers().getInstant("Date"));
            return response.isSuccessful()
                    ? new Reply.Accepted<>(message(bytes, type))
                    : new Reply.Refused<>(message(bytes, RefusalMessage.class));
        } catch (JacksonException | NumberFormatException unreadable) {
            throw new LinkDown("What answers at " + address + " is not a head office", unreadable);
        }
    }

    /// Not `null` either, which is JSON too.
    private <M> M message(byte[] bytes, Class<M> type) throws LinkDown {
        return Optional.ofNullable(Protocol.json().readValue(bytes, type))
                .orElseThrow(() -> new LinkDown("What answers at " + address + " is not a head office", null));
    }
}
