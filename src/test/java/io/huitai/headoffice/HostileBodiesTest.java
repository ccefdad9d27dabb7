package io.huitai.headoffice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.protocol.EntryLines;
import io.huitai.protocol.Protocol;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever is sent to head office: told what is wrong with it, and never by an error of the server's own.
class HostileBodiesTest {
    private static final List<String> PATHS =
            List.of(Protocol.HELLO, Protocol.KEYS, Protocol.FEED, Protocol.ENTRIES, Protocol.MEMBER_CODE);

    @TempDir
    private Path folder;

    private HeadOffice office;

    @BeforeEach
    void open() {
        office = HeadOffice.open(
                new HeadOffice.Settings(HeadOffice.embedded(folder), 0, _ -> List.of()),
                InstantSource.fixed(Instant.parse("2026-06-10T04:00:00Z")));
    }

    @AfterEach
    void close() {
        office.close();
    }

    private HttpResponse<String> post(HttpClient.Version version, String path, byte[] body, String... headers)
            throws IOException, InterruptedException {
        try (var http = HttpClient.newBuilder().version(version).build()) {
            var request = HttpRequest.newBuilder(URI.create(office.address() + path))
                    .timeout(Duration.ofSeconds(60))
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body));
            for (var i = 0; i < headers.length; i += 2) {
                request.header(headers[i], headers[i + 1]);
            }
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private void refused(String what, HttpResponse<String> answer, int... statuses) {
        assertThat(answer.statusCode()).as(what + " " + answer.body()).isIn(boxed(statuses));
        assertThat(answer.body()).as(what).doesNotContain("Exception", "\tat ", "java.");
    }

    private static Object[] boxed(int... statuses) {
        return java.util.Arrays.stream(statuses).boxed().toArray();
    }

    @Test
    void whatIsNoRequestIsToldSo() throws IOException, InterruptedException {
        for (var version : HttpClient.Version.values()) {
            for (var path : PATHS) {
                for (var body : List.of(
                        "",
                        "null",
                        "[]",
                        "{}",
                        "1",
                        "\"x\"",
                        "{",
                        "[".repeat(60_000),
                        "{\"version\":1e999999999}",
                        "{\"version\":" + "9".repeat(60_000) + "}",
                        "{\"version\":null,\"store\":null,\"till\":null}",
                        "<xml/>",
                        "\uFEFFnull")) {
                    var answer = post(version, path, body.getBytes(UTF_8));
                    refused(path + " " + body.substring(0, Math.min(40, body.length())), answer, 400);
                    assertThat(answer.body())
                            .contains("\"reason\":\"malformed\"")
                            .contains("\"text\":\"");
                }
            }
        }
    }

    @Test
    void whatIsTooLongIsToldSo() throws IOException, InterruptedException {
        for (var version : HttpClient.Version.values()) {
            for (var path : PATHS) {
                refusedOrCut(version, path, new byte[Protocol.MAX_UPLOAD_BYTES + 1]);
            }
            refused("hello", post(version, Protocol.HELLO, new byte[Protocol.MAX_MESSAGE_BYTES + 1]), 413);
        }
    }

    /// Who is still sending when the answer comes may see the connection end only.
    private void refusedOrCut(HttpClient.Version version, String path, byte[] body, String... headers)
            throws InterruptedException {
        try {
            refused(path, post(version, path, body, headers), 400, 413, 415);
        } catch (IOException cut) {
            assertThat(cut).isNotInstanceOf(HttpTimeoutException.class);
        }
    }

    @Test
    void aBombIsNotUnpacked() throws IOException, InterruptedException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            for (var i = 0; i < 1_000; i++) {
                gzip.write(new byte[1 << 20]);
            }
        }
        var bomb = packed.toByteArray();
        refusedOrCut(HttpClient.Version.HTTP_1_1, Protocol.ENTRIES, bomb);
        for (var path : PATHS) {
            refusedOrCut(HttpClient.Version.HTTP_1_1, path, bomb, "Content-Encoding", "gzip");
        }
        refused("entries", post(HttpClient.Version.HTTP_1_1, Protocol.ENTRIES, "x".getBytes(UTF_8)), 400);
    }

    @Test
    void aWrongEncodingIsToldSo() throws IOException, InterruptedException {
        for (var encoding : List.of("gzip", "deflate", "br", "identity, gzip", "x")) {
            refused(
                    encoding,
                    post(
                            HttpClient.Version.HTTP_1_1,
                            Protocol.HELLO,
                            "{}".getBytes(UTF_8),
                            "Content-Encoding",
                            encoding),
                    400,
                    415);
        }
    }

    /// A good message, and what becomes of it when bytes of it change.
    @Test
    void anyBytesAreAnswered() throws IOException, InterruptedException {
        var good = "{\"version\":1,\"store\":\"S001\",\"till\":\"T1\",\"epoch\":\"e\",\"publicKey\":\"k\",\"keys\":[],"
                + "\"after\":\"\",\"cursor\":\"\",\"member\":\"M0001\",\"kind\":\"restaurant\",\"at\":\"2026-06-10\"}";
        for (var seed = 0L; seed < 400; seed++) {
            var random = new Random(seed);
            var path = PATHS.get(random.nextInt(PATHS.size()));
            var bytes = good.getBytes(UTF_8);
            for (var i = random.nextInt(4); i > 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            var body = path.equals(Protocol.ENTRIES) && random.nextBoolean() ? EntryLines.pack(List.of(bytes)) : bytes;
            refused("seed " + seed + " " + path, post(HttpClient.Version.HTTP_1_1, path, body), 200, 400, 409);
        }
    }

    @Test
    void whoSendsAByteNowAndThenIsNotWaitedFor() {
        var drip = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                return 0; // nothing yet, for ever
            }
        };
        assertThat(Body.read(drip, 100, Duration.ofMillis(200))).isInstanceOf(Body.Received.TooSlow.class);
    }
}
