package io.huitai.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huitai.console.TradeWords.Secret;
import io.huitai.console.TradeWords.Uid;
import io.huitai.console.TradeWords.Varied;
import io.huitai.console.Verb.Shown;
import io.huitai.money.Money;
import io.huitai.shop.CardNumber;
import io.huitai.shop.MemberNo;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.TenderType;
import io.huitai.shop.Wording;
import io.huitai.shop.Writing;
import io.huitai.shop.id.TierId;
import io.huitai.till.Desk;
import io.huitai.till.club.Cards;
import io.huitai.till.club.Leaving;
import io.huitai.till.club.Members;
import io.huitai.till.club.Members.Application;
import io.huitai.till.club.Members.CardShown;
import io.huitai.till.club.Members.Ground;
import io.huitai.till.club.TierApplications;
import io.huitai.till.member.MemberView;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Members: looked up, enrolled, given cards and tiers, and leaving.
final class MemberVerbs {
    private MemberVerbs() {}

    static void putInto(Verb.Table<Desk> table) {
        table.put("member", Find.class, MemberVerbs::member);
        var members = table.at(desk -> desk.club().members());
        members.put("member-info", Look.class, (asked, _, desk) -> Map.of("member", desk.view(asked.no)));
        members.put("enrol", Enrol.class, MemberVerbs::enrol);
        members.put("set-tier", SetTier.class, MemberVerbs::setTier);
        var cards = table.at(desk -> desk.club().cards());
        cards.put("bind-card", Binding.class, MemberVerbs::bind);
        cards.put("report-lost", Losing.class, MemberVerbs::reportLost);
        cards.put("replace-card", Replacing.class, MemberVerbs::replace);
        var tiers = table.at(desk -> desk.club().tierApplications());
        tiers.put(
                "apply-tier",
                ApplyTier.class,
                (asked, _, desk) -> Map.of("application", desk.apply(asked.member, asked.tier)));
        tiers.put("decide-tier", DecideTier.class, MemberVerbs::decideTier);
        var leaving = table.at(desk -> desk.club().leaving());
        leaving.put("close-membership", Closing.class, MemberVerbs::close);
        leaving.put("return-card", Going.class, (asked, by, desk) -> desk.returnCard(asked.member, asked.reason, by));
        leaving.put("forget-member", Going.class, (asked, by, desk) -> desk.forget(asked.member, asked.reason, by));
    }

    private record Find(Optional<MemberNo> no, Optional<String> phone, Optional<String> name) {}

    private static Object member(Find asked, Verb.Request request, Desk desk) {
        if (Stream.of(asked.no, asked.phone, asked.name)
                        .filter(Optional::isPresent)
                        .count()
                != 1) {
            throw new BadRequest("no", Wrong.ONE_OF, "no, phone, name");
        }
        desk.bill().bills().mustBeChangeable();
        var members = desk.club().members();
        var found = asked.no
                .map(number -> List.of(members.view(number)))
                .or(() -> asked.phone.map(members::byPhone))
                .or(() -> asked.name.map(members::byName))
                .orElse(List.of());
        if (found.isEmpty()) {
            throw Refusal.of(ErrorCode.UNKNOWN_MEMBER);
        }
        return found.size() > 1
                ? Map.of("candidates", found.stream().map(Candidate::of).toList())
                : Shown.member(
                        Optional.empty(),
                        desk.bill().bills().member(found.getFirst().no()));
    }

    private record Candidate(MemberNo no, String name, String phone, TierId tier) {
        private static Candidate of(MemberView member) {
            return new Candidate(
                    member.no(),
                    member.name(),
                    member.phoneMasked(),
                    member.rung().id());
        }
    }

    private record Look(MemberNo no) {}

    /// @param ground one receipt or a list of them, a fee, or why there is none
    private record Enrol(
            String name,
            String phone,
            Optional<String> email,
            Optional<Application.Document> document,
            Optional<LocalDate> birthday,
            Optional<Gender> gender,
            Optional<Boolean> consent,
            Optional<Card> card,
            Optional<String> kind,
            Optional<Referrer> referrer,
            Optional<Given> ground) {
        private Application application() {
            return new Application(
                    name,
                    phone,
                    email,
                    document,
                    birthday,
                    gender.map(Gender::code),
                    consent,
                    card.map(shown -> shown.at("card")),
                    kind,
                    referrer.flatMap(Referrer::no),
                    ground.map(Given::ground).orElse(new Ground.None()));
        }
    }

    record Gender(String code) {
        static Optional<Gender> of(String word) {
            var code = Writing.plain(word).toLowerCase(Locale.ROOT);
            return List.of("m", "f").contains(code) ? Optional.of(new Gender(code)) : Optional.empty();
        }
    }

    /// Nobody where the text is blank.
    record Referrer(Optional<MemberNo> no) {
        static Referrer of(String text) {
            return new Referrer(Writing.plain(text).isEmpty() ? Optional.empty() : Optional.of(MemberNo.read(text)));
        }
    }

    /// The `card` of a request, as it was shown.
    private record Card(Optional<Secret> track2, Optional<Uid> uid) {
        private CardShown at(String path) {
            if (track2.isPresent() == uid.isPresent()) {
                throw new BadRequest(path + ".track2", Wrong.ONE_OF, "track2, uid");
            }
            return track2.<CardShown>map(read -> new CardShown.Track2(read.text()))
                    .orElseGet(() -> new CardShown.Uid(uid.orElseThrow().hex()));
        }
    }

    private record Given(Optional<Varied> receipt, Optional<TenderType> fee, Optional<String> waived) {
        private Ground ground() {
            if (waived.filter(String::isBlank).isPresent()) {
                throw new BadRequest("ground.waived", Wrong.NO_REASON);
            }
            return receipt.<Ground>map(shown -> new Ground.Receipts(receipts(shown.node())))
                    .or(() -> fee.map(Ground.Fee::new))
                    .or(() -> waived.map(Ground.Waived::new))
                    .orElse(new Ground.None());
        }

        private static List<ReceiptNo> receipts(JsonNode shown) {
            return shown.isArray()
                    ? List.of(ConsoleJson.read("ground.receipt", shown, ReceiptNo[].class))
                    : List.of(ConsoleJson.read("ground.receipt", shown, ReceiptNo.class));
        }
    }

    private record Enrolled(
            MemberView member, Optional<CardNumber> card, List<MemberAnswer.Vouchers> granted, long points) {}

    private static Enrolled enrol(Enrol asked, Verb.Request request, Members desk) {
        var enrolled = desk.enrol(asked.application(), request);
        var granted = MemberAnswer.Vouchers.of(enrolled.granted());
        return new Enrolled(
                enrolled.member(),
                enrolled.card(),
                granted,
                enrolled.member().held().points());
    }

    private record Binding(MemberNo member, Card card) {}

    private static Object bind(Binding asked, Verb.Request request, Cards desk) {
        return Map.of("card", desk.bind(asked.member, asked.card.at("card"), request));
    }

    private record Losing(MemberNo member, Optional<CardNumber> card) {}

    private static Object reportLost(Losing asked, Verb.Request request, Cards desk) {
        return Map.of("cards", desk.reportLost(asked.member, asked.card));
    }

    private record Replacing(MemberNo member, Card card, Cards.Reason reason, Optional<TenderType> tender) {}

    private record Replaced(
            Money fee,
            CardNumber card,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> notice) {}

    private static Replaced replace(Replacing asked, Verb.Request request, Cards desk) {
        var tender = asked.tender.orElse(TenderType.CASH);
        var replaced = desk.replace(asked.member, asked.card.at("card"), asked.reason, tender, request);
        var notice = Wording.of(MemberVerbs.class, request.lang()).say("look-at-document");
        return new Replaced(replaced.fee(), replaced.card(), Optional.of(notice).filter(_ -> replaced.showsDocument()));
    }

    private record SetTier(MemberNo member, String tier, String reason) {}

    private record InTier(MemberNo member, TierId tier) {}

    private static InTier setTier(SetTier asked, Verb.Request request, Members desk) {
        var set = desk.setTier(asked.member, asked.tier, asked.reason, request);
        return new InTier(asked.member, set.rung().id());
    }

    private record ApplyTier(MemberNo member, String tier) {}

    private record DecideTier(MemberNo member, Optional<String> tier, boolean grant, Optional<String> reason) {}

    private static Object decideTier(DecideTier asked, Verb.Request request, TierApplications desk) {
        var reason = asked.reason.orElse("");
        return Map.of("application", desk.decide(asked.member, asked.tier, asked.grant, reason, request));
    }

    private record Closing(MemberNo member, String reason, Optional<Boolean> cancelled) {}

    private static Leaving.Left close(Closing asked, Verb.Request request, Leaving leaving) {
        return asked.cancelled.orElse(false)
                ? leaving.cancel(asked.member, asked.reason, request)
                : leaving.close(asked.member, asked.reason, request);
    }

    private record Going(MemberNo member, String reason) {}
}
