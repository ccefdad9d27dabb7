package io.huitai.till.past;

import io.huitai.journal.JournalFile;
import io.huitai.journal.log.Disk;
import io.huitai.programme.file.ProgrammeFile;
import io.huitai.programme.file.ProgrammeFolder;
import io.huitai.programme.file.UnfitVersion;
import io.huitai.programme.scheme.Programme;
import io.huitai.programme.scheme.Versions.Unfit;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import io.huitai.till.settings.TillSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/// A further version of a store's programme, wherever it comes from.
public final class NewVersion {
    private NewVersion() {}

    /// Puts it into the store directory, whether a till has that open or not: it takes no lock and adds one file. A
    /// running till takes it up with the next thing that it does, and prices by it from its first day on.
    ///
    /// That day is after the last one in the journal, so nothing that has happened is judged by it.
    ///
    /// @param source its name, for faults
    /// @throws io.huitai.programme.file.BadProgramme when it is no programme
    /// @throws UnfitVersion when it does not go behind the versions that are there
    /// @throws Refusal `BAD_FILE` when there is no store, or its settings cannot be read
    public static Programme install(Path storeDirectory, String source, byte[] bytes, Disk disk) {
        if (!TillSettings.exist(storeDirectory)) {
            throw Refusal.of(ErrorCode.BAD_FILE, storeDirectory.resolve(TillSettings.FILE));
        }
        var next = ProgrammeFile.read(source, bytes);
        var folder = new ProgrammeFolder(storeDirectory);
        var versions = folder.versions(TillSettings.read(storeDirectory).programme());
        var lastDay =
                JournalFile.last(storeDirectory, disk).map(entry -> entry.at().toLocalDate());
        versions.unfit(next, lastDay).ifPresent(unfit -> {
            throw new UnfitVersion(source, unfit);
        });
        try {
            var file = folder.next(next);
            if (disk.exists(file)) {
                throw new UnfitVersion(source, Unfit.of(Unfit.Why.CHANGED, next.version()));
            }
            disk.replace(file, bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException("The programme cannot be put into " + storeDirectory, broken);
        }
        return next;
    }
}
