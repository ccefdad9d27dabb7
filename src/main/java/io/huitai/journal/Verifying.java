package io.huitai.journal;

import io.huitai.journal.log.Damage;
import io.huitai.journal.log.Disk;
import io.huitai.journal.log.FrameReader;
import io.huitai.journal.log.FrameWalk;
import io.huitai.journal.secret.Keychain;
import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One verification under way: walks the frames and keeps the end of the chain.
final class Verifying implements FrameWalk.Visitor {
    private final Path storeDirectory;
    private final Disk disk;
    private final Chain known;
    private Chain chain = Chain.EMPTY;
    private final @Nullable PublicKey key;
    private @Nullable Identity identity;
    private @Nullable Damage first;

    /// @param known an end of the chain that a running till has seen, and that must be there
    /// @param key null where it is not known, which is no fault without entries
    Verifying(Path storeDirectory, Disk disk, Chain known, @Nullable PublicKey key) {
        this.storeDirectory = storeDirectory;
        this.disk = disk;
        this.known = known;
        this.key = key;
    }

    Verification run() throws IOException {
        identity = Identity.read(storeDirectory, disk).orElse(null);
        var walk = FrameWalk.of(Journal.directory(storeDirectory), disk, this);
        var found = first == null ? walk.damage().orElse(null) : first;
        long torn = 0;
        if (found == null && walk.torn().isPresent()) {
            var end = walk.torn().get();
            torn = end.bytes();
        }
        if (found == null && chain.entries() < known.entries()) {
            found = Damage.lost(chain.entries() + 1, known.entries(), Damage.Witness.ANCHOR);
        }
        return new Verification(chain.entries(), chain.head(), Optional.ofNullable(found), torn);
    }

    @Override
    public void segment(Path file) {
        // where entries stand does not matter here
    }

    @Override
    public boolean frame(FrameReader.Good frame) {
        for (var record : frame.records()) {
            var wrong = wrong(record);
            if (wrong.isPresent()) {
                first = new Damage(chain.entries() + 1, wrong.get());
                return false;
            }
        }
        return true;
    }

    private Optional<String> wrong(byte[] record) {
        if (key == null) {
            return Optional.of("the till's key in " + Keychain.keys(storeDirectory) + " is missing");
        }
        try {
            var entry = Entry.parse(record);
            var whose = identity == null ? new Identity(entry.store(), entry.till(), entry.epoch()) : identity;
            identity = whose;
            var wrong = chain.wrong(entry, whose, key).or(() -> unlikeKnown(entry));
            if (wrong.isEmpty()) {
                chain = chain.with(entry);
            }
            return wrong;
        } catch (UnreadableEntry e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private Optional<String> unlikeKnown(Entry entry) {
        return entry.number() == known.entries() && !entry.hash().equals(known.head())
                ? Optional.of("it is not the entry that this till wrote")
                : Optional.empty();
    }
}
