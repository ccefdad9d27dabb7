package io.huitai.device.driver;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A device node, or a file that is appended to.
final class FileLine implements Line {
    private static final Path DEVICES = Path.of("/dev");

    private final FileChannel channel;

    private FileLine(FileChannel channel) {
        this.channel = channel;
    }

    /// Never makes a file where a device is missing.
    static FileLine open(Path path) throws IOException {
        return new FileLine(
                path.startsWith(DEVICES)
                        ? FileChannel.open(path, StandardOpenOption.WRITE)
                        : FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        var rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
    }

    @Override
    public boolean confirmed() {
        return true;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
