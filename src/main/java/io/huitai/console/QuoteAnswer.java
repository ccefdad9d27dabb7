package io.huitai.console;

import io.huitai.programme.pricing.Explanation;
import io.huitai.programme.pricing.Quote;
import io.huitai.programme.pricing.Quote.QuotedLine;
import io.huitai.programme.pricing.Quote.Refusal;
import io.huitai.programme.pricing.Quote.Subject;
import io.huitai.programme.words.Use.Asked;
import io.huitai.shop.Lang;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes a quote as the contract has it (`quote-answer.schema.json`): amounts are strings with two decimals, points
/// integers, texts in one language.
public final class QuoteAnswer {
    private QuoteAnswer() {}

    /// A new object, to which a caller may add what else its answer holds.
    public static ObjectNode of(Quote quote, Lang lang) {
        var answer = JsonNodeFactory.instance.objectNode();
        answer.put("gross", quote.sums().gross().toString());
        answer.put("discount", quote.sums().discount().toString());
        answer.put("voucher", quote.sums().voucher().toString());
        answer.put("pointsValue", quote.sums().pointsValue().toString());
        answer.put("payable", quote.sums().payable().toString());
        var used = answer.putObject("used");
        used.put("points", quote.pointsUsed());
        var vouchers = used.putObject("vouchers");
        for (var each : quote.vouchersUsed()) {
            vouchers.put(each.type().value(), each.count());
        }
        var refused = answer.putArray("refused");
        for (var each : quote.refused()) {
            refused.add(refusal(each, lang));
        }
        var earn = answer.putObject("earn");
        earn.put("points", quote.earned().points());
        var rows = earn.putArray("because");
        for (var row : quote.earned().because()) {
            rows.addObject()
                    .put("rule", row.rule().value())
                    .put("text", Explanation.of(row.reason(), lang))
                    .put("points", row.points());
        }
        var lines = answer.putArray("lines");
        for (var line : quote.lines()) {
            lines.add(line(line, lang));
        }
        return answer;
    }

    /// The answer to a request that cannot be read.
    public static ObjectNode error(BadRequest bad, Lang lang) {
        var answer = JsonNodeFactory.instance.objectNode();
        answer.putObject("error").put("code", bad.code().name()).put("message", bad.message(lang));
        return answer;
    }

    private static ObjectNode refusal(Refusal refusal, Lang lang) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put(
                "what",
                switch (refusal.subject()) {
                    case Subject.Line(var number) -> "line " + number;
                    case Subject.Voucher(var type) -> type.id().value();
                    case Subject.Points() -> "points";
                });
        switch (refusal.count()) {
            case Asked.Count(var number) -> node.put("count", number);
            case Asked.Max() -> node.put("count", "max");
        }
        node.put("code", refusal.code().name());
        node.put("text", Explanation.of(refusal, lang));
        return node;
    }

    private static ObjectNode line(QuotedLine line, Lang lang) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("line", line.number());
        node.put("sku", line.sku().value());
        node.put("gross", line.gross().toString());
        node.put("net", line.net().toString());
        var because = node.putArray("because");
        for (var row : line.because()) {
            because.addObject()
                    .put("rule", row.rule().value())
                    .put("text", Explanation.of(row.reason(), lang))
                    .put("amount", row.amount().toString());
        }
        return node;
    }
}
