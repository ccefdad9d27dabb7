package io.huitai.journal.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.journal.fact.MemberRecord.Card;
import io.huitai.shop.CardNumber;
import io.huitai.shop.MemberNo;
import io.huitai.shop.id.TierId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MemberRecordTest {
    private static final MemberNo NO = new MemberNo("M1");
    private static final LocalDate DAY = LocalDate.of(2026, 5, 1);

    /// Whatever comes behind it, in whatever order tills' entries arrive.
    @Test
    void whoWasForgottenStaysSo() {
        var forgotten = member(List.of()).forgotten();
        for (var later : List.<Fact>of(
                new Fact.MembershipEnded(NO, true, DAY, "r", Optional.empty(), Optional.empty(), List.of()),
                new Fact.TierReached(NO, new TierId("gold"), DAY, List.of()),
                new Fact.Granted(NO, Once.event("tea"), Optional.empty(), List.of()),
                new Fact.CardBound(NO, new CardNumber("620002"), List.of(), Optional.empty(), List.of()),
                new Fact.CardsReturned(NO, List.of(), "r", Optional.empty(), Optional.empty(), List.of()),
                new Fact.EventAttended(NO, "tea", DAY, List.of()))) {
            assertThat(forgotten.after(later).isForgotten()).as(later.kind()).isTrue();
        }
    }

    /// A membership that ran out and was paid for again changes nothing of it.
    @Test
    void aCardHandedInIsSoAfterARenewal() {
        var card = new CardNumber("620001");
        var renewed = member(List.of(new Card(card, false)))
                .after(new Fact.CardsReturned(NO, List.of(card), "r", Optional.empty(), Optional.empty(), List.of()))
                .after(new Fact.MembershipEnded(NO, false, DAY, "", Optional.empty(), Optional.empty(), List.of()))
                .after(new Fact.MemberReviewed(NO, new TierId("gold"), DAY));

        assertThat(renewed.hasReturnedCard()).isTrue();
    }

    @Test
    void aCardHandedInIsSoUntilTheNextOneComes() {
        var card = new CardNumber("620001");
        var returned = member(List.of(new Card(card, false)))
                .after(new Fact.CardsReturned(NO, List.of(card), "r", Optional.empty(), Optional.empty(), List.of()));

        assertThat(returned.hasReturnedCard()).isTrue();
        assertThat(returned.isActive()).isTrue();

        var again = returned.after(
                new Fact.CardBound(NO, new CardNumber("620002"), List.of(), Optional.empty(), List.of()));

        assertThat(again.hasReturnedCard()).isFalse();
        var lost = again.after(new Fact.CardsBlocked(NO, List.of(new CardNumber("620002")), "lost"));
        assertThat(lost.hasReturnedCard()).isFalse();
    }

    private static MemberRecord member(List<Card> cards) {
        return MemberRecord.of(NO, Profile.nobody(DAY, Profile.Origin.NONE), new TierId("gold"), cards);
    }
}
