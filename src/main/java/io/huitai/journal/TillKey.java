package io.huitai.journal;

import io.huitai.journal.secret.KeyMissing;
import io.huitai.journal.secret.Keychain;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/// An Ed25519 key pair: a till's own is `till` in its keychain. It never prints its private half.
///
/// Bouncy Castle signs and verifies: the JDK's Ed25519 takes several times as long, more than the force of a sale.
public final class TillKey {
    private static final String ALGORITHM = "Ed25519";
    static final String NAME = "till";

    private final PrivateKey privateKey;
    private final PublicKey publicKey;
    private final byte[] seed;
    private final byte[] point;

    private TillKey(PrivateKey privateKey, PublicKey publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
        this.seed = ((EdECPrivateKey) privateKey).getBytes().orElseThrow();
        this.point = point(publicKey);
    }

    /// The till's key in a keychain; throws [KeyMissing] where there is none, [KeyUnreadable].
    public static TillKey of(Keychain keychain) {
        return in(keychain).orElseThrow(() -> new KeyMissing(Keychain.keys(keychain.directory())));
    }

    /// The same, made and kept where there is none; throws [io.huitai.journal.log.DiskFailed] too.
    static TillKey madeIn(Keychain keychain) {
        return in(keychain).orElseGet(() -> generate().keptIn(keychain));
    }

    /// As any pair of a keychain.
    public static TillKey of(KeyPair pair) {
        return new TillKey(pair.getPrivate(), pair.getPublic());
    }

    /// For a keychain.
    public KeyPair pair() {
        return new KeyPair(publicKey, privateKey);
    }

    TillKey keptIn(Keychain keychain) {
        keychain.put(NAME, pair());
        return this;
    }

    private static Optional<TillKey> in(Keychain keychain) {
        return keychain.pair(NAME).map(TillKey::of);
    }

    /// A new pair, kept nowhere.
    public static TillKey generate() {
        try {
            var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            return new TillKey(pair.getPrivate(), pair.getPublic());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + ALGORITHM, e);
        }
    }

    /// The Ed25519 signature of a message, 64 bytes.
    public byte[] sign(byte[] message) {
        var signature = new byte[Ed25519.SIGNATURE_SIZE];
        Ed25519.sign(seed, 0, point, 0, message, 0, message.length, signature, 0);
        return signature;
    }

    /// Whether this key made a signature of a message.
    public boolean verify(byte[] message, byte[] signature) {
        return verify(publicKey, message, signature);
    }

    /// Whether the key with this public half made a signature of a message; false for bytes that are no signature.
    public static boolean verify(PublicKey key, byte[] message, byte[] signature) {
        return signature.length == Ed25519.SIGNATURE_SIZE
                && Ed25519.verify(signature, 0, point(key), 0, message, 0, message.length);
    }

    /// The public half, to be known at head office; `getEncoded()` is its X.509 form.
    public PublicKey publicKey() {
        return publicKey;
    }

    /// Reads a public half from its X.509 form; `IllegalArgumentException` for other bytes.
    public static PublicKey publicKey(byte[] encoded) {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not an Ed25519 public key", e);
        }
    }

    /// The 32 bytes that end the X.509 form.
    private static byte[] point(PublicKey key) {
        var encoded = key.getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - Ed25519.PUBLIC_KEY_SIZE, encoded.length);
    }

    /// Both halves as PEM, to be kept where nobody else reads.
    public String pem() {
        return pem("PRIVATE KEY", privateKey.getEncoded()) + publicPem();
    }

    /// The public half as PEM.
    public String publicPem() {
        return pem("PUBLIC KEY", publicKey.getEncoded());
    }

    /// Reads what {@link #publicPem()} gave; `IllegalArgumentException` for anything else.
    public static PublicKey publicKeyOf(String pem) {
        return publicKey(block(pem, "PUBLIC KEY"));
    }

    /// Reads what {@link #pem()} gave; `IllegalArgumentException` for anything else.
    public static TillKey of(String pem) {
        try {
            var factory = KeyFactory.getInstance(ALGORITHM);
            var key = new TillKey(
                    factory.generatePrivate(new PKCS8EncodedKeySpec(block(pem, "PRIVATE KEY"))), publicKeyOf(pem));
            var probe = "probe".getBytes(StandardCharsets.US_ASCII);
            if (!key.verify(probe, key.sign(probe))) {
                throw new IllegalArgumentException("its private and its public key do not belong together");
            }
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("it holds no Ed25519 key pair", e);
        }
    }

    private static String pem(String label, byte[] encoded) {
        var base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        return "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n";
    }

    private static byte[] block(String pem, String label) {
        var begin = "-----BEGIN " + label + "-----";
        int from = pem.indexOf(begin);
        int to = pem.indexOf("-----END " + label + "-----");
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("No " + label + " in the file");
        }
        return Base64.getMimeDecoder().decode(pem.substring(from + begin.length(), to));
    }

    @Override
    public String toString() {
        return "TillKey[" + Base64.getEncoder().encodeToString(publicKey.getEncoded()) + "]";
    }
}
