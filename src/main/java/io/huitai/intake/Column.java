package io.huitai.intake;

import io.huitai.shop.Lang;
import java.util.List;

/// A column that a table may have; an enum's constant.
public interface Column {
    /// What stands in it.
    enum Content {
        /// Words: a name, a company.
        WORDS,
        /// Digits that are no amount: phones, documents, barcodes. A spreadsheet takes them for numbers.
        DIGITS,
        /// An amount or a count.
        NUMBER,
        /// A calendar day.
        DAY
    }

    /// How it may be headed, the usual words of each language first; others only where these are not there.
    List<String> headings();

    Content content();

    /// Whether a table without it is none of its kind.
    boolean isNeeded();

    /// Its usual heading.
    String heading(Lang lang);
}
