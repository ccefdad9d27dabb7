package io.huitai.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.huitai.journal.log.SystemDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TillKeyTest {
    private static final byte[] MESSAGE = "message".getBytes(UTF_8);

    @TempDir
    Path store;

    @Test
    void aKeyMadeOnceIsReadAgain() {
        var made = TillKey.open(store, new SystemDisk(), true);
        var read = TillKey.open(store, new SystemDisk(), false);
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
    void onlyItsOwnerMayReadTheFile() throws IOException {
        assertThat(store.getFileSystem().supportedFileAttributeViews()).contains("posix");
        TillKey.open(store, new SystemDisk(), true);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(store.resolve("keys/till.pem"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aMissingKeyIsNamed() {
        assertThatExceptionOfType(KeyMissing.class)
                .isThrownBy(() -> TillKey.open(store, new SystemDisk(), false))
                .withMessageContaining("till.pem");
    }

    @Test
    void aDamagedFileAndHalvesOfTwoPairsAreToldApartFromAMissingOne() throws IOException {
        TillKey.open(store, new SystemDisk(), true);
        var file = store.resolve("keys/till.pem");
        var mine = Files.readString(file);
        Files.writeString(file, mine.substring(0, 60));
        assertThatExceptionOfType(KeyUnreadable.class).isThrownBy(() -> TillKey.read(store, new SystemDisk()));
        Files.delete(file);
        TillKey.open(store, new SystemDisk(), true);
        var theirs = Files.readString(file);
        var seam = "-----BEGIN PUBLIC";
        Files.writeString(file, mine.substring(0, mine.indexOf(seam)) + theirs.substring(theirs.indexOf(seam)));
        assertThatExceptionOfType(KeyUnreadable.class)
                .isThrownBy(() -> TillKey.read(store, new SystemDisk()))
                .withMessageContaining("belong together");
    }

    @Test
    void theKeyDoesNotPrintItsPrivateHalf() throws IOException {
        var key = TillKey.open(store, new SystemDisk(), true);
        var secret =
                Files.readString(store.resolve("keys/till.pem")).lines().skip(1).findFirst();
        assertThat(key.toString()).doesNotContain(secret.orElseThrow());
    }
}
