package io.huitai.journal;

import io.huitai.journal.log.Anchor;
import io.huitai.journal.log.Damage;
import io.huitai.journal.log.Disk;
import io.huitai.journal.log.DiskFailed;
import java.io.IOException;
import java.nio.file.Path;
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
        try {
            var known = Anchor.read(storeDirectory, disk);
            return of(
                    storeDirectory,
                    disk,
                    known.map(last -> new Chain(last.number(), last.hash(), null))
                            .orElse(Chain.EMPTY));
        } catch (IOException e) {
            throw new DiskFailed("Cannot read the anchor of " + storeDirectory, e);
        }
    }

    static Verification of(Path storeDirectory, Disk disk, Chain known) {
        try {
            return new Verifying(storeDirectory, disk, known).run();
        } catch (IOException e) {
            throw new DiskFailed("Cannot read the journal of " + storeDirectory, e);
        }
    }
}
