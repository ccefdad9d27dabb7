package io.huitai.programme.file;

import io.huitai.intake.Outside;
import io.huitai.intake.UnfitFile;
import io.huitai.programme.file.Yaml.Place;
import io.huitai.programme.scheme.Programme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The programmes that ship with the till, by id, and a head office's own, by file.
public final class Programmes {
    private static final String FOLDER = "/assets/programmes/";

    private final Map<String, Programme> shipped = new ConcurrentHashMap<>();

    /// A programme that ships with the till; read once.
    ///
    /// @param id as "vip-points"; anything else is none
    public Optional<Programme> shipped(String id) {
        if (!isId(id)) {
            return Optional.empty();
        }
        var known = Optional.ofNullable(shipped.get(id)).or(() -> fromClassPath(id));
        known.ifPresent(programme -> shipped.putIfAbsent(id, programme));
        return known;
    }

    /// A shipped programme where there is one of this id, else the file of this name.
    ///
    /// @return empty where there is neither
    /// @throws BadProgramme when the file is wrong
    public Optional<Programme> find(String idOrFile) {
        var found = shipped(idOrFile);
        if (found.isPresent()) {
            return found;
        }
        var file = Path.of(idOrFile);
        return Files.isRegularFile(file) ? Optional.of(read(file)) : Optional.empty();
    }

    /// The programme of a file.
    ///
    /// @throws BadProgramme when the file is wrong, or is none
    public static Programme read(Path file) {
        return ProgrammeFile.read(file.toString(), bytes(file));
    }

    /// Everything that is wrong with a file, or that will disappoint; a file that cannot be read is such a fault.
    public static List<LintFinding> check(Path file) {
        try {
            return ProgrammeFile.check(file.toString(), bytes(file));
        } catch (BadProgramme unfit) {
            return unfit.faults();
        }
    }

    /// All of a file that is no larger than a programme.
    ///
    /// @throws BadProgramme when it cannot be read, with the reason
    public static byte[] bytes(Path file) {
        try {
            return Outside.bytes(file, ProgrammeFile.LARGEST);
        } catch (UnfitFile unfit) {
            var found = switch (unfit.why()) {
                case MISSING, FOLDER -> Found.NO_FILE.of();
                case LARGE -> Found.LARGE_FILE.of();
                default -> Found.UNFIT_FILE.of(unfit);
            };
            var expected = unfit.why() == UnfitFile.Why.LARGE
                    ? Expected.SMALL_FILE.of(String.valueOf(ProgrammeFile.LARGEST >> 10))
                    : Expected.FILE.of();
            throw new Faults(file.toString()).end(Place.START, found, expected);
        }
    }

    private static boolean isId(String text) {
        return !text.isEmpty()
                && text.length() <= 64
                && text.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
    }

    private static Optional<Programme> fromClassPath(String id) {
        var name = id + ".yaml";
        try (var stream = Programmes.class.getResourceAsStream(FOLDER + name)) {
            return stream == null ? Optional.empty() : Optional.of(ProgrammeFile.read(name, stream.readAllBytes()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The programme " + id + " cannot be read", unreadable);
        }
    }
}
