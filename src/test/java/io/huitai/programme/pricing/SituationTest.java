package io.huitai.programme.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.programme.scheme.Condition;
import io.huitai.programme.words.Basket;
import io.huitai.programme.words.PricedMember;
import io.huitai.programme.words.TierId;
import io.huitai.shop.Occasion;
import io.huitai.shop.Outlet;
import io.huitai.shop.OutletKind;
import io.huitai.shop.ServiceMode;
import io.huitai.shop.StoreId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SituationTest {
    private static final Outlet HOTEL = new Outlet(new StoreId("S001"), OutletKind.HOTEL);

    @Test
    void tierAndKindAreThoseOfAMember() {
        var gold = new Condition.TierIn(List.of(new TierId("gold")));
        var prepaid = new Condition.KindIn(Set.of("prepaid"));
        assertThat(at("2026-05-06T12:00").holds(gold)).isTrue();
        assertThat(at("2026-05-06T12:00").holds(prepaid)).isTrue();
        assertThat(at("2026-05-06T12:00").holds(new Condition.KindIn(Set.of("purchased"))))
                .isFalse();
        assertThat(walkIn().holds(gold)).isFalse();
        assertThat(walkIn().holds(prepaid)).isFalse();
    }

    @Test
    void birthdayIsADayOrAMonthAndTwentyNinthFebruaryIsKeptOnTheTwentyEighth() {
        var today = new Condition.BirthdayToday();
        assertThat(at("2026-02-28T00:00").holds(today)).isTrue();
        assertThat(at("2028-02-28T00:00").holds(today)).isFalse();
        assertThat(at("2028-02-29T00:00").holds(today)).isTrue();
        assertThat(at("2026-02-01T00:00").holds(new Condition.BirthdayMonth())).isTrue();
        assertThat(at("2026-03-01T00:00").holds(new Condition.BirthdayMonth())).isFalse();
        assertThat(walkIn().holds(today)).isFalse();
    }

    @Test
    void weekdaysOfTheMonthAreCountedFromItsBeginningOrItsEnd() {
        var wednesday = at("2026-05-06T12:00");
        assertThat(wednesday.holds(new Condition.WeekdayIn(Set.of(DayOfWeek.WEDNESDAY))))
                .isTrue();
        assertThat(wednesday.holds(new Condition.DayOfMonthIn(Set.of(6)))).isTrue();
        assertThat(wednesday.holds(nth(1, DayOfWeek.THURSDAY))).isFalse();
        assertThat(at("2026-05-07T12:00").holds(nth(1, DayOfWeek.THURSDAY))).isTrue();
        assertThat(at("2026-05-08T12:00").holds(nth(2, DayOfWeek.FRIDAY))).isTrue();
        assertThat(at("2026-05-08T12:00").holds(nth(1, DayOfWeek.FRIDAY))).isFalse();
        assertThat(at("2026-05-24T12:00").holds(nth(-1, DayOfWeek.SUNDAY))).isFalse();
        assertThat(at("2026-05-25T12:00").holds(nth(-1, DayOfWeek.MONDAY))).isTrue();
        assertThat(at("2026-05-31T12:00").holds(nth(-1, DayOfWeek.SUNDAY))).isTrue();
    }

    @Test
    void lunarDaysAreThoseOfTheChineseCalendarLeapMonthsIncluded() {
        var eighth = new Condition.LunarDayIn(Set.of(8));
        assertThat(at("2026-02-24T12:00").holds(eighth)).isTrue();
        assertThat(at("2025-08-01T12:00").holds(eighth)).isTrue();
        assertThat(at("2025-08-02T12:00").holds(eighth)).isFalse();
    }

    @Test
    void datesIncludeBothEndsAndTimesTheFirstOnly() {
        var may = new Condition.DateBetween(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 31));
        assertThat(at("2026-04-30T23:59").holds(may)).isFalse();
        assertThat(at("2026-05-01T00:00").holds(may)).isTrue();
        assertThat(at("2026-05-31T23:59").holds(may)).isTrue();
        assertThat(at("2026-06-01T00:00").holds(may)).isFalse();
        var afternoon = new Condition.TimeBetween(LocalTime.of(14, 0), LocalTime.of(17, 0));
        assertThat(at("2026-05-06T13:59").holds(afternoon)).isFalse();
        assertThat(at("2026-05-06T14:00").holds(afternoon)).isTrue();
        assertThat(at("2026-05-06T17:00").holds(afternoon)).isFalse();
        var night = new Condition.TimeBetween(LocalTime.of(22, 0), LocalTime.of(2, 0));
        assertThat(at("2026-05-06T22:00").holds(night)).isTrue();
        assertThat(at("2026-05-06T01:59").holds(night)).isTrue();
        assertThat(at("2026-05-06T02:00").holds(night)).isFalse();
        assertThat(at("2026-05-06T21:59").holds(night)).isFalse();
    }

    @Test
    void placeServiceAndEventAreTheBills() {
        var here = at("2026-05-06T12:00");
        assertThat(here.holds(new Condition.ServiceIn(Set.of(ServiceMode.DINE_IN))))
                .isTrue();
        assertThat(here.holds(new Condition.ServiceIn(Set.of(ServiceMode.ROOM))))
                .isFalse();
        assertThat(here.holds(new Condition.OutletKindIn(Set.of(OutletKind.HOTEL))))
                .isTrue();
        assertThat(here.holds(new Condition.OutletKindIn(Set.of(OutletKind.RETAIL))))
                .isFalse();
        assertThat(here.holds(new Condition.StoreIn(Set.of(new StoreId("S001")))))
                .isTrue();
        assertThat(here.holds(new Condition.StoreIn(Set.of(new StoreId("S002")))))
                .isFalse();
        assertThat(here.holds(new Condition.EventIn(Set.of(Occasion.BABY)))).isTrue();
        assertThat(here.holds(new Condition.EventIn(Set.of(Occasion.WEDDING)))).isFalse();
        assertThat(walkIn().holds(new Condition.EventIn(Set.of(Occasion.BABY)))).isFalse();
    }

    @Test
    void claimsAreJoined() {
        var here = at("2026-05-06T12:00");
        Condition yes = Condition.ALWAYS;
        Condition no = new Condition.Not(yes);
        assertThat(here.holds(no)).isFalse();
        assertThat(here.holds(new Condition.Not(no))).isTrue();
        assertThat(here.holds(new Condition.All(List.of(yes, no)))).isFalse();
        assertThat(here.holds(new Condition.All(List.of(yes, yes)))).isTrue();
        assertThat(here.holds(new Condition.Any(List.of(no, yes)))).isTrue();
        assertThat(here.holds(new Condition.Any(List.of(no, no)))).isFalse();
    }

    private static Condition nth(int nth, DayOfWeek day) {
        return new Condition.NthWeekday(nth, day);
    }

    private static Situation at(String time) {
        var member = new PricedMember(
                new TierId("gold"),
                Optional.of("prepaid"),
                Optional.of(LocalDate.of(1992, 2, 29)),
                List.of(),
                List.of());
        var bill = new Basket(ServiceMode.DINE_IN, 2, Optional.of(Occasion.BABY), List.of());
        return new Situation(Optional.of(member), bill, HOTEL, LocalDateTime.parse(time));
    }

    private static Situation walkIn() {
        var bill = new Basket(ServiceMode.DINE_IN, 2, Optional.empty(), List.of());
        return new Situation(Optional.empty(), bill, HOTEL, LocalDateTime.parse("2026-05-06T12:00"));
    }
}
