package io.huitai.till.report;

import io.huitai.money.Money;
import io.huitai.money.Rate;
import io.huitai.shop.Wording;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/// One place in a table.
public sealed interface Cell {
    /// As data bring it.
    record Text(String words) implements Cell {}

    /// A word of ours, by its key in `texts_*.properties`.
    record Word(String key) implements Cell {}

    /// Words as data, said in the language of the report, as names are that data bring in both.
    record Said(Wording.InWords words) implements Cell {}

    record Amount(Money money) implements Cell {}

    record Count(long number) implements Cell {}

    record Share(Rate rate) implements Cell {}

    record Day(LocalDate date) implements Cell {}

    record Moment(OffsetDateTime at) implements Cell {}

    static Cell of(String words) {
        return new Text(words);
    }

    /// Words as data, in the language of the report.
    static Cell said(Wording.InWords words) {
        return new Said(words);
    }

    static Cell of(Money money) {
        return new Amount(money);
    }

    static Cell of(long number) {
        return new Count(number);
    }

    static Cell of(LocalDate date) {
        return new Day(date);
    }

    static Cell word(String key) {
        return new Word(key);
    }

    /// Words as a spreadsheet shows them: those that it would take for a formula stand behind an apostrophe. Excel
    /// passes over spaces in front, and takes full-width signs too.
    static String harmless(String words) {
        var first = words.stripLeading();
        var calculates = !first.isEmpty() && "=+-@＝＋－＠−".indexOf(first.charAt(0)) >= 0;
        return calculates || words.startsWith("\t") || words.startsWith("\r") || words.startsWith("\n")
                ? "'" + words
                : words;
    }

    /// Whether it stands at the right of its column.
    default boolean isNumber() {
        return switch (this) {
            case Amount _, Count _, Share _ -> true;
            case Text _, Word _, Said _, Day _, Moment _ -> false;
        };
    }
}
