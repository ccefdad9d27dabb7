package io.huitai.console;

import io.huitai.money.Money;
import io.huitai.programme.pricing.Explanation;
import io.huitai.programme.pricing.Quote;
import io.huitai.programme.words.Hint;
import io.huitai.shop.Label;
import io.huitai.shop.Lang;
import java.util.List;
import java.util.Locale;

/// A quote as a person reads it: amounts in front, one under the other, and behind them what they are for.
public final class QuoteInWords {
    private static final Label GROSS = new Label("原价", "List price");
    private static final Label DISCOUNT = new Label("优惠", "Discount");
    private static final Label VOUCHERS = new Label("用券", "Vouchers");
    private static final Label POINTS = new Label("积分抵扣", "Points redeemed");
    private static final Label PAYABLE = new Label("应付", "To pay");
    private static final Label REFUSED = new Label("不能使用", "Refused");
    private static final Label EARNED = new Label("获得积分", "Points earned");
    private static final Label HELPS = new Label("还可以", "What would help");

    private final Lang lang;
    private final StringBuilder text = new StringBuilder();

    private QuoteInWords(Lang lang) {
        this.lang = lang;
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
        row(quote.gross(), GROSS.in(lang));
        takenOff(quote.discount(), DISCOUNT);
        takenOff(quote.voucher(), VOUCHERS);
        takenOff(quote.pointsValue(), POINTS);
        row(quote.payable(), PAYABLE.in(lang));
    }

    private void rest(Quote quote, List<Hint> hints) {
        if (!quote.refused().isEmpty()) {
            heading(REFUSED);
            quote.refused().forEach(each -> row("", Explanation.of(each, lang)));
        }
        if (quote.earned().points() > 0) {
            heading(EARNED);
            quote.earned().because().forEach(each -> row("+" + each.points(), Explanation.of(each.reason(), lang)));
            row(Long.toString(quote.earned().points()), EARNED.in(lang));
        }
        if (!hints.isEmpty()) {
            heading(HELPS);
            hints.forEach(each -> row("", Explanation.of(each, lang)));
        }
    }

    private void takenOff(Money amount, Label what) {
        if (!amount.isZero()) {
            row(amount.negated(), what.in(lang));
        }
    }

    private void heading(Label what) {
        text.append('\n').append(what.in(lang)).append('\n');
    }

    private void row(Object amount, String what) {
        text.append(String.format(Locale.ROOT, "%12s  %s\n", amount, what));
    }
}
