package io.huitai.programme.doubt;

import io.huitai.programme.scheme.Programme;
import java.util.List;
import java.util.stream.Stream;

/// Looks over a whole programme.
public final class Doubts {
    private Doubts() {}

    /// All that will disappoint, in no order.
    public static List<Doubt> of(Programme programme) {
        var chances = new Chances(programme);
        return Stream.of(
                        new DoubtfulRules(programme, chances).doubts(),
                        new DoubtfulGrants(programme).doubts(),
                        new DoubtfulBands(programme).doubts(),
                        new PointsWorth(programme, chances).doubts(),
                        new CardLaw(programme).doubts())
                .flatMap(doubts -> doubts)
                .toList();
    }
}
