package io.huitai.till;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// A till's own settings, `settings.yaml` in its store directory: what it is, not what happened.
///
/// @param name the shop's name, as receipts print it
/// @param kind `restaurant`, `hotel` or `retail`
/// @param programme the id of the programme in `programmes/` of the store directory
/// @param printer where receipts go: `screen`, or a printer as {@link PrinterName} reads it
/// @param paper columns of the printer's paper: 32 for 58 mm, 48 for 80 mm
/// @param lockMinutes after how long without a touch the window asks for a PIN; 0 for never
public record TillSettings(
        String store,
        String till,
        String name,
        String kind,
        String programme,
        boolean training,
        String zone,
        String lang,
        String printer,
        int paper,
        int lockMinutes) {
    static final int USUAL_LOCK_MINUTES = 10;

    static final String FILE = "settings.yaml";
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    static boolean exist(Path directory) {
        return Files.exists(directory.resolve(FILE));
    }

    /// Reads the settings of a store directory.
    ///
    /// @throws Refusal `BAD_FILE` when they are not readable, naming what is wrong
    static TillSettings read(Path directory) {
        try {
            var tree = YAML.readTree(directory.resolve(FILE).toFile());
            if (tree instanceof ObjectNode settings && !settings.has("lockMinutes")) {
                settings.put("lockMinutes", USUAL_LOCK_MINUTES); // settings written before there was a lock
            }
            return YAML.treeToValue(tree, TillSettings.class);
        } catch (JacksonException wrong) {
            throw Refusal.of(ErrorCode.BAD_FILE, FILE + ": " + wrong.getOriginalMessage());
        }
    }

    void write(Path directory) {
        try {
            var fresh = directory.resolve(FILE + ".new");
            Files.write(fresh, YAML.writeValueAsBytes(this));
            Files.move(fresh, directory.resolve(FILE), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException broken) {
            throw new UncheckedIOException("The settings cannot be written in " + directory, broken);
        }
    }
}
