package io.huitai.headoffice;

import io.huitai.protocol.Protocol;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hibernate.LockMode;
import org.hibernate.StatelessSession;

/// The order in which changes of members can be followed. Members are spread over lanes; in each lane a counter, locked
/// until its transaction ends, numbers the changes. So numbers of a lane are committed in order: who has seen a number
/// has seen, or can never meet, any lower one. Lanes are locked in ascending order and last of all.
final class Lanes {
    /// As many as the schema has rows.
    static final int COUNT = 16;
    /// How many numbers of a cursor are about the catalogue; a cursor from before there was one has none.
    private static final int CATALOGUE = 2;

    private Lanes() {}

    static int of(String member) {
        return Math.floorMod(member.hashCode(), COUNT); // a string's hash code is the same in every Java
    }

    /// Locks every lane.
    static void lockAll(StatelessSession session) {
        for (int lane = 0; lane < COUNT; lane++) {
            locked(session, lane);
        }
    }

    /// Numbers the changes of these members, which then must be written in the same transaction.
    static void number(StatelessSession session, Collection<Rows.MemberRow> changed) {
        var lanes = changed.stream().collect(Collectors.groupingBy(row -> row.lane, TreeMap::new, Collectors.toList()));
        var counters = new ArrayList<Rows.LaneRow>();
        lanes.forEach((lane, members) -> {
            var counter = locked(session, lane);
            members.forEach(member -> member.change = ++counter.last);
            counters.add(counter);
        });
        session.updateMultiple(counters);
    }

    private static Rows.LaneRow locked(StatelessSession session, int lane) {
        return session.get(Rows.LaneRow.class, lane, LockMode.PESSIMISTIC_WRITE);
    }

    /// How far each lane is.
    static long[] last(StatelessSession session) {
        var last = new long[COUNT];
        session.createSelectionQuery("from Lane", Rows.LaneRow.class)
                .getResultList()
                .forEach(row -> last[row.lane] = row.last);
        return last;
    }

    /// A cursor as a till keeps it: how far it is in each lane, then of which catalogue it has how many parts.
    static String cursor(long[] seen) {
        return Arrays.stream(seen).mapToObj(Long::toString).collect(Collectors.joining("."));
    }

    /// Reads [#cursor(long[])]; "" is the beginning, and empty is no cursor of ours.
    static Optional<long[]> seen(String cursor) {
        if (cursor.isEmpty()) {
            return Optional.of(new long[COUNT + CATALOGUE]);
        }
        var parts = List.of(cursor.split("\\.", -1));
        boolean ours = cursor.length() <= Protocol.MAX_CURSOR_LENGTH
                && (parts.size() == COUNT || parts.size() == COUNT + CATALOGUE)
                && parts.stream().allMatch(part -> part.matches("\\d{1,18}"));
        return ours
                ? Optional.of(
                        Arrays.copyOf(parts.stream().mapToLong(Long::parseLong).toArray(), COUNT + CATALOGUE))
                : Optional.empty();
    }
}
