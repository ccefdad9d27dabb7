package io.huitai.programme.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.money.Money;
import io.huitai.programme.scheme.Requirement.AllOf;
import io.huitai.programme.scheme.Requirement.AnyOf;
import io.huitai.programme.scheme.Requirement.PointsAtLeast;
import io.huitai.programme.scheme.Requirement.RechargeAtLeast;
import io.huitai.programme.scheme.Requirement.SpendAtLeast;
import io.huitai.programme.scheme.Requirement.VisitsAtLeast;
import io.huitai.programme.words.Span;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequirementTest {
    private static final Span EVER = new Span.Lifetime();
    private static final Requirement MET = new VisitsAtLeast(12, EVER);
    private static final Requirement UNMET = new VisitsAtLeast(13, EVER);

    /// 3000.00 spent, 500 points, 12 visits, a recharge of 2000.00.
    private static final Requirement.Deeds DEEDS = new Requirement.Deeds() {
        @Override
        public Money spend(Span span) {
            return Money.parse("3000.00");
        }

        @Override
        public long points(Span span) {
            return 500;
        }

        @Override
        public long visits(Span span) {
            return 12;
        }

        @Override
        public Money largestRecharge() {
            return Money.parse("2000.00");
        }
    };

    @Test
    void justEnoughIsEnough() {
        assertThat(new SpendAtLeast(Money.parse("3000.00"), EVER).metBy(DEEDS)).isTrue();
        assertThat(new SpendAtLeast(Money.parse("3000.01"), EVER).metBy(DEEDS)).isFalse();
        assertThat(new PointsAtLeast(500, EVER).metBy(DEEDS)).isTrue();
        assertThat(new PointsAtLeast(501, EVER).metBy(DEEDS)).isFalse();
        assertThat(MET.metBy(DEEDS)).isTrue();
        assertThat(UNMET.metBy(DEEDS)).isFalse();
        assertThat(new RechargeAtLeast(Money.parse("2000.00")).metBy(DEEDS)).isTrue();
        assertThat(new RechargeAtLeast(Money.parse("2000.01")).metBy(DEEDS)).isFalse();
    }

    @Test
    void allOrAny() {
        assertThat(new AllOf(List.of(MET, UNMET)).metBy(DEEDS)).isFalse();
        assertThat(new AllOf(List.of(MET, MET)).metBy(DEEDS)).isTrue();
        assertThat(new AnyOf(List.of(UNMET, MET)).metBy(DEEDS)).isTrue();
        assertThat(new AnyOf(List.of(UNMET, UNMET)).metBy(DEEDS)).isFalse();
    }

    @Test
    void spansBeginAndEnd() {
        var today = LocalDate.of(2026, 5, 31);
        var joined = LocalDate.of(2024, 3, 3);
        assertThat(EVER.first(today, joined)).isEqualTo(LocalDate.of(1, 1, 1));
        assertThat(new Span.SinceJoining().first(today, joined)).isEqualTo(joined);
        assertThat(new Span.LastMonths(3).first(today, joined)).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(new Span.CalendarYear().first(today, joined)).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(new Span.PastYear().first(today, joined)).isEqualTo(LocalDate.of(2025, 1, 1));
        assertThat(new Span.PastYear().last(today)).isEqualTo(LocalDate.of(2025, 12, 31));
        assertThat(List.of(EVER, new Span.SinceJoining(), new Span.LastMonths(1), new Span.CalendarYear()))
                .allSatisfy(span -> assertThat(span.last(today)).isEqualTo(today));
    }
}
