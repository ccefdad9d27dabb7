package io.huitai.store;

import io.huitai.journal.fact.Fact;
import java.time.OffsetDateTime;

/// A fact of a bill that is open or held, with the number and time of its entry.
public record OpenBillFact(long entry, OffsetDateTime at, Fact.OfBill fact) {}
