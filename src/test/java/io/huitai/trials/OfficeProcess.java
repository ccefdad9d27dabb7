package io.huitai.trials;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.headoffice.HeadOffice;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/// A training head office in a process of its own, always on the same directory and port.
final class OfficeProcess implements AutoCloseable {
    private final Path directory;
    private final int port;
    private Process process;

    /// Chooses a port; nothing runs yet.
    OfficeProcess(Path directory) {
        this.directory = directory;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    /// Starts it and waits until it listens.
    void start() {
        var log = directory.resolveSibling(directory.getFileName() + ".log");
        process = Program.start(
                log,
                "head-office",
                "--training",
                "--embedded",
                "--dir",
                directory.toString(),
                "--port",
                Integer.toString(port));
        try {
            var line = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            assertThat(line)
                    .as("head office says: %s", Files.exists(log) ? Files.readString(log) : "")
                    .isEqualTo("ready " + address());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// `kill -9`; returns when it is dead.
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    /// A till's journal as a dead head office keeps it.
    record Kept(long entries, long last, String head) {}

    Kept kept(String till) throws SQLException {
        try (var database = DriverManager.getConnection(HeadOffice.embedded(directory), "headoffice", "");
                var query = database.prepareStatement("select count(*), max(number), (select hash from entry e where"
                        + " e.till = ? order by number desc limit 1) from entry where till = ?")) {
            query.setString(1, till);
            query.setString(2, till);
            try (var found = query.executeQuery()) {
                assertThat(found.next()).isTrue();
                return new Kept(found.getLong(1), found.getLong(2), found.getString(3));
            }
        }
    }

    @Override
    public void close() {
        if (process != null) {
            kill();
        }
    }
}
