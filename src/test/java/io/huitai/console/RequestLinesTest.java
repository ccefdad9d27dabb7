package io.huitai.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huitai.intake.Bounds;
import io.huitai.shop.Lang;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class RequestLinesTest {
    /// Says one thing over and over without holding it.
    private static InputStream endless(byte each, long length) {
        return new InputStream() {
            private long left = length;

            @Override
            public int read() {
                return left-- > 0 ? each : -1;
            }

            @Override
            public int read(byte[] into, int from, int most) {
                if (left <= 0) {
                    return -1;
                }
                var some = (int) Math.min(most, left);
                java.util.Arrays.fill(into, from, from + some, each);
                left -= some;
                return some;
            }
        };
    }

    @Test
    void anEndlessLineIsRefusedAndTheNextOneIsRead() throws IOException {
        var in = new SequenceInputStream(
                endless((byte) '[', 1L << 26), new ByteArrayInputStream("\n{\"id\":1}\n".getBytes(UTF_8)));
        var lines = new RequestLines(in);
        assertThat(lines.next()).isTrue();
        assertThatThrownBy(lines::text)
                .isInstanceOfSatisfying(
                        BadRequest.class,
                        bad -> assertThat(bad.message(Lang.EN)).contains("longer than"));
        assertThat(lines.next()).isTrue();
        assertThat(lines.text()).isEqualTo("{\"id\":1}");
        assertThat(lines.next()).isFalse();
    }

    @Test
    void marksOfTheByteOrderAreNoPartOfARequest() throws IOException {
        for (var seed = 0L; seed < 200; seed++) {
            var random = new Random(seed);
            var text = new ByteArrayOutputStream();
            var expected = new ArrayList<String>();
            for (var i = random.nextInt(1, 6); i > 0; i--) {
                var request = "{\"id\":" + random.nextInt(100) + "}";
                expected.add(request);
                text.writeBytes(("\uFEFF".repeat(random.nextInt(3))
                                + " ".repeat(random.nextInt(2))
                                + request
                                + (random.nextBoolean() ? "\r\n" : "\n"))
                        .getBytes(UTF_8));
            }
            var lines = new RequestLines(new ByteArrayInputStream(text.toByteArray()));
            var read = new ArrayList<String>();
            while (lines.next()) {
                read.add(lines.text());
            }
            assertThat(read).as("seed %d", seed).isEqualTo(expected);
        }
        assertThat(RequestLines.whole(new ByteArrayInputStream("\uFEFF{}\n".getBytes(UTF_8))))
                .isEqualTo("{}");
        assertThatThrownBy(() -> RequestLines.whole(endless((byte) ' ', 1L << 30)))
                .isInstanceOf(BadRequest.class);
    }

    /// Deep, long and many: told at once.
    @Test
    void whatNoRequestNeedsIsRefusedFast() {
        var most = Bounds.REQUEST_BYTES - 100;
        for (var request : List.of(
                "[".repeat(most),
                "{\"a\":".repeat(most / 5),
                "{\"a\":" + "9".repeat(most) + "}",
                "{\"a\":0." + "9".repeat(most) + "}",
                "{\"" + "a".repeat(most) + "\":1}",
                "{\"a\":[" + "1,".repeat(most / 2) + "1]}")) {
            Assertions.assertTimeout(
                    Duration.ofSeconds(10),
                    () -> assertThatThrownBy(() -> ConsoleJson.parse(request)).isInstanceOf(BadRequest.class));
        }
        for (var number : List.of("1e999999999", "-1E+2147483648", "1e-999999999", "9".repeat(100))) {
            Assertions.assertTimeout(
                    Duration.ofSeconds(5),
                    () -> assertThatThrownBy(() -> ConsoleJson.read(
                                    "a",
                                    ConsoleJson.parse("{\"a\":" + number + "}").get("a"),
                                    Long.class))
                            .as(number)
                            .isInstanceOf(BadRequest.class));
        }
    }
}
