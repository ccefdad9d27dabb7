package io.huitai.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huitai.console.TradeWords.AboveZero;
import io.huitai.console.TradeWords.LineNo;
import io.huitai.console.Verb.Slip;
import io.huitai.ledger.Holding;
import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.shop.Fapiao;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.TenderType;
import io.huitai.shop.id.TierId;
import io.huitai.shop.id.VoucherTypeId;
import io.huitai.till.Desk;
import io.huitai.till.bill.OpenBill;
import io.huitai.till.refund.Buyers;
import io.huitai.till.refund.RefundDesk;
import io.huitai.till.refund.Refunds;
import io.huitai.till.sale.SaleDesk;
import io.huitai.till.sale.Sales;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// What is paid, what comes back, and the tax invoice.
final class SaleVerbs {
    private SaleVerbs() {}

    static void putInto(Verb.Table<Desk> table) {
        table.put("void-tender", VoidTender.class, SaleVerbs::voidTender);
        table.at(Desk::sale).put("tender", Payment.class, SaleVerbs::tender);
        table.at(Desk::sale).put("settle-account", Settling.class, SaleVerbs::settle);
        var verbs = table.at(Desk::refund);
        verbs.put("refund", Returning.class, SaleVerbs::refund);
        verbs.put("exchange", Returning.class, SaleVerbs::exchange);
        verbs.put("take-back", TakeBack.class, SaleVerbs::takeBack);
        verbs.put("fapiao", Invoicing.class, SaleVerbs::fapiao);
    }

    private record Payment(
            TenderType type,
            Optional<Money> amount,
            Optional<String> reference,
            Optional<String> room,
            Optional<String> guest,
            Optional<String> company) {}

    private record Paid(
            Money due,
            Money change,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Completed> receipt) {}

    /// The receipt of a completed bill.
    private record Completed(
            ReceiptNo no,
            long journal,
            Money paid,
            long earned,
            long points,
            Optional<TierId> tier,
            List<MemberAnswer.Vouchers> granted) {
        private static Completed of(Sales.Completed sale) {
            return new Completed(
                    sale.receipt(),
                    sale.entry(),
                    sale.paid(),
                    sale.earned(),
                    sale.points(),
                    sale.tier(),
                    MemberAnswer.Vouchers.of(sale.granted()));
        }
    }

    private static Paid tender(Payment asked, Verb.Request request, SaleDesk desk) {
        var payment = new Sales.Payment(
                asked.type, asked.amount, asked.reference.orElse(""), asked.room, asked.guest, asked.company);
        var tendered = desk.sales().tender(payment, request.proof());
        return new Paid(tendered.due(), tendered.change(), tendered.completed().map(Completed::of));
    }

    private record VoidTender(Optional<LineNo> index) {}

    private static OpenBill voidTender(VoidTender asked, Verb.Request request, Desk desk) {
        var index = asked.index.map(no -> OptionalInt.of(no.value())).orElse(OptionalInt.empty());
        desk.sale().sales().voidTender(index, request);
        return desk.bill().bills().view();
    }

    /// @param lines absent is all that is left
    private record Returning(
            ReceiptNo receipt, Optional<List<Some>> lines, String reason, Optional<Boolean> goodsBack) {
        private record Some(LineNo line, Quantity qty) {}

        private Refunds.Wish wish() {
            if (lines.filter(List::isEmpty).isPresent()) {
                throw new BadRequest("lines", Wrong.EMPTY);
            }
            var some = new LinkedHashMap<Integer, Quantity>();
            for (var each : lines.orElse(List.of())) {
                if (some.containsKey(each.line.value())) {
                    throw new BadRequest("lines[" + some.size() + "].line", Wrong.TWICE);
                }
                some.put(each.line.value(), each.qty);
            }
            return new Refunds.Wish(receipt, some, reason, goodsBack.orElse(true));
        }
    }

    private record Refunded(List<ToTender> refunded, Points points, List<Vouchers> vouchers, Slip receipt) {
        private record ToTender(TenderType type, Money amount) {}

        private record Points(long takenBack, long givenBack, long shortfall, Money shortfallValue) {}

        private record Vouchers(VoucherTypeId type, long count) {}
    }

    private static Refunded refund(Returning asked, Verb.Request request, RefundDesk desk) {
        var refund = desk.refunds().refund(asked.wish(), request);
        var vouchers = refund.vouchers().stream()
                .collect(Collectors.groupingBy(
                        each -> each.asset().voucherType(),
                        LinkedHashMap::new,
                        Collectors.summingLong(Holding::amount)));
        return new Refunded(
                refund.refunded().entrySet().stream()
                        .map(each -> new Refunded.ToTender(each.getKey(), each.getValue()))
                        .toList(),
                new Refunded.Points(
                        refund.takenBack(), refund.givenBack(), refund.shortfall(), refund.shortfallValue()),
                vouchers.entrySet().stream()
                        .map(each -> new Refunded.Vouchers(each.getKey(), each.getValue()))
                        .toList(),
                new Slip(refund.receipt()));
    }

    private static Object exchange(Returning asked, Verb.Request request, RefundDesk desk) {
        return Map.of("receipt", new Slip(desk.returns().exchange(asked.wish(), request)));
    }

    private record TakeBack(String goods, AboveZero amount, Optional<TenderType> tender, String reason) {}

    private static Object takeBack(TakeBack asked, Verb.Request request, RefundDesk desk) {
        var tender = asked.tender.orElse(TenderType.CASH);
        var slip = desk.returns().withoutReceipt(asked.goods, asked.amount.amount(), tender, asked.reason, request);
        return Map.of("receipt", new Slip(slip));
    }

    private record Settling(String company, AboveZero amount, TenderType tender) {}

    private static Object settle(Settling asked, Verb.Request request, SaleDesk desk) {
        var settled = desk.companies().settle(asked.company, asked.amount.amount(), asked.tender);
        return Map.of("balance", settled.balance());
    }

    /// Asks for the tax invoice of a receipt.
    private record Invoicing(Optional<ReceiptNo> receipt, Optional<String> taxNumber, String title) {}

    private record Invoice(ReceiptNo receipt, Money amount, List<Fapiao.Row> rows) {}

    private static Invoice fapiao(Invoicing asked, Verb.Request request, RefundDesk desk) {
        var buyer = Buyers.of(asked.title, asked.taxNumber.orElse(""));
        var fapiao = desk.fapiaos().request(asked.receipt, buyer);
        return new Invoice(fapiao.receipt(), fapiao.amount(), fapiao.rows());
    }
}
