package io.huitai.till;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.journal.fact.MemberRecord;
import io.huitai.journal.feed.Feed;
import io.huitai.journal.feed.FeedItem;
import io.huitai.ledger.Account;
import io.huitai.ledger.Asset;
import io.huitai.ledger.Lot;
import io.huitai.ledger.Posting;
import io.huitai.money.Money;
import io.huitai.shop.Lang;
import io.huitai.shop.MemberNo;
import io.huitai.shop.OperatorId;
import io.huitai.shop.OutletKind;
import io.huitai.shop.StoreId;
import io.huitai.shop.TillId;
import io.huitai.till.book.ApprovalGiven;
import io.huitai.till.book.Approver;
import io.huitai.till.book.GuestProof;
import io.huitai.till.club.Members;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import io.huitai.till.settings.Opening;
import io.huitai.till.training.DemoData;
import io.huitai.till.training.TrainingStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A till of a head office moves what it holds, and no more without a line.
class HeldPointsTest {
    private static final MemberNo MEMBER = new MemberNo("M0002");
    private static final MemberNo OTHER = new MemberNo("M0003");
    private static final Approver SUPERVISOR = () -> Optional.of(new ApprovalGiven(new OperatorId("2001"), "2222"));

    @TempDir
    private Path store;

    @Test
    void pointsThatHeadOfficeHoldsAreThereAndNotMovedHere() {
        try (var till = selling("vip-points")) {
            var free = new Lot("x", Optional.empty(), Optional.empty(), "S001", Lot.HEAD_OFFICE);
            var told = member(till)
                    .after(List.of(new Posting(Account.ISSUED, Account.of(MEMBER), Asset.POINTS, free, 100)));
            till.receive(Feed.HEAD_OFFICE, List.of(new FeedItem.MemberSent(told)), "c1");
            assertThat(reversed(till, 30)).isEqualTo(130);

            assertThat(refused(till, desk -> desk.club().points().transfer(MEMBER, OTHER, 31, GuestProof.NONE)))
                    .isEqualTo(ErrorCode.NO_RIGHT);
            assertThat(refused(till, desk -> desk.club().points().transfer(MEMBER, OTHER, 131, GuestProof.NONE)))
                    .isEqualTo(ErrorCode.POINTS_NOT_ENOUGH);
            ask(till, desk -> desk.bill().bills().member(MEMBER));
            assertThat(refused(till, desk -> desk.club().gifts().redeem("umbrella", 1, GuestProof.NONE)))
                    .isEqualTo(ErrorCode.NO_RIGHT);
            assertThat(ask(till, desk -> desk.club().points().transfer(MEMBER, OTHER, 30, GuestProof.NONE))
                            .from())
                    .isEqualTo(100);
            assertThat(reversed(till, -5)).isEqualTo(100);
        }
    }

    @Test
    void whatACardBringsIsForTheHolderOfTheGrantRightToGive() {
        try (var till = selling("baichuanhui")) {
            ask(till, desk -> desk.club().cards().bind(MEMBER, new Members.CardShown.Uid("04A1B2C3"), Approver.NOBODY));
            assertThat(ask(till, desk -> desk.club().members().view(MEMBER))
                            .held()
                            .vouchers())
                    .isEmpty();
        }
    }

    /// @return the balance after it
    private static long reversed(Till till, long points) {
        return ask(till, desk -> desk.club().points().reverse(MEMBER, points, "r", SUPERVISOR));
    }

    private static MemberRecord member(Till till) {
        return TrainingStore.demoMembers(
                        DemoData.read(), till.programme().firstTier().id())
                .stream()
                .filter(member -> member.no().equals(MEMBER))
                .findFirst()
                .orElseThrow();
    }

    private static <T> T ask(Till till, Function<Desk, T> work) {
        return till.perform(work).join();
    }

    private static ErrorCode refused(Till till, Function<Desk, ?> work) {
        try {
            throw new AssertionError("Not refused: " + ask(till, work));
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof Refusal refusal) {
                return refusal.code();
            }
            throw failed;
        }
    }

    private Till selling(String programme) {
        var opening = new Opening(
                store,
                new StoreId("S001"),
                new TillId("T1"),
                OutletKind.RESTAURANT,
                programme,
                Lang.ZH,
                true,
                Optional.empty());
        var till = Till.open(opening, () -> Instant.parse("2026-06-10T04:00:00Z"));
        ask(till, desk -> desk.operators().signIn(new OperatorId("1001"), "1111"));
        ask(till, desk -> desk.shift().shifts().open(Money.parse("500.00")));
        return till;
    }
}
