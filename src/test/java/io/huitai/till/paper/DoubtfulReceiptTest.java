package io.huitai.till.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.shop.OperatorId;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.Sku;
import io.huitai.shop.TenderType;
import io.huitai.till.Till;
import io.huitai.till.TrainingTills;
import io.huitai.till.bill.Bills;
import io.huitai.till.sale.Sales;
import io.huitai.till.settings.TillSettings;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A receipt that was on its way to the printer when the till was killed may be on paper: the next one is a copy.
@Timeout(60)
class DoubtfulReceiptTest {
    private static final ReceiptNo RECEIPT = new ReceiptNo("S001-T1-000001");

    @TempDir
    private Path directory;

    @Test
    void whatIsPrintedAgainAfterAKillIsMarkedACopy() throws IOException {
        open().close();
        printTo("screen", "tcp:127.0.0.1:1");
        try (var till = open()) {
            till.perform(desk -> {
                        desk.operators().signIn(new OperatorId("1001"), "1111");
                        desk.shift().shifts().open(Money.ZERO);
                        desk.bill().bills().add(new Sku("R001"), Quantity.ONE, Bills.LineExtras.NONE);
                        return desk.sale().sales().tender(new Sales.Payment(TenderType.CASH, Optional.empty(), ""));
                    })
                    .join();
            assertThat(owed(till)).isEqualTo(new Receipts.Owed(RECEIPT, false));
        }
        var print = store().resolve("print");
        Files.move(print.resolve("00000001.waiting"), print.resolve("00000001.sending"));
        var paper = Files.createFile(directory.resolve("paper"));
        printTo("tcp:127.0.0.1:1", "file:" + paper);
        try (var till = open()) {
            while (!owed(till).doubtful()) {
                Thread.onSpinWait();
            }
            assertThat(text(paper)).as("never sent again unasked").isEmpty();
            till.perform(desk -> {
                        desk.receipts().again(RECEIPT);
                        return RECEIPT;
                    })
                    .join();
            while (!till.perform(desk -> desk.receipts().owed().isEmpty()).join()) {
                Thread.onSpinWait();
            }
        }
        assertThat(text(paper)).contains("副本");
    }

    private Receipts.Owed owed(Till till) {
        return till.perform(
                        desk -> desk.receipts().owed().stream().findFirst().orElse(new Receipts.Owed(RECEIPT, false)))
                .join();
    }

    private static String text(Path paper) throws IOException {
        return new String(Files.readAllBytes(paper), Charset.forName("GB18030"));
    }

    private void printTo(String before, String after) throws IOException {
        var settings = store().resolve(TillSettings.FILE);
        Files.writeString(settings, Files.readString(settings).replace(before, after));
    }

    private Path store() {
        return directory.resolve("store");
    }

    private Till open() {
        return Till.open(TrainingTills.opening(store(), "standard-card", Optional.empty()), InstantSource.system());
    }
}
