package io.huitai.headoffice;

import static io.huitai.headoffice.Offices.ZHANG;
import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.sync.LinkState;
import io.huitai.sync.Synced;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.function.BooleanSupplier;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The line breaks at any byte of a hello, an upload, an answer, a feed: each entry still arrives once.
class BrokenLinkTest {
    @TempDir
    Path disk;

    private HeadOffice office;
    private CuttingProxy line;

    @BeforeEach
    void open() throws IOException {
        office = Offices.open(HeadOffice.embedded(disk.resolve("office")), 0);
        line = new CuttingProxy(office.address());
    }

    @AfterEach
    void close() throws IOException {
        line.close();
        office.close();
    }

    @Test
    void aLineCutAnywhereLosesNothingAndDoublesNothing() {
        var random = new Random(7);
        try (var till = TestTill.open(disk.resolve("a"), "T1", line.address())) {
            long points = 0;
            int broken = 0;
            for (int i = 0; i < 60; i++) {
                for (int sale = random.nextInt(12); sale >= 0; sale--) {
                    till.earn(ZHANG, 1 + sale);
                    points += 1 + sale;
                }
                line.cutAfter(50 + random.nextInt(12_000));
                broken += till.syncNow() instanceof Synced.LinkDown ? 1 : 0;
            }
            line.cutAfter(Long.MAX_VALUE / 2);
            assertThat(broken).isBetween(10, 59);
            assertThat(till.syncNow()).isInstanceOf(Synced.Done.class);
            assertThat(office.entries()).isEqualTo(till.journal.entries());
            assertThat(TestTill.points(office.member(ZHANG).orElseThrow())).isEqualTo(points);
            assertThat(till.points(ZHANG)).isEqualTo(points);
            assertThat(office.findings()).isEmpty();
        }
    }

    @Test
    void anAutomaticSyncComesBackByItselfAndSaysSo() {
        try (var till = TestTill.automatic(disk.resolve("a"), "T1", line.address())) {
            eventually(() -> till.sync().state().isOnline());
            line.cutAfter(0);
            till.earn(ZHANG, 5);
            eventually(() -> till.sync().state().status() == LinkState.Status.OFFLINE);
            assertThat(till.sync().state().pending()).isEqualTo(1);
            assertThat(till.sync().state().problem()).isPresent();
            line.cutAfter(Long.MAX_VALUE / 2);
            eventually(() -> till.sync().state().isOnline());
            assertThat(till.sync().state().pending()).isZero();
            assertThat(till.points(ZHANG)).isEqualTo(5);
        }
    }

    @Test
    void whatWasAcknowledgedIsKnownAfterARestartOffLine() {
        try (var till = TestTill.open(disk.resolve("a"), "T1", line.address())) {
            till.earn(ZHANG, 5);
            till.syncNow();
        }
        line.cutAfter(0);
        try (var till = TestTill.open(disk.resolve("a"), "T1", line.address())) {
            till.earn(ZHANG, 5);
            assertThat(till.syncNow()).isInstanceOf(Synced.LinkDown.class);
            assertThat(till.sync().state().pending()).isEqualTo(1);
        }
    }

    @Test
    void whatIsNotAHeadOfficeCountsAsNoLine() throws IOException {
        try (var portal = new MockWebServer()) {
            portal.setProtocols(java.util.List.of(okhttp3.Protocol.H2_PRIOR_KNOWLEDGE));
            portal.start();
            portal.enqueue(new MockResponse(200, Headers.of("Content-Type", "text/html"), "<html>Welcome</html>"));
            portal.enqueue(new MockResponse(302, Headers.of("Location", "/login"), ""));
            portal.enqueue(new MockResponse(500, Headers.of(), ""));
            try (var till =
                    TestTill.open(disk.resolve("a"), "T1", portal.url("/").uri())) {
                for (int i = 0; i < 3; i++) {
                    assertThat(till.syncNow()).isInstanceOf(Synced.LinkDown.class);
                }
            }
        }
    }

    private static void eventually(BooleanSupplier claim) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!claim.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
