package io.huitai.programme.doubt;

import io.huitai.money.Money;
import io.huitai.programme.doubt.Doubt.Code;
import io.huitai.programme.scheme.Earning.EarnRate;
import io.huitai.programme.scheme.Programme;
import io.huitai.programme.scheme.Staff.Commission;
import io.huitai.programme.scheme.StoredValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Bands that leave a gap below them, or that nothing falls into.
record DoubtfulBands(Programme programme) {
    /// A band from here leaves nothing below it.
    private static final Money A_FEN = Money.ofFen(1);

    Stream<Doubt> doubts() {
        var doubts = new ArrayList<Doubt>();
        var rules = programme.points().earning().rules();
        for (var i = 0; i < rules.size(); i++) {
            if (rules.get(i).rate() instanceof EarnRate.Staged(var bands)) {
                gap(
                        "points/earn/" + i + "/stages",
                        Code.EARNS_NOTHING_BELOW,
                        bands.getFirst().from(),
                        doubts);
            }
        }
        programme.membership().storedValue().ifPresent(stored -> bonus(stored, doubts));
        var commissions = programme.membership().staff().commissions();
        for (var i = 0; i < commissions.size(); i++) {
            if (commissions.get(i) instanceof Commission.CompanySpend(var bands)) {
                var path = "membership/commissions/" + i + "/company-spend";
                gap(path, Code.NO_COMMISSION_BELOW, bands.getFirst().from(), doubts);
            }
        }
        return doubts.stream();
    }

    private static void gap(String path, Code code, Money from, List<Doubt> doubts) {
        if (from.compareTo(A_FEN) > 0) {
            doubts.add(new Doubt(path + "/0/from", code, from));
        }
    }

    private static void bonus(StoredValue stored, List<Doubt> doubts) {
        var bands = stored.bands();
        for (var i = 0; i < bands.size(); i++) {
            var path = "membership/stored-value/bonus/" + i + "/from";
            if (i == 0 && bands.getFirst().from().compareTo(stored.minimum()) > 0) {
                doubts.add(new Doubt(path, Code.NO_BONUS_BELOW, bands.getFirst().from()));
            }
            if (i + 1 < bands.size() && bands.get(i + 1).from().compareTo(stored.minimum()) <= 0) {
                doubts.add(new Doubt(path, Code.NEVER_RECHARGED, stored.minimum()));
            }
        }
    }
}
