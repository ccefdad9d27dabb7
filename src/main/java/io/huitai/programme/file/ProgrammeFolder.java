package io.huitai.programme.file;

import io.huitai.programme.scheme.Programme;
import io.huitai.programme.scheme.Versions;
import io.huitai.programme.scheme.Versions.Unfit;
import io.huitai.shop.id.ProgrammeId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// `programmes/` of a store directory: every version that its programmes ever had. `<id>.yaml` is the one that the
/// store began with, `<id>-<version>.yaml` each one after it. A file that is there is never changed.
public final class ProgrammeFolder {
    private final Path directory;

    public ProgrammeFolder(Path storeDirectory) {
        this.directory = storeDirectory.resolve("programmes");
    }

    /// The file that a store begins with.
    public Path first(ProgrammeId id) {
        return directory.resolve(id + ".yaml");
    }

    /// The file of a further version.
    public Path next(Programme programme) {
        return directory.resolve(programme.id() + "-" + programme.version() + ".yaml");
    }

    /// All versions of a programme.
    ///
    /// @throws BadProgramme when one of its files is wrong
    /// @throws UnfitVersion when there is none, two files say different things under one number, or a name says
    ///     another version than its file
    public Versions versions(ProgrammeId id) {
        var byNumber = new TreeMap<Integer, Programme>();
        for (var file : files(id)) {
            var programme = Programmes.read(file);
            if (!programme.id().equals(id) || !isNamedAfter(file, programme)) {
                throw unfit(file, Unfit.of(Unfit.Why.MISNAMED, programme.id(), programme.version()));
            }
            var same = byNumber.putIfAbsent(programme.version(), programme);
            if (same != null && !same.digest().equals(programme.digest())) {
                throw unfit(file, Unfit.of(Unfit.Why.CHANGED, programme.version()));
            }
        }
        if (byNumber.isEmpty()) {
            throw unfit(first(id), Unfit.of(Unfit.Why.MISSING));
        }
        return new Versions(List.copyOf(byNumber.values()));
    }

    /// What stands in the folder now: the folder and the programme's files, with when each was changed.
    public Map<Path, FileTime> glance(ProgrammeId id) {
        var seen = new TreeMap<Path, FileTime>();
        seen.put(directory, changed(directory)); // first: what comes between is seen at the next look
        files(id).forEach(file -> seen.put(file, changed(file)));
        return seen;
    }

    /// Whether all is as it was seen: no file has come, gone, or been written anew. Lists nothing.
    public boolean stands(Map<Path, FileTime> seen) {
        return seen.entrySet().stream().allMatch(each -> changed(each.getKey()).equals(each.getValue()));
    }

    /// The beginning of time for what is not there.
    private FileTime changed(Path path) {
        try {
            return Files.getLastModifiedTime(path);
        } catch (NoSuchFileException none) {
            return FileTime.fromMillis(0);
        } catch (IOException unreadable) {
            throw unreadable(unreadable);
        }
    }

    private boolean isNamedAfter(Path file, Programme programme) {
        return file.equals(first(programme.id())) || file.equals(next(programme));
    }

    private List<Path> files(ProgrammeId id) {
        var name = Pattern.compile(Pattern.quote(id.value()) + "(-\\d{1,7})?\\.yaml");
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var all = Files.list(directory)) {
            return all.filter(
                            file -> name.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw unreadable(unreadable);
        }
    }

    private UncheckedIOException unreadable(IOException cause) {
        return new UncheckedIOException("The folder " + directory + " cannot be read", cause);
    }

    private static UnfitVersion unfit(Path file, Unfit unfit) {
        return new UnfitVersion("programmes/" + file.getFileName(), unfit);
    }
}
