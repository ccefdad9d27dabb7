package io.huitai.programme.doubt;

import io.huitai.programme.doubt.Doubt.Code;
import io.huitai.programme.scheme.Grant;
import io.huitai.programme.scheme.Grant.Given;
import io.huitai.programme.scheme.Grant.Occasion;
import io.huitai.programme.scheme.Membership.Ground;
import io.huitai.programme.scheme.PointRules.Turning;
import io.huitai.programme.scheme.Programme;
import io.huitai.programme.scheme.Requirement;
import io.huitai.programme.scheme.Staff.Commission;
import io.huitai.shop.id.VoucherTypeId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What is given when something happens that cannot happen, and tiers that nobody enters.
record DoubtfulGrants(Programme programme) {

    Stream<Doubt> doubts() {
        var doubts = new ArrayList<Doubt>();
        vouchers(doubts);
        tiers(doubts);
        var membership = programme.membership();
        for (var i = 0; i < membership.grants().size(); i++) {
            grant(membership.grants().get(i), "membership/grants/" + i + "/occasion", doubts);
        }
        if (membership.storedValue().isEmpty()) {
            for (var i = 0; i < membership.enrolment().grounds().size(); i++) {
                if (membership.enrolment().grounds().get(i) instanceof Ground.Recharge) {
                    doubts.add(new Doubt("membership/enrolment/grounds/" + i, Code.WITHOUT_RECHARGES));
                }
            }
            for (var i = 0; i < membership.kinds().size(); i++) {
                var kind = membership.kinds().get(i);
                if (kind.recharge().isPresent() || kind.preloaded().isPresent()) {
                    doubts.add(new Doubt("membership/kinds/" + i, Code.WITHOUT_RECHARGES));
                }
            }
            for (var i = 0; i < membership.staff().commissions().size(); i++) {
                if (membership.staff().commissions().get(i) instanceof Commission.Recharge) {
                    doubts.add(new Doubt("membership/commissions/" + i, Code.WITHOUT_RECHARGES));
                }
            }
        }
        return doubts.stream();
    }

    private void vouchers(List<Doubt> doubts) {
        var given = given();
        for (var i = 0; i < programme.vouchers().size(); i++) {
            var voucher = programme.vouchers().get(i).id();
            if (!given.contains(voucher)) {
                doubts.add(new Doubt("vouchers/" + i, Code.NEVER_GIVEN, voucher));
            }
        }
    }

    private Set<VoucherTypeId> given() {
        var given = new HashSet<VoucherTypeId>();
        for (var grant : programme.membership().grants()) {
            for (var each : grant.given()) {
                if (each instanceof Given.Vouchers vouchers) {
                    given.add(vouchers.type());
                }
            }
        }
        programme.points().turning().map(Turning::voucher).ifPresent(given::add);
        programme.membership().club().events().flatMap(events -> events.prize()).ifPresent(given::add);
        return given;
    }

    private void tiers(List<Doubt> doubts) {
        var reviewed = programme.membership().ladder().review().isPresent();
        for (var i = 0; i < programme.tiers().size(); i++) {
            var tier = programme.tiers().get(i);
            if (tier.entry().isPresent() && !canBeMet(tier.entry().get())) {
                doubts.add(new Doubt("tiers/" + i + "/entry", Code.NEVER_ENTERED, tier.id()));
            }
            if (tier.keep().isPresent() && !reviewed) {
                doubts.add(new Doubt("tiers/" + i + "/keep", Code.NEVER_REVIEWED, tier.id()));
            }
        }
    }

    private boolean canBeMet(Requirement requirement) {
        return switch (requirement) {
            case Requirement.SpendAtLeast _, Requirement.VisitsAtLeast _ -> true;
            case Requirement.PointsAtLeast asked -> asked.points() == 0 || bringsPoints();
            case Requirement.RechargeAtLeast _ ->
                programme.membership().storedValue().isPresent();
            case Requirement.AllOf(var parts) -> parts.stream().allMatch(this::canBeMet);
            case Requirement.AnyOf(var parts) -> parts.stream().anyMatch(this::canBeMet);
        };
    }

    private boolean bringsPoints() {
        var membership = programme.membership();
        return !programme.points().earning().rules().isEmpty()
                || membership.club().referral().isPresent()
                || membership.club().checkIn().isPresent()
                || membership.club().events().isPresent()
                || membership.grants().stream()
                        .flatMap(grant -> grant.given().stream())
                        .anyMatch(Given.Points.class::isInstance);
    }

    private void grant(Grant grant, String path, List<Doubt> doubts) {
        var first = programme.firstTier().id();
        switch (grant.occasion()) {
            case Occasion.Joining() -> {
                if (!grant.isFor(first)) {
                    doubts.add(new Doubt(path, Code.NOBODY_JOINS_THERE, grant.id(), first));
                }
            }
            case Occasion.TierReached() -> {
                if (programme.tiers().size() == 1 || grant.tiers().equals(List.of(first))) {
                    doubts.add(new Doubt(path, Code.FIRST_TIER_IS_NOT_REACHED, grant.id(), first));
                }
            }
            case Occasion.RechargeAtLeast _ -> {
                if (programme.membership().storedValue().isEmpty()) {
                    doubts.add(new Doubt(path, Code.WITHOUT_RECHARGES));
                }
            }
            case Occasion.Dormancy(var days) -> {
                var closed = programme.membership().cards().closedAfterDays();
                if (closed.isPresent() && closed.getAsInt() <= days) {
                    doubts.add(new Doubt(path, Code.CLOSED_BEFORE, grant.id(), closed.getAsInt()));
                }
            }
            case Occasion.CardBinding _,
                    Occasion.FirstBill _,
                    Occasion.Birthday _,
                    Occasion.BirthdayMonth _,
                    Occasion.JoiningDay _,
                    Occasion.EveryNthVisit _,
                    Occasion.YearlySpend _ -> {}
        }
    }
}
