package io.huitai.headoffice;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// A line to head office that breaks after a number of bytes, whichever way they went.
final class CuttingProxy implements AutoCloseable {
    private final ServerSocket listening;
    private final int target;
    private final AtomicLong left = new AtomicLong(Long.MAX_VALUE / 2);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    CuttingProxy(URI headOffice) throws IOException {
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.target = headOffice.getPort();
        Thread.ofVirtual().start(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    /// Cuts what is open, and lets new connections live for so many bytes.
    void cutAfter(long bytes) {
        left.set(bytes);
        cut();
    }

    private void cut() {
        open.forEach(CuttingProxy::shut);
        open.clear();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                var till = listening.accept();
                var office = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(till);
                open.add(office);
                Thread.ofVirtual().start(() -> pump(till, office));
                Thread.ofVirtual().start(() -> pump(office, till));
            } catch (IOException e) {
                cut(); // closed, or head office is away: nobody is connected
            }
        }
    }

    private void pump(Socket from, Socket to) {
        var buffer = new byte[512];
        try (from;
                to) {
            for (int read = from.getInputStream().read(buffer);
                    read >= 0 && left.addAndGet(-read) > 0;
                    read = from.getInputStream().read(buffer)) {
                to.getOutputStream().write(buffer, 0, read);
            }
        } catch (IOException e) {
            shut(to); // the other side has gone
        }
    }

    private static void shut(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        cut();
    }
}
