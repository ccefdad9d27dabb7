package io.huitai.till.book;

import io.huitai.journal.fact.Sale;
import io.huitai.programme.file.BadProgramme;
import io.huitai.programme.file.ProgrammeFolder;
import io.huitai.programme.file.UnfitVersion;
import io.huitai.programme.scheme.Programme;
import io.huitai.programme.scheme.Versions;
import io.huitai.shop.id.ProgrammeId;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The store's membership programme: all its versions on the disk, and the one that holds now. Any thread asks; the
/// writer thread alone looks for new ones.
public final class Scheme {
    private static final Logger LOG = LoggerFactory.getLogger(Scheme.class);

    private final ProgrammeFolder folder;
    private final ProgrammeId id;
    private final Supplier<LocalDate> today;
    private Map<Path, FileTime> seen;
    private volatile Versions versions;

    /// @param today in the store's time zone
    /// @throws Refusal `BAD_FILE` when its files cannot be used
    public Scheme(Path storeDirectory, ProgrammeId id, Supplier<LocalDate> today) {
        this.folder = new ProgrammeFolder(storeDirectory);
        this.id = id;
        this.today = today;
        this.seen = folder.glance(id);
        this.versions = read(folder, id);
    }

    /// The version that holds now.
    public Programme now() {
        return on(today.get());
    }

    /// The version that holds on a day, as far as is known today.
    public Programme on(LocalDate day) {
        return versions.on(day);
    }

    /// The very version that a sale was priced by, of an earlier programme of the store too.
    ///
    /// @throws Refusal `BAD_FILE` when its file is no longer there
    public Programme of(Sale.ProgrammeRef sold) {
        return find(sold).orElseThrow(() -> Refusal.of(ErrorCode.BAD_FILE, missing(sold)));
    }

    /// The same; empty when its file is no longer there.
    public Optional<Programme> find(Sale.ProgrammeRef sold) {
        var all = sold.id().equals(id) ? versions : read(folder, sold.id());
        return all.of(sold.version(), sold.digest());
    }

    /// The version of a sale, read from a folder.
    ///
    /// @throws Refusal `BAD_FILE` when its file is not there
    public static Programme version(ProgrammeFolder folder, Sale.ProgrammeRef sold) {
        return read(folder, sold.id())
                .of(sold.version(), sold.digest())
                .orElseThrow(() -> Refusal.of(ErrorCode.BAD_FILE, missing(sold)));
    }

    private static String missing(Sale.ProgrammeRef sold) {
        return "programmes/, %s version %s, SHA-256 %s".formatted(sold.id(), sold.version(), sold.digest());
    }

    /// How a sale names a version.
    public static Sale.ProgrammeRef ref(Programme programme) {
        var head = programme.head();
        return new Sale.ProgrammeRef(head.id(), Integer.toString(head.version()), head.digest());
    }

    /// Takes up versions that have been put into the folder. What cannot be used changes nothing.
    public void refresh() {
        try {
            if (!folder.stands(seen)) {
                seen = folder.glance(id);
                versions = folder.versions(id);
                LOG.info("Programme {}: versions up to {}", id, versions.last().version());
            }
        } catch (BadProgramme | UnfitVersion | UncheckedIOException unusable) {
            LOG.error("Programme {} stays as it is: {}", id, unusable.getMessage());
        }
    }

    private static Versions read(ProgrammeFolder folder, ProgrammeId which) {
        try {
            return folder.versions(which);
        } catch (BadProgramme | UnfitVersion unusable) {
            throw Refusal.of(ErrorCode.BAD_FILE, String.valueOf(unusable.getMessage()));
        }
    }
}
