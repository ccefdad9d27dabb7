package io.huitai.ui.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.shop.CardNumber;
import io.huitai.shop.Lang;
import io.huitai.till.member.MemberView;
import io.huitai.ui.fittings.Words;
import java.util.List;
import org.junit.jupiter.api.Test;

class LostCardsTest {
    private static final MemberView.Card OLD = new MemberView.Card(new CardNumber("9988000000001111"), false);
    private static final MemberView.Card NEW = new MemberView.Card(new CardNumber("9988000000002222"), false);

    @Test
    void oneCardNeedsNoChoice() {
        var cards = new LostCards(List.of(OLD));

        assertThat(cards.choices()).containsExactly(List.of(OLD));
        assertThat(cards.first()).containsExactly(OLD);
    }

    @Test
    void amongSeveralNoneIsChosenBeforehand() {
        var cards = new LostCards(List.of(OLD, NEW));

        assertThat(cards.choices()).containsExactly(List.of(OLD), List.of(NEW), List.of(OLD, NEW));
        assertThat(cards.first()).isEmpty();
    }

    @Test
    void oneIsReportedByItsNumberAndAllWithout() {
        var cards = new LostCards(List.of(OLD, NEW));

        assertThat(cards.only(List.of(NEW))).contains(NEW.number());
        assertThat(cards.only(cards.working())).isEmpty();
    }

    @Test
    void numbersAreToldMasked() {
        var cards = new LostCards(List.of(OLD, NEW));
        var words = Words.in(Lang.EN);

        assertThat(cards.text(List.of(NEW), words)).isEqualTo("****2222");
        assertThat(cards.text(cards.working(), words)).isEqualTo("All 2 cards");
    }
}
