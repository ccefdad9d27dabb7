package io.huitai.till.book;

import io.huitai.shop.CardNumber;
import io.huitai.shop.OperatorId;

/// How an operator shows who they are. Prints nothing secret.
public sealed interface Proof {
    record Pin(OperatorId operator, String pin) implements Proof {
        @Override
        public String toString() {
            return "Pin[" + operator + "]";
        }
    }

    /// Their own card, swiped or tapped.
    record Card(CardNumber number) implements Proof {
        @Override
        public String toString() {
            return "Card[]";
        }
    }
}
