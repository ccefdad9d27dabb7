package io.huitai.journal;

import io.huitai.journal.secret.SealingKey;
import io.huitai.shop.MemberNo;
import java.util.Base64;

/// The secret of one member: what is personal in the journal is read with it and with nothing else. Once it is gone
/// nobody can read that any more, and hashes and signatures still fit. It never prints itself.
public final class MemberKey {
    private final SealingKey key;

    private MemberKey(SealingKey key) {
        this.key = key;
    }

    static MemberKey fresh() {
        return new MemberKey(SealingKey.fresh());
    }

    /// Reads what {@link #base64()} gave; `IllegalArgumentException` for anything else.
    public static MemberKey of(String base64) {
        return new MemberKey(SealingKey.of(Base64.getDecoder().decode(base64)));
    }

    /// The secret itself, for where keys are kept and for head office.
    public String base64() {
        return Base64.getEncoder().encodeToString(key.bytes());
    }

    /// Base64 of what is sealed; bound to the member.
    String seal(MemberNo member, byte[] plain) {
        return Base64.getEncoder().encodeToString(key.seal(member.value(), plain));
    }

    /// @throws IllegalArgumentException when this key has not sealed it for this member
    byte[] open(MemberNo member, String sealed) {
        return key.open(member.value(), Base64.getDecoder().decode(sealed));
    }

    @Override
    public String toString() {
        return "MemberKey";
    }
}
