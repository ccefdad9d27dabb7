package io.huitai.journal.log;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The machine's own file system, by `FileChannel`.
///
/// **Interrupts.** A `FileChannel` closes itself when the thread that uses it is interrupted. The thread that appends
/// must therefore never be interrupted (stop it by a flag). Should it happen all the same, that append fails, is cut
/// back like any failed write on a channel opened afresh, and appends go on once the interrupt is cleared. Readers have
/// channels of their own; an interrupt ends that one reading and harms nobody else.
public final class SystemDisk implements Disk {
    @Override
    public List<String> list(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Override
    public void makeDirectory(Path directory) throws IOException {
        var missing = new ArrayList<Path>();
        for (Path at = directory.toAbsolutePath(); at != null && !Files.isDirectory(at); at = at.getParent()) {
            missing.add(at);
        }
        for (var fresh : missing.reversed()) {
            Files.createDirectory(fresh, readable(fresh, "rwx------"));
            forceParent(fresh);
        }
    }

    @Override
    public boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public Opened open(Path file) throws IOException {
        return new OpenedFile(file);
    }

    @Override
    public InputStream read(Path file, long offset) throws IOException {
        var channel = FileChannel.open(file, READ);
        channel.position(offset);
        return Channels.newInputStream(channel);
    }

    /// Windows cannot open a directory as a file and keeps names by its own log: there this does nothing.
    @Override
    public void forceDirectory(Path directory) throws IOException {
        if (isWindows(directory)) {
            return;
        }
        try (var channel = FileChannel.open(directory, READ)) {
            channel.force(true);
        }
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void delete(Path path) throws IOException {
        for (var name : list(path)) {
            Files.delete(path.resolve(name));
        }
        Files.deleteIfExists(path);
    }

    @Override
    public Optional<Closeable> lock(Path file) throws IOException {
        var channel = create(file);
        try {
            var lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(channel);
            }
        } catch (OverlappingFileLockException heldByThisProcess) {
            channel.close();
            return Optional.empty();
        }
        channel.close();
        return Optional.empty();
    }

    private void forceParent(Path path) throws IOException {
        var parent = path.getParent();
        if (parent != null) {
            forceDirectory(parent);
        }
    }

    private static FileChannel create(Path file) throws IOException {
        return FileChannel.open(file, Set.of(CREATE, READ, WRITE), readable(file, "rw-------"));
    }

    /// Makes a file, or a directory with all that stands in it, readable by its account only: for what others have
    /// written, as a library its files. Nothing where the file system knows no owners.
    public static void closeToOthers(Path path) throws IOException {
        if (!knowsOwners(path) || !Files.exists(path)) {
            return;
        }
        try (var all = Files.walk(path)) {
            for (var each : all.filter(found -> !Files.isSymbolicLink(found)).toList()) {
                var wanted = PosixFilePermissions.fromString(Files.isDirectory(each) ? "rwx------" : "rw-------");
                if (!wanted.containsAll(Files.getPosixFilePermissions(each))) {
                    Files.setPosixFilePermissions(each, wanted);
                }
            }
        }
    }

    private static FileAttribute<?>[] readable(Path path, String permissions) {
        return knowsOwners(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean knowsOwners(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static boolean isWindows(Path path) {
        return path.getFileSystem().getSeparator().equals("\\");
    }

    private static final class OpenedFile implements Opened {
        private final Path file;
        private FileChannel channel;

        OpenedFile(Path file) throws IOException {
            this.file = file;
            this.channel = create(file);
        }

        @Override
        public void write(long offset, byte[] bytes) throws IOException {
            var buffer = ByteBuffer.wrap(bytes);
            var to = channel();
            while (buffer.hasRemaining()) {
                to.write(buffer, offset + buffer.position());
            }
        }

        @Override
        public void force() throws IOException {
            channel().force(false);
        }

        @Override
        public void truncate(long size) throws IOException {
            channel().truncate(size);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }

        private FileChannel channel() throws IOException {
            if (!channel.isOpen()) {
                channel = create(file);
            }
            return channel;
        }
    }
}
