package io.huitai;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.console.BadRequest;
import io.huitai.console.Fields;
import io.huitai.console.QuoteRequest;
import io.huitai.money.Money;
import io.huitai.programme.file.Programmes;
import io.huitai.programme.pricing.Explanation;
import io.huitai.programme.pricing.Quote;
import io.huitai.programme.pricing.Quote.QuotedLine;
import io.huitai.programme.words.Reason;
import io.huitai.reckoning.RandomBills;
import io.huitai.shop.Lang;
import io.huitai.shop.WorkingDays;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every row and every refusal of random quotes has words in both languages, and the figures in them are the row's.
class ExplanationTest {
    private static final int BILLS = 1_000;
    private static final long SEED = 20_261_124;
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern PERCENT_OFF = Pattern.compile("(.*) ([0-9.]+)% off");
    private static final Programmes PROGRAMMES = new Programmes();

    static List<String> programmes() {
        return RandomBills.programmes();
    }

    @Test
    void allProgrammesAreTried() {
        assertThat(programmes()).hasSize(24);
    }

    @ParameterizedTest
    @MethodSource("programmes")
    void everyTextIsInItsOwnLanguage(String programme) {
        var bills = new RandomBills(programme, SEED);
        for (var i = 0; i < BILLS; i++) {
            var asked = bills.next().toString();
            try {
                var request = QuoteRequest.read(Fields.parse(asked), PROGRAMMES, WorkingDays.WEEKDAYS);
                var quote = request.quote();
                for (var words : words(request, quote)) {
                    assertThat(words.apply(Lang.ZH)).as("zh: %s", asked).containsPattern(HAN);
                    assertThat(words.apply(Lang.EN))
                            .as("en: %s", asked)
                            .isNotBlank()
                            .doesNotContainPattern(HAN);
                }
                figuresAreTheRows(quote);
            } catch (BadRequest meantSo) {
                assertThat(meantSo.message(Lang.EN)).as(asked).isNotBlank();
            }
        }
    }

    private static List<Function<Lang, String>> words(QuoteRequest request, Quote quote) {
        var words = new ArrayList<Function<Lang, String>>();
        quote.lines()
                .forEach(line -> line.because().forEach(row -> words.add(lang -> Explanation.of(row.reason(), lang))));
        quote.refused().forEach(refusal -> words.add(lang -> Explanation.of(refusal, lang)));
        quote.earned().because().forEach(row -> words.add(lang -> Explanation.of(row.reason(), lang)));
        request.hints(quote).forEach(hint -> words.add(lang -> Explanation.of(hint, lang)));
        return words;
    }

    private static void figuresAreTheRows(Quote quote) {
        for (var line : quote.lines()) {
            for (var row : line.because()) {
                switch (row.reason()) {
                    case Reason.PointsRedeemed _ ->
                        assertThat(Explanation.of(row.reason(), Lang.ZH)).isEqualTo("积分抵扣 " + quote.pointsUsed() + "分");
                    case Reason.Discounted _ -> onePercentageTakesTheAmount(line);
                    case Reason.MemberPrice _,
                            Reason.ByHand _,
                            Reason.VoucherTaken _,
                            Reason.EarnedOn _,
                            Reason.Multiplied _ -> {}
                }
            }
        }
        for (var row : quote.earned().because()) {
            if (row.reason() instanceof Reason.EarnedOn earned) {
                var base = earned.base();
                assertThat(base.compareTo(quote.sums().payable())).isNotPositive();
                assertThat(Explanation.of(row.reason(), Lang.ZH)).endsWith(" " + base + "元");
                assertThat(Explanation.of(row.reason(), Lang.EN)).endsWith(" on " + base);
            }
        }
    }

    /// The percentage that a guest is told, taken from the list price, is the amount; where it is the line's
    /// only one: of a line of a few fen a second may take nothing and not be listed.
    private static void onePercentageTakesTheAmount(QuotedLine line) {
        var row = line.because().getFirst();
        var only = line.because().stream()
                        .filter(each -> each.reason() instanceof Reason.Discounted)
                        .count()
                == 1;
        var told = PERCENT_OFF.matcher(Explanation.of(row.reason(), Lang.EN));
        if (only && line.gross().fen() >= 100 && row.reason() instanceof Reason.Discounted && told.matches()) {
            var paid = BigDecimal.ONE.subtract(new BigDecimal(told.group(2)).movePointLeft(2));
            var net = new BigDecimal(line.gross().fen()).multiply(paid).setScale(0, RoundingMode.HALF_UP);
            assertThat(row.amount()).isEqualTo(Money.ofFen(net.longValueExact()).minus(line.gross()));
        }
    }
}
