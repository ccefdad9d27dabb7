package io.huitai.till.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.till.Till;
import io.huitai.till.TrainingTills;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nobody but the till's account reads what is in a store directory.
class StoreFilesTest {
    private static final Set<PosixFilePermission> OTHERS = PosixFilePermissions.fromString("---rwxrwx");

    @Test
    void everyFileIsTheAccountsOwnAlsoOneThatWasOpenBefore(@TempDir Path folder) throws IOException {
        var store = folder.resolve("store");
        open(store);
        assertThat(openToOthers(store)).isEmpty();
        for (var name :
                List.of("print/S001-T1-000001", "fapiao/S001-T1-000001.json", "logs/huitai.log", "targets.yaml")) {
            Files.createDirectories(store.resolve(name).getParent());
            Files.writeString(store.resolve(name), "张三");
        }
        try (var all = Files.walk(store)) {
            for (var path : all.skip(1).toList()) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
        open(store);
        assertThat(openToOthers(store)).isEmpty();
    }

    private static void open(Path store) {
        Till.open(TrainingTills.opening(store, "standard-card", Optional.empty()), InstantSource.system())
                .close();
    }

    private static List<String> openToOthers(Path store) throws IOException {
        var open = new ArrayList<String>();
        try (var all = Files.walk(store)) {
            for (var path : all.skip(1).toList()) { // the directory itself was the test's
                if (Files.getPosixFilePermissions(path).stream().anyMatch(OTHERS::contains)) {
                    open.add(store.relativize(path).toString());
                }
            }
        }
        return open;
    }
}
