package io.huitai.journal.secret;

import io.huitai.journal.log.Disk;
import io.huitai.journal.log.DiskFailed;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.crypto.spec.PBEParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The secrets of a till or a head office: `keys/<id>.p12` of its directory, a PKCS#12 file, with its password in
/// `<id>/password` of the place outside. `keys/keychain` holds the id. All are readable by their account only.
///
/// The directory alone, copied or stolen, neither signs nor reads what is sealed: the password is not in it. One thread
/// at a time changes it.
public final class Keychain {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    private static final String MASTER = "master";
    private static final String SEALED_BY = "PBEWithHmacSHA256AndAES_256";
    private static final int SALT_BYTES = 20;
    private static final int ROUNDS = 1_000;
    private static final int MAX_BYTES = 1 << 20;

    private final Path directory;
    private final AccountPlace outside;
    private final Disk disk;
    private String id;
    private final KeyStore keys;
    private char[] password;
    private final Map<String, byte[]> secrets;

    private Keychain(
            Path directory,
            AccountPlace outside,
            Disk disk,
            String id,
            KeyStore keys,
            char[] password,
            Map<String, byte[]> secrets) {
        this.directory = directory;
        this.outside = outside;
        this.disk = disk;
        this.id = id;
        this.keys = keys;
        this.password = password;
        this.secrets = secrets;
    }

    /// The id of the keychain of a directory; empty where there is none.
    ///
    /// @throws KeyUnreadable when what should hold it holds something else
    /// @throws DiskFailed when it cannot be read
    public static Optional<String> idOf(Path directory, Disk disk) {
        var file = pointer(directory);
        return read(file, disk).map(bytes -> {
            var id = new String(bytes, StandardCharsets.US_ASCII).strip();
            if (!ID.matcher(id).matches()) {
                throw new KeyUnreadable(file, "it does not name a keychain", null);
            }
            return id;
        });
    }

    /// Opens the keychain of a directory with what this account keeps outside.
    public static Keychain open(Path directory, Disk disk) {
        return open(directory, AccountPlace.ofAccount(), disk);
    }

    /// Opens the keychain of a directory.
    ///
    /// @throws KeyMissing when a part of it is not there
    /// @throws KeyUnreadable when the parts do not fit together
    /// @throws DiskFailed when they cannot be read
    public static Keychain open(Path directory, AccountPlace outside, Disk disk) {
        var id = idOf(directory, disk).orElseThrow(() -> new KeyMissing(pointer(directory)));
        var file = file(directory, id);
        var sealed = read(file, disk).orElseThrow(() -> new KeyMissing(file));
        var secret = secret(outside, id);
        var password = new String(
                        read(secret, disk).orElseThrow(() -> new KeyMissing(secret)), StandardCharsets.US_ASCII)
                .strip()
                .toCharArray();
        try {
            var keys = KeyStore.getInstance("PKCS12");
            keys.load(new ByteArrayInputStream(sealed), password);
            return new Keychain(directory, outside, disk, id, keys, password, secrets(keys, password));
        } catch (IOException | GeneralSecurityException e) {
            throw new KeyUnreadable(file, "it is damaged, or " + secret + " is not its password", e);
        }
    }

    /// Makes a keychain with a master secret in a directory that has none.
    ///
    /// @throws DiskFailed when it cannot be kept
    public static Keychain make(Path directory, AccountPlace outside, Disk disk) {
        try {
            var keys = KeyStore.getInstance("PKCS12");
            keys.load(null, null);
            var fresh = new Keychain(directory, outside, disk, "", keys, new char[0], new TreeMap<>());
            fresh.moveTo(HexFormat.of().formatHex(SealingKey.random(16)), SealingKey.fresh(), Optional.empty());
            return fresh;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no PKCS#12", e);
        }
    }

    /// The keychain of a directory, made where there is none.
    public static Keychain openOrMake(Path directory, AccountPlace outside, Disk disk) {
        return idOf(directory, disk).isPresent() ? open(directory, outside, disk) : make(directory, outside, disk);
    }

    /// Locks the same keys with another password, and forgets the one before. A kill in between leaves the old ones.
    ///
    /// @throws DiskFailed when that cannot be kept
    public void renewPassword() {
        var before = id;
        moveTo(HexFormat.of().formatHex(SealingKey.random(16)), SealingKey.fresh(), Optional.of(before));
    }

    private void moveTo(String fresh, SealingKey secret, Optional<String> before) {
        try {
            disk.makeDirectory(keys(directory));
            outside.make(fresh, disk);
            if (before.isPresent()) {
                for (var name : disk.list(outside.of(before.get()))) {
                    copy(
                            outside.of(before.get()).resolve(name),
                            outside.of(fresh).resolve(name));
                }
            }
            disk.replace(secret(outside, fresh), secret.password().getBytes(StandardCharsets.US_ASCII));
            lockWith(secret.password().toCharArray());
            id = fresh;
            if (before.isEmpty()) {
                keep(MASTER, SealingKey.fresh().bytes());
            }
            save();
            disk.replace(pointer(directory), (fresh + "\n").getBytes(StandardCharsets.US_ASCII));
            if (before.isPresent()) {
                disk.delete(file(directory, before.get()));
                disk.delete(outside.of(before.get()));
            }
        } catch (IOException e) {
            throw new DiskFailed("Cannot keep keys in " + keys(directory) + " and " + outside.directory(), e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot keep a secret in PKCS#12", e);
        }
    }

    /// Every secret in it has the password of the whole.
    private void lockWith(char[] other) throws GeneralSecurityException {
        password = other;
        for (var secret : secrets.entrySet()) {
            keep(secret.getKey(), secret.getValue());
        }
    }

    private void copy(Path from, Path to) throws IOException {
        try (var in = disk.read(from, 0)) {
            disk.replace(to, in.readAllBytes());
        }
    }

    /// Whose keys these are.
    public Path directory() {
        return directory;
    }

    /// What this keychain is called here and outside.
    public String id() {
        return id;
    }

    /// What is kept outside for it.
    public Path outside() {
        return outside.of(id);
    }

    /// What seals for one purpose.
    public SealingKey sealing(String purpose) {
        return SealingKey.of(secret(MASTER)
                        .orElseThrow(() -> new KeyUnreadable(file(directory, id), "it has no master secret", null)))
                .derived(purpose);
    }

    /// A secret by its name, in lower case; empty where there is none.
    public synchronized Optional<byte[]> secret(String name) {
        return Optional.ofNullable(secrets.get(name)).map(byte[]::clone);
    }

    /// Keeps a secret in the place of one of the same name.
    ///
    /// @throws DiskFailed when it cannot be kept
    public synchronized void put(String name, byte[] secret) {
        try {
            keep(name, secret);
            save();
        } catch (IOException e) {
            throw new DiskFailed("Cannot keep keys in " + keys(directory), e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot keep a secret in PKCS#12", e);
        }
    }

    /// The password is as long as the keys: nobody tries all of them, however few the rounds.
    private void keep(String name, byte[] secret) throws GeneralSecurityException {
        keys.setEntry(
                name,
                new KeyStore.SecretKeyEntry(new SecretKeySpec(secret, "AES")),
                new KeyStore.PasswordProtection(
                        password, SEALED_BY, new PBEParameterSpec(SealingKey.random(SALT_BYTES), ROUNDS)));
        secrets.put(name, secret.clone());
    }

    private static Map<String, byte[]> secrets(KeyStore keys, char[] password) throws GeneralSecurityException {
        var secrets = new TreeMap<String, byte[]>();
        for (var name : Collections.list(keys.aliases())) {
            secrets.put(name, keys.getKey(name, password).getEncoded());
        }
        return secrets;
    }

    private void save() throws IOException, GeneralSecurityException {
        var bytes = new ByteArrayOutputStream();
        keys.store(bytes, password);
        disk.replace(file(directory, id), bytes.toByteArray());
    }

    private static Optional<byte[]> read(Path file, Disk disk) {
        try {
            if (!disk.exists(file)) {
                return Optional.empty();
            }
            try (var in = disk.read(file, 0)) {
                return Optional.of(in.readNBytes(MAX_BYTES));
            }
        } catch (IOException e) {
            throw new DiskFailed("Cannot read " + file, e);
        }
    }

    /// The keys of a directory.
    public static Path keys(Path directory) {
        return directory.resolve("keys");
    }

    private static Path pointer(Path directory) {
        return keys(directory).resolve("keychain");
    }

    private static Path file(Path directory, String id) {
        return keys(directory).resolve(id + ".p12");
    }

    private static Path secret(AccountPlace outside, String id) {
        return outside.of(id).resolve("password");
    }

    @Override
    public String toString() {
        return "Keychain[" + id + "]";
    }
}
