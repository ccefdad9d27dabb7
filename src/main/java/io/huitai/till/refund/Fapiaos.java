package io.huitai.till.refund;

import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.Refund;
import io.huitai.journal.fact.Sale;
import io.huitai.money.Money;
import io.huitai.money.Rate;
import io.huitai.money.Split;
import io.huitai.programme.scheme.Programme;
import io.huitai.programme.scheme.StoredValue;
import io.huitai.shop.Fapiao;
import io.huitai.shop.MemberNo;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.Writing;
import io.huitai.store.StoredSale;
import io.huitai.store.StoredSlip;
import io.huitai.till.book.Book;
import io.huitai.till.book.Scheme;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Tax invoices. What can be invoiced is what was paid in money: not points, vouchers and bonus, which never were, nor
/// room charges and company accounts, which are invoiced where they are paid for. What a guest has put on a card is
/// invoiced once, at the recharge or at the sale, as the programme says.
public final class Fapiaos {
    /// How many are looked through for those who asked before: receipts of a member, invoices of this till.
    private static final int RECEIPTS = 50;

    private static final int INVOICES = 300;

    private final Book book;
    private final Scheme scheme;
    private final FapiaoProvider provider;

    Fapiaos(Book book, Scheme scheme, FapiaoProvider provider) {
        this.book = book;
        this.scheme = scheme;
        this.provider = provider;
    }

    /// Asks for the invoice of a sale, less what has come back of it, or of a recharge where the programme invoices
    /// those. The same buyer again passes it on again.
    ///
    /// Refused: `UNKNOWN_RECEIPT`, `BAD_AMOUNT` where nothing is to be invoiced, `BAD_REQUEST` for another
    /// buyer and for a wrong tax number. Where such a number was taken before there was a check, the right
    /// one takes its place.
    ///
    /// @param no absent is the last receipt of this till
    public Fapiao request(Optional<ReceiptNo> no, Fapiao.Buyer buyer) {
        var paper = paper(no);
        var earlier = book.store().fapiao(paper.receipt());
        if (earlier.isPresent()) {
            return again(earlier.get(), buyer);
        }
        Buyers.mustBeGood(buyer);
        var fapiao = fapiao(paper.receipt(), Optional.empty(), buyer, paper.kept(), Map.of());
        if (fapiao.rows().isEmpty()) {
            throw Refusal.of(ErrorCode.BAD_AMOUNT, "");
        }
        book.forced(new Fact.FapiaoRequested(fapiao));
        provider.issue(fapiao, book.now().toOffsetDateTime());
        return fapiao;
    }

    private Fapiao again(Fapiao earlier, Fapiao.Buyer buyer) {
        var fapiao = earlier;
        var was = earlier.buyer();
        if (!Writing.key(was.title()).equals(Writing.key(buyer.title()))) {
            throw Refusal.ofField("title.other");
        }
        if (!was.taxNumber().equals(buyer.taxNumber())) {
            Buyers.mustBeGood(buyer);
            if (buyer.taxNumber().isEmpty() || Buyers.isGood(was)) {
                throw Refusal.ofField("taxNumber.other");
            }
            fapiao = new Fapiao(earlier.receipt(), earlier.of(), buyer, earlier.rows());
            book.forced(new Fact.FapiaoRequested(fapiao));
        }
        provider.issue(fapiao, book.now().toOffsetDateTime());
        return fapiao;
    }

    /// What there is to invoice of a sale or a recharge, and for whom.
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

    /// Looks what there is to invoice of a sale or a recharge; asks for nothing. Refused: `UNKNOWN_RECEIPT`.
    ///
    /// @param no absent is the last receipt of this till
    public Invoiceable look(Optional<ReceiptNo> no) {
        var paper = paper(no);
        var asked = book.store().fapiao(paper.receipt());
        var amounts = asked.map(blue -> invoiced(paper.refunds(), blue)).orElseGet(paper::kept);
        return new Invoiceable(
                paper.receipt(),
                paper.at(),
                paper.paid(),
                amounts.values().stream().reduce(Money.ZERO, Money::plus),
                asked,
                paper.member().map(this::buyers).orElse(List.of()),
                Buyers.offered(book.store().latestFapiaos(INVOICES).stream()
                        .map(Fapiao::buyer)
                        .filter(buyer -> !buyer.taxNumber().isEmpty())));
    }

    /// Whether anything of a receipt can be invoiced. Refused: `UNKNOWN_RECEIPT`.
    public boolean isInvoiceable(ReceiptNo receipt) {
        return !paper(Optional.of(receipt)).kept().isEmpty();
    }

    private List<Fapiao.Buyer> buyers(MemberNo member) {
        return Buyers.offered(book.store().receipts(Optional.of(member), RECEIPTS).stream()
                .flatMap(receipt -> book.store().fapiao(receipt.no()).stream())
                .map(Fapiao::buyer));
    }

    /// A receipt as far as it is invoiced.
    ///
    /// @param kept what there is to invoice, by tax rate; money put on a card is not taxed yet: a rate of 0
    private record Paper(
            ReceiptNo receipt,
            OffsetDateTime at,
            Money paid,
            Optional<MemberNo> member,
            Map<Rate, Money> kept,
            List<Refund> refunds) {}

    private Paper paper(Optional<ReceiptNo> no) {
        book.atTheTill();
        var receipt = no.or(() -> book.store().state().lastReceipt())
                .orElseThrow(() -> Refusal.of(ErrorCode.UNKNOWN_RECEIPT, ""));
        return book.store()
                .sale(receipt)
                .map(this::paper)
                .or(() -> book.store().slip(receipt).map(this::paper))
                .orElseThrow(() -> Refusal.of(ErrorCode.UNKNOWN_RECEIPT, receipt));
    }

    private Paper paper(StoredSale stored) {
        var sale = stored.sale();
        return new Paper(
                sale.receipt(),
                stored.at(),
                sale.sums().payable(),
                sale.buyer().map(Sale.Buyer::no),
                kept(sale, ReturnedGoods.before(stored), money(stored, Optional.empty())),
                stored.refunds());
    }

    private Paper paper(StoredSlip slip) {
        return slip.fact() instanceof Fact.Recharged recharged
                ? new Paper(
                        recharged.receipt(),
                        slip.at(),
                        recharged.amount(),
                        Optional.of(recharged.member()),
                        atRecharge(Optional.of(scheme.on(recharged.businessDay())))
                                ? Map.of(Rate.ZERO, recharged.amount())
                                : Map.of(),
                        List.of())
                : new Paper(slip.fact().receipt(), slip.at(), Money.ZERO, Optional.empty(), Map.of(), List.of());
    }

    /// Whether money on a card is invoiced when it is put there, and not when it pays.
    private static boolean atRecharge(Optional<Programme> programme) {
        return programme
                .flatMap(each -> each.membership().storedValue())
                .filter(StoredValue::invoicedAtRecharge)
                .isPresent();
    }

    /// The red invoice of a refund of what was invoiced.
    Optional<Fapiao> red(StoredSale stored, ReturnedGoods after, Refund refund) {
        return book.store()
                .fapiao(refund.of())
                .map(blue -> {
                    var kept = kept(stored.sale(), after, money(stored, Optional.of(refund)));
                    return fapiao(
                            refund.receipt(),
                            Optional.of(refund.of()),
                            blue.buyer(),
                            kept,
                            invoiced(stored.refunds(), blue));
                })
                .filter(red -> !red.rows().isEmpty());
    }

    void issue(Fapiao fapiao) {
        provider.issue(fapiao, book.now().toOffsetDateTime());
    }

    /// What stands invoiced of a sale, the red ones taken off.
    private Map<Rate, Money> invoiced(List<Refund> refunds, Fapiao blue) {
        var standing = new TreeMap<Rate, Money>();
        blue.rows().forEach(row -> standing.merge(row.rate(), row.amount(), Money::plus));
        for (var earlier : refunds) {
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

    /// What was paid in money, and by a card what the guest had paid in and has no invoice for, less what went back.
    private Money money(StoredSale stored, Optional<Refund> now) {
        var refunds = new ArrayList<>(stored.refunds());
        now.ifPresent(refunds::add);
        var sale = stored.sale();
        var money = sale.paid().tenders().stream()
                .filter(tender -> tender.type().isMoney())
                .map(tender -> tender.amount().minus(RefundTenders.givenBack(refunds, tender.index())));
        var principal = sale.paid().fromCards().stream()
                .filter(_ -> !atRecharge(scheme.find(sale.programme())))
                .map(card -> {
                    var back = RefundTenders.givenBack(refunds, card.tender());
                    return card.money()
                            .principal()
                            .minus(back.minus(card.money().bonusIn(back)));
                });
        return Stream.concat(money, principal).reduce(Money.ZERO, Money::plus);
    }
}
