package io.huitai.till;

import io.huitai.shop.ReceiptNo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The files of the receipts that are owed: one a receipt, its state in the name, so that a restart knows.
final class Slips {
    private final Path directory;
    private long last;

    /// How far a receipt has come; the lower-case name is the file's ending.
    enum State {
        WAITING,
        SENDING,
        DOUBTFUL;

        private String ending() {
            return "." + name().toLowerCase(Locale.ROOT);
        }
    }

    /// A receipt owed, with the number of its file.
    record Slip(long number, ReceiptNo receipt) {}

    /// What was found at the start, oldest first.
    record Found(List<Slip> waiting, List<Slip> sending, List<Slip> doubtful) {}

    Slips(Path directory) {
        this.directory = directory;
    }

    Found find() {
        var found = new Found(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try {
            Files.createDirectories(directory);
            try (var files = Files.list(directory)) {
                for (var file : files.sorted().toList()) {
                    sort(file, found);
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("The print queue cannot be read", broken);
        }
        return found;
    }

    private void sort(Path file, Found found) throws IOException {
        var name = file.getFileName().toString();
        var number = Long.parseLong(name.substring(0, name.indexOf('.')));
        last = Math.max(last, number);
        var slip = new Slip(number, new ReceiptNo(Files.readString(file, StandardCharsets.UTF_8)));
        if (name.endsWith(State.WAITING.ending())) {
            found.waiting().add(slip);
        } else if (name.endsWith(State.SENDING.ending())) {
            found.sending().add(slip);
        } else {
            found.doubtful().add(slip);
        }
    }

    Slip write(ReceiptNo receipt) throws IOException {
        last++;
        var slip = new Slip(last, receipt);
        Files.writeString(file(slip, State.WAITING), receipt.value(), StandardCharsets.UTF_8);
        return slip;
    }

    void move(Slip slip, State from, State to) throws IOException {
        Files.move(file(slip, from), file(slip, to), StandardCopyOption.ATOMIC_MOVE);
    }

    void delete(Slip slip, State state) throws IOException {
        Files.delete(file(slip, state));
    }

    private Path file(Slip slip, State state) {
        return directory.resolve(String.format(Locale.ROOT, "%08d", slip.number()) + state.ending());
    }
}
