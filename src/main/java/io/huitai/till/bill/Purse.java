package io.huitai.till.bill;

import io.huitai.journal.fact.AskedUse;
import io.huitai.ledger.Asset;
import io.huitai.ledger.Balances;
import io.huitai.ledger.Holding;
import io.huitai.ledger.Lot;
import io.huitai.ledger.LotDay;
import io.huitai.programme.pricing.Quote;
import io.huitai.shop.id.VoucherTypeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// What a till may spend of a member's points and vouchers on a day.
///
/// @param points the lots of points that it may spend
/// @param vouchers the lots of vouchers that it may spend
/// @param asleep whether it may spend nothing because its rights sleep
record Purse(Balances balances, LotDay day, Predicate<Lot> points, Predicate<Lot> vouchers, boolean asleep) {
    /// What of a quote it may not spend: the first of the vouchers, then points; empty where it may spend all.
    Optional<OpenBill.NoRight> lacking(AskedUse asked, Quote quote) {
        for (var used : quote.vouchersUsed()) {
            var type = used.type();
            if (used.count() > count(type)) {
                return Optional.of(new OpenBill.NoRight(Optional.of(type), used.count() - count(type), asleep));
            }
        }
        return asked.points() != AskedUse.MOST && quote.pointsUsed() > amount(Asset.POINTS, points)
                ? Optional.of(new OpenBill.NoRight(Optional.empty(), asked.points(), asleep))
                : Optional.empty();
    }

    private long count(VoucherTypeId type) {
        return amount(Asset.voucher(type), vouchers);
    }

    /// Who owes has nothing to spend.
    private long amount(Asset asset, Predicate<Lot> chosen) {
        return Math.max(0, balances.usable(asset, day, chosen));
    }

    /// The wish without what is lacking: no points, or of a type of voucher no more than there are.
    AskedUse without(AskedUse asked, OpenBill.NoRight lacking) {
        if (lacking.type().isEmpty()) {
            return new AskedUse(0, asked.vouchers());
        }
        var type = lacking.type().get();
        var left = count(type);
        var kept = new ArrayList<AskedUse.Voucher>();
        for (var each : asked.vouchers()) {
            if (!each.type().equals(type)) {
                kept.add(each);
            } else if (left > 0) {
                kept.add(new AskedUse.Voucher(type, Math.min(left, each.count())));
                left -= each.count();
            }
        }
        return new AskedUse(asked.points(), List.copyOf(kept));
    }

    /// The points and vouchers of a quote, by lot, soonest expiry first.
    List<Holding> taken(Quote quote) {
        var taken = new ArrayList<>(taken(Asset.POINTS, quote.pointsUsed(), points));
        quote.vouchersUsed().forEach(used -> taken.addAll(taken(Asset.voucher(used.type()), used.count(), vouchers)));
        return List.copyOf(taken);
    }

    private List<Holding> taken(Asset asset, long amount, Predicate<Lot> chosen) {
        var taken = balances.take(asset, amount, day, chosen);
        if (taken.stream().mapToLong(Holding::amount).sum() != amount) {
            throw new IllegalStateException("A price uses more than the till may spend: " + amount + " " + asset);
        }
        return taken;
    }
}
