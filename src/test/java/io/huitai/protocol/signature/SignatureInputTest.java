package io.huitai.protocol.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huitai.journal.TillKey;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The example of RFC 9421, appendix B.2.6, and what is not taken for a signature.
class SignatureInputTest {
    private static final String KEY = "MCowBQYDK2VwAyEAJrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs=";
    private static final String INPUT = "sig-b26=(\"date\" \"@method\" \"@path\" \"@authority\" \"content-type\""
            + " \"content-length\");created=1618884473;keyid=\"test-key-ed25519\"";
    private static final String SIGNATURE =
            "sig-b26=:wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==:";
    private static final Map<String, String> MESSAGE = Map.of(
            "\"date\"", "Tue, 20 Apr 2021 02:07:55 GMT",
            "\"@method\"", "POST",
            "\"@path\"", "/foo",
            "\"@authority\"", "example.com",
            "\"content-type\"", "application/json",
            "\"content-length\"", "18");

    private static boolean fits(Map<String, String> message, String signature) {
        var input = SignatureInput.parse(INPUT);
        var key = TillKey.publicKey(Base64.getDecoder().decode(KEY));
        return TillKey.verify(key, input.base(message::get), input.signature(signature));
    }

    @Test
    void theExampleOfTheStandardFits() {
        assertThat(fits(MESSAGE, SIGNATURE)).isTrue();
        assertThat(SignatureInput.parse(INPUT).header()).isEqualTo(INPUT);
        var input = SignatureInput.parse(INPUT);
        assertThat(input.signed(input.signature(SIGNATURE))).isEqualTo(SIGNATURE);
    }

    @Test
    void anyOtherComponentDoesNot() {
        for (var component : MESSAGE.keySet()) {
            var other = new java.util.HashMap<>(MESSAGE);
            other.merge(component, "x", String::concat);
            assertThat(fits(other, SIGNATURE)).as(component).isFalse();
        }
    }

    @Test
    void whatIsWrittenOtherwiseIsNotRead() {
        for (var seed = 0L; seed < 2_000; seed++) {
            var random = new Random(seed);
            var chars = new StringBuilder(INPUT);
            for (var i = random.nextInt(3); i >= 0; i--) {
                chars.setCharAt(random.nextInt(chars.length()), (char) (1 + random.nextInt(255)));
            }
            var text = chars.toString();
            String read;
            try {
                read = SignatureInput.parse(text).header();
            } catch (IllegalArgumentException refused) {
                continue;
            }
            assertThat(read).as("seed " + seed).isEqualTo(text);
        }
        for (var other : List.of("", "sig=()", INPUT + ";alg=\"ed25519\"", INPUT + ", " + INPUT, " " + INPUT)) {
            assertThatThrownBy(() -> SignatureInput.parse(other))
                    .as(other)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
