package io.huitai.programme.file;

import io.huitai.programme.GiftId;
import io.huitai.programme.Grant;
import io.huitai.programme.Grant.Given;
import io.huitai.programme.Grant.Occasion;
import io.huitai.programme.Membership;
import io.huitai.programme.Membership.Cards;
import io.huitai.programme.Membership.Detail;
import io.huitai.programme.Membership.Enrolment;
import io.huitai.programme.Membership.Gift;
import io.huitai.programme.Membership.Ground;
import io.huitai.programme.Membership.Kind;
import io.huitai.programme.Membership.Returns;
import io.huitai.programme.Membership.Review;
import io.huitai.programme.Membership.Shortfall;
import io.huitai.programme.Membership.StoredValue;
import io.huitai.programme.RuleId;
import io.huitai.programme.VoucherTypeId;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/// Reads `membership`.
///
/// @param vouchers the types that the programme knows
record MembershipBlock(Rules rules, Set<VoucherTypeId> vouchers) {

    Membership read(Block membership) {
        return membership.make(block -> new Membership(
                enrolment(block.block("enrolment")),
                block.optionalValue("review", PointsBlock::monthDay).map(Review::new),
                block.items("grants").stream()
                        .map(item -> Block.of(item).make(this::grant))
                        .toList(),
                block.items("gifts").stream()
                        .map(item -> Block.of(item).make(MembershipBlock::gift))
                        .toList(),
                block.items("kinds").stream()
                        .map(item -> Block.of(item).make(this::kind))
                        .toList(),
                block.optionalBlock("cards")
                        .map(cards -> cards.make(MembershipBlock::cards))
                        .orElse(new Cards(
                                Optional.empty(), Optional.empty(), false, false, false, OptionalInt.empty())),
                block.optionalBlock("returns")
                        .map(returns -> returns.make(MembershipBlock::returns))
                        .orElse(new Returns(Shortfall.DEDUCT, Optional.empty(), Set.of(), false)),
                block.optionalBlock("stored-value")
                        .map(stored -> stored.make(each -> new StoredValue(each.amount("minimum")))),
                block.labels("notices")));
    }

    private static Enrolment enrolment(Block enrolment) {
        return enrolment.make(block -> new Enrolment(
                Set.copyOf(block.oneOrMore("asks", text -> word("a detail", Detail.values(), text))),
                small(block, "minimum-age"),
                block.items("grounds").stream()
                        .map(item -> Block.of(item).make(MembershipBlock::ground))
                        .toList(),
                block.flag("one-per-document", true)));
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

    private Grant grant(Block block) {
        var given = new ArrayList<Given>();
        block.optionalWhole("points").ifPresent(points -> given.add(new Given.Points(points)));
        for (var item : block.items("vouchers")) {
            given.add(Block.of(item)
                    .make(each -> new Given.Vouchers(
                            PointsBlock.voucher(each, "type", vouchers),
                            each.whole("count"),
                            PointsBlock.validity(each, "validity"))));
        }
        if (given.isEmpty()) {
            throw block.fault("points or vouchers were expected");
        }
        return new Grant(
                block.value("id", RuleId::new),
                occasion(block.required("occasion")),
                rules.tiers(block, "tiers"),
                given);
    }

    private static Occasion occasion(Yaml yaml) {
        if (!(yaml instanceof Yaml.Mapping)) {
            return Block.value(yaml, text -> switch (text) {
                case "joining" -> new Occasion.Joining();
                case "card-binding" -> new Occasion.CardBinding();
                case "tier-reached" -> new Occasion.TierReached();
                case "birthday" -> new Occasion.Birthday();
                case "birthday-month" -> new Occasion.BirthdayMonth();
                case "joining-day" -> new Occasion.JoiningDay();
                default -> throw new IllegalArgumentException("'" + text + "' is not an occasion");
            });
        }
        return Block.of(yaml).make(block -> {
            var occasions = new ArrayList<Occasion>();
            block.optionalAmount("first-bill").ifPresent(each -> occasions.add(new Occasion.FirstBill(each)));
            block.optionalWhole("every-nth-visit").ifPresent(each -> occasions.add(new Occasion.EveryNthVisit(each)));
            block.optionalAmount("yearly-spend").ifPresent(each -> occasions.add(new Occasion.YearlySpend(each)));
            block.optionalValue("dormant-days", Block::smallOf)
                    .ifPresent(each -> occasions.add(new Occasion.Dormancy(each)));
            block.optionalAmount("recharge").ifPresent(each -> occasions.add(new Occasion.RechargeAtLeast(each)));
            if (occasions.size() != 1) {
                throw block.fault(
                        "exactly one of first-bill, every-nth-visit, yearly-spend, dormant-days, recharge was expected");
            }
            return occasions.getFirst();
        });
    }

    private Kind kind(Block block) {
        return new Kind(block.value("id", Function.identity()), block.label("name"), rules.tiers(block, "tiers"));
    }

    private static Gift gift(Block block) {
        return new Gift(
                block.value("id", GiftId::new), block.label("name"), block.whole("points"), block.whole("stock"));
    }

    private static Cards cards(Block block) {
        return new Cards(
                block.optionalAmount("lost-fee"),
                block.optionalAmount("damaged-fee"),
                block.flag("document-for-replacement"),
                block.flag("shown-before-payment"),
                block.flag("personal"),
                small(block, "closed-after-days"));
    }

    private static Returns returns(Block block) {
        return new Returns(
                block.optionalValue("shortfall", text -> word("a policy", Shortfall.values(), text))
                        .orElse(Shortfall.DEDUCT),
                block.optionalValue("same-day-until", LocalTime::parse),
                Rules.flags(block, "never"),
                block.flag("gifts-back"));
    }

    private static OptionalInt small(Block block, String key) {
        return block.optionalValue(key, Block::smallOf).map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    /// An enum's name, in lower case with dashes.
    private static <E extends Enum<E>> E word(String what, E[] values, String text) {
        List<String> words = Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        var found = words.indexOf(text);
        if (found < 0) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not " + what + "; expected one of: " + String.join(", ", words));
        }
        return values[found];
    }
}
