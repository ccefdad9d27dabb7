package io.huitai.console;

import io.huitai.device.decode.Uids;
import io.huitai.shop.CardNumber;
import io.huitai.shop.MemberNo;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.TenderType;
import io.huitai.shop.Writing;
import io.huitai.till.Desk;
import io.huitai.till.club.Members;
import io.huitai.till.club.Members.Application;
import io.huitai.till.club.Members.CardShown;
import io.huitai.till.club.Members.Ground;
import io.huitai.till.member.MemberView;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Members: looked up, enrolled, given tiers.
final class MemberVerbs {
    private MemberVerbs() {}

    static Map<String, Verb> all() {
        return Map.of(
                "member", MemberVerbs::member,
                "member-info", MemberVerbs::memberInfo,
                "enrol", MemberVerbs::enrol,
                "set-tier", MemberVerbs::setTier);
    }

    private static void member(Verb.Request request, Desk desk, ObjectNode answer) {
        var fields = request.fields();
        var no = fields.optionalValue("no", MemberNo::read);
        var phone = fields.optionalText("phone");
        var name = fields.optionalText("name");
        fields.done();
        if ((no.isPresent() ? 1 : 0) + (phone.isPresent() ? 1 : 0) + (name.isPresent() ? 1 : 0) != 1) {
            throw fields.bad("no", Wrong.ONE_OF, "no, phone, name");
        }
        desk.bill().bills().mustBeChangeable();
        var found = no.map(number -> List.of(desk.club().members().view(number)))
                .or(() -> phone.map(desk.club().members()::byPhone))
                .or(() -> name.map(desk.club().members()::byName))
                .orElse(List.of());
        if (found.isEmpty()) {
            throw Refusal.of(ErrorCode.UNKNOWN_MEMBER);
        }
        if (found.size() > 1) {
            putCandidates(found, answer);
            return;
        }
        BillVerbs.putMember(request, desk.bill().bills().member(found.getFirst().no()), answer);
    }

    private static void putCandidates(List<MemberView> found, ObjectNode answer) {
        var candidates = answer.putArray("candidates");
        for (var each : found) {
            candidates
                    .addObject()
                    .put("no", each.no().value())
                    .put("name", each.name())
                    .put("phone", each.phoneMasked())
                    .put("tier", each.tier().value());
        }
    }

    private static void memberInfo(Verb.Request request, Desk desk, ObjectNode answer) {
        var no = request.fields().value("no", MemberNo::read);
        request.fields().done();
        answer.set("member", Answers.member(desk.club().members().view(no)));
    }

    private static void enrol(Verb.Request request, Desk desk, ObjectNode answer) {
        var fields = request.fields();
        var application = new Application(
                fields.text("name"),
                fields.text("phone"),
                fields.optionalText("email"),
                fields.optionalObject("document").map(MemberVerbs::document),
                fields.optionalDate("birthday"),
                fields.optionalWord("gender", MemberVerbs::gender),
                fields.optionalFlag("consent"),
                fields.optionalObject("card").map(MemberVerbs::card),
                fields.optionalText("kind"),
                fields.optionalText("referrer")
                        .filter(text -> !Writing.plain(text).isEmpty())
                        .flatMap(_ -> fields.optionalValue("referrer", MemberNo::read)),
                fields.optionalObject("ground").map(MemberVerbs::ground).orElse(new Ground.None()));
        fields.done();
        var enrolled = desk.club().members().enrol(application, request::approval);
        answer.set("member", Answers.member(enrolled.member()));
        putCard(enrolled.card(), answer);
        answer.set("granted", Answers.vouchers(enrolled.granted()));
        answer.put("points", enrolled.member().points());
    }

    static void putCard(Optional<CardNumber> card, ObjectNode answer) {
        card.ifPresentOrElse(
                number -> answer.putObject("card").put("no", number.masked()), () -> answer.putNull("card"));
    }

    private static Optional<String> gender(String word) {
        return Optional.of(Writing.plain(word).toLowerCase(Locale.ROOT)).filter(List.of("m", "f")::contains);
    }

    private static Application.Document document(Fields fields) {
        var document = new Application.Document(fields.text("type"), fields.text("no"));
        fields.done();
        return document;
    }

    /// The `card` of a request, as it was shown.
    static CardShown card(Fields fields) {
        var track2 = fields.optionalText("track2");
        var uid = fields.optionalValue("uid", MemberVerbs::uid);
        fields.done();
        if (track2.isPresent() == uid.isPresent()) {
            throw fields.bad("track2", Wrong.ONE_OF, "track2, uid");
        }
        return track2.<CardShown>map(CardShown.Track2::new).orElseGet(() -> new CardShown.Uid(uid.orElse("")));
    }

    /// What a contactless reader gives, in capitals; never repeated in an answer.
    static String uid(String hex) {
        var bare = Uids.hex(hex).orElse(hex);
        if (bare.isEmpty() || !bare.chars().allMatch(HexFormat::isHexDigit)) {
            throw new IllegalArgumentException("it is not hexadecimal");
        }
        return bare.toUpperCase(Locale.ROOT);
    }

    private static Ground ground(Fields fields) {
        Optional<Ground> receipts = !fields.has("receipt")
                ? Optional.empty()
                : Optional.of(new Ground.Receipts(
                        fields.isList("receipt")
                                ? fields.texts("receipt").stream()
                                        .map(ReceiptNo::new)
                                        .toList()
                                : List.of(fields.value("receipt", ReceiptNo::new))));
        Optional<Ground> fee = fields.optionalWord("fee", TenderType::of).map(Ground.Fee::new);
        Optional<Ground> waived = fields.optionalText("waived").map(Ground.Waived::new);
        if (waived.isPresent() && fields.text("waived").isBlank()) {
            throw fields.bad("waived", Wrong.NO_REASON);
        }
        fields.done();
        return receipts.or(() -> fee).or(() -> waived).orElse(new Ground.None());
    }

    private static void setTier(Verb.Request request, Desk desk, ObjectNode answer) {
        var no = request.fields().value("member", MemberNo::read);
        var tier = request.fields().text("tier");
        var reason = request.fields().text("reason");
        request.fields().done();
        Members members = desk.club().members();
        var view = members.setTier(no, tier, reason, request::approval);
        answer.put("member", no.value());
        answer.put("tier", view.tier().value());
    }
}
