package io.huitai;

import io.huitai.device.PrintResult;
import io.huitai.device.driver.Printers;
import io.huitai.till.paper.TestPage;
import io.huitai.till.settings.PrinterName;
import io.huitai.till.settings.TillSettings;
import java.util.Optional;

/// Prints a test page. Beside the queue of receipts, which it does not hold up: printers are opened for each print.
final class TestPrint {
    private TestPrint() {}

    /// Takes as long as a print may; empty where receipts go to the screen.
    static Optional<PrintResult> on(TillSettings settings) {
        return PrinterName.read(settings).map(named -> {
            try (var printer = Printers.open(named.printer(), _ -> {})) {
                return printer.print(TestPage.bytes(settings));
            }
        });
    }
}
