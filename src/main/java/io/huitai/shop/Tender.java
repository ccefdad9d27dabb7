package io.huitai.shop;

import io.huitai.money.Money;

/// One payment taken on a bill.
///
/// @param index from 1, kept when others are voided
/// @param amount what it pays of the bill: what was handed over less the change
/// @param change given back, cash only
/// @param reference the external terminal's, or the scanned payment code's last digits; may be empty
public record Tender(int index, TenderType type, Money amount, Money change, String reference) {}
