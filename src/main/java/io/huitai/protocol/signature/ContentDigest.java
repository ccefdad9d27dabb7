package io.huitai.protocol.signature;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// The field `Content-Digest` of RFC 9530, with SHA-256 only.
public final class ContentDigest {
    public static final String HEADER = "Content-Digest";

    private ContentDigest() {}

    /// @param content as it goes over the wire, packed where it is
    public static String of(byte[] content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content);
            return "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
