package io.huitai.programme.file;

import io.huitai.money.Rate;
import io.huitai.programme.scheme.Club;
import io.huitai.programme.scheme.Club.Events;
import io.huitai.programme.scheme.Club.Referral;
import io.huitai.programme.scheme.Membership;
import io.huitai.programme.scheme.Membership.Cards;
import io.huitai.programme.scheme.Membership.Detail;
import io.huitai.programme.scheme.Membership.Enrolment;
import io.huitai.programme.scheme.Membership.Gift;
import io.huitai.programme.scheme.Membership.Ground;
import io.huitai.programme.scheme.Membership.Kind;
import io.huitai.programme.scheme.Membership.Replacement;
import io.huitai.programme.scheme.Membership.Returns;
import io.huitai.programme.scheme.Membership.Rooms;
import io.huitai.programme.scheme.Membership.RosterLevel;
import io.huitai.programme.scheme.Membership.Shortfall;
import io.huitai.programme.words.TierId;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Reads `membership`.
record MembershipBlock(Rules rules) {
    private static final Cards USUAL_CARDS = new Cards(
            new Replacement(Optional.empty(), Optional.empty(), false, true, true),
            false,
            false,
            false,
            false,
            OptionalInt.empty());
    private static final Returns USUAL_RETURNS = new Returns(Shortfall.DEDUCT, Optional.empty(), Set.of(), false);

    Membership read(BlockReader block) {
        return new Membership(
                block.block("enrolment", this::enrolment),
                new LadderBlock(rules).read(block),
                new GrantsBlock(rules).read(block),
                block.distinct("gifts", "id", MembershipBlock::gift),
                block.distinct("kinds", "id", this::kind),
                block.optionalBlock("cards", MembershipBlock::cards).orElse(USUAL_CARDS),
                block.optionalBlock("returns", MembershipBlock::returns).orElse(USUAL_RETURNS),
                block.optionalBlock("stored-value", new StoredValueBlock(rules)::read),
                club(block),
                new StaffBlock(rules).read(block),
                block.optionalBlock("rooms", this::rooms),
                block.flag("accounts"),
                block.labels("notices"));
    }

    private Enrolment enrolment(BlockReader block) {
        return new Enrolment(
                Set.copyOf(block.oneOrMore("asks", Value.oneOf(Detail.values()))),
                block.optionalInt("minimum-age", Value.small(1, 150)),
                block.items("grounds", MembershipBlock::ground),
                block.flag("one-per-document", true),
                block.optionalBlock("roster", this::roster).orElse(Map.of()),
                block.optionalLabel("leaving"));
    }

    private Map<RosterLevel, TierId> roster(BlockReader block) {
        var roster = new EnumMap<RosterLevel, TierId>(RosterLevel.class);
        for (var level : RosterLevel.values()) {
            roster.put(level, block.value(level.code(), rules.tier()));
        }
        return roster;
    }

    private static Ground ground(BlockReader block) {
        var document = block.flag("document");
        var kind = block.oneOf("spent-in-one-day", "one-bill", "fee", "recharge");
        var amount = block.value(kind, Value.AMOUNT);
        return switch (kind) {
            case "spent-in-one-day" -> new Ground.SpentInOneDay(amount, document);
            case "one-bill" -> new Ground.OneBill(amount, document);
            case "fee" -> new Ground.Fee(amount);
            default -> new Ground.Recharge(amount);
        };
    }

    private Kind kind(BlockReader block) {
        return new Kind(
                block.value("id", Value.CARD_KIND),
                block.label("name"),
                rules.tiers(block, "tiers"),
                block.optional("fee", Value.AMOUNT),
                block.optional("preloaded", Value.AMOUNT),
                block.optional("recharge", Value.AMOUNT));
    }

    private static Gift gift(BlockReader block) {
        return new Gift(
                block.value("id", Value.GIFT),
                block.label("name"),
                block.value("points", Value.COUNT),
                block.value("stock", Value.NUMBER));
    }

    private static Cards cards(BlockReader block) {
        return new Cards(
                new Replacement(
                        block.optional("lost-fee", Value.AMOUNT),
                        block.optional("damaged-fee", Value.AMOUNT),
                        block.flag("document-for-replacement"),
                        block.flag("lost-reported", true),
                        block.flag("anonymous-replaced", true)),
                block.flag("shown-before-payment"),
                block.flag("personal"),
                block.flag("code-only"),
                block.flag("anonymous"),
                block.optionalInt("closed-after-days", Value.DAYS));
    }

    private static Returns returns(BlockReader block) {
        return new Returns(
                block.optional("shortfall", Value.oneOf(Shortfall.values())).orElse(Shortfall.DEDUCT),
                block.optional("same-day-until", Value.TIME),
                Rules.flags(block, "never"),
                block.flag("gifts-back"));
    }

    private Club club(BlockReader membership) {
        return new Club(
                membership.optionalBlock("referral", MembershipBlock::referral),
                membership.optionalLong("check-in", Value.COUNT),
                membership.optionalBlock("events", this::events),
                membership.flag("suggestions"));
    }

    private static Referral referral(BlockReader block) {
        block.someOf("points", "first-bill");
        return new Referral(
                block.optional("points", Value.NUMBER).orElse(0L),
                block.optional("first-bill", Value.SHARE).orElse(Rate.parse("0")));
    }

    private Events events(BlockReader block) {
        block.someOf("a-year", "places", "points", "prize");
        return new Events(
                block.optionalLong("a-year", Value.COUNT),
                block.optionalLong("places", Value.COUNT),
                block.optionalLong("points", Value.COUNT),
                block.optional("prize", rules.voucher()));
    }

    private Rooms rooms(BlockReader block) {
        var members = new HashMap<TierId, LocalTime>();
        for (var due : block.distinct("members", "tier", this::dueOut)) {
            members.put(due.getKey(), due.getValue());
        }
        return new Rooms(block.value("due-out", Value.TIME), members, block.value("half-night-until", Value.TIME));
    }

    private Map.Entry<TierId, LocalTime> dueOut(BlockReader block) {
        return Map.entry(block.value("tier", rules.tier()), block.value("due-out", Value.TIME));
    }
}
