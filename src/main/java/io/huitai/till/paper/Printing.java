package io.huitai.till.paper;

import io.huitai.device.driver.Printers;
import io.huitai.journal.fact.Fact;
import io.huitai.shop.ReceiptNo;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import io.huitai.till.settings.PrinterName;
import io.huitai.till.settings.TillSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The till's printer: what happens at the till goes to paper and drawer.
public final class Printing implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Printing.class);

    private final PrintQueue queue;
    private final boolean raster;

    private Printing(PrintQueue queue, boolean raster) {
        this.queue = queue;
        this.raster = raster;
    }

    /// Opens the printer that the till's settings name; empty where receipts go to the screen.
    public static Optional<Printing> open(Path directory, TillSettings settings, Reading receipts) {
        return PrinterName.read(settings).map(name -> {
            var printer = Printers.open(name.printer(), event -> LOG.info("Printer: {}", event));
            return new Printing(
                    PrintQueue.start(directory, printer, new Pages(receipts, name.raster())), name.raster());
        });
    }

    /// Reads receipts as the till's one writer knows them.
    public interface Reading {
        <T> T read(Function<Receipts, T> work);
    }

    /// What goes to the printer when something has happened.
    public void queue(Fact fact) {
        if (fact.opensDrawer()) {
            queue.openDrawer();
        }
        if (fact instanceof Fact.OfPaper paper) {
            queue.add(paper.receipt());
        }
    }

    /// Prints paper that is no receipt.
    void slip(Receipts.Slip slip) {
        queue.slip(raster ? slip.raster() : slip.escPos());
    }

    void add(ReceiptNo receipt) {
        queue.add(receipt);
    }

    List<Receipts.Owed> owed() {
        return queue.owed();
    }

    void again(ReceiptNo receipt) {
        queue.again(receipt);
    }

    void drop(ReceiptNo receipt) {
        queue.drop(receipt);
    }

    public PrinterState state() {
        return queue.state();
    }

    @Override
    public void close() {
        queue.close();
    }

    /// The receipts as the writer thread knows them.
    private record Pages(Reading receipts, boolean raster) implements PrintQueue.Pages {
        @Override
        public Optional<byte[]> bytes(ReceiptNo receipt) {
            return page(receipt)
                    .map(page -> raster ? page.paper().raster() : page.paper().escPos());
        }

        @Override
        public void printed(ReceiptNo receipt) {
            receipts.read(known -> {
                known.printed(receipt);
                return receipt;
            });
        }

        @Override
        public void leftHalfway(ReceiptNo receipt) {
            page(receipt).filter(page -> page.copy() == 0).ifPresent(page -> printed(page.no()));
        }

        private Optional<Receipts.Page> page(ReceiptNo receipt) {
            try {
                return Optional.of(receipts.read(known -> known.look(Optional.of(receipt))));
            } catch (CompletionException refused) {
                if (refused.getCause() instanceof Refusal refusal && refusal.code() == ErrorCode.UNKNOWN_RECEIPT) {
                    return Optional.empty();
                }
                throw refused;
            }
        }
    }
}
