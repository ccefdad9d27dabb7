package io.huitai.till.refund;

import io.huitai.shop.Fapiao;
import java.time.OffsetDateTime;

/// Whoever issues tax invoices. The till has recorded the request already: one that could not be passed on is passed
/// on again when somebody asks for it again.
@FunctionalInterface
public interface FapiaoProvider {
    /// Passes a request on; the same one twice is one. Must not wait.
    void issue(Fapiao fapiao, OffsetDateTime at);
}
