package io.huitai.protocol;

import io.huitai.journal.TillKey;
import io.huitai.protocol.signature.ContentDigest;
import io.huitai.protocol.signature.SignatureInput;
import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// A till's signature of a request: over method, path, body, and a counter that only rises, so that no request is taken
/// twice.
public final class SignedRequest {
    public static final String COUNTER = "Huitai-Counter";

    private static final String LABEL = "till";
    private static final List<String> COMPONENTS =
            List.of("\"@method\"", "\"@path\"", "\"content-digest\"", "\"huitai-counter\"");
    private static final int MAX_DIGITS = 18;

    private final TillName name;
    private final long counter;
    private final byte[] base;
    private final byte[] signature;

    private SignedRequest(TillName name, long counter, byte[] base, byte[] signature) {
        this.name = name;
        this.counter = counter;
        this.base = base;
        this.signature = signature;
    }

    /// The fields that sign a POST.
    public static Map<String, String> fields(
            String path, byte[] body, TillName name, long counter, Instant created, UnaryOperator<byte[]> sign) {
        var input = new SignatureInput(LABEL, COMPONENTS, created.getEpochSecond(), name.toString());
        var digest = ContentDigest.of(body);
        return Map.of(
                ContentDigest.HEADER,
                digest,
                COUNTER,
                Long.toString(counter),
                SignatureInput.HEADER,
                input.header(),
                SignatureInput.SIGNATURE,
                input.signed(sign.apply(base(input, path, digest, Long.toString(counter)))));
    }

    /// Reads the fields of a POST; whose signature it is, is not known yet.
    ///
    /// @throws IllegalArgumentException where it is not signed, or for another body
    public static SignedRequest read(String path, byte[] body, Function<String, Optional<String>> fields) {
        Function<String, String> field = named -> fields.apply(named)
                .orElseThrow(() -> new IllegalArgumentException("The request is not signed: it has no " + named));
        var input = SignatureInput.parse(field.apply(SignatureInput.HEADER));
        if (!input.label().equals(LABEL) || !input.components().equals(COMPONENTS)) {
            throw new IllegalArgumentException("The request's signature is not over what it must be over");
        }
        var digest = field.apply(ContentDigest.HEADER);
        if (!digest.equals(ContentDigest.of(body))) {
            throw new IllegalArgumentException("The request's body is not the one that was signed");
        }
        var counter = field.apply(COUNTER);
        return new SignedRequest(
                TillName.parse(input.keyId()),
                counter(counter),
                base(input, path, digest, counter),
                input.signature(field.apply(SignatureInput.SIGNATURE)));
    }

    private static long counter(String field) {
        var counts = !field.isEmpty()
                && field.length() <= MAX_DIGITS
                && field.chars().allMatch(each -> each >= '0' && each <= '9');
        if (!counts || field.startsWith("0")) {
            throw new IllegalArgumentException("Not a counter: from 1");
        }
        return Long.parseLong(field);
    }

    private static byte[] base(SignatureInput input, String path, String digest, String counter) {
        var values = List.of("POST", path, digest, counter);
        return input.base(component -> values.get(COMPONENTS.indexOf(component)));
    }

    /// Who says to have signed it.
    public TillName name() {
        return name;
    }

    public long counter() {
        return counter;
    }

    public boolean isBy(PublicKey key) {
        return TillKey.verify(key, base, signature);
    }
}
