package io.huitai.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// `disk.sale`: what a member's sale of five lines leaves on the disk, in the journal's folder and in H2's file,
/// between two closings of the store. The sales go to many members.
final class DiskRow implements Measured {
    private static final int BAR = 4_096;
    private static final int MEMBERS = 1_000;
    private static final int FEW = 50;

    @Override
    public List<Figure> measure(Size size, Path folder) {
        var sales = Math.max(100, 2 * size.rounds() * size.block());
        var store = folder.resolve("till");
        try (var till = BenchTill.make(store, MEMBERS)) {
            till.sell(FEW);
        }
        BenchTill.again(store, MEMBERS)
                .close(); // what the members' feed left in H2's file goes with the second closing
        var journal = bytes(store.resolve("journal"));
        var h2 = bytes(store.resolve("store.mv.db"));
        try (var till = BenchTill.again(store, MEMBERS)) {
            till.sell(sales);
        }
        return List.of(
                Figure.beside(
                        "disk.sale",
                        (bytes(store.resolve("journal")) - journal) / (double) sales,
                        "bytes of journal",
                        "the bar",
                        BAR),
                Figure.beside(
                        "disk.sale.h2",
                        (bytes(store.resolve("store.mv.db")) - h2) / (double) sales,
                        "bytes of H2",
                        "the bar",
                        BAR));
    }

    private static long bytes(Path path) {
        try (var files = Files.walk(path)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
