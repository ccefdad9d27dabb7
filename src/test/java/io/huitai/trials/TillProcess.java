package io.huitai.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// A till in a process of its own, spoken to as an integrator would.
final class TillProcess implements SpokenTill {
    private final Process process;
    private final Path log;
    private final OutputStream in;
    private final InputStream out;

    TillProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.in = process.getOutputStream();
        this.out = process.getInputStream();
    }

    /// Starts a till on a store directory.
    static TillProcess start(Path store, String... options) {
        var log = store.resolveSibling(store.getFileName() + ".log");
        var arguments = new ArrayList<>(List.of("console", "--store", store.toString()));
        arguments.addAll(List.of(options));
        return new TillProcess(Program.start(log, arguments.toArray(String[]::new)), log);
    }

    /// Asks and waits for the answer; empty when the process died before it was out.
    Optional<ObjectNode> ask(ObjectNode request) {
        try {
            in.write((request + "\n").getBytes(StandardCharsets.UTF_8));
            in.flush();
            return line().map(Json::parse);
        } catch (IOException dead) {
            return Optional.empty();
        }
    }

    private Optional<String> line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int each = out.read(); each >= 0; each = out.read()) {
            if (each == '\n') {
                return Optional.of(line.toString(StandardCharsets.UTF_8));
            }
            line.write(each);
        }
        return Optional.empty();
    }

    @Override
    public ObjectNode answer(ObjectNode request) {
        return ask(request).orElseThrow(() -> new AssertionError("The till died at " + request + "\n" + words()));
    }

    /// `kill -9`; returns when it is dead.
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    private int awaitEnd() {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    /// What it said on standard error.
    String words() {
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Ends its input and waits until it has closed; dead already is dead.
    @Override
    public void close() {
        if (!process.isAlive()) {
            return;
        }
        try {
            in.close();
        } catch (IOException dead) {
            process.destroyForcibly();
        }
        assertThat(awaitEnd()).as("exit code; it said: %s", words()).isZero();
    }
}
