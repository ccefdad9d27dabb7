package io.huitai.programme.doubt;

import io.huitai.money.Money;
import io.huitai.programme.doubt.Doubt.Code;
import io.huitai.programme.scheme.Grant.Occasion;
import io.huitai.programme.scheme.Membership.Detail;
import io.huitai.programme.scheme.Membership.Ground;
import io.huitai.programme.scheme.Programme;
import io.huitai.programme.scheme.Requirement;
import io.huitai.programme.scheme.StoredValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Chinese law on prepaid cards and on personal data: a registered card holds at most 5000 yuan, which does not expire;
/// an anonymous one at most 1000, for at least three years; data beyond name and phone need consent.
record CardLaw(Programme programme) {
    private static final Money REGISTERED = Money.parse("5000.00");
    private static final Money ANONYMOUS = Money.parse("1000.00");
    private static final int THREE_YEARS = 3 * 365 + 1;
    private static final Set<Detail> NEEDED_ANYWAY = Set.of(Detail.NAME, Detail.PHONE);

    Stream<Doubt> doubts() {
        var doubts = new ArrayList<Doubt>();
        programme.membership().storedValue().ifPresent(stored -> money(stored, doubts));
        data(doubts);
        return doubts.stream();
    }

    private void money(StoredValue stored, List<Doubt> doubts) {
        var membership = programme.membership();
        limit("membership/stored-value/minimum", Optional.of(stored.minimum()), doubts);
        for (var i = 0; i < stored.bands().size(); i++) {
            var band = stored.bands().get(i);
            var withBonus = band.from().plus(band.from().at(band.usual()));
            limit("membership/stored-value/bonus/" + i, Optional.of(withBonus), doubts);
        }
        for (var i = 0; i < membership.kinds().size(); i++) {
            var kind = membership.kinds().get(i);
            limit("membership/kinds/" + i + "/preloaded", kind.preloaded(), doubts);
            limit("membership/kinds/" + i + "/recharge", kind.recharge(), doubts);
        }
        for (var i = 0; i < membership.enrolment().grounds().size(); i++) {
            if (membership.enrolment().grounds().get(i) instanceof Ground.Recharge(var amount)) {
                limit("membership/enrolment/grounds/" + i, Optional.of(amount), doubts);
            }
        }
        for (var i = 0; i < membership.grants().size(); i++) {
            if (membership.grants().get(i).occasion() instanceof Occasion.RechargeAtLeast(var amount)) {
                limit("membership/grants/" + i + "/occasion", Optional.of(amount), doubts);
            }
        }
        for (var i = 0; i < programme.tiers().size(); i++) {
            limit("tiers/" + i + "/entry", programme.tiers().get(i).entry().flatMap(CardLaw::recharge), doubts);
        }
        membership.cards().closedAfterDays().ifPresent(days -> expiry(days, doubts));
    }

    private void limit(String path, Optional<Money> amount, List<Doubt> doubts) {
        var most = isAnonymous() ? ANONYMOUS : REGISTERED;
        var code = isAnonymous() ? Code.ANONYMOUS_CARD_LIMIT : Code.REGISTERED_CARD_LIMIT;
        amount.filter(money -> money.compareTo(most) > 0)
                .ifPresent(money -> doubts.add(new Doubt(path, code, money, most)));
    }

    private void expiry(int days, List<Doubt> doubts) {
        var path = "membership/cards/closed-after-days";
        if (!isAnonymous()) {
            doubts.add(new Doubt(path, Code.MONEY_EXPIRES, days));
        } else if (days < THREE_YEARS) {
            doubts.add(new Doubt(path, Code.MONEY_EXPIRES_EARLY, days));
        }
    }

    private boolean isAnonymous() {
        return programme.membership().cards().anonymous();
    }

    /// The largest recharge that is asked for.
    private static Optional<Money> recharge(Requirement requirement) {
        return switch (requirement) {
            case Requirement.RechargeAtLeast(var amount) -> Optional.of(amount);
            case Requirement.AllOf(var parts) -> largest(parts);
            case Requirement.AnyOf(var parts) -> largest(parts);
            case Requirement.SpendAtLeast _, Requirement.PointsAtLeast _, Requirement.VisitsAtLeast _ ->
                Optional.empty();
        };
    }

    private static Optional<Money> largest(List<Requirement> parts) {
        return parts.stream().flatMap(part -> recharge(part).stream()).max(Money::compareTo);
    }

    private void data(List<Doubt> doubts) {
        var asked = programme.membership().enrolment().asks();
        var personal = asked.stream()
                .filter(detail -> !NEEDED_ANYWAY.contains(detail))
                .sorted()
                .map(detail -> detail.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        if (!asked.contains(Detail.CONSENT) && !personal.isEmpty()) {
            doubts.add(new Doubt("membership/enrolment/asks", Code.DATA_WITHOUT_CONSENT, personal));
        }
    }
}
