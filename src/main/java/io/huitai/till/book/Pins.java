package io.huitai.till.book;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// PINs as Argon2id hashes in their usual encoded form, each with its own salt.
public final class Pins {
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final Pattern ENCODED =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=1\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    private Pins() {}

    public static String hash(String pin, SecureRandom random) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        var base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=1$" + base64.encodeToString(salt) + "$"
                + base64.encodeToString(hash(pin, salt, MEMORY_KIB, PASSES));
    }

    /// Whether a hash is this PIN's.
    public static boolean fits(String pin, String encoded) {
        var parts = ENCODED.matcher(encoded);
        if (!parts.matches()) {
            throw new IllegalStateException("An operator's PIN hash is not Argon2id");
        }
        var base64 = Base64.getDecoder();
        var computed = hash(
                pin, base64.decode(parts.group(3)), Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
        return MessageDigest.isEqual(base64.decode(parts.group(4)), computed);
    }

    /// Takes the time of one comparison with a PIN of nobody's.
    static void spendOne(String pin) {
        var _ = MessageDigest.isEqual(new byte[BYTES], hash(pin, new byte[SALT_BYTES], MEMORY_KIB, PASSES));
    }

    private static byte[] hash(String pin, byte[] salt, int memoryKib, int passes) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withSalt(salt)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(1)
                .build());
        var hash = new byte[BYTES];
        generator.generateBytes(pin.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }
}
