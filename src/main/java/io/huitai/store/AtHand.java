package io.huitai.store;

import io.huitai.journal.fact.MemberRecord;
import io.huitai.shop.MemberNo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the till was about last, so that an act need not read it again: some members and the open shift. What a
/// transaction changes is at hand once it is committed; what another thread reads, only where nothing changed
/// meanwhile.
final class AtHand {
    private static final int MEMBERS = 64;

    private final Map<MemberNo, MemberRecord> members = new LinkedHashMap<>(16, 0.75f, true);
    private Optional<ShiftReport> shift = Optional.empty();
    private Optional<StoreRows.ProgressRow> progress = Optional.empty();
    private Optional<Receipts> receipts = Optional.empty();
    private long changes;

    /// The latest receipts of a member.
    private record Receipts(MemberNo member, int most, List<ReceiptLine> lines) {}

    synchronized Optional<MemberRecord> member(MemberNo no) {
        return Optional.ofNullable(members.get(no));
    }

    synchronized Optional<ShiftReport> shift(int no) {
        return shift.filter(report -> report.shift() == no);
    }

    /// How far the view has come with the journal; never changed.
    synchronized Optional<StoreRows.ProgressRow> progress() {
        return progress;
    }

    synchronized Optional<List<ReceiptLine>> receipts(MemberNo member, int most) {
        return receipts.filter(known -> known.member().equals(member) && known.most() == most)
                .map(Receipts::lines);
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

    synchronized void read(MemberNo member, int most, List<ReceiptLine> lines, long changesBefore) {
        if (changes == changesBefore) {
            receipts = Optional.of(new Receipts(member, most, lines));
        }
    }

    /// @param sold whether a sale was among it
    synchronized void committed(
            Map<MemberNo, MemberRecord> changed,
            Optional<ShiftReport> report,
            Optional<StoreRows.ProgressRow> reached,
            boolean sold) {
        changes++;
        changed.values().forEach(this::put);
        shift = report.or(() -> shift);
        progress = reached.or(() -> progress);
        receipts = receipts.filter(_ -> !sold);
    }

    /// The view is built anew.
    synchronized void clear() {
        changes++;
        members.clear();
        shift = Optional.empty();
        progress = Optional.empty();
        receipts = Optional.empty();
    }

    private void put(MemberRecord member) {
        members.put(member.no(), member);
        if (members.size() > MEMBERS) {
            members.remove(members.keySet().iterator().next());
        }
    }
}
