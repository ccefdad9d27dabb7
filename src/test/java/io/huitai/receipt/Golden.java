package io.huitai.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Files of what came out when somebody looked at it last. Written anew with `-Dhuitai.golden=write`.
public final class Golden {
    private static final Path FOLDER =
            Path.of(System.getProperty("huitai.basedir", "."), "src/test/resources/receipts");

    private Golden() {}

    public static void check(String name, byte[] actual) {
        try {
            var file = FOLDER.resolve(name);
            if ("write".equals(System.getProperty("huitai.golden"))) {
                Files.createDirectories(file.getParent());
                Files.write(file, actual);
            }
            assertThat(actual).as(name).isEqualTo(Files.readAllBytes(file));
        } catch (IOException missing) {
            throw new UncheckedIOException("No golden file " + name, missing);
        }
    }

    /// The same for a print in pictures, by its dots: another build of the font's engine may set a few otherwise.
    public static void checkPicture(String name, byte[] actual, int columns) {
        try {
            var file = FOLDER.resolve(name);
            if ("write".equals(System.getProperty("huitai.golden"))) {
                Files.createDirectories(file.getParent());
                Files.write(file, actual);
            }
            var was = PaperPicture.of(EscPosReader.read(Files.readAllBytes(file)), columns);
            var is = PaperPicture.of(EscPosReader.read(actual), columns);
            assertThat(is.getHeight()).as(name).isEqualTo(was.getHeight());
            var other = 0;
            for (var y = 0; y < is.getHeight(); y++) {
                for (var x = 0; x < is.getWidth(); x++) {
                    other += is.getRGB(x, y) == was.getRGB(x, y) ? 0 : 1;
                }
            }
            assertThat(other).as("other dots in " + name).isLessThan(is.getHeight() * is.getWidth() / 200);
        } catch (IOException missing) {
            throw new UncheckedIOException("No golden file " + name, missing);
        }
    }
}
