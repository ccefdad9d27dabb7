package io.huitai.programme.file;

import io.huitai.money.Rate;
import io.huitai.programme.Club;
import io.huitai.programme.Club.Events;
import io.huitai.programme.Club.Referral;
import io.huitai.programme.GiftId;
import io.huitai.programme.Membership;
import io.huitai.programme.Membership.Cards;
import io.huitai.programme.Membership.Detail;
import io.huitai.programme.Membership.Enrolment;
import io.huitai.programme.Membership.Gift;
import io.huitai.programme.Membership.Ground;
import io.huitai.programme.Membership.Kind;
import io.huitai.programme.Membership.Replacement;
import io.huitai.programme.Membership.Returns;
import io.huitai.programme.Membership.Rooms;
import io.huitai.programme.Membership.RosterLevel;
import io.huitai.programme.Membership.Shortfall;
import io.huitai.programme.TierId;
import io.huitai.programme.VoucherTypeId;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/// Reads `membership`.
///
/// @param vouchers the types that the programme knows
record MembershipBlock(Rules rules, Set<VoucherTypeId> vouchers) {
    private static final Cards USUAL_CARDS = new Cards(
            new Replacement(Optional.empty(), Optional.empty(), false, true, true),
            false,
            false,
            false,
            false,
            OptionalInt.empty());

    Membership read(Block membership) {
        return membership.make(block -> new Membership(
                enrolment(block.block("enrolment")),
                new LadderBlock(rules).read(block),
                new GrantsBlock(rules, vouchers).read(block.items("grants")),
                block.items("gifts").stream()
                        .map(item -> Block.of(item).make(MembershipBlock::gift))
                        .toList(),
                block.items("kinds").stream()
                        .map(item -> Block.of(item).make(this::kind))
                        .toList(),
                block.optionalBlock("cards")
                        .map(cards -> cards.make(MembershipBlock::cards))
                        .orElse(USUAL_CARDS),
                block.optionalBlock("returns")
                        .map(returns -> returns.make(MembershipBlock::returns))
                        .orElse(new Returns(Shortfall.DEDUCT, Optional.empty(), Set.of(), false)),
                block.optionalBlock("stored-value").map(new StoredValueBlock(rules)::read),
                club(block),
                new StaffBlock(rules).read(block),
                block.optionalBlock("rooms").map(rooms -> rooms.make(this::rooms)),
                block.flag("accounts"),
                block.labels("notices")));
    }

    private Enrolment enrolment(Block enrolment) {
        return enrolment.make(block -> new Enrolment(
                Set.copyOf(block.oneOrMore("asks", text -> Block.word("a detail", Detail.values(), text))),
                block.optionalSmall("minimum-age"),
                block.items("grounds").stream()
                        .map(item -> Block.of(item).make(MembershipBlock::ground))
                        .toList(),
                block.flag("one-per-document", true),
                block.optionalBlock("roster")
                        .map(roster -> roster.make(this::roster))
                        .orElse(Map.of()),
                block.has("leaving") ? Optional.of(block.label("leaving")) : Optional.empty()));
    }

    private Map<RosterLevel, TierId> roster(Block block) {
        var roster = new EnumMap<RosterLevel, TierId>(RosterLevel.class);
        for (var level : RosterLevel.values()) {
            roster.put(level, block.value(level.code(), rules::tier));
        }
        return roster;
    }

    private static Ground ground(Block block) {
        var grounds = new ArrayList<Ground>();
        var document = block.flag("document");
        block.optionalAmount("spent-in-one-day")
                .ifPresent(amount -> grounds.add(new Ground.SpentInOneDay(amount, document)));
        block.optionalAmount("one-bill").ifPresent(amount -> grounds.add(new Ground.OneBill(amount, document)));
        block.optionalAmount("fee").ifPresent(amount -> grounds.add(new Ground.Fee(amount)));
        block.optionalAmount("recharge").ifPresent(amount -> grounds.add(new Ground.Recharge(amount)));
        if (grounds.size() != 1) {
            throw block.fault("exactly one of spent-in-one-day, one-bill, fee, recharge was expected");
        }
        return grounds.getFirst();
    }

    private Kind kind(Block block) {
        return new Kind(
                block.value("id", Function.identity()),
                block.label("name"),
                rules.tiers(block, "tiers"),
                block.optionalAmount("fee"),
                block.optionalAmount("preloaded"),
                block.optionalAmount("recharge"));
    }

    private static Gift gift(Block block) {
        return new Gift(
                block.value("id", GiftId::new), block.label("name"), block.whole("points"), block.whole("stock"));
    }

    private static Cards cards(Block block) {
        return new Cards(
                new Replacement(
                        block.optionalAmount("lost-fee"),
                        block.optionalAmount("damaged-fee"),
                        block.flag("document-for-replacement"),
                        block.flag("lost-reported", true),
                        block.flag("anonymous-replaced", true)),
                block.flag("shown-before-payment"),
                block.flag("personal"),
                block.flag("code-only"),
                block.flag("anonymous"),
                block.optionalSmall("closed-after-days"));
    }

    private static Returns returns(Block block) {
        return new Returns(
                block.optionalValue("shortfall", text -> Block.word("a policy", Shortfall.values(), text))
                        .orElse(Shortfall.DEDUCT),
                block.optionalValue("same-day-until", LocalTime::parse),
                Rules.flags(block, "never"),
                block.flag("gifts-back"));
    }

    private Club club(Block membership) {
        return new Club(
                membership
                        .optionalBlock("referral")
                        .map(referral -> referral.make(block -> new Referral(
                                block.optionalWhole("points").orElse(0L),
                                block.optionalValue("first-bill", Rate::parse).orElse(Rate.parse("0"))))),
                membership.optionalCount("check-in"),
                membership
                        .optionalBlock("events")
                        .map(events -> events.make(block -> new Events(
                                block.optionalCount("a-year"),
                                block.optionalCount("places"),
                                block.optionalCount("points"),
                                block.has("prize")
                                        ? Optional.of(PointsBlock.voucher(block, "prize", vouchers))
                                        : Optional.empty()))),
                membership.flag("suggestions"));
    }

    private Rooms rooms(Block block) {
        var members = new HashMap<TierId, LocalTime>();
        for (var item : block.items("members")) {
            Block.of(item)
                    .make(each ->
                            members.put(each.value("tier", rules::tier), each.value("due-out", LocalTime::parse)));
        }
        return new Rooms(
                block.value("due-out", LocalTime::parse), members, block.value("half-night-until", LocalTime::parse));
    }
}
