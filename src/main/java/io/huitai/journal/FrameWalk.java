package io.huitai.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads a log's directory from the first frame to the last, or to the first bad one, and changes nothing. Every byte
/// is read and its checksum taken: about a second for a gigabyte that the system has in memory.
///
/// @param next the number after the last good record
/// @param end where the good frames of the last segment end, in bytes
/// @param torn the bad end of the last segment, when no good frame follows it
/// @param damage something bad with a good frame or a segment after it
record FrameWalk(long next, long end, Optional<Torn> torn, Optional<Damage> damage) {
    private static final Pattern NAME = Pattern.compile("(\\d{1,16})\\.jsonl");

    /// What is done with each good frame.
    interface Visitor {
        void segment(Path file);

        /// Returns false to stop the walk.
        boolean frame(FrameReader.Good frame);
    }

    /// The bad end of a log.
    ///
    /// @param bytes how many
    /// @param incomplete whether the file simply ends too early, as after a write that was cut short
    record Torn(Path file, long bytes, String why, boolean incomplete) {}

    static FrameWalk of(Path directory, Disk disk, Visitor visitor) throws IOException {
        var segments = segments(directory, disk);
        long next = 1;
        long end = 0;
        for (int i = 0; i < segments.size(); i++) {
            var segment = segments.get(i);
            if (segment.first != next) {
                return new FrameWalk(next, end, Optional.empty(), damage(next, "a file begins with " + segment.first));
            }
            visitor.segment(segment.file);
            try (var reader = new FrameReader(disk.read(segment.file, 0), 0)) {
                end = 0;
                var reading = reader.next();
                while (reading instanceof FrameReader.Good good && good.first() == next) {
                    next += good.records().size();
                    end = good.end();
                    if (!visitor.frame(good)) {
                        return new FrameWalk(next, end, Optional.empty(), Optional.empty());
                    }
                    reading = reader.next();
                }
                if (!(reading instanceof FrameReader.End)) {
                    return bad(disk, segment, i == segments.size() - 1, next, end, reading);
                }
            }
        }
        return new FrameWalk(next, end, Optional.empty(), Optional.empty());
    }

    static Path file(Path directory, long first) {
        return directory.resolve("%016d.jsonl".formatted(first));
    }

    private static FrameWalk bad(
            Disk disk, Segment segment, boolean last, long next, long end, FrameReader.Reading reading)
            throws IOException {
        if (!(reading instanceof FrameReader.Bad bad)) {
            return new FrameWalk(next, end, Optional.empty(), damage(next, "another record stands in its place"));
        }
        if (!last || FrameReader.goodFrameAfter(disk, segment.file, bad.start() + 1, next)) {
            return new FrameWalk(next, end, Optional.empty(), damage(next, bad.why()));
        }
        long bytes = size(disk, segment.file) - end;
        return new FrameWalk(
                next, end, Optional.of(new Torn(segment.file, bytes, bad.why(), bad.incomplete())), Optional.empty());
    }

    private static long size(Disk disk, Path file) throws IOException {
        try (var in = disk.read(file, 0)) {
            return in.transferTo(java.io.OutputStream.nullOutputStream());
        }
    }

    private static List<Segment> segments(Path directory, Disk disk) throws IOException {
        return disk.list(directory).stream()
                .map(NAME::matcher)
                .filter(name -> name.matches())
                .map(name -> new Segment(Long.parseLong(name.group(1)), directory.resolve(name.group())))
                .sorted(Comparator.comparingLong(Segment::first))
                .toList();
    }

    private static Optional<Damage> damage(long number, String why) {
        return Optional.of(new Damage(number, why));
    }

    private record Segment(long first, Path file) {}
}
