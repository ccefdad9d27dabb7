package io.huitai.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/// The till's Ed25519 key pair: `keys/till.pem` of the store directory, one PEM file with the private key (PKCS#8) and
/// the public one (X.509), readable by its owner only where the file system knows owners. It never prints its private
/// half.
public final class TillKey {
    private static final String ALGORITHM = "Ed25519";
    private static final int MAX_FILE_BYTES = 4096;

    private final PrivateKey privateKey;
    private final PublicKey publicKey;

    private TillKey(KeyPair pair) {
        this.privateKey = pair.getPrivate();
        this.publicKey = pair.getPublic();
    }

    /// Reads the key; makes and forces one when there is none and `mayCreate`. Throws [KeyMissing] when there is none
    /// and it may not, [KeyUnreadable] for a file that holds no matching pair, [DiskFailed].
    public static TillKey open(Path storeDirectory, Disk disk, boolean mayCreate) {
        try {
            var found = read(storeDirectory, disk);
            if (found.isPresent()) {
                return found.get();
            }
            if (!mayCreate) {
                throw new KeyMissing(file(storeDirectory));
            }
            var fresh = generate();
            disk.makeDirectory(directory(storeDirectory));
            disk.replace(file(storeDirectory), fresh.pem());
            return fresh;
        } catch (IOException e) {
            throw new DiskFailed("Cannot keep the till's key in " + directory(storeDirectory), e);
        }
    }

    /// A new pair, kept nowhere.
    public static TillKey generate() {
        try {
            return new TillKey(KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + ALGORITHM, e);
        }
    }

    /// The Ed25519 signature of a message, 64 bytes.
    public byte[] sign(byte[] message) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(privateKey);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot sign", e);
        }
    }

    /// Whether this key made a signature of a message.
    public boolean verify(byte[] message, byte[] signature) {
        return verify(publicKey, message, signature);
    }

    /// Whether the key with this public half made a signature of a message; false for bytes that are no signature.
    public static boolean verify(PublicKey key, byte[] message, byte[] signed) {
        if (signed.length != 64) {
            return false;
        }
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(message);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false; // points and scalars that are none: a forged signature, not a failure of ours
        }
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

    static Optional<TillKey> read(Path storeDirectory, Disk disk) throws IOException {
        var file = file(storeDirectory);
        if (!disk.exists(file)) {
            return Optional.empty();
        }
        try (var in = disk.read(file, 0)) {
            var pem = new String(in.readNBytes(MAX_FILE_BYTES), StandardCharsets.US_ASCII);
            var factory = KeyFactory.getInstance(ALGORITHM);
            var key = new TillKey(new KeyPair(
                    publicKey(block(pem, "PUBLIC KEY")),
                    factory.generatePrivate(new PKCS8EncodedKeySpec(block(pem, "PRIVATE KEY")))));
            var probe = "probe".getBytes(StandardCharsets.US_ASCII);
            if (!key.verify(probe, key.sign(probe))) {
                throw new KeyUnreadable(file, "its private and its public key do not belong together", null);
            }
            return Optional.of(key);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new KeyUnreadable(file, "it holds no Ed25519 key pair", e);
        }
    }

    static Path directory(Path storeDirectory) {
        return storeDirectory.resolve("keys");
    }

    static Path file(Path storeDirectory) {
        return directory(storeDirectory).resolve("till.pem");
    }

    private byte[] pem() {
        var text = pem("PRIVATE KEY", privateKey.getEncoded()) + pem("PUBLIC KEY", publicKey.getEncoded());
        return text.getBytes(StandardCharsets.US_ASCII);
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
