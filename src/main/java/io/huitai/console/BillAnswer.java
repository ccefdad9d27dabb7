package io.huitai.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.huitai.console.QuoteAnswer.Refused;
import io.huitai.money.Money;
import io.huitai.shop.Lang;
import io.huitai.shop.MemberNo;
import io.huitai.shop.TenderType;
import io.huitai.shop.Wording;
import io.huitai.shop.id.TierId;
import io.huitai.shop.id.VoucherTypeId;
import io.huitai.till.bill.OpenBill;
import java.util.List;
import java.util.Optional;

/// The open bill as the contract has it: a quote, and what has been paid on it.
record BillAnswer(
        @JsonUnwrapped QuoteAnswer quote,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Rounding> rounding,
        Money due,
        List<Tendered> tendered,
        Optional<Attached> member) {
    record Rounding(String rule, String text, Money amount) {}

    record Tendered(int index, TenderType type, Money amount) {}

    record Attached(MemberNo no, String name, TierId tier) {}

    static BillAnswer of(OpenBill bill, Lang lang) {
        var words = Wording.of(BillAnswer.class, lang);
        var noRight = bill.noRight().stream().map(each -> {
            var what = each.type().map(VoucherTypeId::value).orElse("points");
            return new Refused(
                    what, each.count(), "NO_RIGHT", words.say(each.asleep() ? "no-right.asleep" : "no-right"));
        });
        var rounding = Optional.of(bill.quote().sums().rounding()).filter(dropped -> !dropped.isZero());
        return new BillAnswer(
                QuoteAnswer.of(bill.quote(), noRight, lang),
                rounding.map(dropped -> new Rounding("rounding", words.say("rounding"), dropped.negated())),
                bill.due(),
                bill.tendered().stream()
                        .map(each -> new Tendered(each.index(), each.type(), each.amount()))
                        .toList(),
                bill.member()
                        .map(member -> new Attached(
                                member.no(), member.name(), member.rung().id())));
    }
}
