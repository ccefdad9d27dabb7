package io.huitai.intake;

import io.huitai.intake.UnfitFile.Why;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/// Files that somebody names or has put there: read whole, within bounds, or told why not. What is no file (a pipe, a
/// device, a folder) is not opened, so nothing waits for it.
public final class Outside {
    private static final String BOM = "\uFEFF";

    private Outside() {}

    /// @throws UnfitFile when the words are no name
    public static Path named(String name) throws UnfitFile {
        try {
            return Path.of(name);
        } catch (InvalidPathException none) {
            throw new UnfitFile(Why.NAME, none.getInput());
        }
    }

    /// All that stands in a file.
    ///
    /// @param most bytes; a file that grows meanwhile is read no further
    public static byte[] bytes(Path file, int most) throws UnfitFile {
        try {
            var kind = Files.readAttributes(file, BasicFileAttributes.class);
            if (kind.isDirectory()) {
                throw new UnfitFile(Why.FOLDER, file);
            }
            if (!kind.isRegularFile()) {
                throw new UnfitFile(Why.DEVICE, file);
            }
            if (kind.size() > most) {
                throw large(file, most);
            }
            return read(file, most);
        } catch (NoSuchFileException none) {
            throw new UnfitFile(Why.MISSING, file);
        } catch (AccessDeniedException denied) {
            throw new UnfitFile(Why.PERMISSION, file);
        } catch (UnfitFile unfit) {
            throw unfit;
        } catch (IOException broken) {
            throw new UnfitFile(Why.UNREADABLE, String.valueOf(broken.getMessage()));
        }
    }

    /// The text of a file in UTF-8, without a mark of the byte order.
    ///
    /// @param most bytes
    public static String text(Path file, int most) throws UnfitFile {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(file, most)))
                    .toString();
            return text.startsWith(BOM) ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            throw new UnfitFile(Why.ENCODING, file);
        }
    }

    private static byte[] read(Path file, int most) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw large(file, most);
            }
            return bytes;
        }
    }

    private static UnfitFile large(Path file, int most) {
        return new UnfitFile(Why.LARGE, most >> 10, file);
    }
}
