package io.huitai.headoffice;

import io.huitai.journal.Draft;
import io.huitai.journal.Entry;
import io.huitai.journal.Journal;
import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.GivenGround;
import io.huitai.journal.fact.MemberRecord;
import io.huitai.journal.fact.Once;
import io.huitai.journal.fact.Profile;
import io.huitai.journal.feed.FeedItem;
import io.huitai.journal.log.SystemDisk;
import io.huitai.ledger.Account;
import io.huitai.ledger.Asset;
import io.huitai.ledger.Lot;
import io.huitai.ledger.LotDay;
import io.huitai.ledger.Posting;
import io.huitai.protocol.client.HeadOfficeClient;
import io.huitai.shop.MemberNo;
import io.huitai.shop.StoreId;
import io.huitai.shop.TillId;
import io.huitai.shop.id.ProgrammeId;
import io.huitai.shop.id.TierId;
import io.huitai.sync.Acknowledged;
import io.huitai.sync.CallingTill;
import io.huitai.sync.Pauses;
import io.huitai.sync.Receiver;
import io.huitai.sync.Sync;
import io.huitai.sync.Synced;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// A till without a counter: a real journal on the disk, a real sync, and what it knows of members by feed and own
/// later entries.
final class TestTill implements AutoCloseable {
    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-05-01T04:00:00Z"));
    static final LocalDate TODAY = LocalDate.parse("2026-05-01");

    final Journal journal;
    final Path directory;
    private final Map<MemberNo, MemberRecord> told = new HashMap<>();
    private String cursor = "";
    private final CallingTill caller;
    private final Sync sync;

    private TestTill(Path directory, String till, URI headOffice, Sync.Settings settings) {
        this.directory = directory;
        this.journal = Journal.open(
                directory, new StoreId("S001"), new TillId(till), CLOCK, ZoneId.of("Asia/Shanghai"), new SystemDisk());
        this.caller = CallingTill.training(journal, CLOCK);
        this.sync = Sync.start(
                settings,
                journal,
                Acknowledged.open(directory, new SystemDisk()),
                client(headOffice),
                new Receiver() {
                    @Override
                    public String cursor() {
                        return cursor;
                    }

                    @Override
                    public void receive(List<FeedItem> items, String next) {
                        items.forEach(TestTill.this::receive);
                        cursor = next;
                    }

                    @Override
                    public void headOfficeSays(Instant time) {
                        // a journal alone has no clock to check
                    }

                    @Override
                    public void codesAreSignedBy(String key) {
                        // and reads no codes
                    }
                },
                CLOCK);
    }

    /// A line of its own, on which it signs and counts as on the sync's.
    HeadOfficeClient client(URI headOffice) {
        return HeadOfficeClient.of(headOffice, Duration.ofSeconds(5), caller);
    }

    static TestTill open(Path directory, String till, URI headOffice) {
        return new TestTill(directory, till, headOffice, settings(false));
    }

    static TestTill automatic(Path directory, String till, URI headOffice) {
        return new TestTill(directory, till, headOffice, settings(true));
    }

    private static Sync.Settings settings(boolean automatic) {
        var pauses = new Pauses(Duration.ofMillis(20), Duration.ofMillis(200), Duration.ofMillis(100), new Random(1));
        return new Sync.Settings(true, new ProgrammeId("standard-card"), new TierId("classic"), automatic, pauses);
    }

    Sync sync() {
        return sync;
    }

    Synced syncNow() {
        return sync.syncNow();
    }

    Entry append(Fact fact) {
        return append(fact.kind(), fact);
    }

    Entry append(String kind, Fact fact) {
        var body = journal.memberKeys().sealed(List.of(fact)).getFirst();
        var entry = journal.append(List.of(new Draft(kind, body, Optional.empty())), true)
                .getFirst();
        sync.nudge();
        return entry;
    }

    MemberNo enrol(String name) {
        var no = new MemberNo(journal.identity().till() + "-" + journal.next());
        var profile =
                new Profile(name, "19900000099", "", "", "", Optional.empty(), "m", true, TODAY, Profile.Origin.NONE);
        append(new Fact.MemberEnrolled(
                no,
                profile,
                new TierId("classic"),
                "",
                Optional.empty(),
                GivenGround.NONE,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of()));
        return no;
    }

    /// Moves points to a member: a lot of its own for each entry.
    Entry earn(MemberNo member, long points) {
        return append(granted(member, points));
    }

    Fact.Granted granted(MemberNo member, long points) {
        var id = journal.identity().till() + "-" + journal.next();
        var lot = new Lot(id, Optional.empty(), Optional.empty(), "S001", "S001/T1");
        return new Fact.Granted(
                member,
                new Once(id),
                Optional.empty(),
                List.of(new Posting(Account.ISSUED, Account.of(member), Asset.POINTS, lot, points)));
    }

    /// What this till makes of a member: feed + own later entries.
    MemberRecord view(MemberNo no) {
        var member = told.get(no);
        long after = member == null ? 0 : member.held();
        try (var own = journal.facts(after + 1)) {
            for (var recorded : own.toList()) {
                if (member != null) {
                    member = member.after(recorded.fact());
                } else if (recorded.fact() instanceof Fact.MemberEnrolled enrolled
                        && enrolled.member().equals(no)) {
                    member = MemberRecord.of(enrolled);
                }
            }
        }
        return Optional.ofNullable(member).orElseThrow();
    }

    long points(MemberNo no) {
        return points(view(no));
    }

    static long points(MemberRecord member) {
        return member.holdings().usable(Asset.POINTS, LotDay.of(TODAY), _ -> true);
    }

    int knownMembers() {
        return told.size();
    }

    boolean knows(MemberNo no) {
        return told.containsKey(no);
    }

    private void receive(FeedItem item) {
        if (item instanceof FeedItem.MemberSent(var member)
                && (!told.containsKey(member.no()) || told.get(member.no()).held() <= member.held())) {
            told.put(member.no(), member);
        }
    }

    @Override
    public void close() {
        sync.close();
        journal.close();
    }
}
