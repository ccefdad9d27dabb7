package io.huitai.console;

import io.huitai.money.Money;
import io.huitai.programme.pricing.Explanation;
import io.huitai.programme.pricing.Quote;
import io.huitai.programme.words.Hint;
import io.huitai.shop.Lang;
import io.huitai.shop.Wording;
import java.util.List;
import java.util.Locale;

/// A quote as a person reads it: amounts in front, one under the other, and behind them what they are for.
public final class QuoteInWords {
    private final Lang lang;
    private final Wording words;
    private final StringBuilder text = new StringBuilder();

    private QuoteInWords(Lang lang) {
        this.lang = lang;
        this.words = Wording.of(QuoteInWords.class, lang);
    }

    /// Lines of text, each ended.
    public static String of(Quote quote, List<Hint> hints, Lang lang) {
        var words = new QuoteInWords(lang);
        words.lines(quote);
        words.sums(quote);
        words.rest(quote, hints);
        return words.text.toString();
    }

    private void lines(Quote quote) {
        for (var line : quote.lines()) {
            row(line.gross(), line.number() + "  " + line.sku());
            line.because().forEach(each -> row(each.amount(), "   " + Explanation.of(each.reason(), lang)));
            if (!line.because().isEmpty()) {
                row(line.net(), "   =");
            }
        }
        text.append('\n');
    }

    private void sums(Quote quote) {
        row(quote.sums().gross(), words.say("quote.gross"));
        takenOff(quote.sums().discount(), "quote.discount");
        takenOff(quote.sums().voucher(), "quote.vouchers");
        takenOff(quote.sums().pointsValue(), "quote.points");
        row(quote.sums().payable(), words.say("quote.payable"));
    }

    private void rest(Quote quote, List<Hint> hints) {
        if (!quote.refused().isEmpty()) {
            heading("quote.refused");
            quote.refused().forEach(each -> row("", Explanation.of(each, lang)));
        }
        if (quote.earned().points() > 0) {
            heading("quote.earned");
            quote.earned().because().forEach(each -> row("+" + each.points(), Explanation.of(each.reason(), lang)));
            row(Long.toString(quote.earned().points()), words.say("quote.earned"));
        }
        if (!hints.isEmpty()) {
            heading("quote.helps");
            hints.forEach(each -> row("", Explanation.of(each, lang)));
        }
    }

    private void takenOff(Money amount, String key) {
        if (!amount.isZero()) {
            row(amount.negated(), words.say(key));
        }
    }

    private void heading(String key) {
        text.append('\n').append(words.say(key)).append('\n');
    }

    private void row(Object amount, String what) {
        text.append(String.format(Locale.ROOT, "%12s  %s\n", amount, what));
    }
}
