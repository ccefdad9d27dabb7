package io.huitai.headoffice;

import static io.huitai.journal.fact.FactJson.mapper;

import io.huitai.journal.Entry;
import io.huitai.journal.Recorded;
import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.MemberRecord;
import io.huitai.shop.MemberNo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hibernate.LockMode;
import org.hibernate.StatelessSession;
import tools.jackson.core.JacksonException;

/// Brings what entries mean into the members.
///
/// An entry that this version cannot read, or that is about a member nobody knows, is stored and acknowledged all the
/// same, but the members show the till's entries only up to it: `folded` stays behind `held`, the feed names `folded`,
/// and the till counts its later entries itself. So every balance stays right where the till is, nothing counts twice,
/// and folding goes on by itself once head office understands.
final class Folding {
    /// How many entries one transaction folds of those that were left behind.
    private static final int PAGE = 500;

    private final Findings findings;

    Folding(Findings findings) {
        this.findings = findings;
    }

    /// Folds entries that follow on what is folded, as far as it can. The till's row is locked and is not written here.
    void fold(StatelessSession session, Rows.TillRow till, List<Entry> entries) {
        var facts = readable(session, till, entries);
        var rows = rows(session, facts);
        var members = new HashMap<String, MemberRecord>();
        rows.forEach((no, row) -> members.put(no, mapper().readValue(row.body, MemberRecord.class)));
        for (var recorded : facts) {
            var why = fold(members, recorded.fact());
            if (why.isPresent()) {
                notFolded(session, till, recorded.number(), why.get());
                break;
            }
            if (recorded.fact() instanceof Fact.EntrySetAside(var entry, var source, var kind, var because)) {
                findings.record(session, till, Finding.Kind.SET_ASIDE, entry, kind + " of " + source + ": " + because);
            }
            till.folded = recorded.number();
        }
        write(session, rows, members);
        MemberSecrets.destroy(
                session,
                facts.stream()
                        .filter(recorded -> recorded.number() <= till.folded)
                        .flatMap(recorded -> recorded.forgotten().stream())
                        .toList());
    }

    /// Folds some of what was left behind; whether there was progress and there is more.
    boolean catchUp(StatelessSession session, Rows.TillRow till) {
        long before = till.folded;
        var left = session.createSelectionQuery(
                        "from Entry where store = :store and till = :till and number > :folded order by number",
                        Rows.EntryRow.class)
                .setParameter("store", till.store)
                .setParameter("till", till.till)
                .setParameter("folded", before)
                .setMaxResults(PAGE)
                .getResultList();
        fold(session, till, left.stream().map(row -> Entry.parse(row.line)).toList());
        if (till.folded > before) {
            findings.mended(session, till, Finding.Kind.NOT_FOLDED, till.folded);
        }
        return till.folded > before && till.folded < till.held;
    }

    private List<Recorded> readable(StatelessSession session, Rows.TillRow till, List<Entry> entries) {
        var facts = new ArrayList<Recorded>(entries.size());
        var keys = MemberSecrets.of(session, till, entries);
        for (var entry : entries) {
            try {
                facts.add(Recorded.of(entry, member -> Optional.ofNullable(keys.get(member))));
            } catch (IllegalArgumentException | JacksonException e) {
                notFolded(
                        session, till, entry.number(), "A " + entry.kind() + " of another version: " + e.getMessage());
                break;
            }
        }
        return facts;
    }

    private void notFolded(StatelessSession session, Rows.TillRow till, long number, String why) {
        findings.record(session, till, Finding.Kind.NOT_FOLDED, number, why);
    }

    /// Locks the members' rows, in the order of their numbers.
    private static Map<String, Rows.MemberRow> rows(StatelessSession session, List<Recorded> facts) {
        var touched = new TreeSet<String>();
        facts.forEach(recorded ->
                recorded.fact().members().stream().map(MemberNo::value).forEach(touched::add));
        var rows = new HashMap<String, Rows.MemberRow>();
        if (!touched.isEmpty()) {
            session.createSelectionQuery("from Member where no in (:touched) order by no", Rows.MemberRow.class)
                    .setParameterList("touched", touched)
                    .setHibernateLockMode(LockMode.PESSIMISTIC_WRITE)
                    .getResultList()
                    .forEach(row -> rows.put(row.no, row));
        }
        return rows;
    }

    /// One fact, wholly or not at all; says why not.
    private static Optional<String> fold(Map<String, MemberRecord> members, Fact fact) {
        var after = new HashMap<String, MemberRecord>();
        for (var no : fact.members()) {
            var before = members.get(no.value());
            if (before == null
                    && !(fact instanceof Fact.MemberEnrolled enrolled
                            && enrolled.member().equals(no))) {
                return Optional.of("Nobody knows the member " + no);
            }
            try {
                after.put(
                        no.value(), before == null ? MemberRecord.of((Fact.MemberEnrolled) fact) : before.after(fact));
            } catch (ArithmeticException e) {
                return Optional.of("It adds up to more than can be counted");
            }
        }
        members.putAll(after);
        return Optional.empty();
    }

    private static void write(
            StatelessSession session, Map<String, Rows.MemberRow> rows, Map<String, MemberRecord> members) {
        var fresh = new ArrayList<Rows.MemberRow>();
        var changed = new ArrayList<Rows.MemberRow>();
        for (var no : new TreeSet<>(members.keySet())) {
            var body = mapper().writeValueAsString(members.get(no));
            var row = rows.get(no);
            if (row == null) {
                fresh.add(row(no, body));
            } else if (!body.equals(row.body)) {
                row.body = body;
                changed.add(row);
            }
        }
        Lanes.number(session, Stream.concat(fresh.stream(), changed.stream()).toList());
        session.insertMultiple(fresh);
        session.updateMultiple(changed);
    }

    static Rows.MemberRow row(String no, String body) {
        var row = new Rows.MemberRow();
        row.no = no;
        row.lane = Lanes.of(no);
        row.body = body;
        return row;
    }
}
