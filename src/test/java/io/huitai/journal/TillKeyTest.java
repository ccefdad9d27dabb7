package io.huitai.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.huitai.journal.log.SystemDisk;
import io.huitai.journal.secret.AccountPlace;
import io.huitai.journal.secret.KeyMissing;
import io.huitai.journal.secret.Keychain;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TillKeyTest {
    private static final byte[] MESSAGE = "message".getBytes(UTF_8);

    @TempDir
    Path store;

    @Test
    void aKeyMadeOnceIsReadAgain() {
        var made = TillKey.madeIn(keychain(), TillKey.TILL);
        var read = TillKey.of(keychain());
        assertThat(read.publicKey()).isEqualTo(made.publicKey());
        assertThat(made.verify(MESSAGE, read.sign(MESSAGE))).isTrue();
    }

    @Test
    void otherMessagesKeysAndBytesDoNotVerify() {
        var key = TillKey.generate();
        var signature = key.sign(MESSAGE);
        assertThat(key.verify("other".getBytes(UTF_8), signature)).isFalse();
        assertThat(TillKey.generate().verify(MESSAGE, signature)).isFalse();
        assertThat(key.verify(MESSAGE, new byte[0])).isFalse();
        assertThat(key.verify(MESSAGE, new byte[64])).isFalse();
        var all = new byte[64];
        Arrays.fill(all, (byte) 0xff);
        assertThat(key.verify(MESSAGE, all)).isFalse();
    }

    @Test
    void thePublicHalfTravelsAsBytes() {
        var key = TillKey.generate();
        assertThat(TillKey.publicKey(key.publicKey().getEncoded())).isEqualTo(key.publicKey());
        assertThatIllegalArgumentException().isThrownBy(() -> TillKey.publicKey(MESSAGE));
    }

    @Test
    void aMissingKeyIsNamed() {
        assertThatExceptionOfType(KeyMissing.class)
                .isThrownBy(() -> TillKey.of(keychain()))
                .withMessageContaining("keys");
    }

    @Test
    void halvesOfTwoPairsAreNoKey() {
        var mine = TillKey.generate().pem();
        var theirs = TillKey.generate().pem();
        var seam = "-----BEGIN PUBLIC";
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        TillKey.of(mine.substring(0, mine.indexOf(seam)) + theirs.substring(theirs.indexOf(seam))))
                .withMessageContaining("belong together");
        assertThatIllegalArgumentException().isThrownBy(() -> TillKey.of(mine.substring(0, 60)));
    }

    @Test
    void theKeyDoesNotPrintItsPrivateHalf() {
        var key = TillKey.generate();
        var secret = key.pem().lines().skip(1).findFirst();
        assertThat(key.toString()).doesNotContain(secret.orElseThrow());
    }

    private Keychain keychain() {
        return Keychain.openOrMake(store, AccountPlace.ofAccount(), new SystemDisk());
    }
}
