package io.huitai.programme.scheme;

import io.huitai.money.Money;
import io.huitai.programme.pricing.Pricing;
import io.huitai.shop.Label;
import io.huitai.shop.id.ProgrammeId;
import io.huitai.shop.id.TierId;
import io.huitai.shop.id.VoucherTypeId;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// One membership scheme. It is data: {@link Pricing} reads the first half, the till the rest.
///
/// @param tiers lowest first; never empty
/// @param discounts in the order written, which settles ties
/// @param vouchers every type that the programme knows
public record Programme(
        Head head,
        List<Tier> tiers,
        List<Discount> discounts,
        PointRules points,
        List<VoucherType> vouchers,
        Membership membership) {
    public Programme {
        tiers = List.copyOf(tiers);
        discounts = List.copyOf(discounts);
        vouchers = List.copyOf(vouchers);
        if (tiers.isEmpty()) {
            throw new IllegalArgumentException("A programme has at least one tier");
        }
    }

    /// Which edition this is. A sale keeps id, version and digest, and can be priced again by them.
    ///
    /// @param digest SHA-256 of the file's bytes, in lower case hex
    /// @param appliesFrom the first day on which it holds
    public record Head(ProgrammeId id, int version, String digest, LocalDate appliesFrom, Label name) {}

    public ProgrammeId id() {
        return head.id();
    }

    public int version() {
        return head.version();
    }

    public String digest() {
        return head.digest();
    }

    /// What one point is worth in yuan, redeemed or turned into a voucher of an amount, whichever is more; to 16
    /// digits.
    public BigDecimal pointWorth() {
        var redeemed = points.redemption().map(each -> ratio(each.value(), each.points()));
        var turned = points.turning().flatMap(this::turned);
        return redeemed.orElse(BigDecimal.ZERO).max(turned.orElse(BigDecimal.ZERO));
    }

    private Optional<BigDecimal> turned(PointRules.Turning turning) {
        return known(turning.voucher()).worth() instanceof VoucherType.Worth.Amount amount
                ? Optional.of(ratio(amount.each(), turning.points()))
                : Optional.empty();
    }

    private static BigDecimal ratio(Money value, long points) {
        return new BigDecimal(value.toString()).divide(BigDecimal.valueOf(points), MathContext.DECIMAL64);
    }

    public Tier firstTier() {
        return tiers.getFirst();
    }

    /// A tier that data name; empty where the programme has none of that id, any more or at all.
    public Optional<Tier> tier(TierId id) {
        return tierNamed(id.value());
    }

    /// The same of what somebody wrote.
    public Optional<Tier> tierNamed(String id) {
        for (var tier : tiers) {
            if (tier.id().value().equals(id)) {
                return Optional.of(tier);
            }
        }
        return Optional.empty();
    }

    /// The voucher type that data name; empty where the programme has none of that id, any more or at all.
    public Optional<VoucherType> voucher(VoucherTypeId id) {
        return voucherNamed(id.value());
    }

    /// The same of what somebody wrote.
    public Optional<VoucherType> voucherNamed(String id) {
        for (var type : vouchers) {
            if (type.id().value().equals(id)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /// The tier of a member.
    ///
    /// @throws IllegalArgumentException when the programme has no such tier
    public Tier known(TierId id) {
        return tier(id).orElseThrow(() -> unknown("tier", id.value()));
    }

    /// The voucher type of an id.
    ///
    /// @throws IllegalArgumentException when the programme has no such type
    public VoucherType known(VoucherTypeId id) {
        return voucher(id).orElseThrow(() -> unknown("voucher type", id.value()));
    }

    private IllegalArgumentException unknown(String what, String id) {
        return new IllegalArgumentException("Programme " + id() + " has no " + what + " '" + id + "'");
    }
}
