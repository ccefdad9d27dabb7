package io.huitai.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Files of what came out when somebody looked at it last. Written anew with `-Dhuitai.golden=write`.
final class Golden {
    private static final Path FOLDER =
            Path.of(System.getProperty("huitai.basedir", "."), "src/test/resources/receipts");

    private Golden() {}

    static void check(String name, byte[] actual) {
        try {
            var file = FOLDER.resolve(name);
            if ("write".equals(System.getProperty("huitai.golden"))) {
                Files.createDirectories(FOLDER);
                Files.write(file, actual);
            }
            assertThat(actual).as(name).isEqualTo(Files.readAllBytes(file));
        } catch (IOException missing) {
            throw new UncheckedIOException("No golden file " + name, missing);
        }
    }
}
