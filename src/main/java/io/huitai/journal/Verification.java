package io.huitai.journal;

import io.huitai.journal.log.Damage;
import io.huitai.journal.log.Disk;
import io.huitai.journal.log.DiskFailed;
import io.huitai.journal.secret.AccountPlace;
import io.huitai.journal.secret.Keychain;
import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Optional;

/// What a full reading of a journal from the disk found: frames, numbers, chain, hashes, signatures.
///
/// @param entries how many entries are good, from the first on, up to the first bad one
/// @param head the hash of the last good one, [Entry#NO_HASH] for none
/// @param first the first bad entry and why
/// @param torn bytes at the end that are the beginning of a frame never acknowledged; they do not make it bad
public record Verification(long entries, String head, Optional<Damage> first, long torn) {
    /// Whether nothing is wrong.
    public boolean intact() {
        return first.isEmpty();
    }

    /// Verifies the journal of a store directory, open elsewhere or not: takes no lock, changes nothing. Without any
    /// entries an absent key is no fault. Throws [KeyUnreadable] and [DiskFailed].
    public static Verification of(Path storeDirectory, Disk disk) {
        return of(storeDirectory, AccountPlace.ofAccount(), disk, Optional.empty());
    }

    /// The same with the till's public key from elsewhere, as for a copy on another machine: then no keychain is
    /// opened, and what the anchor knows counts where there is one.
    public static Verification of(Path storeDirectory, AccountPlace outside, Disk disk, Optional<PublicKey> key) {
        try {
            var inClear = KeyInClear.read(storeDirectory, disk);
            var known = Journal.known(storeDirectory, outside, disk)
                    .map(last -> new Chain(last.number(), last.hash(), null))
                    .orElse(Chain.EMPTY);
            var whose = key.or(() -> inClear.map(old -> old.key().publicKey()))
                    .or(() -> Keychain.idOf(storeDirectory, disk)
                            .map(_ -> TillKey.of(Keychain.open(storeDirectory, outside, disk))
                                    .publicKey()));
            return of(storeDirectory, disk, known, whose);
        } catch (IOException e) {
            throw new DiskFailed("Cannot read the anchor of " + storeDirectory, e);
        }
    }

    static Verification of(Path storeDirectory, Disk disk, Chain known, Optional<PublicKey> key) {
        try {
            return new Verifying(storeDirectory, disk, known, key.orElse(null)).run();
        } catch (IOException e) {
            throw new DiskFailed("Cannot read the journal of " + storeDirectory, e);
        }
    }
}
