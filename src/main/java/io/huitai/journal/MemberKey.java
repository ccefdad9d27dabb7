package io.huitai.journal;

import io.huitai.shop.MemberNo;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The secret of one member: what is personal in the journal is read with it and with nothing else (AES-256-GCM). Once
/// it is gone nobody can read that any more, and hashes and signatures still fit. It never prints itself.
public final class MemberKey {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] bytes;

    private MemberKey(byte[] bytes) {
        this.bytes = bytes;
    }

    static MemberKey fresh() {
        return new MemberKey(random(KEY_BYTES));
    }

    /// Reads what {@link #base64()} gave; `IllegalArgumentException` for anything else.
    public static MemberKey of(String base64) {
        var bytes = Base64.getDecoder().decode(base64);
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("A member's key has " + KEY_BYTES + " bytes");
        }
        return new MemberKey(bytes);
    }

    /// The secret itself, for where keys are kept and for head office.
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /// Base64 of nonce, cipher text and tag; bound to the member.
    String seal(MemberNo member, byte[] plain) {
        var nonce = random(NONCE_BYTES);
        var sealed = run(Cipher.ENCRYPT_MODE, member, nonce, plain);
        var all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
        return Base64.getEncoder().encodeToString(all);
    }

    /// @throws IllegalArgumentException when this key has not sealed it for this member
    byte[] open(MemberNo member, String sealed) {
        var all = Base64.getDecoder().decode(sealed);
        if (all.length < NONCE_BYTES) {
            throw new IllegalArgumentException("Too short for something sealed");
        }
        return run(
                Cipher.DECRYPT_MODE,
                member,
                Arrays.copyOf(all, NONCE_BYTES),
                Arrays.copyOfRange(all, NONCE_BYTES, all.length));
    }

    private byte[] run(int mode, MemberNo member, byte[] nonce, byte[] text) {
        try {
            var cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, new SecretKeySpec(bytes, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(member.value().getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("What is personal of member " + member + " does not fit their key", e);
        }
    }

    private static byte[] random(int count) {
        var bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    @Override
    public String toString() {
        return "MemberKey";
    }
}
