package io.huitai.journal.log;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The records of a log from one number to another, read as they are asked for.
public final class Records extends Spliterators.AbstractSpliterator<byte[]> {
    private final Disk disk;
    private final FrameIndex index;
    private final long from;
    private final long to;
    private final Deque<byte[]> frame = new ArrayDeque<>();
    private @Nullable FrameReader reader;
    private long number;

    Records(Disk disk, FrameIndex index, long from, long to) {
        super(Math.max(0, to - from + 1), Spliterator.ORDERED | Spliterator.NONNULL);
        this.disk = disk;
        this.index = index;
        this.from = from;
        this.to = to;
        this.number = from;
    }

    @Override
    public boolean tryAdvance(Consumer<? super byte[]> action) {
        if (number > to) {
            return false;
        }
        try {
            while (frame.isEmpty()) {
                fill();
            }
        } catch (IOException e) {
            throw new DiskFailed("Cannot read record " + number, e);
        }
        number++;
        action.accept(frame.remove());
        return true;
    }

    private void fill() throws IOException {
        boolean fresh = reader == null;
        var current = reader == null ? open() : reader;
        switch (current.next()) {
            case FrameReader.Good good -> take(good);
            case FrameReader.Bad bad -> throw new JournalBroken(new Damage(number, bad.why()));
            case FrameReader.End _ when fresh -> throw new JournalBroken(new Damage(number, "its file ends before it"));
            case FrameReader.End _ -> close();
        }
    }

    private FrameReader open() throws IOException {
        var place = index.at(number);
        var opened = new FrameReader(disk.read(place.file(), place.offset()), place.offset());
        reader = opened;
        return opened;
    }

    private void take(FrameReader.Good good) {
        long after = good.first() + good.records().size();
        if (good.first() > number) {
            throw new JournalBroken(new Damage(number, "another record stands in its place"));
        }
        if (after > number) {
            frame.addAll(good.records()
                    .subList((int) (number - good.first()), good.records().size()));
        }
    }

    void close() {
        if (reader != null) {
            try {
                reader.close();
            } catch (IOException e) {
                throw new DiskFailed("Cannot close the reading from record " + from, e);
            }
            reader = null;
        }
    }
}
