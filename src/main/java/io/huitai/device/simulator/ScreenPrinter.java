package io.huitai.device.simulator;

import io.huitai.device.PrintResult;
import io.huitai.device.Printer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// A printer on the screen: keeps the latest prints, and fails when told to.
public final class ScreenPrinter implements Printer {
    private static final int KEPT = 50;

    private final String name;
    private final Deque<byte[]> prints = new ArrayDeque<>();
    private final Deque<PrintResult> mishaps = new ArrayDeque<>();

    public ScreenPrinter(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    /// Keeps the print; of one that meets a mishap nothing.
    @Override
    public synchronized PrintResult print(byte[] bytes) {
        if (!mishaps.isEmpty()) {
            return mishaps.removeFirst();
        }
        if (bytes.length > 0) {
            prints.addLast(bytes.clone());
        }
        if (prints.size() > KEPT) {
            prints.removeFirst();
        }
        return new PrintResult.Printed();
    }

    /// The latest prints, oldest first.
    public synchronized List<byte[]> prints() {
        return prints.stream().map(byte[]::clone).toList();
    }

    /// Makes the next print end like this.
    public synchronized void meet(PrintResult mishap) {
        mishaps.addLast(mishap);
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
