package io.huitai.journal.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// A secret that seals (AES-256-GCM), authenticates (HMAC-SHA256) and makes other secrets (HKDF-SHA256). Any thread. It
/// never prints itself.
public final class SealingKey {
    /// How long a secret is.
    public static final int BYTES = 32;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] bytes;

    private SealingKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /// @throws IllegalArgumentException unless there are [#BYTES] bytes
    public static SealingKey of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("A sealing key has " + BYTES + " bytes");
        }
        return new SealingKey(bytes.clone());
    }

    public static SealingKey fresh() {
        return new SealingKey(random(BYTES));
    }

    /// The secret itself, for where it is kept.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// Another secret that follows from this one and a purpose, and from which this one does not.
    public SealingKey derived(String purpose) {
        try {
            var parameters = HKDFParameterSpec.ofExtract()
                    .addIKM(bytes)
                    .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), BYTES);
            return new SealingKey(KDF.getInstance("HKDF-SHA256").deriveData(parameters));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HKDF", e);
        }
    }

    /// As a password, in hex.
    public String password() {
        return HexFormat.of().formatHex(bytes);
    }

    /// Nonce, cipher text and tag.
    ///
    /// @param bound what it belongs to: it opens nowhere else
    public byte[] seal(String bound, byte[] plain) {
        var nonce = random(NONCE_BYTES);
        var sealed = run(Cipher.ENCRYPT_MODE, bound, nonce, plain, 0, plain.length);
        var all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
        return all;
    }

    /// @throws IllegalArgumentException when this key has not sealed it for that, or it was altered
    public byte[] open(String bound, byte[] sealed) {
        if (sealed.length < NONCE_BYTES) {
            throw new IllegalArgumentException("Too short for something sealed");
        }
        return run(
                Cipher.DECRYPT_MODE,
                bound,
                Arrays.copyOf(sealed, NONCE_BYTES),
                sealed,
                NONCE_BYTES,
                sealed.length - NONCE_BYTES);
    }

    /// A digest that only this key makes, 32 bytes.
    public byte[] mac(byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HMAC-SHA256", e);
        }
    }

    private byte[] run(int mode, String bound, byte[] nonce, byte[] text, int from, int count) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(bytes, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(bound.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text, from, count);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("What is sealed for " + bound + " does not fit this key", e);
        }
    }

    static byte[] random(int count) {
        var bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    @Override
    public String toString() {
        return "SealingKey";
    }
}
