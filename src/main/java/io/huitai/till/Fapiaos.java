package io.huitai.till;

import io.huitai.journal.Fact;
import io.huitai.journal.Refund;
import io.huitai.journal.Sale;
import io.huitai.money.Money;
import io.huitai.money.Rate;
import io.huitai.money.Split;
import io.huitai.shop.Fapiao;
import io.huitai.shop.MemberNo;
import io.huitai.shop.ReceiptNo;
import io.huitai.store.StoredSale;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Tax invoices. What can be invoiced is what was paid in money: not points and vouchers, which never were, nor stored
/// value, room charges and company accounts, which are invoiced where they are paid for.
public final class Fapiaos {
    /// How many are looked through for those who asked before: receipts of a member, invoices of this till.
    private static final int RECEIPTS = 50;

    private static final int INVOICES = 300;

    private final Book book;
    private final FapiaoProvider provider;

    Fapiaos(Book book, FapiaoProvider provider) {
        this.book = book;
        this.provider = provider;
    }

    /// Asks for the invoice of a sale, less what has come back of it. The same buyer again passes it on again.
    /// Refused: `UNKNOWN_RECEIPT`, `BAD_AMOUNT` where nothing is to be invoiced, `BAD_REQUEST` for another buyer.
    ///
    /// @param no absent is the last receipt of this till
    public Fapiao request(Optional<ReceiptNo> no, Fapiao.Buyer buyer) {
        var stored = sold(no);
        var receipt = stored.sale().receipt();
        var earlier = book.store().fapiao(receipt);
        if (earlier.isPresent()) {
            if (!earlier.get().buyer().equals(buyer)) {
                throw Refusal.of(ErrorCode.BAD_REQUEST, "title");
            }
            provider.issue(earlier.get(), book.now().toOffsetDateTime());
            return earlier.get();
        }
        var fapiao = fapiao(receipt, Optional.empty(), buyer, kept(stored), Map.of());
        if (fapiao.rows().isEmpty()) {
            throw Refusal.of(ErrorCode.BAD_AMOUNT, "");
        }
        book.forced(new Fact.FapiaoRequested(fapiao));
        provider.issue(fapiao, book.now().toOffsetDateTime());
        return fapiao;
    }

    /// What there is to invoice of a sale, and for whom.
    ///
    /// @param amount what can be invoiced, or stands invoiced where that was asked for; red ones taken off
    /// @param asked the invoice that was asked for
    /// @param buyers whom the member's invoices were made out to, the latest first
    /// @param companies whom this till's invoices with a tax number were made out to, the latest first
    public record Invoiceable(
            ReceiptNo receipt,
            OffsetDateTime at,
            Money paid,
            Money amount,
            Optional<Fapiao> asked,
            List<Fapiao.Buyer> buyers,
            List<Fapiao.Buyer> companies) {
        public Invoiceable {
            buyers = List.copyOf(buyers);
            companies = List.copyOf(companies);
        }

        @Override
        public String toString() {
            return "Invoiceable[" + receipt + "]";
        }
    }

    /// Looks what there is to invoice of a sale; asks for nothing. Refused: `UNKNOWN_RECEIPT`.
    ///
    /// @param no absent is the last receipt of this till
    public Invoiceable look(Optional<ReceiptNo> no) {
        var stored = sold(no);
        var sale = stored.sale();
        var asked = book.store().fapiao(sale.receipt());
        var amounts = asked.map(blue -> invoiced(stored, blue)).orElseGet(() -> kept(stored));
        return new Invoiceable(
                sale.receipt(),
                stored.at(),
                sale.payable(),
                amounts.values().stream().reduce(Money.ZERO, Money::plus),
                asked,
                sale.buyer().map(member -> buyers(member.no())).orElse(List.of()),
                book.store().latestFapiaos(INVOICES).stream()
                        .map(Fapiao::buyer)
                        .filter(buyer -> !buyer.taxNumber().isEmpty())
                        .distinct()
                        .toList());
    }

    private List<Fapiao.Buyer> buyers(MemberNo member) {
        return book.store().receipts(Optional.of(member), RECEIPTS).stream()
                .flatMap(receipt -> book.store().fapiao(receipt.no()).stream())
                .map(Fapiao::buyer)
                .distinct()
                .toList();
    }

    private StoredSale sold(Optional<ReceiptNo> no) {
        book.atTheTill();
        var receipt = no.or(() -> book.store().state().lastReceipt())
                .orElseThrow(() -> Refusal.of(ErrorCode.UNKNOWN_RECEIPT, ""));
        return book.store().sale(receipt).orElseThrow(() -> Refusal.of(ErrorCode.UNKNOWN_RECEIPT, receipt));
    }

    /// The red invoice of a refund of what was invoiced.
    Optional<Fapiao> red(StoredSale stored, ReturnedGoods after, Refund refund) {
        return book.store()
                .fapiao(refund.of())
                .map(blue -> {
                    var kept = kept(stored.sale(), after, money(stored, Optional.of(refund)));
                    return fapiao(
                            refund.receipt(), Optional.of(refund.of()), blue.buyer(), kept, invoiced(stored, blue));
                })
                .filter(red -> !red.rows().isEmpty());
    }

    void issue(Fapiao fapiao) {
        provider.issue(fapiao, book.now().toOffsetDateTime());
    }

    /// What stands invoiced of a sale, the red ones taken off.
    private Map<Rate, Money> invoiced(StoredSale stored, Fapiao blue) {
        var standing = new TreeMap<Rate, Money>();
        blue.rows().forEach(row -> standing.merge(row.rate(), row.amount(), Money::plus));
        for (var earlier : stored.refunds()) {
            book.store()
                    .fapiao(earlier.receipt())
                    .ifPresent(red -> red.rows().forEach(row -> standing.merge(row.rate(), row.amount(), Money::plus)));
        }
        return standing;
    }

    /// An invoice of what is kept, or over what stands invoiced already.
    private static Fapiao fapiao(
            ReceiptNo receipt,
            Optional<ReceiptNo> of,
            Fapiao.Buyer buyer,
            Map<Rate, Money> kept,
            Map<Rate, Money> standing) {
        var rows = new ArrayList<Fapiao.Row>();
        var rates = new TreeMap<>(standing);
        rates.putAll(kept);
        for (var rate : rates.keySet()) {
            var now = kept.getOrDefault(rate, Money.ZERO);
            var was = standing.getOrDefault(rate, Money.ZERO);
            if (!now.equals(was)) {
                var tax = now.includedTax(rate).minus(was.includedTax(rate));
                rows.add(new Fapiao.Row(rate, now.minus(was), tax));
            }
        }
        return new Fapiao(receipt, of, buyer, rows);
    }

    private static Map<Rate, Money> kept(StoredSale stored) {
        return kept(stored.sale(), ReturnedGoods.before(stored), money(stored, Optional.empty()));
    }

    /// The money kept of a sale over the tax rates of the goods that the guest keeps.
    private static Map<Rate, Money> kept(Sale sale, ReturnedGoods returned, Money money) {
        var left = new TreeMap<>(sale.paidByRate());
        returned.paidByRate().forEach((rate, back) -> left.merge(rate, back.negated(), Money::plus));
        var goods = left.values().stream().allMatch(Money::isZero) ? sale.paidByRate() : left;
        var kept = new TreeMap<Rate, Money>();
        if (money.isZero()) {
            return kept;
        }
        var parts = Split.of(
                money.fen(), goods.values().stream().mapToLong(Money::fen).toArray());
        var i = 0;
        for (var rate : goods.keySet()) {
            kept.put(rate, Money.ofFen(parts[i]));
            i++;
        }
        return kept;
    }

    /// What was paid in money, less what has gone back of it.
    private static Money money(StoredSale stored, Optional<Refund> now) {
        var refunds = new ArrayList<>(stored.refunds());
        now.ifPresent(refunds::add);
        var paid = stored.sale().tenders().stream()
                .filter(tender -> tender.type().isMoney())
                .map(tender -> tender.amount())
                .reduce(Money.ZERO, Money::plus);
        return refunds.stream()
                .flatMap(refund -> refund.tenders().stream())
                .filter(share -> share.type().isMoney())
                .map(Refund.Share::paid)
                .reduce(paid, Money::minus);
    }
}
