package io.huitai.protocol;

import io.huitai.journal.TillKey;
import io.huitai.protocol.signature.ContentDigest;
import io.huitai.protocol.signature.SignatureInput;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Head office's signature of an answer: over status, time, body, and the signature of the request that it answers. So
/// it is nobody else's, and an answer to nothing else.
public final class SignedAnswer {
    public static final String DATE = "Date";

    private static final String LABEL = "head-office";
    private static final List<String> COMPONENTS =
            List.of("\"@status\"", "\"date\"", "\"content-digest\"", "\"signature\";req");

    private final PublicKey by;

    private SignedAnswer(PublicKey by) {
        this.by = by;
    }

    /// The fields that sign an answer, the `Date` too.
    ///
    /// @param request the request's field `Signature`, "" where it has none
    public static Map<String, String> fields(
            int status, String date, byte[] body, String request, Instant created, TillKey key) {
        var keyId = Base64.getEncoder().encodeToString(key.publicKey().getEncoded());
        var input = new SignatureInput(LABEL, COMPONENTS, created.getEpochSecond(), keyId);
        var digest = ContentDigest.of(body);
        return Map.of(
                DATE,
                date,
                ContentDigest.HEADER,
                digest,
                SignatureInput.HEADER,
                input.header(),
                SignatureInput.SIGNATURE,
                input.signed(key.sign(base(input, status, date, digest, request))));
    }

    /// Reads the fields of an answer.
    ///
    /// @throws IllegalArgumentException where the key that it names did not sign it, or not for this request
    public static SignedAnswer read(
            int status, byte[] body, String request, Function<String, Optional<String>> fields) {
        Function<String, String> field = named -> fields.apply(named)
                .orElseThrow(() -> new IllegalArgumentException("The answer is not signed: it has no " + named));
        var input = SignatureInput.parse(field.apply(SignatureInput.HEADER));
        if (!input.label().equals(LABEL) || !input.components().equals(COMPONENTS)) {
            throw new IllegalArgumentException("The answer's signature is not over what it must be over");
        }
        var digest = field.apply(ContentDigest.HEADER);
        if (!digest.equals(ContentDigest.of(body))) {
            throw new IllegalArgumentException("The answer's body is not the one that was signed");
        }
        var base = base(input, status, field.apply(DATE), digest, request);
        var key = TillKey.publicKey(Base64.getDecoder().decode(input.keyId()));
        if (!TillKey.verify(key, base, input.signature(field.apply(SignatureInput.SIGNATURE)))) {
            throw new IllegalArgumentException("The answer's signature does not fit");
        }
        return new SignedAnswer(key);
    }

    private static byte[] base(SignatureInput input, int status, String date, String digest, String request) {
        var values = List.of(Integer.toString(status), date, digest, request);
        return input.base(component -> values.get(COMPONENTS.indexOf(component)));
    }

    /// Whose it is.
    public PublicKey by() {
        return by;
    }

    public boolean isBy(PublicKey key) {
        return Arrays.equals(by.getEncoded(), key.getEncoded());
    }
}
