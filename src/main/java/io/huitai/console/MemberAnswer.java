package io.huitai.console;

import io.huitai.ledger.CardMoney;
import io.huitai.ledger.Holding;
import io.huitai.money.Money;
import io.huitai.shop.Lang;
import io.huitai.shop.MemberNo;
import io.huitai.shop.id.TierId;
import io.huitai.shop.id.VoucherTypeId;
import io.huitai.store.ReceiptLine;
import io.huitai.till.member.MemberView;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// A member as the contract has it.
record MemberAnswer(
        MemberNo no,
        String name,
        String phone,
        TierId tier,
        MemberView.Status status,
        long points,
        List<Lot> lots,
        long spendable,
        List<Vouchers> vouchers,
        CardMoney stored,
        Money spend,
        long visits,
        List<MemberView.Card> cards,
        LocalDate joined,
        List<ReceiptLine> receipts) {
    record Lot(long points, Optional<LocalDate> expires, String store) {}

    /// A card's number, never in full.
    record Masked(String no) {}

    record Card(String no, String status) {
        static Card of(MemberView.Card card, Lang lang) {
            return new Card(card.masked(), card.blocked() ? "blocked" : "active");
        }
    }

    /// Vouchers of one type with the same last day.
    record Vouchers(VoucherTypeId type, long count, Optional<LocalDate> expires) {
        static List<Vouchers> of(List<Holding> holdings) {
            record Kind(VoucherTypeId type, Optional<LocalDate> expires) {}
            var counts = new LinkedHashMap<Kind, Long>();
            for (var each : holdings) {
                counts.merge(new Kind(each.asset().voucherType(), each.lot().expires()), each.amount(), Long::sum);
            }
            return counts.entrySet().stream()
                    .map(each -> new Vouchers(each.getKey().type, each.getValue(), each.getKey().expires))
                    .toList();
        }
    }

    static MemberAnswer of(MemberView member, Lang lang) {
        return new MemberAnswer(
                member.no(),
                member.name(),
                member.phoneMasked(),
                member.rung().id(),
                member.status(),
                member.held().points(),
                member.held().lots().stream()
                        .map(each -> new Lot(
                                each.amount(), each.lot().expires(), each.lot().store()))
                        .toList(),
                member.held().spendable(),
                Vouchers.of(member.held().vouchers()),
                member.held().stored(),
                member.spend(),
                member.visits(),
                member.cards(),
                member.joined(),
                member.receipts());
    }
}
