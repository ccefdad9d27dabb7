package io.huitai.store;

import io.huitai.money.Money;
import io.huitai.shop.ReceiptNo;
import java.time.OffsetDateTime;

/// One receipt in a list.
public record ReceiptLine(ReceiptNo no, OffsetDateTime at, Money paid) {}
