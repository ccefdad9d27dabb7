package io.huitai.bench;

import java.util.List;

/// How much is measured.
///
/// @param rounds how many blocks of a measurement are run, each followed by one of its baseline
/// @param block how often the thing is done in each
/// @param members the sizes of stores that growth is looked at in
record Size(int rounds, int block, List<Integer> members, int products, int entries, int starts) {
    static Size named(String name) {
        return switch (name) {
            case "try" -> new Size(2, 5, List.of(100, 1_000), 10_000, 200, 1);
            case "small" -> new Size(20, 20, List.of(1_000, 10_000, 100_000), 100_000, 10_000, 5);
            case "full" -> new Size(60, 50, List.of(1_000, 10_000, 100_000, 1_000_000), 100_000, 100_000, 10);
            default -> throw new IllegalArgumentException("No size is called " + name);
        };
    }
}
