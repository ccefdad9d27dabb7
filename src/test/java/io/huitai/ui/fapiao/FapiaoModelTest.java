package io.huitai.ui.fapiao;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.shop.Category;
import io.huitai.shop.Fapiao;
import io.huitai.shop.MemberNo;
import io.huitai.shop.OperatorId;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.TenderType;
import io.huitai.shop.person.Handwriting;
import io.huitai.till.bill.Bills;
import io.huitai.till.book.ApprovalGiven;
import io.huitai.till.book.Approver;
import io.huitai.till.refund.Fapiaos;
import io.huitai.till.refund.Refunds;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import io.huitai.till.sale.Sales;
import io.huitai.ui.fittings.Counter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FapiaoModelTest {
    private static final Fapiao.Buyer ACME = new Fapiao.Buyer("上海某某有限公司", "91310000MA1FL0000N");

    @TempDir
    private Path directory;

    private final List<Fapiao> asked = new ArrayList<>();
    private Counter counter;

    @BeforeEach
    void open() {
        counter = new Counter(directory.resolve("store"));
    }

    @AfterEach
    void close() {
        counter.close();
    }

    private ReceiptNo sell(Optional<String> member, TenderType type) {
        return counter.at(desk -> {
            member.ifPresent(no -> desk.bill().bills().member(new MemberNo(no)));
            desk.bill()
                    .bills()
                    .add(
                            new Bills.OpenItem("宴", new Category("banquet"), Money.parse("100")),
                            Quantity.ONE,
                            Bills.LineExtras.NONE);
            var payment = new Sales.Payment(type, Optional.empty(), "");
            return desk.sale()
                    .sales()
                    .tender(payment, Approver.NOBODY)
                    .completed()
                    .orElseThrow()
                    .receipt();
        });
    }

    private FapiaoModel model(ReceiptNo receipt) {
        Fapiaos.Invoiceable sale = counter.at(desk -> desk.refund().fapiaos().look(Optional.of(receipt)));
        return new FapiaoModel(counter.errands(), counter.notices(), sale, asked::add);
    }

    @Test
    void aCompanyNeedsTitleAndTaxNumberAndAPersonTheTitle() {
        var model = model(sell(Optional.empty(), TenderType.CASH));
        assertThat(model.sale().amount()).hasToString("100.00");
        model.ask();
        assertThat(counter.said()).contains("抬头");
        model.title().set(" 上海某某有限公司 ");
        model.taxNumber().set("123");
        model.ask();
        assertThat(counter.said()).contains("税号");
        model.taxNumber().set("9131 0000 ma1f l0000n");
        model.ask();
        model.ask(); // the same press once more
        counter.settle();

        assertThat(asked).singleElement().satisfies(fapiao -> {
            assertThat(fapiao.buyer()).isEqualTo(ACME);
            assertThat(fapiao.amount()).hasToString("100.00");
        });
        var person = model(sell(Optional.empty(), TenderType.CASH));
        person.title().set("张三");
        person.taxNumber().set("left over");
        person.company().set(false);
        person.ask();
        counter.settle();
        assertThat(asked.getLast().buyer()).isEqualTo(new Fapiao.Buyer("张三", ""));
    }

    @Test
    void whoeverAskedBeforeIsOffered() {
        var first = model(sell(Optional.of("M0002"), TenderType.CASH));
        first.choose(ACME);
        first.ask();
        counter.settle();

        var again = model(sell(Optional.of("M0002"), TenderType.CASH));
        assertThat(again.offers().getValue()).containsExactly(ACME);
        var stranger = model(sell(Optional.empty(), TenderType.CASH));
        assertThat(stranger.offers().getValue()).isEmpty();
        stranger.title().set("某某");
        assertThat(stranger.offers().getValue()).containsExactly(ACME);
        stranger.choose(ACME);
        assertThat(stranger.taxNumber().get()).isEqualTo(ACME.taxNumber());
        assertThat(stranger.company().get()).isTrue();
    }

    @Test
    void aWrongSignInTheTaxNumberIsSaidAndEveryHandIsOneBuyer() {
        var random = new Random(32100);
        var hand = new Handwriting(random);
        for (var i = 0; i < 10; i++) {
            var model = model(sell(Optional.of("M0003"), TenderType.CASH));
            var title = hand.title() + i;
            var good = hand.taxNumber();
            model.title().set(hand.title(title));
            model.taxNumber().set(good.substring(0, 17) + (good.charAt(17) == '0' ? '1' : '0'));
            model.ask();
            assertThat(counter.said()).as(title).contains("校验位");
            model.taxNumber().set(hand.document(good));
            model.ask();
            counter.settle();
            assertThat(asked).as(title).hasSize(i + 1);
            assertThat(asked.getLast().buyer().taxNumber()).isEqualTo(good);
            var next = model(sell(Optional.empty(), TenderType.CASH));
            next.title().set(hand.title(title));
            assertThat(next.offers().getValue())
                    .extracting(Fapiao.Buyer::taxNumber)
                    .containsExactly(good);
        }
    }

    @Test
    void whatWasAskedForIsPassedOnAgainToTheSameBuyer() throws Exception {
        var receipt = sell(Optional.empty(), TenderType.CASH);
        var model = model(receipt);
        model.choose(ACME);
        model.ask();
        counter.settle();
        var file = directory.resolve("store").resolve("fapiao").resolve(receipt.value() + ".json");
        Files.delete(file);

        var again = model(receipt);
        assertThat(again.sale().asked()).isPresent();
        assertThat(again.sale().amount()).hasToString("100.00");
        again.title().set("别人");
        again.ask();
        counter.settle();
        assertThat(file).exists();
        assertThat(asked.getLast().buyer()).isEqualTo(ACME);
    }

    @Test
    void aRefundTakesOffWhatCanBeInvoicedAndAStrangeReceiptIsRefused() {
        assertThat(counter.<Optional<ErrorCode>>at(desk -> {
                    try {
                        desk.refund().fapiaos().look(Optional.of(new ReceiptNo("X-1")));
                        return Optional.empty();
                    } catch (Refusal refusal) {
                        return Optional.of(refusal.code());
                    }
                }))
                .contains(ErrorCode.UNKNOWN_RECEIPT);
        var receipt = sell(Optional.empty(), TenderType.CASH);
        var supervisor = new ApprovalGiven(new OperatorId("2001"), "2222");
        var all = new Refunds.Wish(receipt, Map.of(), "r", true);
        counter.at(desk -> desk.refund().refunds().refund(all, () -> Optional.of(supervisor)));

        assertThat(model(receipt).sale().amount()).hasToString("0.00");
    }
}
