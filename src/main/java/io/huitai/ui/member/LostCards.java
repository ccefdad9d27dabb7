package io.huitai.ui.member;

import io.huitai.shop.CardNumber;
import io.huitai.till.member.MemberView;
import io.huitai.ui.fittings.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which of a member's cards can be reported lost: any that works, or all of these.
record LostCards(List<MemberView.Card> working) {
    LostCards {
        working = List.copyOf(working);
    }

    static LostCards of(MemberView member) {
        return new LostCards(
                member.cards().stream().filter(card -> !card.blocked()).toList());
    }

    /// Each card by itself, and behind them all together where there are several.
    List<List<MemberView.Card>> choices() {
        var choices = new ArrayList<List<MemberView.Card>>();
        working.forEach(card -> choices.add(List.of(card)));
        if (working.size() > 1) {
            choices.add(working);
        }
        return choices;
    }

    /// One card needs no choice. Among several none is chosen beforehand: what is blocked stays so.
    List<MemberView.Card> first() {
        return working.size() == 1 ? working : List.of();
    }

    /// The card to report; empty for all of them.
    Optional<CardNumber> only(List<MemberView.Card> lost) {
        return lost.equals(working)
                ? Optional.empty()
                : lost.stream().findFirst().map(MemberView.Card::number);
    }

    String text(List<MemberView.Card> lost, Words words) {
        return lost.size() == 1 ? lost.getFirst().masked() : words.get("member.lost.all", words.count(lost.size()));
    }
}
