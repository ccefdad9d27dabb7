package io.huitai.protocol;

import io.huitai.shop.StoreId;
import io.huitai.shop.TillId;

/// What a till asks in its own name.
public interface OfTill {
    StoreId store();

    TillId till();

    /// Who must have signed it.
    default TillName name() {
        return new TillName(store(), till());
    }
}
