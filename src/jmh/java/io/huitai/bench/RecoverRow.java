package io.huitai.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `start.recover`: a till that opens on its journal alone, as after the machine stopped: chain and signatures are
/// verified and the store is built from nothing. With a tenth of the entries first, to see whether it grows as they do.
final class RecoverRow implements Measured {
    private static final int MEMBERS = 1_000;

    @Override
    public List<Figure> measure(Size size, Path folder) throws IOException {
        var store = folder.resolve("till");
        var figures = new ArrayList<Figure>();
        BenchTill.make(store, MEMBERS).close();
        for (var wanted : List.of(size.entries() / 10, size.entries())) {
            long entries;
            try (var till = BenchTill.again(store, MEMBERS)) {
                while (till.till.journal().entries() < wanted) {
                    till.sell(1);
                }
                entries = till.till.journal().entries();
            }
            var intact = secondsToOpen(store);
            try (var files = Files.newDirectoryStream(store, "store.*")) {
                for (var file : files) {
                    Files.delete(file);
                }
            }
            var seconds = secondsToOpen(store);
            figures.add(Figure.reported(
                    "start.recover." + wanted,
                    entries / seconds,
                    "entries/s",
                    "%d entries and %d members in %.1f s, an intact store in %.1f s"
                            .formatted(entries, MEMBERS, seconds, intact)));
        }
        return figures;
    }

    private static double secondsToOpen(Path store) {
        var began = System.nanoTime();
        try (var _ = BenchTill.open(store, MEMBERS)) {
            return (System.nanoTime() - began) / 1e9;
        }
    }
}
