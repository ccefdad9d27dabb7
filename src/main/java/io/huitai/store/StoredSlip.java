package io.huitai.store;

import io.huitai.journal.fact.Fact;
import java.time.OffsetDateTime;

/// A receipt of something else than a sale or a refund.
///
/// @param printed how often it has been printed
public record StoredSlip(long entry, OffsetDateTime at, Fact.OfReceipt fact, int printed) {}
