package io.huitai.journal.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.huitai.journal.log.DiskFailed;
import io.huitai.journal.log.FaultyDisk;
import io.huitai.journal.log.SystemDisk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeychainTest {
    private static final byte[] PLAIN = "王小明".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private Path store;
    private AccountPlace outside;

    @BeforeEach
    void aStoreAndAPlaceOutside() throws IOException {
        store = Files.createDirectory(folder.resolve("store"));
        outside = new AccountPlace(folder.resolve("outside"));
    }

    @Test
    void keepsSecretsAndWhatSeals() {
        var made = Keychain.make(store, outside, new SystemDisk());
        var secret = SealingKey.random(32);
        made.put("till", secret);
        var sealed = made.sealing("feed").seal("here", PLAIN);

        var read = Keychain.open(store, outside, new SystemDisk());

        assertThat(read.secret("till")).contains(secret);
        assertThat(read.secret("other")).isEmpty();
        assertThat(read.sealing("feed").open("here", sealed)).isEqualTo(PLAIN);
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> read.sealing("store").open("here", sealed));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> read.sealing("feed").open("there", sealed));
    }

    @Test
    void whatIsSealedOpensForNoOtherBit() {
        var key = SealingKey.fresh();
        var sealed = key.seal("here", PLAIN);
        for (var bit = 0; bit < sealed.length * 8; bit++) {
            var altered = sealed.clone();
            altered[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> key.open("here", altered));
        }
        for (var length = 0; length < sealed.length; length++) {
            var cut = java.util.Arrays.copyOf(sealed, length);
            assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> key.open("here", cut));
        }
    }

    @Test
    void isNothingWithoutWhatIsOutside() {
        Keychain.make(store, outside, new SystemDisk());

        assertThatExceptionOfType(KeyMissing.class)
                .isThrownBy(() -> Keychain.open(store, new AccountPlace(folder.resolve("elsewhere")), new SystemDisk()))
                .withMessageContaining("password");
    }

    @Test
    void isNothingWithThePasswordOfAnother() throws IOException {
        var one = Keychain.make(store, outside, new SystemDisk());
        var other = Keychain.make(Files.createDirectory(folder.resolve("other")), outside, new SystemDisk());
        Files.copy(
                other.outside().resolve("password"),
                one.outside().resolve("password"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        assertThatExceptionOfType(KeyUnreadable.class)
                .isThrownBy(() -> Keychain.open(store, outside, new SystemDisk()));
    }

    @Test
    void ofEveryDamagedFileSaysWhichOne() throws IOException {
        var random = new Random(14);
        Keychain.make(store, outside, new SystemDisk());
        try (var files = Files.list(store.resolve("keys"))) {
            for (var file : files.toList()) {
                var good = Files.readAllBytes(file);
                for (var trial = 0; trial < 40; trial++) {
                    var bad = java.util.Arrays.copyOf(
                            good, random.nextInt(good.length - 1)); // with its line end or without
                    Files.write(file, bad);
                    assertThatExceptionOfType(RuntimeException.class)
                            .as("%s cut to %d bytes", file, bad.length)
                            .isThrownBy(() -> Keychain.open(store, outside, new SystemDisk()))
                            .isInstanceOfAny(KeyUnreadable.class, KeyMissing.class)
                            .withMessageContaining(store.resolve("keys").toString());
                }
                Files.write(file, good);
            }
        }
    }

    @Test
    void isReadableByItsAccountOnly() throws IOException {
        Keychain.make(store, outside, new SystemDisk());
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .as(file.toString())
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void takesAnotherPasswordAndForgetsTheOneBefore() throws IOException {
        var chain = Keychain.make(store, outside, new SystemDisk());
        var secret = SealingKey.random(32);
        chain.put("till", secret);
        var sealed = chain.sealing("feed").seal("here", PLAIN);
        Files.writeString(chain.outside().resolve("anchor"), "kept");
        var before = chain.outside();

        chain.renewPassword();

        var read = Keychain.open(store, outside, new SystemDisk());
        assertThat(read.secret("till")).contains(secret);
        assertThat(read.sealing("feed").open("here", sealed)).isEqualTo(PLAIN);
        assertThat(read.outside().resolve("anchor")).hasContent("kept");
        assertThat(before).doesNotExist();
        try (var files = Files.list(store.resolve("keys"))) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void opensWhateverStepOfANewPasswordFailedOrWasTheLast() {
        var secret = SealingKey.random(32);
        for (var step = 0; ; step++) {
            var disk = new FaultyDisk(step);
            var chain = Keychain.make(store, outside, disk);
            chain.put("till", secret);
            disk.fail(step, 1_000);
            try {
                chain.renewPassword();
            } catch (DiskFailed expected) {
                assertThat(expected).hasMessageContaining("keys");
            }
            var done = !disk.failed();
            disk.losePower();
            var read = Keychain.open(store, outside, disk);
            assertThat(read.secret("till")).as("after step %d", step).contains(secret);
            if (done) {
                return;
            }
        }
    }
}
