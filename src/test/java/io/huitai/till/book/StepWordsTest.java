package io.huitai.till.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.FactJson;
import io.huitai.journal.fact.Refund;
import io.huitai.journal.fact.SoldLine;
import io.huitai.money.Money;
import io.huitai.shop.Approval;
import io.huitai.shop.BillLine;
import io.huitai.shop.Label;
import io.huitai.shop.Lang;
import io.huitai.shop.MemberNo;
import io.huitai.shop.OperatorId;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.Role;
import io.huitai.shop.id.TierId;
import io.huitai.till.AnyFact;
import java.lang.reflect.ParameterizedType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// Every step that somebody may approve says in both languages what it does, whatever is in it and whatever is known
/// of the time before. A failing seed is in the failure's text.
class StepWordsTest {
    private static final Approval APPROVAL = new Approval(new OperatorId("2001"), Role.SUPERVISOR, Optional.empty());
    private static final StepWords.Before NOTHING = new Known(false);
    private static final StepWords.Before ALL = new Known(true);

    /// Everything, or nothing.
    private record Known(boolean known) implements StepWords.Before {
        @Override
        public Optional<BillLine> line(long bill, int line) {
            return known
                    ? Optional.of(((Fact.LineAdded) new AnyFact(bill).of(Fact.LineAdded.class)).line())
                    : Optional.empty();
        }

        @Override
        public Optional<StepWords.Change> payable(Fact.OfBill step) {
            return known
                    ? Optional.of(new StepWords.Change(Money.parse("111.11"), Money.parse("77.70")))
                    : Optional.empty();
        }

        @Override
        public Money ordered(long bill) {
            return Money.parse("222.22");
        }

        @Override
        public List<SoldLine> sold(ReceiptNo receipt) {
            return List.of();
        }

        @Override
        public Optional<String> name(MemberNo member) {
            return known ? Optional.of("欧*娜") : Optional.empty();
        }

        @Override
        public OptionalLong points(MemberNo member) {
            return known ? OptionalLong.of(4_321) : OptionalLong.empty();
        }

        @Override
        public Optional<TierId> tier(MemberNo member) {
            return known ? Optional.of(new TierId("silver")) : Optional.empty();
        }

        @Override
        public Label named(String id) {
            return new Label(id, id);
        }
    }

    /// Points that the member no longer has are paid in money: the balance is shown as it will be.
    @Test
    void whatARefundTakesBackIsNoMoreThanThereIs() {
        var refund = new Refund(
                new ReceiptNo("S001-T1-000002"),
                new ReceiptNo("S001-T1-000001"),
                1,
                LocalDate.of(2026, 5, 1),
                Optional.of(new MemberNo("M1")),
                List.of(),
                Money.parse("123.84"),
                List.of(),
                new Refund.Points(4_361, 0, 40, Money.parse("0.40")),
                List.of(),
                true,
                true,
                "r",
                Optional.empty(),
                Optional.empty());
        var approval = new Approval(new OperatorId("2001"), Role.SUPERVISOR, Optional.empty());

        assertThat(new StepWords(ALL)
                        .of(new Fact.SaleRefunded(refund, approval, List.of()))
                        .in(Lang.EN))
                .contains("4321", "→ 0 ", "-4321");
    }

    @Test
    void everyStepThatIsApprovedIsSaid() {
        var kinds = FactJson.kinds(Fact.class).filter(StepWordsTest::isApproved).toList();
        assertThat(kinds).hasSizeGreaterThan(24);
        for (var seed = 1L; seed <= 40; seed++) {
            var any = new AnyFact(seed);
            for (var kind : kinds) {
                var fact = any.of(kind);
                for (var before : List.of(NOTHING, ALL)) {
                    for (var lang : Lang.values()) {
                        var text = new StepWords(before).of(fact).in(lang);
                        var what = "seed " + seed + " " + kind.getSimpleName() + ": " + text;
                        assertThat(text.strip()).as(what).isNotEmpty().doesNotContain("欧阳娜娜", "java.", "[", "Optional");
                        assertThat(text.codePoints().anyMatch(sign -> sign >= 0x4e00 && sign <= 0x9fff)
                                        || lang == Lang.EN)
                                .as(what)
                                .isTrue();
                        reasonIn(fact)
                                .ifPresent(reason -> assertThat(text).as(what).contains(reason));
                    }
                }
            }
        }
    }

    /// The reason that a step has in so many words.
    private static Optional<String> reasonIn(Fact fact) {
        return fact instanceof Fact.CardReplaced
                ? Optional.empty()
                : Arrays.stream(fact.getClass().getRecordComponents())
                        .filter(part -> part.getName().equals("reason")
                                && part.getType().equals(String.class))
                        .map(part -> {
                            try {
                                return (String) part.getAccessor().invoke(fact);
                            } catch (ReflectiveOperationException impossible) {
                                throw new LinkageError("A record that cannot be read", impossible);
                            }
                        })
                        .findFirst();
    }

    /// Nobody is asked about anything else, and nothing else is said.
    @Test
    void whatNobodyApprovesIsNotSaid() {
        var any = new AnyFact(7);
        FactJson.kinds(Fact.class)
                .filter(kind -> !isApproved(kind))
                .forEach(kind -> assertThat(new StepWords(ALL).of(any.of(kind)).isEmpty())
                        .as(kind.getSimpleName())
                        .isTrue());
    }

    private static boolean isApproved(Class<?> kind) {
        return Arrays.stream(kind.getRecordComponents())
                .anyMatch(part -> part.getType().equals(Approval.class)
                        || (part.getGenericType() instanceof ParameterizedType many
                                && many.getActualTypeArguments()[0].equals(Approval.class)));
    }

    @Test
    void beforeAfterAndTheDifferenceAreSaid() {
        var price = new Fact.PriceOverridden(3, 1, Money.parse("60.00"), "熟客", APPROVAL);
        var line = ALL.line(3, 1).orElseThrow();
        assertThat(new StepWords(ALL).of(price).in(Lang.ZH))
                .contains(
                        line.name(),
                        line.price() + " → 60.00",
                        Money.parse("60.00").minus(line.price()).toString(),
                        "111.11 → 77.70（-33.41）",
                        "熟客");
        var points = new Fact.PointsReversed(new MemberNo("M0001"), -21, "错记", APPROVAL, List.of(), Optional.empty());
        assertThat(new StepWords(ALL).of(points).in(Lang.EN))
                .isEqualTo("points of member 欧*娜 M0001: 4321 → 4300 (-21); reason: 错记");
    }
}
