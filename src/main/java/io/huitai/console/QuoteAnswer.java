package io.huitai.console;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.huitai.money.Money;
import io.huitai.money.Sums;
import io.huitai.programme.pricing.Explanation;
import io.huitai.programme.pricing.Quote;
import io.huitai.programme.pricing.Quote.Subject;
import io.huitai.programme.words.Reason;
import io.huitai.programme.words.Use.Asked;
import io.huitai.shop.Lang;
import io.huitai.shop.Sku;
import io.huitai.shop.id.RuleId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// A quote as the contract has it (`quote-answer.schema.json`): amounts are strings with two decimals, points integers,
/// texts in one language.
public record QuoteAnswer(@JsonUnwrapped Sums sums, Used used, List<Refused> refused, Earn earn, List<Line> lines) {
    record Used(long points, Map<String, Long> vouchers) {}

    /// @param count a number, or "max"
    record Refused(String what, Object count, String code, String text) {
        private static Refused of(Quote.Refusal refusal, Lang lang) {
            var what = switch (refusal.subject()) {
                case Subject.Line(var number) -> "line " + number;
                case Subject.Voucher(var type) -> type.id().value();
                case Subject.Points() -> "points";
            };
            Object count = switch (refusal.count()) {
                case Asked.Count(var number) -> number;
                case Asked.Max() -> "max";
            };
            return new Refused(what, count, refusal.code().name(), Explanation.of(refusal, lang));
        }
    }

    record Earn(long points, List<Earn.Row> because) {
        record Row(RuleId rule, Reason text, long points) {}
    }

    record Line(int line, Sku sku, Money gross, Money net, List<Line.Row> because) {
        record Row(RuleId rule, Reason text, Money amount) {}

        private static Line of(Quote.QuotedLine line) {
            var because = line.because().stream().map(row -> new Line.Row(row.rule(), row.reason(), row.amount()));
            return new Line(line.number(), line.sku(), line.gross(), line.net(), because.toList());
        }
    }

    /// @param more that is refused for what the quote does not know
    static QuoteAnswer of(Quote quote, Stream<Refused> more, Lang lang) {
        var vouchers = new LinkedHashMap<String, Long>();
        quote.vouchersUsed().forEach(each -> vouchers.put(each.type().value(), each.count()));
        var refused = quote.refused().stream().map(each -> Refused.of(each, lang));
        var earned = quote.earned().because().stream().map(row -> new Earn.Row(row.rule(), row.reason(), row.points()));
        return new QuoteAnswer(
                quote.sums(),
                new Used(quote.pointsUsed(), vouchers),
                Stream.concat(refused, more).toList(),
                new Earn(quote.earned().points(), earned.toList()),
                quote.lines().stream().map(Line::of).toList());
    }

    /// The answer to a request of the quote contract.
    public static ObjectNode of(Quote quote, Lang lang) {
        return ConsoleJson.write(of(quote, Stream.empty(), lang), lang);
    }

    /// The answer to a request that cannot be read.
    public static ObjectNode error(BadRequest bad, Lang lang) {
        return ConsoleJson.write(Map.of("error", Console.Failed.of(bad, lang)), lang);
    }
}
