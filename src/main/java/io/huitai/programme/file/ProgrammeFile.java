package io.huitai.programme.file;

import io.huitai.programme.Discount;
import io.huitai.programme.Programme;
import io.huitai.programme.Programme.Head;
import io.huitai.programme.ProgrammeId;
import io.huitai.programme.Requirement;
import io.huitai.programme.RuleId;
import io.huitai.programme.Span;
import io.huitai.programme.Tier;
import io.huitai.programme.TierId;
import io.huitai.programme.VoucherTypeId;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Reads a programme from the bytes of its file. What is not understood is refused with its place.
public final class ProgrammeFile {
    private ProgrammeFile() {}

    /// The programme that a file holds.
    ///
    /// @param source the file's name, for faults
    /// @throws BadProgramme at the first thing that is wrong
    public static Programme read(String source, byte[] bytes) {
        var top = Block.of(Yaml.parse(source, text(source, bytes)));
        return top.make(block -> programme(block, digest(bytes)));
    }

    private static Programme programme(Block top, String digest) {
        var head = new Head(
                top.value("id", ProgrammeId::new),
                top.value("version", Block::smallOf),
                digest,
                top.value("applies-from", LocalDate::parse),
                top.label("name"));
        var tierIds = tierIds(top.items("tiers"));
        var rules = new Rules(tierIds);
        var tiers = tiers(top, rules);
        var vouchers = new Vouchers(rules).read(top.items("vouchers"));
        var voucherIds = new HashSet<VoucherTypeId>();
        vouchers.forEach(type -> voucherIds.add(type.id()));
        var discounts = discounts(top, rules);
        var points = new PointsBlock(rules, voucherIds).read(top.block("points"));
        var membership = top.optionalBlock("membership")
                .map(block -> new MembershipBlock(rules, voucherIds).read(block))
                .orElseThrow(() -> top.fault("'membership' is missing"));
        return new Programme(head, tiers, discounts, points, vouchers, membership);
    }

    private static Set<TierId> tierIds(List<Yaml> items) {
        var ids = new LinkedHashSet<TierId>();
        for (var item : items) {
            var block = Block.of(item);
            if (!ids.add(block.value("id", TierId::new))) {
                throw block.fault("id", "this tier stands here twice");
            }
        }
        return ids;
    }

    private static Tier.Application application(Block block, Rules rules) {
        return new Tier.Application(
                block.amount("each-month"),
                block.value("months", Block::smallOf),
                block.optionalValue("as", rules::tier));
    }

    private static List<Tier> tiers(Block top, Rules rules) {
        var items = Block.itemsOf(top.required("tiers"));
        var tiers = new ArrayList<Tier>(items.size());
        for (var item : items) {
            var rank = tiers.size();
            tiers.add(Block.of(item)
                    .make(block -> new Tier(
                            block.value("id", TierId::new),
                            rank,
                            block.label("name"),
                            block.optional("entry").map(ProgrammeFile::requirement),
                            block.optionalBlock("application")
                                    .map(application -> application.make(each -> application(each, rules))),
                            block.optional("keep").map(ProgrammeFile::requirement),
                            block.labels("notices"))));
        }
        return tiers;
    }

    /// Exactly one of its kinds; amounts, points and visits may say over which days.
    private static Requirement requirement(Yaml yaml) {
        return Block.of(yaml).make(block -> {
            var kinds = new ArrayList<Requirement>();
            var span = block.optional("within").map(ProgrammeFile::span);
            var days = span.orElse(new Span.Lifetime());
            block.optionalAmount("spend").ifPresent(each -> kinds.add(new Requirement.SpendAtLeast(each, days)));
            block.optionalWhole("points").ifPresent(each -> kinds.add(new Requirement.PointsAtLeast(each, days)));
            block.optionalWhole("visits").ifPresent(each -> kinds.add(new Requirement.VisitsAtLeast(each, days)));
            var dated = kinds.size();
            block.optionalAmount("recharge").ifPresent(each -> kinds.add(new Requirement.RechargeAtLeast(each)));
            block.optional("any").ifPresent(each -> kinds.add(new Requirement.AnyOf(requirements(each))));
            block.optional("all").ifPresent(each -> kinds.add(new Requirement.AllOf(requirements(each))));
            if (kinds.size() != 1) {
                throw block.fault("exactly one of spend, points, visits, recharge, any, all was expected");
            }
            if (span.isPresent() && dated == 0) {
                throw block.fault("within", "'within' goes with spend, points or visits");
            }
            return kinds.getFirst();
        });
    }

    private static List<Requirement> requirements(Yaml yaml) {
        return Block.itemsOf(yaml).stream().map(ProgrammeFile::requirement).toList();
    }

    private static Span span(Yaml yaml) {
        if (yaml instanceof Yaml.Mapping) {
            return Block.of(yaml).make(block -> new Span.LastMonths(block.value("months", Block::smallOf)));
        }
        return Block.value(yaml, text -> switch (text) {
            case "lifetime" -> new Span.Lifetime();
            case "joining" -> new Span.SinceJoining();
            case "year" -> new Span.CalendarYear();
            case "past-year" -> new Span.PastYear();
            default ->
                throw new IllegalArgumentException(
                        "lifetime, joining, year, past-year or {months: n} was expected, not '" + text + "'");
        });
    }

    private static List<Discount> discounts(Block top, Rules rules) {
        var ids = new HashSet<RuleId>();
        var discounts = new ArrayList<Discount>();
        for (var item : top.items("discounts")) {
            var block = Block.of(item);
            var discount = block.make(each -> new Discount(
                    each.value("id", RuleId::new),
                    each.label("name"),
                    each.rate("rate"),
                    rules.when(each),
                    rules.goods(each),
                    each.flag("stacks"),
                    each.flag("walk-ins")));
            if (!ids.add(discount.id())) {
                throw block.fault("id", "this discount stands here twice");
            }
            discounts.add(discount);
        }
        return discounts;
    }

    private static String text(String source, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new BadProgramme(source, 1, 1, "is not UTF-8");
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java runtime has SHA-256", missing);
        }
    }
}
