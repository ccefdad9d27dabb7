package io.huitai.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `lookup.card`: from a card's number to its member on the bill, with balances, lots and vouchers, in stores of
/// several sizes that are open at once and asked in turn. Nearly every member was not asked for lately.
final class LookupRow implements Measured {
    private static final double FRAME_MILLIS = 1_000.0 / 60;
    private static final int WARM = 5;

    @Override
    public List<Figure> measure(Size size, Path folder) {
        var tills = new ArrayList<BenchTill>();
        var times = new ArrayList<Times>();
        for (var members : size.members()) {
            tills.add(BenchTill.make(folder.resolve("members-" + members), members));
            times.add(new Times());
        }
        for (var round = -WARM; round < size.rounds(); round++) {
            for (var i = 0; i < tills.size(); i++) {
                for (var look = 0; look < 2 * size.block(); look++) {
                    var took = tills.get(i).look();
                    if (round >= 0) {
                        times.get(i).add(took);
                    }
                }
            }
        }
        tills.forEach(BenchTill::close);
        var figures = new ArrayList<Figure>();
        figures.add(Figure.beside(
                "lookup.card", times.getLast().p99Millis(), "ms p99", "a frame of 60 Hz, ms", FRAME_MILLIS));
        for (var i = 0; i < tills.size(); i++) {
            figures.add(Figure.beside(
                    "lookup.card.growth." + size.members().get(i),
                    times.get(i).p50Millis(),
                    "ms p50",
                    "with " + size.members().getFirst() + " members, ms",
                    times.getFirst().p50Millis()));
        }
        return figures;
    }
}
