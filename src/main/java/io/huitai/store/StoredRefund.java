package io.huitai.store;

import io.huitai.journal.fact.Refund;
import java.time.OffsetDateTime;

/// A refund as it was journalled.
public record StoredRefund(long entry, OffsetDateTime at, Refund refund, int printed) {}
