package io.huitai.journal.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.journal.fact.MemberRecord.Card;
import io.huitai.journal.fact.MemberRecord.Status;
import io.huitai.shop.CardNumber;
import io.huitai.shop.MemberNo;
import io.huitai.shop.id.TierId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class MemberRecordTest {
    private static final MemberNo NO = new MemberNo("M1");
    private static final LocalDate DAY = LocalDate.of(2026, 5, 1);

    @Test
    void whatOlderRecordsKeptAmongTheGrantsIsAState() {
        for (var seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            var cards = IntStream.range(0, random.nextInt(3))
                    .mapToObj(each -> new Card(new CardNumber("62000" + each), random.nextBoolean()))
                    .toList();
            var returned = random.nextBoolean();
            var forgotten = random.nextBoolean();
            var status = List.of("ACTIVE", "CLOSED", "CANCELLED").get(random.nextInt(3));
            var old = FactJson.mapper().<ObjectNode>valueToTree(member(cards));
            old.put("status", status);
            var grants = old.putArray("grants").add("welcome");
            if (returned) {
                grants.add("card-returned");
            }
            grants.add("event:tea");
            if (forgotten) {
                grants.add("forgotten");
            }

            var read = FactJson.mapper().treeToValue(old, MemberRecord.class);

            var handedIn = returned && status.equals("ACTIVE") && cards.stream().allMatch(Card::blocked);
            assertThat(read.status())
                    .as("seed %d: %s", seed, old)
                    .isEqualTo(forgotten ? Status.FORGOTTEN : handedIn ? Status.CARD_RETURNED : Status.valueOf(status));
            assertThat(read.grants()).containsExactly(new Once("welcome"), Once.event("tea"));
            assertThat(FactJson.mapper().treeToValue(FactJson.mapper().valueToTree(read), MemberRecord.class))
                    .isEqualTo(read);
        }
    }

    @Test
    void aCardHandedInIsSoUntilTheNextOneComes() {
        var card = new CardNumber("620001");
        var returned = member(List.of(new Card(card, false)))
                .after(new Fact.CardsReturned(NO, List.of(card), "r", Optional.empty(), Optional.empty(), List.of()));

        assertThat(returned.status()).isEqualTo(Status.CARD_RETURNED);
        assertThat(returned.isActive()).isTrue();

        var again = returned.after(
                new Fact.CardBound(NO, new CardNumber("620002"), List.of(), Optional.empty(), List.of()));

        assertThat(again.status()).isEqualTo(Status.ACTIVE);
        var lost = again.after(new Fact.CardsBlocked(NO, List.of(new CardNumber("620002")), "lost"));
        assertThat(lost.status()).isEqualTo(Status.ACTIVE);
    }

    private static MemberRecord member(List<Card> cards) {
        return MemberRecord.of(NO, Profile.nobody(DAY, Profile.Origin.NONE), new TierId("gold"), cards);
    }
}
