package io.huitai.journal;

import io.huitai.journal.secret.KeyMissing;
import io.huitai.journal.secret.Keychain;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/// An Ed25519 key pair: a till's own is `till` in its keychain, as its 32 secret bytes. It never prints its private
/// half.
///
/// Bouncy Castle signs and verifies: the JDK's Ed25519 takes several times as long, more than the force of a sale.
public final class TillKey {
    private static final String ALGORITHM = "Ed25519";
    static final String TILL = "till";
    /// What stands before the point in the X.509 form.
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

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

    /// The till's key in a keychain; throws [KeyMissing] where there is none.
    public static TillKey of(Keychain keychain) {
        return in(keychain, TILL).orElseThrow(() -> new KeyMissing(Keychain.keys(keychain.directory())));
    }

    /// A key of a keychain by its name; empty where there is none.
    public static Optional<TillKey> in(Keychain keychain, String name) {
        return keychain.secret(name).map(TillKey::ofSeed);
    }

    /// The same, made and kept where there is none; throws [io.huitai.journal.log.DiskFailed].
    public static TillKey madeIn(Keychain keychain, String name) {
        return in(keychain, name).orElseGet(() -> generate().keptIn(keychain, name));
    }

    TillKey keptIn(Keychain keychain, String name) {
        keychain.put(name, seed);
        return this;
    }

    private static TillKey ofSeed(byte[] seed) {
        var point = new byte[Ed25519.PUBLIC_KEY_SIZE];
        Ed25519.generatePublicKey(seed, 0, point, 0);
        var encoded = Arrays.copyOf(X509, X509.length + point.length);
        System.arraycopy(point, 0, encoded, X509.length, point.length);
        try {
            var secret = KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
            return new TillKey(secret, publicKey(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not the secret of an Ed25519 key", e);
        }
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
