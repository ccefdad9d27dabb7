package io.huitai.device.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/// A serial cable of two pseudo-terminals: the till opens {@link #port}, the test speaks at the other end. It can be
/// pulled out and plugged in again, as a USB adapter can.
public final class SerialCable implements AutoCloseable {
    private final Path port;
    private final Path device;
    private Process socat;

    public SerialCable(Path folder) throws IOException, InterruptedException {
        port = folder.resolve("ttyReader");
        device = folder.resolve("device");
        socat = plugged();
    }

    /// What settings name it.
    public Path port() {
        return port;
    }

    public void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.UTF_8));
    }

    public void send(byte[] bytes) throws IOException {
        try (OutputStream out = Files.newOutputStream(device, StandardOpenOption.WRITE)) {
            out.write(bytes);
        }
    }

    public void pullOut() throws InterruptedException {
        socat.destroyForcibly();
        assertThat(socat.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    public void plugIn() throws IOException, InterruptedException {
        socat = plugged();
    }

    private Process plugged() throws IOException, InterruptedException {
        Files.deleteIfExists(port);
        Files.deleteIfExists(device);
        var process = new ProcessBuilder("socat", end(port), end(device))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!(Files.exists(port) && Files.exists(device))) {
            assertThat(System.nanoTime()).as("socat makes its terminals").isLessThan(until);
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return process;
    }

    private static String end(Path link) {
        return "pty,raw,echo=0,link=" + link;
    }

    /// Gone when this returns: the folder is deleted next, and a link whose end goes meanwhile stops that.
    @Override
    public void close() throws IOException {
        socat.destroyForcibly().onExit().join();
        Files.deleteIfExists(port);
        Files.deleteIfExists(device);
    }
}
