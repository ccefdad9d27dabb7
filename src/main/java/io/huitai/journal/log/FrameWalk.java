package io.huitai.journal.log;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads a log's directory from the first frame to the last, or to the first bad one, and changes nothing. Every byte
/// is read and its checksum taken: some 1.5 seconds for a gigabyte that the system has in memory.
///
/// @param next the number after the last good record
/// @param end where the good frames of the last segment end, in bytes
/// @param torn the end of the last segment, when its last frame was never wholly written
/// @param damage anything else that is bad
public record FrameWalk(long next, long end, Optional<Torn> torn, Optional<Damage> damage) {
    private static final Pattern NAME = Pattern.compile("(\\d{1,16})\\.jsonl");

    /// What is done with each good frame.
    public interface Visitor {
        void segment(Path file);

        /// Returns false to stop the walk.
        boolean frame(FrameReader.Good frame);
    }

    /// The bad end of a log.
    ///
    /// @param bytes how many
    public record Torn(Path file, long bytes, String why) {}

    public static FrameWalk of(Path directory, Disk disk, Visitor visitor) throws IOException {
        return new Walking(disk, visitor).walk(segments(directory, disk));
    }

    public static Path file(Path directory, long first) {
        return directory.resolve("%016d.jsonl".formatted(first));
    }

    private static List<Segment> segments(Path directory, Disk disk) throws IOException {
        return disk.list(directory).stream()
                .map(NAME::matcher)
                .filter(name -> name.matches())
                .map(name -> new Segment(Long.parseLong(name.group(1)), directory.resolve(name.group())))
                .sorted(Comparator.comparingLong(Segment::first))
                .toList();
    }

    private record Segment(long first, Path file) {}

    /// A walk under way: the number after the last good record, and where that ends in the segment.
    private static final class Walking {
        private final Disk disk;
        private final Visitor visitor;
        private long next = 1;
        private long end;
        private boolean stopped;

        Walking(Disk disk, Visitor visitor) {
            this.disk = disk;
            this.visitor = visitor;
        }

        FrameWalk walk(List<Segment> segments) throws IOException {
            for (var segment : segments) {
                if (segment.first != next) {
                    return damaged("a file begins with " + segment.first + " in its place");
                }
                visitor.segment(segment.file);
                end = 0;
                var reading = frames(segment);
                if (reading instanceof FrameReader.Bad) {
                    reading = frames(segment); // a writer elsewhere may have been in the middle of it
                }
                if (stopped) {
                    return done(Optional.empty());
                }
                if (reading instanceof FrameReader.Good) {
                    return damaged("another record stands in its place");
                }
                if (reading instanceof FrameReader.Bad bad) {
                    return bad(segment, segment.equals(segments.getLast()), bad);
                }
            }
            return done(Optional.empty());
        }

        /// Reads on from the end of what is good so far, to the first thing that is not a good next frame.
        private FrameReader.Reading frames(Segment segment) throws IOException {
            try (var reader = new FrameReader(disk.read(segment.file, end), end)) {
                var reading = reader.next();
                while (!stopped && reading instanceof FrameReader.Good good && good.first() == next) {
                    next += good.records().size();
                    end = good.end();
                    stopped = !visitor.frame(good);
                    reading = reader.next();
                }
                return reading;
            }
        }

        private FrameWalk bad(Segment segment, boolean last, FrameReader.Bad bad) throws IOException {
            if (!last || FrameReader.goodFrameAfter(disk, segment.file, bad.start() + 1, next)) {
                return damaged(bad.why());
            }
            if (!bad.incomplete()) {
                return damaged(bad.why()); // all of it was written, and so it may have been acknowledged
            }
            try (var rest = disk.read(segment.file, end)) {
                long bytes = rest.transferTo(OutputStream.nullOutputStream());
                return done(Optional.of(new Torn(segment.file, bytes, bad.why())));
            }
        }

        private FrameWalk done(Optional<Torn> torn) {
            return new FrameWalk(next, end, torn, Optional.empty());
        }

        private FrameWalk damaged(String why) {
            return new FrameWalk(next, end, Optional.empty(), Optional.of(new Damage(next, why)));
        }
    }
}
