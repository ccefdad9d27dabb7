package io.huitai.journal.log;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Where records stand: segments, and in each the offset of a frame about every 64 KiB (some 16 KB of memory for a
/// full segment). One thread writes, any may ask.
final class FrameIndex {
    private static final int STEP_BYTES = 64 << 10;

    private final List<Segment> segments = new ArrayList<>();
    private long next = 1;
    private long forced;

    synchronized void begin(Path file) {
        segments.add(new Segment(file));
    }

    /// A frame of the last segment.
    synchronized void add(long first, int records, long start) {
        segments.getLast().add(first, start);
        next = first + records;
    }

    /// Everything added so far is on the disk for certain.
    synchronized void allForced() {
        forced = next - 1;
    }

    /// The number the next record will have.
    synchronized long next() {
        return next;
    }

    /// The number of the last record that is on the disk for certain, 0 for none.
    synchronized long forced() {
        return forced;
    }

    synchronized boolean isEmpty() {
        return segments.isEmpty();
    }

    /// The last place at or before a record.
    synchronized Place at(long number) {
        for (var segment : segments.reversed()) {
            if (segment.count > 0 && segment.numbers[0] <= number) {
                return segment.at(number);
            }
        }
        throw new IllegalArgumentException("No record " + number);
    }

    /// A frame that starts at `offset` of `file`, its first record being `number`.
    record Place(Path file, long offset, long number) {}

    private static final class Segment {
        private final Path file;
        private long[] numbers = new long[16];
        private long[] offsets = new long[16];
        private int count;

        Segment(Path file) {
            this.file = file;
        }

        void add(long number, long offset) {
            if (count > 0 && offset - offsets[count - 1] < STEP_BYTES) {
                return;
            }
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, count * 2);
                offsets = Arrays.copyOf(offsets, count * 2);
            }
            numbers[count] = number;
            offsets[count++] = offset;
        }

        Place at(long number) {
            int found = Arrays.binarySearch(numbers, 0, count, number);
            int at = found >= 0 ? found : -found - 2;
            return new Place(file, offsets[at], numbers[at]);
        }
    }
}
