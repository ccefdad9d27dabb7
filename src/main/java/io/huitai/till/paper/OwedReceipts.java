package io.huitai.till.paper;

import io.huitai.journal.Identity;
import io.huitai.journal.log.SystemDisk;
import io.huitai.shop.ReceiptNo;
import io.huitai.till.settings.StoreFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The receipts that guests are owed, in `print/` of the store directory: one small file a receipt, so that a restart
/// knows which wait, and which were being sent and so may be on paper.
///
/// Safe for use by several threads.
public final class OwedReceipts {
    static final String FOLDER = "print";
    private static final String WAITING = ".waiting";
    private static final String SENDING = ".sending";
    private static final String DOUBTFUL = ".doubtful";

    private final Path directory;
    private final Deque<Path> waiting = new ArrayDeque<>();
    private final Deque<Path> leftSending = new ArrayDeque<>();
    private long last;

    private OwedReceipts(Path directory) {
        this.directory = directory;
    }

    static OwedReceipts open(Path directory) {
        var owed = new OwedReceipts(directory);
        try {
            new SystemDisk().makeDirectory(directory);
            for (var file : owed.files("")) {
                if (Files.size(file) == 0) {
                    // The power failed while it was written.
                    Files.delete(file);
                    continue;
                }
                var name = file.getFileName().toString();
                owed.last = Math.max(owed.last, Long.parseLong(name.substring(0, name.indexOf('.'))));
                if (name.endsWith(SENDING)) {
                    owed.leftSending.add(file);
                } else if (name.endsWith(WAITING)) {
                    owed.waiting.add(file);
                }
            }
            return owed;
        } catch (IOException broken) {
            throw new UncheckedIOException("The print queue cannot be read", broken);
        }
    }

    /// The highest number of a till's own receipts that a store directory's queue names, whether they wait, are
    /// doubtful or were being sent; 0 for none.
    public static long highest(Path storeDirectory, Identity till) {
        var directory = storeDirectory.resolve(FOLDER);
        if (!Files.isDirectory(directory)) {
            return 0;
        }
        var own = Pattern.compile(Pattern.quote(till.store() + "-" + till.till() + "-") + "(\\d{1,12})");
        try (var files = Files.list(directory)) {
            var highest = 0L;
            for (var file : files.toList()) {
                var receipt = own.matcher(Files.readString(file, StandardCharsets.UTF_8));
                highest = receipt.matches() ? Math.max(highest, Long.parseLong(receipt.group(1))) : highest;
            }
            return highest;
        } catch (IOException broken) {
            throw new UncheckedIOException("The print queue cannot be read", broken);
        }
    }

    /// One receipt that is owed.
    record Owed(ReceiptNo receipt, Path file) {}

    synchronized void add(ReceiptNo receipt) throws IOException {
        last++;
        var file = directory.resolve(String.format(Locale.ROOT, "%08d", last) + WAITING);
        Files.writeString(file, receipt.value(), StandardCharsets.UTF_8);
        StoreFiles.close(file);
        waiting.add(file);
    }

    synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }

    /// The one that waits longest.
    synchronized Optional<Owed> next() throws IOException {
        var file = waiting.peek();
        return file == null ? Optional.empty() : Optional.of(owed(file));
    }

    /// The ones that were being sent when the till was killed.
    synchronized List<Owed> leftSending() throws IOException {
        var left = new ArrayList<Owed>();
        for (var file : leftSending) {
            left.add(owed(file));
        }
        return left;
    }

    /// Its first byte may leave from now on. Empty where it is owed no longer.
    synchronized Optional<Owed> sending(Owed owed) throws IOException {
        return waiting.remove(owed.file()) ? Optional.of(rename(owed, SENDING)) : Optional.empty();
    }

    /// Nothing of it has left: it waits again, before all others.
    synchronized void backToWaiting(Owed sending) throws IOException {
        waiting.addFirst(rename(sending, WAITING).file());
    }

    /// It may or may not be on paper, and is not sent again unasked.
    synchronized void doubtful(Owed sending) throws IOException {
        rename(sending, DOUBTFUL);
        leftSending.remove(sending.file());
    }

    /// It is on paper, and with it every doubt about it is settled.
    synchronized void printed(Owed sending) throws IOException {
        Files.delete(sending.file());
        delete(sending.receipt(), files(DOUBTFUL));
    }

    /// There is no such receipt: what a power loss took from the journal was never sold.
    synchronized void forget(Owed owed) throws IOException {
        Files.delete(owed.file());
        waiting.remove(owed.file());
    }

    /// Receipts that may or may not be on paper, oldest first.
    synchronized List<ReceiptNo> doubtful() {
        try {
            var found = new ArrayList<ReceiptNo>();
            for (var file : files(DOUBTFUL)) {
                found.add(owed(file).receipt());
            }
            return List.copyOf(found);
        } catch (IOException broken) {
            throw new UncheckedIOException("The print queue cannot be read", broken);
        }
    }

    /// Receipts that wait, oldest first.
    synchronized List<ReceiptNo> waiting() {
        try {
            var found = new ArrayList<ReceiptNo>();
            for (var file : waiting) {
                found.add(owed(file).receipt());
            }
            return List.copyOf(found);
        } catch (IOException broken) {
            throw new UncheckedIOException("The print queue cannot be read", broken);
        }
    }

    /// A doubtful receipt waits once more, as a copy.
    synchronized void again(ReceiptNo receipt) throws IOException {
        if (doubtful().contains(receipt)) {
            add(receipt);
            delete(receipt, files(DOUBTFUL));
        }
    }

    /// A receipt is owed no longer. What is being sent at this moment cannot be called back.
    synchronized void drop(ReceiptNo receipt) throws IOException {
        delete(receipt, files(DOUBTFUL));
        delete(receipt, List.copyOf(waiting));
    }

    private void delete(ReceiptNo receipt, List<Path> among) throws IOException {
        for (var file : among) {
            if (owed(file).receipt().equals(receipt)) {
                Files.delete(file);
                waiting.remove(file);
            }
        }
    }

    private List<Path> files(String ending) throws IOException {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static Owed owed(Path file) throws IOException {
        return new Owed(new ReceiptNo(Files.readString(file, StandardCharsets.UTF_8)), file);
    }

    private static Owed rename(Owed owed, String ending) throws IOException {
        var name = owed.file().getFileName().toString();
        var renamed = owed.file().resolveSibling(name.substring(0, name.indexOf('.')) + ending);
        return new Owed(owed.receipt(), Files.move(owed.file(), renamed, StandardCopyOption.ATOMIC_MOVE));
    }
}
