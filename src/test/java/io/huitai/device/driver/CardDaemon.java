package io.huitai.device.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/// A real `pcscd` with two virtual readers (vsmartcard's vpcd), that can be killed and started anew,
/// with its readers or without. Only one can run on a machine: tests in another process wait for it.
public final class CardDaemon implements AutoCloseable {
    public static final int FIRST_READER = 35_963;
    public static final int SECOND_READER = 35_964;

    private static final Path PACKAGED = Path.of("/etc/reader.conf.d/vpcd");

    private final FileChannel alone;
    private final Path config;
    private Process process;

    public CardDaemon(Path folder) throws IOException, InterruptedException {
        alone = FileChannel.open(
                Path.of(System.getProperty("java.io.tmpdir"), "huitai-card-daemon.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        alone.lock();
        config = folder.resolve("reader.conf");
        Files.copy(PACKAGED, config);
        assertThat(listens())
                .as("another pcscd holds the virtual readers; stop it")
                .isFalse();
        process = started();
    }

    public void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    void start() throws IOException, InterruptedException {
        Files.writeString(config, Files.readString(PACKAGED));
        process = started();
    }

    /// Starts it on a machine with no reader.
    void startWithoutReaders() throws IOException {
        Files.writeString(config, "# none\n");
        process = begun();
    }

    private Process started() throws IOException, InterruptedException {
        var begun = begun();
        process = begun;
        await();
        return begun;
    }

    private Process begun() throws IOException {
        var daemon = Files.isExecutable(Path.of("/usr/sbin/pcscd")) ? "/usr/sbin/pcscd" : "pcscd";
        return new ProcessBuilder(daemon, "--foreground", "--error", "--config", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        config.resolveSibling("pcscd.log").toFile()))
                .start();
    }

    private void await() throws IOException, InterruptedException {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        while (!listens()) {
            var said = Files.readString(config.resolveSibling("pcscd.log"));
            assertThat(process.isAlive()).as("pcscd runs; it said: %s", said).isTrue();
            assertThat(System.nanoTime()).as("pcscd listens; it said: %s", said).isLessThan(until);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static boolean listens() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), SECOND_READER)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        alone.close();
    }
}
