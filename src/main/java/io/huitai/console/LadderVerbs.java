package io.huitai.console;

import io.huitai.shop.MemberNo;
import io.huitai.till.Desk;
import io.huitai.till.club.TierApplications;
import io.huitai.till.shift.EndedDay;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Tiers that are applied for, and the day's end, which moves members between tiers.
final class LadderVerbs {
    private LadderVerbs() {}

    static Map<String, Verb> all() {
        return Map.of(
                "apply-tier", LadderVerbs::applyTier,
                "decide-tier", LadderVerbs::decideTier,
                "day-end", LadderVerbs::dayEnd);
    }

    private static void applyTier(Verb.Request request, Desk desk, ObjectNode answer) {
        var no = request.fields().value("member", MemberNo::read);
        var tier = request.fields().text("tier");
        request.fields().done();
        put(desk.club().tierApplications().apply(no, tier), answer);
    }

    private static void decideTier(Verb.Request request, Desk desk, ObjectNode answer) {
        var no = request.fields().value("member", MemberNo::read);
        var tier = request.fields().optionalText("tier");
        var grant = request.fields().flag("grant");
        var reason = request.fields().optionalText("reason").orElse("");
        request.fields().done();
        put(desk.club().tierApplications().decide(no, tier, grant, reason, request::approval), answer);
    }

    private static void put(TierApplications.Application application, ObjectNode answer) {
        answer.putObject("application")
                .put("member", application.member().value())
                .put("tier", application.tier().value())
                .put("status", application.status().name().toLowerCase(Locale.ROOT))
                .put("applied", application.applied().toString())
                .put("due", application.due().toString())
                .put("overdue", application.overdue());
    }

    private static void dayEnd(Verb.Request request, Desk desk, ObjectNode answer) {
        request.fields().done();
        var ended = desk.shift().dayEnd().run();
        var days = answer.putArray("days");
        ended.forEach(day -> put(day, days.addObject()));
    }

    private static void put(EndedDay day, ObjectNode node) {
        node.put("date", day.date().toString());
        node.put("expired", day.expired());
        node.put("vouchersExpired", day.vouchersExpired());
        put(day.upgraded(), node.putArray("upgraded"));
        put(day.downgraded(), node.putArray("downgraded"));
        put(day.granted(), node.putArray("granted"));
        put(day.closed(), node.putArray("closed"));
    }

    private static void put(List<MemberNo> members, ArrayNode list) {
        members.forEach(no -> list.add(no.value()));
    }
}
