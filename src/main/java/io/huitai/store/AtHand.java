package io.huitai.store;

import io.huitai.journal.fact.MemberRecord;
import io.huitai.shop.MemberNo;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What the till was about last, so that an act need not read it again: some members and the open shift. What a
/// transaction changes is at hand once it is committed; what another thread reads, only where nothing changed
/// meanwhile.
final class AtHand {
    private static final int MEMBERS = 64;

    private final Map<MemberNo, MemberRecord> members = new LinkedHashMap<>(16, 0.75f, true);
    private Optional<ShiftReport> shift = Optional.empty();
    private long changes;

    synchronized Optional<MemberRecord> member(MemberNo no) {
        return Optional.ofNullable(members.get(no));
    }

    synchronized Optional<ShiftReport> shift(int no) {
        return shift.filter(report -> report.shift() == no);
    }

    /// How often something changed; what is read after this is at hand only as long as it stands.
    synchronized long changes() {
        return changes;
    }

    synchronized void read(MemberRecord member, long changesBefore) {
        if (changes == changesBefore) {
            put(member);
        }
    }

    synchronized void committed(Map<MemberNo, MemberRecord> changed, Optional<ShiftReport> report) {
        changes++;
        changed.values().forEach(this::put);
        shift = report.or(() -> shift);
    }

    /// The view is built anew.
    synchronized void clear() {
        changes++;
        members.clear();
        shift = Optional.empty();
    }

    private void put(MemberRecord member) {
        members.put(member.no(), member);
        if (members.size() > MEMBERS) {
            members.remove(members.keySet().iterator().next());
        }
    }
}
