package io.huitai.device.driver;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A device node, or a file that is appended to.
final class FileLine implements Line {
    private static final Logger LOG = LoggerFactory.getLogger(FileLine.class);
    private static final Path DEVICES = Path.of("/dev");
    private static final int MOST_UNHEARD = 64;

    private final FileChannel out;
    private final Optional<FileChannel> in;
    private final BlockingQueue<Integer> heard = new ArrayBlockingQueue<>(MOST_UNHEARD);

    private FileLine(FileChannel out, Optional<FileChannel> in) {
        this.out = out;
        this.in = in;
        in.ifPresent(
                answers -> Thread.ofPlatform().daemon().name("printer answers").start(() -> listen(answers)));
    }

    /// Never makes a file where a device is missing.
    static FileLine open(Path path) throws IOException {
        if (!path.startsWith(DEVICES)) {
            return oneWay(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        if (!isDevice(path)) {
            return oneWay(path, StandardOpenOption.WRITE);
        }
        try {
            return device(path);
        } catch (NoSuchFileException gone) {
            throw gone;
        } catch (IOException unreadable) {
            LOG.debug("{} can only be written to", path, unreadable);
            return oneWay(path, StandardOpenOption.WRITE);
        }
    }

    private static FileLine oneWay(Path path, StandardOpenOption... options) throws IOException {
        return new FileLine(FileChannel.open(path, options), Optional.empty());
    }

    /// Opened once, for printers let only one in, and with a channel either way, for one that reads would not write.
    private static FileLine device(Path path) throws IOException {
        var device = new RandomAccessFile(path.toFile(), "rw");
        if (!isDevice(path)) {
            // It was unplugged in between, and an ordinary file of its name was made.
            device.close();
            Files.delete(path);
            throw new NoSuchFileException(path.toString());
        }
        return new FileLine(
                new FileOutputStream(device.getFD()).getChannel(),
                Optional.of(new FileInputStream(device.getFD()).getChannel()));
    }

    private static boolean isDevice(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class).isOther();
    }

    /// Devices have no time limit for reading, so a thread of its own reads; the line's end ends it.
    private void listen(FileChannel answers) {
        var buffer = ByteBuffer.allocate(MOST_UNHEARD);
        try {
            while (answers.read(buffer) > 0) {
                for (var value : Arrays.copyOf(buffer.array(), buffer.position())) {
                    if (!heard.offer(value & 0xFF)) {
                        LOG.trace("An answer that nobody waits for is dropped");
                    }
                }
                buffer.clear();
            }
        } catch (IOException ended) {
            LOG.trace("No more answers", ended);
        }
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        var rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            out.write(rest);
        }
    }

    @Override
    public boolean isTwoWay() {
        return in.isPresent();
    }

    @Override
    public OptionalInt read(Duration patience) throws IOException {
        try {
            var value = heard.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
            return value == null ? OptionalInt.empty() : OptionalInt.of(value);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while waiting for the printer");
        }
    }

    @Override
    public boolean confirmed() {
        return true;
    }

    @Override
    public void close() throws IOException {
        try (out) {
            if (in.isPresent()) {
                in.get().close();
            }
        }
    }
}
