package io.huitai.journal.fact;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.huitai.ledger.Asset;
import io.huitai.ledger.CardMoney;
import io.huitai.ledger.Holding;
import io.huitai.money.Money;
import io.huitai.money.Rate;
import io.huitai.money.Split;
import io.huitai.money.Sums;
import io.huitai.shop.ByHand;
import io.huitai.shop.MemberNo;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.Service;
import io.huitai.shop.Tender;
import io.huitai.shop.id.ProgrammeId;
import io.huitai.shop.id.TierId;
import io.huitai.shop.id.VoucherTypeId;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A completed bill: all that its receipt, its refunds and its re-pricing need.
///
/// @param pricedAt the moment that the programme's rules were applied for
/// @param adjusted what staff and outlet changed of it, rounding in all; empty where they changed nothing
public record Sale(
        ReceiptNo receipt,
        int shift,
        LocalDate businessDay,
        OffsetDateTime pricedAt,
        ProgrammeRef programme,
        Optional<Buyer> buyer,
        Service service,
        List<SoldLine> lines,
        @JsonUnwrapped Sums sums,
        @JsonUnwrapped Paid paid,
        @JsonUnwrapped Used used,
        @JsonUnwrapped Brought brought,
        Optional<MemberAfter> after,
        Optional<Adjusted> adjusted) {
    /// The programme that priced it: id, version, SHA-256 of the file.
    public record ProgrammeRef(ProgrammeId id, String version, String digest) {}

    /// The member as seen at the sale; the name is masked.
    public record Buyer(MemberNo no, String name, TierId tier, String kind) {}

    /// @param fromCards what its stored tenders took, by lot
    public record Paid(List<Tender> tenders, List<FromCard> fromCards) {
        public Paid {
            tenders = List.copyOf(tenders);
            fromCards = List.copyOf(fromCards);
        }
    }

    /// What of the member's it took.
    ///
    /// @param points redeemed, by lot
    public record Used(
            @JsonProperty("usedPoints") List<Holding> points,
            @JsonProperty("usedVouchers") List<UsedVoucher> vouchers) {
        /// Nothing.
        public static final Used NOTHING = new Used(List.of(), List.of());

        public Used {
            points = List.copyOf(points);
            vouchers = List.copyOf(vouchers);
        }

        /// Σ of the points redeemed.
        public long redeemed() {
            return points.stream().mapToLong(Holding::amount).sum();
        }
    }

    /// What it brought the member.
    ///
    /// @param earned points
    /// @param earnedLot theirs, where there are any
    public record Brought(
            long earned,
            Optional<String> earnedLot,
            @JsonProperty("granted") List<Holding> vouchers) {
        /// Nothing.
        public static final Brought NOTHING = new Brought(0, Optional.empty(), List.of());

        public Brought {
            vouchers = List.copyOf(vouchers);
        }
    }

    /// What a stored tender took of principal and bonus.
    ///
    /// @param tender its index
    /// @param day that it counts for where a day's limit is judged
    public record FromCard(int tender, LocalDate day, List<Holding> taken) {
        public CardMoney money() {
            return new CardMoney(sum(Asset.PRINCIPAL), sum(Asset.BONUS));
        }

        private Money sum(Asset asset) {
            return Money.ofFen(taken.stream()
                    .filter(holding -> holding.asset().equals(asset))
                    .mapToLong(Holding::amount)
                    .sum());
        }
    }

    /// Vouchers of one lot, and the numbers of the lines that they took something off.
    public record UsedVoucher(Holding voucher, List<Integer> lines) {}

    /// The member right after the sale, for the receipt.
    ///
    /// @param expiring of the points, how many expire on the next day that some do
    /// @param card what is on the card, where anything is or was
    public record MemberAfter(
            TierId tier,
            long points,
            long expiring,
            Optional<LocalDate> expires,
            Map<VoucherTypeId, Long> vouchers,
            Optional<CardMoney> card) {}

    public Sale {
        lines = List.copyOf(lines);
    }

    /// Discounts given by hand, in the order that they apply.
    public List<ByHand> byHand() {
        return adjusted.map(Adjusted::byHand).orElse(List.of());
    }

    /// What was dropped of the sum: Σ net − payable.
    public Money rounding() {
        return adjusted.map(Adjusted::rounding).orElse(Money.ZERO);
    }

    /// The lines that the programme priced: all but the outlet's own charges at the end.
    public List<SoldLine> priced() {
        return lines.stream()
                .filter(line -> !line.item().standsOutsideProgramme())
                .toList();
    }

    /// What was dropped of the sum, by the tax rates of the goods that it is spread over.
    public SortedMap<Rate, Money> droppedByRate() {
        var nets = netByRate();
        var weights = nets.values().stream().mapToLong(Money::fen).toArray();
        var dropped = rounding();
        var parts = Split.of(Math.abs(dropped.fen()), weights);
        var byRate = new TreeMap<Rate, Money>();
        var i = 0;
        for (var rate : nets.keySet()) {
            byRate.put(rate, Money.ofFen(dropped.isNegative() ? -parts[i] : parts[i]));
            i++;
        }
        return byRate;
    }

    /// Σ net of the lines of each tax rate.
    public SortedMap<Rate, Money> netByRate() {
        var nets = new TreeMap<Rate, Money>();
        lines.forEach(line -> nets.merge(line.item().taxRate(), line.net(), Money::plus));
        return nets;
    }

    /// What was paid for the goods of each tax rate; all of them are what was payable.
    public SortedMap<Rate, Money> paidByRate() {
        var paid = netByRate();
        droppedByRate().forEach((rate, dropped) -> paid.merge(rate, dropped.negated(), Money::plus));
        return paid;
    }

    public Optional<SoldLine> line(int number) {
        return lines.stream().filter(line -> line.item().number() == number).findFirst();
    }
}
