package io.huitai.programme.doubt;

import io.huitai.programme.pricing.Situation;
import io.huitai.programme.scheme.Condition;
import io.huitai.programme.scheme.Condition.DateBetween;
import io.huitai.programme.scheme.Condition.StoreIn;
import io.huitai.programme.scheme.Condition.TimeBetween;
import io.huitai.programme.scheme.Programme;
import io.huitai.programme.words.Basket;
import io.huitai.programme.words.PricedMember;
import io.huitai.shop.Occasion;
import io.huitai.shop.Outlet;
import io.huitai.shop.OutletKind;
import io.huitai.shop.ServiceMode;
import io.huitai.shop.StoreId;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The cases that could matter to some claims, of each thing that a condition asks about: they differ in that alone.
record Cases(Programme programme, Set<Condition> claims) {
    private static final int YEARS = 10;
    private static final LocalDate SOME_DAY = LocalDate.of(2026, 6, 15);
    private static final Outlet SOME_OUTLET = new Outlet(new StoreId("some other"), OutletKind.RETAIL);
    private static final Basket SOME_BILL = bill(ServiceMode.RETAIL, Optional.empty());
    private static final Situation SOME =
            new Situation(Optional.empty(), SOME_BILL, SOME_OUTLET, SOME_DAY.atStartOfDay());

    static List<Situation> walkIn() {
        return List.of(SOME);
    }

    /// A member of every tier with every kind of card that it can have, born on the day, in its month, in another.
    List<Situation> members() {
        var members = new ArrayList<Situation>();
        for (var tier : programme.tiers()) {
            var kinds = new ArrayList<Optional<String>>(List.of(Optional.empty()));
            for (var kind : programme.membership().kinds()) {
                if (kind.tiers().isEmpty() || kind.tiers().contains(tier.id())) {
                    kinds.add(Optional.of(kind.id()));
                }
            }
            for (var kind : kinds) {
                for (var born : List.of(SOME_DAY, SOME_DAY.plusDays(1), SOME_DAY.plusMonths(1))) {
                    var member = new PricedMember(tier.id(), kind, Optional.of(born), List.of(), List.of());
                    members.add(new Situation(Optional.of(member), SOME_BILL, SOME_OUTLET, SOME.at()));
                }
            }
        }
        return members;
    }

    /// Ten years from the programme's first day, and from the beginning and end of each range of dates.
    List<Situation> days() {
        var first = programme.head().appliesFrom();
        var starts = new HashSet<LocalDate>(List.of(first));
        for (var claim : claims) {
            if (claim instanceof DateBetween(var from, var last)) {
                starts.add(from);
                starts.add(last.plusDays(1));
            }
        }
        return starts.stream()
                .filter(start -> !start.isBefore(first))
                .flatMap(start -> start.datesUntil(start.plusYears(YEARS)))
                .map(day -> at(day.atStartOfDay()))
                .toList();
    }

    /// A Monday and a Sunday.
    static List<Situation> workedOrNot() {
        return List.of(at(SOME_DAY.atStartOfDay()), at(SOME_DAY.minusDays(1).atStartOfDay()));
    }

    /// Every time at which something begins or ends.
    List<Situation> times() {
        var times = new HashSet<LocalTime>(List.of(LocalTime.MIDNIGHT));
        for (var claim : claims) {
            if (claim instanceof TimeBetween(var from, var until)) {
                times.add(from);
                times.add(until);
            }
        }
        return times.stream().map(time -> at(SOME_DAY.atTime(time))).toList();
    }

    /// Every way of service for every event in every kind of outlet, in each store that is named and in some other.
    List<Situation> bills() {
        var stores = new HashSet<StoreId>(List.of(SOME_OUTLET.store()));
        for (var claim : claims) {
            if (claim instanceof StoreIn(var named)) {
                stores.addAll(named);
            }
        }
        var events = new ArrayList<Optional<Occasion>>(List.of(Optional.empty()));
        Arrays.stream(Occasion.values()).map(Optional::of).forEach(events::add);
        var bills = new ArrayList<Situation>();
        for (var store : stores) {
            for (var kind : OutletKind.values()) {
                for (var service : ServiceMode.values()) {
                    for (var event : events) {
                        bills.add(new Situation(
                                Optional.empty(), bill(service, event), new Outlet(store, kind), SOME.at()));
                    }
                }
            }
        }
        return bills;
    }

    private static Situation at(LocalDateTime moment) {
        return new Situation(Optional.empty(), SOME_BILL, SOME_OUTLET, moment);
    }

    private static Basket bill(ServiceMode service, Optional<Occasion> event) {
        return new Basket(service, 1, event, List.of());
    }
}
