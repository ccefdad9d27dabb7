package io.huitai.journal.log;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the logs need from a file system, and no more, so that tests can put a failing one in its place.
/// Nothing is on the disk for certain before the `force` that follows it; a new, renamed or deleted name not before
/// the `forceDirectory` of its directory.
public interface Disk {
    /// The names of files and directories in a directory, sorted; empty when there is no such directory.
    List<String> list(Path directory) throws IOException;

    /// Makes a directory and its parents where they are missing, and forces the names that are new.
    void makeDirectory(Path directory) throws IOException;

    boolean exists(Path path) throws IOException;

    /// Opens for writing, creating an empty file where there is none, readable by its owner only where the file
    /// system knows owners.
    Opened open(Path file) throws IOException;

    /// Reads from a byte offset on, by a handle of its own: a reader's fate never touches the writer.
    InputStream read(Path file, long offset) throws IOException;

    void forceDirectory(Path directory) throws IOException;

    /// Gives a file or directory another name in the same parent; replaces a file of that name in one step.
    void rename(Path from, Path to) throws IOException;

    /// Deletes a file, or a directory with the files in it.
    void delete(Path path) throws IOException;

    /// Takes the lock of this name for this process; empty when another holds it.
    Optional<Closeable> lock(Path file) throws IOException;

    /// Replaces a small file in one step: it holds the old bytes or the new ones, and the new ones for certain when
    /// this returns.
    default void replace(Path file, byte[] bytes) throws IOException {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        try (var opened = open(fresh)) {
            opened.truncate(0);
            opened.write(0, bytes);
            opened.force();
        }
        rename(fresh, file);
        var parent = file.getParent();
        if (parent != null) {
            forceDirectory(parent);
        }
    }

    /// A file open for writing. One thread at a time.
    interface Opened extends Closeable {
        /// Writes all bytes at an offset, or fails; after a failure any part of them may have been written.
        void write(long offset, byte[] bytes) throws IOException;

        /// Everything written to this file is on the disk when this returns.
        void force() throws IOException;

        void truncate(long size) throws IOException;
    }
}
