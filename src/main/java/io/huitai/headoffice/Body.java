package io.huitai.headoffice;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The body of a request, within bounds of size and time: who sends a byte now and then is not waited for.
final class Body {
    /// For all of a body. A till sends the largest one in a second.
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int PIECE = 1 << 14;

    private Body() {}

    /// What came, or why it is not taken.
    sealed interface Received {
        final class Whole implements Received {
            private final byte[] bytes;

            private Whole(byte[] bytes) {
                this.bytes = bytes;
            }

            byte[] bytes() {
                return bytes;
            }
        }

        record TooLong(int most) implements Received {}

        record TooSlow() implements Received {}

        /// It broke off, or is not packed as it says.
        record Broken(String why) implements Received {}
    }

    static Received read(InputStream body, int most, Duration patience) {
        var until = System.nanoTime() + patience.toNanos();
        var received = new CompletableFuture<Received>();
        // on a thread of its own: a read that nothing comes to has no end
        Thread.ofVirtual().name("body").start(() -> received.complete(receive(body, most, until)));
        try {
            return received.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            return new Received.TooSlow();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return new Received.Broken("closing");
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("It is completed with what was received only", impossible);
        }
    }

    private static Received receive(InputStream body, int most, long until) {
        var bytes = new ByteArrayOutputStream();
        var piece = new byte[PIECE];
        try (body) {
            for (var read = body.read(piece); read >= 0; read = body.read(piece)) {
                if (System.nanoTime() - until > 0) {
                    return new Received.TooSlow();
                }
                if (bytes.size() + read > most) {
                    return new Received.TooLong(most);
                }
                bytes.write(piece, 0, read);
            }
            return new Received.Whole(bytes.toByteArray());
        } catch (IOException | RuntimeException broken) { // the server's own, by what it could not read
            return new Received.Broken(String.valueOf(broken.getMessage()));
        }
    }
}
