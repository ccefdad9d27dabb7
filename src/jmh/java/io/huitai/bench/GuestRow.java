package io.huitai.bench;

import java.nio.file.Path;
import java.util.List;

/// `guest.days`: what a guest who has come on a thousand days costs beside one who has come on ten, in two stores in
/// turn: from the card's number to the member on the bill, and a sale from there to the durable answer.
final class GuestRow implements Measured {
    private static final int MEMBERS = 500;
    private static final int FEW = 10;
    private static final int MANY = 1_000;
    private static final int WARM = 10;

    @Override
    public List<Figure> measure(Size size, Path folder) {
        var looks = List.of(new Times(), new Times());
        var sales = List.of(new Times(), new Times());
        try (var few = BenchTill.make(folder.resolve("few"), MEMBERS, FEW);
                var many = BenchTill.make(folder.resolve("many"), MEMBERS, MANY)) {
            var tills = List.of(few, many);
            for (var round = -WARM; round < size.rounds(); round++) {
                for (var i = 0; i < 2; i++) {
                    for (var act = 0; act < size.block(); act++) {
                        var look = tills.get(i).look();
                        var began = System.nanoTime();
                        tills.get(i).ring();
                        var _ = tills.get(i).pay();
                        var sale = System.nanoTime() - began;
                        if (round >= 0) {
                            looks.get(i).add(look);
                            sales.get(i).add(sale);
                        }
                    }
                }
            }
        }
        return List.of(figure("lookup.card.days.", looks), figure("price.commit.days.", sales));
    }

    private static Figure figure(String name, List<Times> times) {
        return Figure.beside(
                name + MANY,
                times.getLast().p50Millis(),
                "ms p50",
                "a guest of " + FEW + " days, ms",
                times.getFirst().p50Millis());
    }
}
