package io.huitai.receipt;

import io.huitai.money.Money;
import java.util.List;

/// One piece of a receipt, from top to bottom. Blocks say what stands there; widths and bytes are the renderers'.
public sealed interface Block {
    /// The shop's logo, centred; on paper and in pictures, not in text.
    record Picture(Logo logo) implements Block {}

    /// The shop's name: large, centred.
    record Heading(String text) implements Block {}

    /// A passage of text, wrapped.
    record Text(String text, Side side, Weight weight) implements Block {}

    /// Two ends of one line, as a label and its amount. Where both do not fit the left one is wrapped.
    record Pair(String left, String right, Weight weight) implements Block {}

    /// A line across.
    record Rule() implements Block {}

    /// The words above the columns of the items.
    record Heads(String name, String price, String quantity, String amount) implements Block {}

    /// One line of the bill, with what was taken off it and why.
    record Item(String name, String price, String quantity, String amount, List<Reason> reasons) implements Block {
        public Item {
            reasons = List.copyOf(reasons);
        }
    }

    /// What is due: large.
    record Total(String label, String amount) implements Block {}

    /// A QR code, centred, with words below.
    record Qr(String payload, String caption) implements Block {
        /// More makes modules too small for 58 mm paper.
        public static final int LONGEST = 600;

        public Qr {
            if (payload.isEmpty() || payload.length() > LONGEST) {
                throw new IllegalArgumentException("A QR code on a receipt holds 1 to " + LONGEST + " characters");
            }
        }
    }

    /// A mark nobody overlooks: 培训 TRAINING, 副本 COPY.
    record Banner(String text) implements Block {}

    /// A line to sign on.
    record Signature(String label) implements Block {}

    /// Empty lines.
    record Feed(int lines) implements Block {
        public Feed {
            if (lines < 1 || lines > 20) {
                throw new IllegalArgumentException("1 to 20 lines are fed at once");
            }
        }
    }

    /// Cuts the paper, behind a feed that brings the last line past the knife.
    record Cut() implements Block {}

    /// Opens the cash drawer that hangs on the printer.
    record DrawerPulse() implements Block {}

    /// An adjustment and why: "金卡 88折", "-3.60". The amount may be empty.
    record Reason(String text, String amount) {
        public static Reason of(String text, Money amount) {
            return new Reason(text, amount.toString());
        }
    }

    /// Where a text stands.
    enum Side {
        LEFT,
        CENTRE,
        RIGHT
    }

    /// How heavy it is printed.
    enum Weight {
        PLAIN,
        STRONG
    }
}
