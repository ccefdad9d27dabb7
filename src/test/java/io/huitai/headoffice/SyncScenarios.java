package io.huitai.headoffice;

import static io.huitai.headoffice.Offices.ZHANG;
import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.MemberRecord;
import io.huitai.protocol.RefusalReason;
import io.huitai.protocol.client.Reply;
import io.huitai.shop.Approval;
import io.huitai.shop.MemberNo;
import io.huitai.shop.OperatorId;
import io.huitai.shop.Role;
import io.huitai.sync.LinkState;
import io.huitai.sync.Synced;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tills with real journals and a real head office over loopback: what is sold at one is known at the other, once.
abstract class SyncScenarios {
    @TempDir
    Path disk;

    private String url;
    private HeadOffice office;
    private TestTill a;
    private TestTill b;

    /// The database, empty at the beginning of each test.
    abstract String jdbcUrl() throws Exception;

    @BeforeEach
    void open() throws Exception {
        url = jdbcUrl();
        office = Offices.open(url, 0);
        a = TestTill.open(disk.resolve("a"), "T1", office.address());
        b = TestTill.open(disk.resolve("b"), "T2", office.address());
    }

    @AfterEach
    void close() {
        a.close();
        b.close();
        office.close();
    }

    @Test
    void whatOneTillHasSentTheNextReceives() {
        var member = a.enrol("李四");
        a.earn(member, 100);
        a.earn(ZHANG, 7);

        assertThat(a.syncNow()).isEqualTo(new Synced.Done(3, 2, 0));
        assertThat(b.syncNow()).isEqualTo(new Synced.Done(0, 2, 0));

        assertThat(b.points(member)).isEqualTo(100);
        assertThat(b.points(ZHANG)).isEqualTo(7);
        assertThat(b.view(ZHANG).tier()).hasToString("classic");
        b.earn(member, 11);
        b.syncNow();
        a.syncNow();
        assertThat(a.points(member)).isEqualTo(111);
        assertThat(a.syncNow()).isEqualTo(new Synced.Done(0, 0, 0));
    }

    @Test
    void entriesSentAgainCountOnce() throws Exception {
        a.syncNow();
        var member = a.enrol("李四");
        a.earn(member, 100);
        try (var client = a.client(office.address())) {
            for (int i = 0; i < 3; i++) {
                assertThat(client.send(a.journal.stored(1, 1 << 20))).isInstanceOf(Reply.Accepted.class);
            }
            a.earn(member, 10);
            assertThat(client.send(a.journal.stored(2, 1 << 20))).isInstanceOf(Reply.Accepted.class);
        }
        assertThat(office.entries()).isEqualTo(3);
        assertThat(atOffice(member)).isEqualTo(110);
        assertThat(a.syncNow()).isInstanceOf(Synced.Done.class);
        assertThat(a.points(member)).isEqualTo(110);
    }

    @Test
    void aGapIsRefusedAndTheTillFillsIt() throws Exception {
        a.syncNow();
        var member = a.enrol("李四");
        a.earn(member, 100);
        try (var client = a.client(office.address())) {
            assertThat(refusal(client.send(a.journal.stored(2, 1 << 20)))).isEqualTo(RefusalReason.GAP);
        }
        assertThat(kinds()).containsExactly(Finding.Kind.GAP);
        a.syncNow();
        assertThat(atOffice(member)).isEqualTo(100);
    }

    @Test
    void aForgedEntryIsRefused() throws Exception {
        a.syncNow();
        var entry = a.append(new Fact.SignedIn(Role.CASHIER));
        var line = new String(entry.line(), StandardCharsets.UTF_8);
        var forged = line.replace("cashier", "manager").getBytes(StandardCharsets.UTF_8);
        try (var client = a.client(office.address())) {
            assertThat(refusal(client.send(List.of(forged)))).isEqualTo(RefusalReason.BAD_SIGNATURE);
            assertThat(refusal(client.send(List.of("{}".getBytes(StandardCharsets.UTF_8)))))
                    .isEqualTo(RefusalReason.MALFORMED);
        }
        assertThat(office.entries()).isZero();
        assertThat(kinds()).containsExactly(Finding.Kind.BAD_SIGNATURE);
    }

    @Test
    void aJournalPutBackStopsTheTillAndRings() throws Exception {
        var member = a.enrol("李四");
        a.syncNow();
        a.close();
        copy(disk.resolve("a"), disk.resolve("image"));
        try (var again = TestTill.open(disk.resolve("a"), "T1", office.address())) {
            again.earn(member, 100);
            again.earn(member, 100);
            again.syncNow();
        }
        try (var image = TestTill.open(disk.resolve("image"), "T1", office.address())) {
            assertThat(image.syncNow()).isInstanceOf(Synced.Stopped.class); // fewer entries than head office holds
            image.earn(member, 5);
            image.earn(member, 5);
            assertThat(image.syncNow()).isInstanceOf(Synced.Stopped.class); // as many, but others
            image.earn(member, 5);
            assertThat(image.syncNow()).isInstanceOf(Synced.Stopped.class); // more, and others
            assertThat(image.sync().state().status()).isEqualTo(LinkState.Status.STOPPED);
        }
        assertThat(atOffice(member)).isEqualTo(200);
        assertThat(kinds()).containsOnly(Finding.Kind.FORK);
        a = TestTill.open(disk.resolve("a"), "T1", office.address());
        assertThat(a.syncNow()).isInstanceOf(Synced.Done.class);
    }

    @Test
    void anotherKeyIsNotThisTill() {
        a.syncNow();
        try (var other = TestTill.open(disk.resolve("other"), "T1", office.address())) {
            assertThat(other.syncNow()).isInstanceOf(Synced.Stopped.class);
        }
        assertThat(kinds()).containsExactly(Finding.Kind.OTHER_KEY);
    }

    @Test
    void anEntryOfAnotherVersionIsKeptAndNothingCountsTwice() {
        var member = a.enrol("李四");
        a.syncNow();
        a.append("PointsConjured", a.granted(member, 1000));
        a.append(a.granted(member, 10));
        assertThat(a.syncNow()).isEqualTo(new Synced.Done(2, 0, 0));

        assertThat(office.entries()).isEqualTo(3);
        assertThat(kinds()).containsExactly(Finding.Kind.NOT_FOLDED);
        assertThat(atOffice(member)).isZero();
        b.syncNow();
        b.earn(member, 3);
        b.syncNow();
        a.syncNow();
        assertThat(office.member(member).orElseThrow().held()).isZero();
        assertThat(a.knows(member)).isTrue();
        assertThat(b.points(member)).isEqualTo(3);
    }

    @Test
    void headOfficeMayBeRestartedInBetween() throws Exception {
        var member = a.enrol("李四");
        a.syncNow();
        int port = office.address().getPort();
        office.close();
        a.earn(member, 100);
        assertThat(a.syncNow()).isInstanceOf(Synced.LinkDown.class);
        assertThat(a.sync().state().pending()).isEqualTo(1);
        office = Offices.open(url, port);
        assertThat(a.syncNow())
                .isInstanceOfSatisfying(
                        Synced.Done.class, done -> assertThat(done.sent()).isEqualTo(1));
        b.syncNow();
        assertThat(b.points(member)).isEqualTo(100);
    }

    @Test
    void aLongBacklogGoesUpInManyBatchesAndComesDownInMany() {
        var members = new ArrayList<MemberNo>();
        for (int i = 0; i < 450; i++) {
            members.add(a.enrol("会员" + i));
        }
        for (int i = 0; i < 1500; i++) {
            a.earn(members.get(i % members.size()), 1);
        }
        assertThat(a.syncNow()).isEqualTo(new Synced.Done(1950, 451, 0));
        assertThat(b.syncNow()).isEqualTo(new Synced.Done(0, 451, 0));
        assertThat(members.stream().mapToLong(b::points).sum()).isEqualTo(1500);
    }

    @Test
    void whoIsForgottenAtOneTillIsForgottenAtHeadOfficeAndCannotBeReadAgain() {
        var member = a.enrol("王小明");
        a.earn(member, 30);
        a.syncNow();
        b.syncNow();
        assertThat(b.view(member).profile().name()).isEqualTo("王小明");
        assertThat(office.knowsKeyOf(member)).isTrue();
        b.append(new Fact.MemberForgotten(
                member,
                TestTill.TODAY,
                "asked for it",
                new Approval(new OperatorId("2001"), Role.SUPERVISOR, Optional.empty()),
                List.of()));
        b.syncNow();
        a.syncNow();
        var known = office.member(member).orElseThrow();
        assertThat(known.isForgotten()).isTrue();
        assertThat(known.profile().name()).isEmpty();
        assertThat(TestTill.points(known)).isEqualTo(30);
        assertThat(a.view(member).isForgotten()).isTrue();
        assertThat(a.view(member).profile().phone()).isEmpty();
        assertThat(office.knowsKeyOf(member)).isFalse();
    }

    @Test
    void anEnrolmentWhoseKeyIsGoneBeforeItIsSentIsSomebodyWithoutAName() {
        var member = a.enrol("王小明");
        a.earn(member, 30);
        a.journal.memberKeys().destroy(member);
        assertThat(a.syncNow()).isInstanceOf(Synced.Done.class);
        var known = office.member(member).orElseThrow();
        assertThat(known.profile().name()).isEmpty();
        assertThat(known.profile().joined()).isEqualTo(TestTill.TODAY);
        assertThat(TestTill.points(known)).isEqualTo(30);
        assertThat(office.findings()).isEmpty();
    }

    @Test
    void whatATillsViewCouldNotHoldIsAFinding() {
        a.append(new Fact.EntrySetAside(7, "journal", "AccountSettled", "DataException 22001"));
        assertThat(a.syncNow()).isInstanceOf(Synced.Done.class);
        assertThat(office.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.number()).isEqualTo(7))
                .satisfies(finding -> assertThat(finding.detail()).contains("AccountSettled", "22001"));
        assertThat(kinds()).containsExactly(Finding.Kind.SET_ASIDE);
    }

    @Test
    void anyInterleavingOfTillsAndSyncsComesToTheSameBalances() {
        for (long seed = 1; seed <= 3; seed++) {
            var random = new Random(seed);
            var expected = new HashMap<MemberNo, Long>();
            var members = new ArrayList<MemberNo>();
            for (int step = 0; step < 120; step++) {
                var till = random.nextBoolean() ? a : b;
                switch (random.nextInt(8)) {
                    case 0 -> members.add(till.enrol("会员"));
                    case 1 -> till.syncNow();
                    default -> earnSomewhere(till, members, random, expected);
                }
                if (step % 20 == 19) {
                    members.stream().filter(this::isKnownAtBoth).forEach(this::neverMoreThanThereIs);
                }
            }
            for (var till : List.of(a, b, a, b)) {
                assertThat(till.syncNow()).isInstanceOf(Synced.Done.class);
            }
            for (var member : members) {
                long points = expected.getOrDefault(member, 0L);
                assertThat(List.of(atOffice(member), a.points(member), b.points(member)))
                        .as("seed %d, %s", seed, member)
                        .containsOnly(points);
            }
        }
    }

    private void earnSomewhere(TestTill till, List<MemberNo> members, Random random, Map<MemberNo, Long> expected) {
        var known = members.stream()
                .filter(member -> till.knows(member) || isOf(till, member))
                .toList();
        if (!known.isEmpty()) {
            var member = known.get(random.nextInt(known.size()));
            long points = 1L + random.nextInt(50);
            till.earn(member, points);
            expected.merge(member, points, Long::sum);
        }
    }

    private static boolean isOf(TestTill till, MemberNo member) {
        return member.value().startsWith(till.journal.identity().till() + "-");
    }

    private boolean isKnownAtBoth(MemberNo member) {
        return a.knows(member) && b.knows(member);
    }

    /// Each till sees what head office has and its own; nothing twice.
    private void neverMoreThanThereIs(MemberNo member) {
        long most = lots(a.view(member)) + lots(b.view(member));
        assertThat(lots(office.member(member).orElseThrow())).isLessThanOrEqualTo(most);
        assertThat(a.view(member).grants()).doesNotHaveDuplicates();
        assertThat(b.view(member).grants()).doesNotHaveDuplicates();
    }

    private static long lots(MemberRecord member) {
        return member.holdings().all().size();
    }

    private long atOffice(MemberNo member) {
        return TestTill.points(office.member(member).orElseThrow());
    }

    private List<Finding.Kind> kinds() {
        return office.findings().stream().map(Finding::kind).toList();
    }

    private static RefusalReason refusal(Reply<?> reply) {
        if (reply instanceof Reply.Refused<?>(var refusal)) {
            return refusal.reason();
        }
        throw new AssertionError("Not refused: " + reply);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                if (!file.getFileName().toString().equals(".lock")) {
                    Files.copy(file, to.resolve(from.relativize(file).toString()));
                }
            }
        }
    }
}
