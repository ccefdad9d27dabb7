package io.huitai.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.shop.Lang;
import io.huitai.shop.MemberNo;
import io.huitai.shop.OperatorId;
import io.huitai.shop.Sku;
import io.huitai.shop.TenderType;
import io.huitai.till.Till;
import io.huitai.till.TrainingTills;
import io.huitai.till.bill.Bills;
import io.huitai.till.sale.Sales;
import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What goes with the goods is said below the member's card.
@ExtendWith(ApplicationExtension.class)
class SuggestionUiTest {
    private Optional<Till> till = Optional.empty();
    private Optional<Hands> hands = Optional.empty();

    @Start
    void start(Stage stage) throws IOException {
        var opening = TrainingTills.opening(
                Files.createTempDirectory("huitai-ui").resolve("store"), "three-step", Optional.empty());
        var open = Till.open(opening, InstantSource.system());
        sellThrice(open);
        till = Optional.of(open);
        var front = new Front(CompletableFuture.completedFuture(open), Surroundings.alone(), Lang.ZH).scene();
        hands = Optional.of(new Hands(front));
        stage.setScene(front);
        stage.setWidth(1366);
        stage.setHeight(768);
        stage.show();
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

    @AfterEach
    void close() {
        till.orElseThrow().close();
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

    private Hands hands() {
        return hands.orElseThrow();
    }
}
