package io.huitai.till;

import io.huitai.shop.OperatorId;

/// What a supervisor enters at the cashier's screen to approve one step.
public record ApprovalGiven(OperatorId operator, String pin) {
    @Override
    public String toString() {
        return "ApprovalGiven[" + operator + "]";
    }
}
