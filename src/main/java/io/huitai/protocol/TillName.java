package io.huitai.protocol;

import io.huitai.shop.StoreId;
import io.huitai.shop.TillId;

/// A till, as the `keyid` of its signatures names it.
public record TillName(StoreId store, TillId till) {
    /// Reads [#toString()]; `IllegalArgumentException` for anything else.
    public static TillName parse(String keyId) {
        var between = keyId.indexOf('/');
        if (between < 0) {
            throw new IllegalArgumentException("Not a till: as S001/T1");
        }
        return new TillName(new StoreId(keyId.substring(0, between)), new TillId(keyId.substring(between + 1)));
    }

    @Override
    public String toString() {
        return store + "/" + till;
    }
}
