package io.huitai.bench;

import io.huitai.store.BesideTheTill;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// `commit.growth`: [CommitRow]'s sale in stores with many members and as many sales, in turn with one in a store that
/// is nearly empty. The many sales are copies of one, put into H2 by hand: selling them would take hours, and no
/// journal of theirs stands beside them.
final class GrowthRow implements Measured {
    private static final int FEW = 100;
    private static final int WARM = 10;

    @Override
    public List<Figure> measure(Size size, Path folder) throws SQLException {
        var figures = new ArrayList<Figure>();
        for (var members : size.members()) {
            var big = folder.resolve("members-" + members);
            try (var till = BenchTill.make(big, members)) {
                till.sell(1);
            }
            copySale(big, members);
            var empty = new Times();
            var grown = new Times();
            try (var one = BenchTill.make(folder.resolve("empty-" + members), FEW);
                    var other = BenchTill.again(big, members)) {
                for (var round = -WARM; round < size.rounds(); round++) {
                    one.sell(size.block(), round < 0 ? new Times() : empty);
                    other.sell(size.block(), round < 0 ? new Times() : grown);
                }
            }
            figures.add(Figure.beside(
                    "commit.growth." + members,
                    grown.p50Millis(),
                    "ms p50",
                    "with " + FEW + " members, ms",
                    empty.p50Millis()));
        }
        return figures;
    }

    private static void copySale(Path store, int times) throws SQLException {
        try (var connection = BesideTheTill.open(store);
                var statement = connection.createStatement()) {
            statement.execute("drop trigger sale_bond"); // nobody opens this store again
            statement.execute("insert into sale (receipt, entry, at, member, payable_fen, printed, body) select"
                    + " 'copy-' || x, -x, at, 'B' || mod(x, " + times + "), payable_fen, 0, body"
                    + " from sale, system_range(1, " + times + ")");
        }
    }
}
