package io.huitai.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.shop.MemberNo;
import io.huitai.shop.OperatorId;
import io.huitai.shop.Sku;
import io.huitai.shop.TenderType;
import io.huitai.till.Till;
import io.huitai.till.bill.Bills;
import io.huitai.till.sale.Sales;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What goes with the goods is said below the member's card.
class SuggestionUiTest extends WindowTest {

    @BeforeEach
    void begin() {
        var open = open(opening("three-step"));
        sellThrice(open);
        show(open);
    }

    private static void sellThrice(Till open) {
        open.perform(desk -> {
                    desk.operators().signIn(new OperatorId("1001"), "1111");
                    var shift = desk.shift().shifts().open(Money.ZERO);
                    for (var no : List.of("M0001", "M0002", "M0003")) {
                        desk.bill().bills().add(new Sku("L001"), Quantity.ONE, Bills.LineExtras.NONE);
                        desk.bill().bills().add(new Sku("L003"), Quantity.ONE, Bills.LineExtras.NONE);
                        desk.bill().bills().member(new MemberNo(no));
                        desk.sale().sales().tender(new Sales.Payment(TenderType.CASH, Optional.empty(), ""));
                    }
                    desk.shift().shifts().close(Map.of());
                    desk.operators().signOut();
                    return shift;
                })
                .join();
    }

    @Test
    void theReasonStandsWithTheSuggestion() throws IOException {
        hands().signInAndOpenShift();
        hands().tap("#sale-tile-L001");
        hands().tap("#sale-find");
        hands().tap("19900000005", "member");
        hands().tap("#member-key-enter");
        hands().tap("#member-M0005");
        hands().until(() -> hands().text("#sale-hint").contains("3位也买了"));
        hands().shoot("suggestion");
        hands().tap("#sale-tile-L003");
        hands().until(() -> !hands().text("#sale-hint").contains("也买了"));
        assertThat(hands().isShown("#sale-member")).isTrue();
    }
}
