package io.huitai.protocol;

import io.huitai.journal.MemberKey;
import io.huitai.shop.MemberNo;
import io.huitai.shop.StoreId;
import io.huitai.shop.TillId;
import java.util.List;

/// A till hands over the keys of members whom it has enrolled, before the entries that are sealed with them. A key that
/// is never handed over is one that was destroyed: its member was forgotten.
///
/// @param keys at most [Protocol#MAX_KEYS]
public record KeysMessage(int version, StoreId store, TillId till, List<Key> keys) implements OfTill {
    /// @param key as {@link MemberKey#base64()} gives it
    public record Key(MemberNo member, String key) {
        @Override
        public String toString() {
            return "Key[" + member + "]";
        }
    }

    public KeysMessage {
        keys = List.copyOf(keys);
        keys.forEach(each -> MemberKey.of(each.key()));
        if (keys.isEmpty() || keys.size() > Protocol.MAX_KEYS) {
            throw new IllegalArgumentException("1 to " + Protocol.MAX_KEYS + " keys at once");
        }
    }
}
