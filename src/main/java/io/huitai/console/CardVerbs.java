package io.huitai.console;

import io.huitai.device.decode.Uids;
import io.huitai.shop.CardNumber;
import io.huitai.shop.MemberNo;
import io.huitai.shop.TenderType;
import io.huitai.shop.Wording;
import io.huitai.till.Desk;
import io.huitai.till.club.Cards;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Members' cards: bound, reported lost, replaced.
final class CardVerbs {
    private CardVerbs() {}

    static Map<String, Verb> all() {
        return Map.of(
                "bind-card", CardVerbs::bind,
                "report-lost", CardVerbs::reportLost,
                "replace-card", CardVerbs::replace);
    }

    private static void bind(Verb.Request request, Desk desk, ObjectNode answer) {
        var no = request.fields().value("member", MemberNo::read);
        var card = MemberVerbs.card(request.fields().object("card"));
        request.fields().done();
        MemberVerbs.putCard(Optional.of(desk.club().cards().bind(no, card, request::approval)), answer);
    }

    private static void reportLost(Verb.Request request, Desk desk, ObjectNode answer) {
        var no = request.fields().value("member", MemberNo::read);
        var card = request.fields()
                .optionalValue(
                        "card",
                        text -> new CardNumber(
                                Uids.hex(text).orElse(text.strip().toUpperCase(Locale.ROOT))));
        request.fields().done();
        answer.set("cards", Answers.cards(desk.club().cards().reportLost(no, card)));
    }

    private static void replace(Verb.Request request, Desk desk, ObjectNode answer) {
        var fields = request.fields();
        var no = fields.value("member", MemberNo::read);
        var card = MemberVerbs.card(fields.object("card"));
        var reason = fields.word("reason", Cards.Reason::of);
        var tender = fields.optionalWord("tender", TenderType::of).orElse(TenderType.CASH);
        fields.done();
        var replaced = desk.club().cards().replace(no, card, reason, tender, request::approval);
        answer.put("fee", replaced.fee().toString());
        MemberVerbs.putCard(Optional.of(replaced.card()), answer);
        if (replaced.showsDocument()) {
            answer.put("notice", Wording.of(CardVerbs.class, request.lang()).say("look-at-document"));
        }
    }
}
