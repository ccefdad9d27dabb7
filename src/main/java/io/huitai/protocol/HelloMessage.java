package io.huitai.protocol;

import io.huitai.shop.StoreId;
import io.huitai.shop.TillId;
import io.huitai.shop.id.ProgrammeId;
import io.huitai.shop.id.TierId;
import java.util.Base64;

/// A till says who it is. A training head office registers a till with its first hello, an unknown till's key with it;
/// later hellos must name the same key.
///
/// @param version [Protocol#VERSION]
/// @param publicKey the X.509 form of the till's Ed25519 key, Base64
/// @param training whether it is a till of a training store
/// @param programme the id of its programme
/// @param firstTier the programme's tier of new members
/// @param entries how many entries its journal holds for certain; fewer than head office holds means it was put back
public record HelloMessage(
        int version,
        StoreId store,
        TillId till,
        int epoch,
        String publicKey,
        boolean training,
        ProgrammeId programme,
        TierId firstTier,
        long entries)
        implements OfTill {
    public HelloMessage {
        if (epoch < 1 || entries < 0 || publicKey.length() > 256) {
            throw new IllegalArgumentException("Not a till's hello");
        }
    }

    public byte[] key() {
        return Base64.getDecoder().decode(publicKey);
    }
}
