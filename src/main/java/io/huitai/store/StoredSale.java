package io.huitai.store;

import io.huitai.journal.fact.Refund;
import io.huitai.journal.fact.Sale;
import java.time.OffsetDateTime;
import java.util.List;

/// A sale with the refunds that have been made of it.
///
/// @param entry the journal entry that it is
/// @param printed how often its receipt has been printed
/// @param refunds oldest first
public record StoredSale(long entry, OffsetDateTime at, Sale sale, int printed, List<Refund> refunds) {
    public StoredSale {
        refunds = List.copyOf(refunds);
    }
}
