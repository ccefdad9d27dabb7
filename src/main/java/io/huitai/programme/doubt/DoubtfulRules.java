package io.huitai.programme.doubt;

import io.huitai.money.Rate;
import io.huitai.programme.doubt.Doubt.Code;
import io.huitai.programme.scheme.Condition;
import io.huitai.programme.scheme.Condition.All;
import io.huitai.programme.scheme.Condition.Any;
import io.huitai.programme.scheme.Condition.Not;
import io.huitai.programme.scheme.Discount;
import io.huitai.programme.scheme.Goods;
import io.huitai.programme.scheme.Programme;
import io.huitai.shop.Category;
import io.huitai.shop.id.RuleId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Discounts, earn rules, multipliers and vouchers that never come to anything.
record DoubtfulRules(Programme programme, Chances chances) {

    Stream<Doubt> doubts() {
        var doubts = new ArrayList<Doubt>();
        discounts(doubts);
        earning(doubts);
        var vouchers = programme.vouchers();
        for (var i = 0; i < vouchers.size(); i++) {
            var voucher = vouchers.get(i);
            applies("vouchers/" + i, voucher.id(), isForNobody(voucher.when()), voucher.goods(), doubts);
        }
        return doubts.stream();
    }

    private void discounts(List<Doubt> doubts) {
        var discounts = programme.discounts();
        for (var i = 0; i < discounts.size(); i++) {
            var discount = discounts.get(i);
            var path = "discounts/" + i;
            var walkIns = discount.walkIns() && !chances.neverForWalkIns(discount.when());
            if (discount.walkIns() && !walkIns) {
                doubts.add(new Doubt(path + "/walk-ins", Code.NEVER_FOR_WALK_INS, discount.id()));
            }
            if (discount.rate().equals(Rate.ONE)) {
                doubts.add(new Doubt(path + "/rate", Code.TAKES_NOTHING_OFF, discount.id()));
            }
            var never = !walkIns && isForNobody(discount.when());
            if (applies(path, discount.id(), never, discount.goods(), doubts)) {
                loses(path, discount, winners(discount, i), walkIns, doubts);
            }
        }
    }

    private void loses(String path, Discount discount, List<Discount> winners, boolean walkIns, List<Doubt> doubts) {
        var forMembers = winners.stream().map(DoubtfulRules::rule).toList();
        var forWalkIns = winners.stream()
                .filter(Discount::walkIns)
                .map(DoubtfulRules::rule)
                .toList();
        if (isOvershadowed(discount.when(), forMembers)
                && (!walkIns || chances.neverForWalkIns(outside(discount.when(), forWalkIns)))) {
            doubts.add(new Doubt(path, Code.ALWAYS_LOSES, discount.id(), shadows(discount.when(), forMembers)));
        }
    }

    /// The discounts that leave the guest paying no more wherever both apply.
    private List<Discount> winners(Discount discount, int place) {
        var winners = new ArrayList<Discount>();
        var discounts = programme.discounts();
        for (var i = 0; i < discounts.size() && !discount.stacks(); i++) {
            var other = discounts.get(i);
            var better = other.rate().compareTo(discount.rate());
            if ((better < 0 || (better == 0 && i < place))
                    && !other.stacks()
                    && covers(other.goods(), discount.goods())) {
                winners.add(other);
            }
        }
        return winners;
    }

    private void earning(List<Doubt> doubts) {
        var rules = programme.points().earning().rules();
        for (var i = 0; i < rules.size(); i++) {
            var rule = rules.get(i);
            var path = "points/earn/" + i;
            var before = rules.subList(0, i).stream()
                    .filter(other -> covers(other.goods(), rule.goods()))
                    .map(other -> new Rule(other.id(), other.when()))
                    .toList();
            if (applies(path, rule.id(), isForNobody(rule.when()), rule.goods(), doubts)
                    && isOvershadowed(rule.when(), before)) {
                doubts.add(new Doubt(path, Code.NEVER_EARNS, rule.id(), shadows(rule.when(), before)));
            }
        }
        var multipliers = programme.points().earning().multipliers();
        for (var i = 0; i < multipliers.size(); i++) {
            var multiplier = multipliers.get(i);
            applies("points/multipliers/" + i, multiplier.id(), isForNobody(multiplier.when()), Goods.ALL, doubts);
        }
    }

    /// Whether a rule can apply to some line; what keeps it from that is a doubt.
    private static boolean applies(String path, Object id, boolean never, Goods goods, List<Doubt> doubts) {
        var nothing = isNothing(goods);
        if (never) {
            doubts.add(new Doubt(path + "/when", Code.NEVER_APPLIES, id));
        }
        if (nothing) {
            doubts.add(new Doubt(path + "/goods", Code.TOUCHES_NOTHING, id));
        }
        return !never && !nothing;
    }

    private boolean isForNobody(Condition when) {
        return chances.neverForMembers(when);
    }

    private boolean isOvershadowed(Condition when, List<Rule> others) {
        return !others.isEmpty() && chances.neverForMembers(outside(when, others));
    }

    /// The one that is enough, else all of them.
    private String shadows(Condition when, List<Rule> others) {
        return others.stream()
                .filter(other -> isOvershadowed(when, List.of(other)))
                .findFirst()
                .map(other -> other.id().value())
                .orElseGet(
                        () -> others.stream().map(other -> other.id().value()).collect(Collectors.joining(", ")));
    }

    private static Condition outside(Condition when, List<Rule> others) {
        return new All(
                List.of(when, new Not(new Any(others.stream().map(Rule::when).toList()))));
    }

    private static Rule rule(Discount discount) {
        return new Rule(discount.id(), discount.when());
    }

    /// Whether no line can be among the goods.
    private static boolean isNothing(Goods goods) {
        var noCategory = !goods.within().isEmpty()
                && goods.within().stream().allMatch(category -> isWithin(category, goods.except()));
        var noFlag = !goods.withFlags().isEmpty() && goods.withoutFlags().containsAll(goods.withFlags());
        return noCategory || noFlag;
    }

    /// Whether all lines of the narrow goods are surely among the wide.
    private static boolean covers(Goods wide, Goods narrow) {
        return (wide.within().isEmpty()
                        || (!narrow.within().isEmpty()
                                && narrow.within().stream().allMatch(category -> isWithin(category, wide.within()))))
                && wide.except().stream()
                        .allMatch(gap -> isWithin(gap, narrow.except()) || isApart(gap, narrow.within()))
                && (wide.withFlags().isEmpty()
                        || (!narrow.withFlags().isEmpty() && wide.withFlags().containsAll(narrow.withFlags())))
                && narrow.withoutFlags().containsAll(wide.withoutFlags());
    }

    private static boolean isWithin(Category category, List<Category> wider) {
        return wider.stream().anyMatch(category::within);
    }

    private static boolean isApart(Category gap, List<Category> goods) {
        return !goods.isEmpty() && goods.stream().noneMatch(category -> category.within(gap) || gap.within(category));
    }

    private record Rule(RuleId id, Condition when) {}
}
