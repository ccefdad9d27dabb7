package io.huitai.device.driver;

import io.huitai.receipt.EscPosReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A receipt printer for tests, from its plug to its paper. It takes bytes into its buffer, prints from it while
/// nothing hinders it, answers questions at once (`DLE EOT`) and in turn (`GS r`), and meets with everything that
/// printers meet with. Over TCP it ends a line when it has printed all of it.
public final class BenchPrinter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BenchPrinter.class);
    private static final int XOFF = 0x13;
    private static final String BROKEN = "-- broken off --";

    private final List<Socket> lines = new ArrayList<>();
    private final EscPosReader reader = new EscPosReader();
    private Optional<ServerSocket> listener = Optional.empty();
    private int port;
    private boolean paperOut;
    private boolean paperLow;
    private boolean coverOpen;
    private boolean stuck;
    private boolean mute;
    private boolean garbling;
    private boolean unasked;
    private int linesLeft = Integer.MAX_VALUE;
    private int bytesLeft = Integer.MAX_VALUE;
    private int bytesToXoff = Integer.MAX_VALUE;
    private int lineCount;
    private final Deque<Arriving> arriving = new ArrayDeque<>();

    /// One line is served after the other.
    private final ReentrantLock turn = new ReentrantLock();

    /// The paper so far.
    public synchronized List<String> tape() {
        return List.copyOf(reader.tape);
    }

    /// How often each receipt stands on the paper wholly, from the line "No …" to its cut.
    public synchronized Map<String, Integer> whole() {
        var whole = new HashMap<String, Integer>();
        var current = "";
        for (var piece : reader.tape) {
            if (piece.startsWith("No ")) {
                current = piece.substring(3);
            } else if (piece.equals(BROKEN)) {
                current = "";
            } else if (piece.startsWith("CUT ") && !current.isEmpty()) {
                whole.merge(current, 1, Integer::sum);
                current = "";
            }
        }
        return whole;
    }

    // What may happen to it

    public synchronized BenchPrinter paper(boolean there) {
        paperOut = !there;
        linesLeft = Integer.MAX_VALUE;
        goOn();
        return this;
    }

    /// The paper ends after so many lines more.
    public synchronized BenchPrinter paperEndsAfter(int more) {
        linesLeft = more;
        return this;
    }

    public synchronized BenchPrinter paperLow(boolean low) {
        paperLow = low;
        return this;
    }

    public synchronized BenchPrinter cover(boolean open) {
        coverOpen = open;
        goOn();
        return this;
    }

    /// It takes bytes and answers at once, and prints nothing.
    public synchronized BenchPrinter stuck(boolean is) {
        stuck = is;
        goOn();
        return this;
    }

    public synchronized BenchPrinter mute(boolean is) {
        mute = is;
        return this;
    }

    /// Its answers arrive with their top bit flipped.
    public synchronized BenchPrinter garbling(boolean is) {
        garbling = is;
        return this;
    }

    /// It reports its status by itself as well, four bytes in front of each answer.
    public synchronized BenchPrinter unasked(boolean is) {
        unasked = is;
        return this;
    }

    /// Its line breaks after so many bytes more.
    public synchronized BenchPrinter breaksAfter(int more) {
        bytesLeft = more;
        return this;
    }

    /// It holds the line up after so many bytes more.
    public synchronized BenchPrinter holdsUpAfter(int more) {
        bytesToXoff = more;
        return this;
    }

    public synchronized void plug() {
        var fresh = bound();
        port = fresh.getLocalPort();
        listener = Optional.of(fresh);
        Thread.ofPlatform().daemon().start(() -> accept(fresh));
    }

    /// The system frees a port a moment after it was closed.
    private ServerSocket bound() {
        for (var tries = 0; ; tries++) {
            try {
                return new ServerSocket(port, 20, InetAddress.getLoopbackAddress());
            } catch (IOException taken) {
                if (tries == 500) {
                    throw new IllegalStateException(taken);
                }
                LockSupport.parkNanos(10_000_000);
            }
        }
    }

    /// Switched off: what it has not printed is lost.
    public synchronized void unplug() {
        try {
            if (listener.isPresent()) {
                listener.get().close();
            }
            listener = Optional.empty();
            for (var line : lines) {
                cut(line);
            }
            lines.clear();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
        arriving.clear();
        reader.forget(BROKEN);
        notifyAll();
    }

    public synchronized int port() {
        return port;
    }

    @Override
    public void close() {
        unplug();
    }

    // How it works

    private void accept(ServerSocket on) {
        while (!on.isClosed()) {
            try {
                var socket = on.accept();
                synchronized (this) {
                    lines.add(socket);
                }
                Thread.ofPlatform().daemon().start(() -> serve(socket));
            } catch (IOException over) {
                LOG.trace("No more lines", over);
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            Arriving line;
            turn.lock();
            try {
                line = serve(socket.getInputStream(), socket.getOutputStream());
            } catch (IOException broken) {
                cut(socket);
                throw broken;
            } finally {
                turn.unlock();
            }
            awaitPrinted(line);
        } catch (IOException broken) {
            LOG.trace("The line broke", broken);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /// Not ended orderly: what is lost is not confirmed.
    private static void cut(Socket line) throws IOException {
        if (!line.isClosed()) {
            line.setSoLinger(true, 0);
            line.close();
        }
    }

    /// What comes over one line.
    private static final class Arriving {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final ByteArrayOutputStream question = new ByteArrayOutputStream();
        private final OutputStream answers;
        private boolean ended;

        Arriving(OutputStream answers) {
            this.answers = answers;
        }
    }

    /// Serves any line to its end.
    public void serveLine(InputStream in, OutputStream out) throws IOException {
        serve(in, out);
    }

    private Arriving serve(InputStream in, OutputStream out) throws IOException {
        var line = new Arriving(out);
        synchronized (this) {
            arriving.add(line);
        }
        try {
            for (var value = in.read(); value >= 0; value = in.read()) {
                take(value, line);
            }
        } finally {
            ended(line);
        }
        return line;
    }

    private synchronized void take(int value, Arriving line) throws IOException {
        if (bytesLeft-- == 0) {
            bytesLeft = Integer.MAX_VALUE;
            throw new IOException("Broken off, as it was told");
        }
        if (bytesToXoff-- == 0) {
            line.answers.write(XOFF);
            line.answers.flush();
        }
        line.question.write(value);
        var question = line.question.toByteArray();
        var begins = question[0] == 0x10 && (question.length == 1 || question[1] == 0x04);
        if (begins && question.length < 3) {
            return;
        }
        line.question.reset();
        if (begins) {
            answer(atOnce(value), line);
        } else {
            line.bytes.writeBytes(question);
            goOn();
        }
    }

    private synchronized void ended(Arriving line) {
        line.ended = true;
        goOn();
    }

    private synchronized void awaitPrinted(Arriving line) throws InterruptedException {
        while (arriving.contains(line) && listener.isPresent()) {
            wait();
        }
    }

    /// Prints what has arrived, line by line; what a line left half said is forgotten when it has ended.
    private void goOn() {
        while (!arriving.isEmpty()) {
            var line = arriving.element();
            reader.feed(line.bytes.toByteArray());
            line.bytes.reset();
            while (!hindered() && reader.step()) {
                var printed = reader.lines.size();
                linesLeft -= printed - lineCount;
                lineCount = printed;
                paperOut |= linesLeft <= 0;
                for (; reader.asked > 0; reader.asked--) {
                    answer(paperLow ? 0x03 : 0x00, line);
                }
            }
            if (!line.ended || (hindered() && reader.waits())) {
                break;
            }
            if (reader.waits()) {
                reader.forget(BROKEN);
            }
            arriving.remove();
        }
        notifyAll();
    }

    private boolean hindered() {
        return paperOut || coverOpen || stuck;
    }

    private int atOnce(int question) {
        var cause = (coverOpen ? 0x04 : 0) | (paperOut ? 0x20 : 0);
        return 0x12
                | switch (question) {
                    case 1 -> cause == 0 ? 0 : 0x08;
                    case 2 -> cause;
                    case 3 -> 0;
                    case 4 -> (paperOut ? 0x60 : 0) | (paperLow ? 0x0C : 0);
                    default -> throw new IllegalStateException("DLE EOT " + question);
                };
    }

    private void answer(int value, Arriving line) {
        if (mute) {
            return;
        }
        try {
            var out = line.answers;
            if (unasked) {
                out.write(new byte[] {0x10, 0x00, 0x00, 0x00});
            }
            out.write(garbling ? value ^ 0x80 : value);
            out.flush();
        } catch (IOException gone) {
            LOG.trace("Nobody hears", gone);
        }
    }
}
