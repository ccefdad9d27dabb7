package io.huitai.journal.log;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/// A disk in memory that may fail at any step, and forgets at a power loss what was not forced: of the writes since
/// the last force some first ones survive, and the beginning of the next; of names since the force of their directory
/// none. After a *failed* force it owes the disk nothing any more, as some systems do: a later force does not bring
/// back what an earlier one lost.
public final class FaultyDisk implements Disk {
    private final Random random;
    private final Set<Path> locks = new HashSet<>();
    private Node root = new Node();
    private long steps;
    private long failFrom = Long.MAX_VALUE;
    private long failTo = Long.MAX_VALUE;

    public FaultyDisk(long seed) {
        this.random = new Random(seed);
    }

    /// How many steps that may fail have been taken.
    public long steps() {
        return steps;
    }

    /// Lets `count` steps fail, the first of them after `healthy` more.
    public void fail(long healthy, long count) {
        failFrom = steps + healthy;
        failTo = failFrom + count;
    }

    public void heal() {
        failFrom = Long.MAX_VALUE;
    }

    public boolean failed() {
        return steps > failFrom;
    }

    /// The process dies: what was written stays.
    public void kill() {
        locks.clear();
        heal();
    }

    /// The machine dies.
    public void losePower() {
        kill();
        root = root.survivor();
    }

    byte[] content(Path file) throws IOException {
        return node(file).cached.clone();
    }

    /// Puts bytes on the disk behind everyone's back.
    void put(Path file, byte[] bytes) throws IOException {
        var node = node(file);
        node.cached = bytes.clone();
        node.durable = bytes.clone();
        node.pending.clear();
    }

    @Override
    public List<String> list(Path directory) {
        var node = find(directory);
        return node == null ? List.of() : List.copyOf(node.names.keySet());
    }

    @Override
    public void makeDirectory(Path directory) throws IOException {
        var at = root;
        for (var name : directory.toAbsolutePath()) {
            if (!at.names.containsKey(name.toString())) {
                step();
                at.names.put(name.toString(), new Node());
                at.forceNames();
            }
            at = Objects.requireNonNull(at.names.get(name.toString()));
        }
    }

    @Override
    public boolean exists(Path path) {
        return find(path) != null;
    }

    @Override
    public Opened open(Path file) throws IOException {
        step();
        return new Handle(parent(file).names.computeIfAbsent(name(file), _ -> new Node()));
    }

    @Override
    public InputStream read(Path file, long offset) throws IOException {
        var bytes = node(file).cached;
        int from = (int) Math.min(offset, bytes.length);
        return new ByteArrayInputStream(bytes, from, bytes.length - from);
    }

    @Override
    public void forceDirectory(Path directory) throws IOException {
        step();
        node(directory).forceNames();
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        step();
        var moved = node(from);
        parent(from).names.remove(name(from));
        parent(to).names.put(name(to), moved);
    }

    @Override
    public void delete(Path path) throws IOException {
        step();
        parent(path).names.remove(name(path));
    }

    @Override
    public Optional<Closeable> lock(Path file) {
        return locks.add(file) ? Optional.of(() -> locks.remove(file)) : Optional.empty();
    }

    private void step() throws IOException {
        long step = steps++;
        if (step >= failFrom && step < failTo) {
            throw new IOException("The disk fails at step " + step);
        }
    }

    private Node parent(Path path) throws IOException {
        return node(Objects.requireNonNull(path.toAbsolutePath().getParent()));
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }

    private Node node(Path path) throws IOException {
        var node = find(path);
        if (node == null) {
            throw new FileNotFoundException(path.toString());
        }
        return node;
    }

    @SuppressWarnings("NullAway")
    private Node find(Path path) {
        var at = root;
        for (var name : path.toAbsolutePath()) {
            at = at == null ? null : at.names.get(name.toString());
        }
        return at;
    }

    private static byte[] written(byte[] content, long offset, byte[] bytes) {
        var after = Arrays.copyOf(content, (int) Math.max(content.length, offset + bytes.length));
        System.arraycopy(bytes, 0, after, (int) offset, bytes.length);
        return after;
    }

    /// A file or a directory: what the processes see, and what a power loss leaves.
    private final class Node {
        private final Map<String, Node> names = new TreeMap<>();
        private final Map<String, Node> durableNames = new TreeMap<>();
        private final List<Change> pending = new ArrayList<>();
        private byte[] cached = {};
        private byte[] durable = {};

        void forceNames() {
            durableNames.clear();
            durableNames.putAll(names);
        }

        void change(Change change) {
            cached = change.applied(cached);
            pending.add(change);
        }

        void force() {
            pending.forEach(change -> durable = change.applied(durable));
            pending.clear();
        }

        Node survivor() {
            var after = new Node();
            after.durable = pending.isEmpty() ? durable : surviving(random.nextInt(pending.size() + 1));
            after.cached = after.durable;
            durableNames.forEach((name, node) -> after.names.put(name, node.survivor()));
            after.forceNames();
            return after;
        }

        private byte[] surviving(int whole) {
            var bytes = durable;
            for (var change : pending.subList(0, whole)) {
                bytes = change.applied(bytes);
            }
            return whole < pending.size() ? pending.get(whole).torn(random).applied(bytes) : bytes;
        }
    }

    private record Change(long offset, List<Byte> bytes, boolean cuts) {
        static Change write(long offset, byte[] bytes) {
            var list = new ArrayList<Byte>();
            for (byte each : bytes) {
                list.add(each);
            }
            return new Change(offset, list, false);
        }

        static Change truncate(long size) {
            return new Change(size, List.of(), true);
        }

        byte[] applied(byte[] content) {
            if (cuts) {
                return offset < content.length ? Arrays.copyOf(content, (int) offset) : content;
            }
            var array = new byte[bytes.size()];
            for (int i = 0; i < array.length; i++) {
                array[i] = bytes.get(i);
            }
            return written(content, offset, array);
        }

        Change torn(Random random) {
            return cuts || bytes.isEmpty()
                    ? new Change(offset, List.of(), false)
                    : new Change(offset, bytes.subList(0, random.nextInt(bytes.size())), false);
        }
    }

    private final class Handle implements Opened {
        private final Node node;

        Handle(Node node) {
            this.node = node;
        }

        @Override
        public void write(long offset, byte[] bytes) throws IOException {
            try {
                step();
            } catch (IOException e) {
                int part = random.nextInt(bytes.length + 1);
                node.change(Change.write(offset, Arrays.copyOf(bytes, part)));
                throw e;
            }
            node.change(Change.write(offset, bytes));
        }

        @Override
        public void force() throws IOException {
            try {
                step();
            } catch (IOException e) {
                node.durable =
                        node.pending.isEmpty() ? node.durable : node.surviving(random.nextInt(node.pending.size() + 1));
                node.pending.clear();
                throw e;
            }
            node.force();
        }

        @Override
        public void truncate(long size) throws IOException {
            step();
            node.change(Change.truncate(size));
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
