package io.huitai.receipt;

/// One row of a laid-out receipt.
sealed interface Row {
    /// A line of text that fits: `columns` wide, half of it where the look is large.
    record Line(String text, Look look) implements Row {}

    record Code(String payload) implements Row {}

    /// A picture as wide as the paper.
    record Picture(Dots dots) implements Row {}

    record Cut() implements Row {}

    record Pulse() implements Row {}

    enum Look {
        PLAIN,
        STRONG,
        /// Twice as wide and high.
        LARGE,
        /// Twice as high.
        TALL,
        /// White on black.
        INVERSE
    }
}
