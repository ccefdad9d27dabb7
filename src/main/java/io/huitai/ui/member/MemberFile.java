package io.huitai.ui.member;

import io.huitai.ledger.Holding;
import io.huitai.programme.scheme.Membership;
import io.huitai.programme.scheme.Programme;
import io.huitai.shop.MemberNo;
import io.huitai.shop.id.TierId;
import io.huitai.shop.id.VoucherTypeId;
import io.huitai.till.Desk;
import io.huitai.till.club.TierApplications;
import io.huitai.till.member.MemberView;
import io.huitai.ui.fittings.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What is known of a member, as it was read at the desk.
///
/// @param application for a tier, as long as nobody has decided it
/// @param onBill whether the open bill is theirs
record MemberFile(
        MemberView member,
        Programme programme,
        Optional<TierApplications.Application> application,
        boolean onBill,
        LocalDate today) {
    static MemberFile of(Desk desk, MemberNo no) {
        var bills = desk.bill().bills().member();
        return new MemberFile(
                desk.club().members().view(no),
                desk.programme(),
                desk.club().tierApplications().pending(no),
                bills.equals(Optional.of(no)),
                desk.now().toLocalDate());
    }

    Membership membership() {
        return programme.membership();
    }

    boolean isActive() {
        return member.status() == MemberView.Status.ACTIVE;
    }

    /// Whom the house has cancelled does not come back.
    boolean isCancelled() {
        return member.status() == MemberView.Status.CANCELLED;
    }

    String tierName(TierId id, Words words) {
        return programme.tier(id).map(tier -> tier.name().in(words.lang())).orElse(id.value());
    }

    String voucherName(VoucherTypeId type, Words words) {
        return programme
                .voucher(type)
                .map(known -> known.name().in(words.lang()))
                .orElse(type.value());
    }

    /// Vouchers in words, as "ten off ×2".
    String vouchers(List<Holding> held, Words words) {
        return held.stream()
                .filter(holding -> holding.asset().isVoucher())
                .map(holding -> voucherName(holding.asset().voucherType(), words) + " ×" + holding.amount())
                .collect(Collectors.joining(words.get("list.comma")));
    }
}
