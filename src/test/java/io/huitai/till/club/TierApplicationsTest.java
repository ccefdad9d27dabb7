package io.huitai.till.club;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.journal.fact.MemberRecord;
import io.huitai.journal.fact.Profile;
import io.huitai.journal.fact.Standing;
import io.huitai.journal.feed.Feed;
import io.huitai.journal.feed.FeedItem;
import io.huitai.ledger.Asset;
import io.huitai.ledger.Balances;
import io.huitai.ledger.Holding;
import io.huitai.ledger.Lot;
import io.huitai.shop.Label;
import io.huitai.shop.MemberNo;
import io.huitai.shop.OperatorId;
import io.huitai.shop.id.TierId;
import io.huitai.till.Desk;
import io.huitai.till.Till;
import io.huitai.till.TrainingTills;
import io.huitai.till.book.ApprovalGiven;
import io.huitai.till.book.Approver;
import io.huitai.till.club.TierApplications.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Applications for a tier by the store's own calendar: China's National Day week is free.
class TierApplicationsTest {
    private static final MemberNo MEMBER = new MemberNo("T1");
    private static final Approver SUPERVISOR = () -> Optional.of(new ApprovalGiven(new OperatorId("2001"), "2222"));

    @TempDir
    private Path store;

    private Optional<Till> open = Optional.empty();

    @BeforeEach
    void open() throws IOException {
        Files.copy(Path.of("assets/calendar/china-2026.yaml"), store.resolve("calendar.yaml"));
        var opening = TrainingTills.opening(
                store, "client-grades", Optional.of(noon("2026-09-28").toInstant()));
        var till = Till.open(opening, Instant::now);
        open = Optional.of(till);
        ask(desk -> desk.operators().signIn(new OperatorId("1001"), "1111"));
        till.receive(Feed.HEAD_OFFICE, List.of(new FeedItem.MemberSent(spender())), "c1");
    }

    @AfterEach
    void close() {
        open.orElseThrow().close();
    }

    @Test
    void holidaysDoNotCountAndAnOverdueOneIsShown() {
        var applied = ask(desk -> desk.club().tierApplications().apply(MEMBER, "silver"));
        assertThat(applied.due()).isEqualTo(LocalDate.parse("2026-10-13"));
        assertThat(notices()).isEmpty();
        assertThat(pending()).containsExactly(applied);

        ask(desk -> desk.setClock(noon("2026-10-14")));
        assertThat(notices())
                .containsExactly(new Label(
                        "银卡会员申请已逾期，应于2026-10-13前审批",
                        "Silver member: application overdue, to be decided by 2026-10-13"));
        assertThat(pending()).singleElement().matches(TierApplications.Application::overdue);

        var refused =
                ask(desk -> desk.club().tierApplications().decide(MEMBER, Optional.empty(), false, "r", SUPERVISOR));
        assertThat(refused.status()).isEqualTo(Status.REFUSED);
        assertThat(notices()).isEmpty();
        assertThat(pending()).isEmpty();
    }

    @Test
    void aTierSetByHandSettlesTheApplicationForIt() {
        ask(desk -> desk.club().tierApplications().apply(MEMBER, "silver"));
        ask(desk -> desk.club().members().setTier(MEMBER, "silver", "r", SUPERVISOR));
        assertThat(pending()).isEmpty();
    }

    private List<TierApplications.Application> pending() {
        return ask(desk -> desk.club().tierApplications().open());
    }

    private List<Label> notices() {
        return ask(desk -> desk.club().members().view(MEMBER)).notices();
    }

    private static MemberRecord spender() {
        var joined = LocalDate.parse("2026-01-01");
        var profile = new Profile("名", "1", "", "", "", Optional.empty(), "", false, joined, Profile.Origin.NONE);
        var holdings = Stream.of("2026-06-30", "2026-07-01", "2026-08-31")
                .map(day -> new Holding(Asset.SPEND, Lot.tallyOf(LocalDate.parse(day)), 500_00))
                .toList();
        return new MemberRecord(
                MEMBER,
                profile,
                Standing.of(new TierId("regular"), joined),
                "",
                MemberRecord.Status.ACTIVE,
                List.of(),
                Balances.of(holdings),
                List.of(),
                0);
    }

    private static OffsetDateTime noon(String day) {
        return OffsetDateTime.parse(day + "T12:00:00+08:00");
    }

    private <T> T ask(Function<Desk, T> work) {
        return open.orElseThrow().perform(work).join();
    }
}
