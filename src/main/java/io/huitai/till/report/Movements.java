package io.huitai.till.report;

import io.huitai.journal.fact.Fact;
import io.huitai.ledger.Account;
import io.huitai.ledger.Asset;
import io.huitai.ledger.Posting;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/// What members held of some assets when a period began, what came and went in it, and what they hold at its end:
/// opening + granted + paid in − used − taken back − run out − paid out = closing, by asset.
final class Movements {
    /// How an asset comes to members and leaves them.
    enum Way {
        OPENING,
        GRANTED,
        PAID_IN,
        USED,
        TAKEN_BACK,
        RUN_OUT,
        PAID_OUT,
        CLOSING;

        String word() {
            return "way." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Predicate<Asset> chosen;
    private final SortedMap<String, Map<Way, Long>> assets = new TreeMap<>();

    Movements(Predicate<Asset> chosen) {
        this.chosen = chosen;
    }

    void take(Fact fact, boolean told) {
        for (var posting : fact.postings()) {
            if (chosen.test(posting.asset())
                    && posting.from().isMember() != posting.to().isMember()) {
                take(posting, told);
            }
        }
    }

    private void take(Posting posting, boolean told) {
        var got = posting.to().isMember();
        var change = got ? posting.amount() : -posting.amount();
        add(posting.asset(), Way.CLOSING, change);
        if (told) {
            var way = way(got ? posting.from() : posting.to(), got);
            add(posting.asset(), way, leaves(way) ? -change : change);
        } else {
            add(posting.asset(), Way.OPENING, change);
        }
    }

    private static Way way(Account other, boolean got) {
        if (other.equals(Account.ISSUED)) {
            return Way.GRANTED;
        }
        if (other.equals(Account.MONEY)) {
            return got ? Way.PAID_IN : Way.PAID_OUT;
        }
        return other.equals(Account.REDEEMED)
                ? Way.USED
                : other.equals(Account.REVERSED) ? Way.TAKEN_BACK : Way.RUN_OUT;
    }

    private static boolean leaves(Way way) {
        return switch (way) {
            case OPENING, GRANTED, PAID_IN, CLOSING -> false;
            case USED, TAKEN_BACK, RUN_OUT, PAID_OUT -> true;
        };
    }

    private void add(Asset asset, Way way, long amount) {
        assets.computeIfAbsent(asset.code(), _ -> new EnumMap<>(Way.class)).merge(way, amount, Math::addExact);
    }

    /// By the assets' codes.
    SortedMap<String, Map<Way, Long>> assets() {
        return assets;
    }

    long of(Asset asset, Way way) {
        return assets.getOrDefault(asset.code(), Map.of()).getOrDefault(way, 0L);
    }
}
