package io.huitai.headoffice;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A line to head office on which somebody changes a bit now and then of what head office answers.
final class ForgingProxy implements AutoCloseable {
    private final ServerSocket listening;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Optional<Random> forging = Optional.empty();

    ForgingProxy(URI headOffice) throws IOException {
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.target = headOffice.getPort();
        Thread.ofVirtual().start(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    /// From now on.
    void forge(Random random) {
        forging = Optional.of(random);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                var till = listening.accept();
                var office = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(till);
                open.add(office);
                Thread.ofVirtual().start(() -> pump(till, office, false));
                Thread.ofVirtual().start(() -> pump(office, till, true));
            } catch (IOException closed) {
                open.forEach(ForgingProxy::shut);
            }
        }
    }

    private void pump(Socket from, Socket to, boolean answers) {
        var buffer = new byte[1 << 14];
        try (from;
                to) {
            for (int read = from.getInputStream().read(buffer);
                    read >= 0;
                    read = from.getInputStream().read(buffer)) {
                if (answers && read > 60) { // a frame with something in it
                    var many = read;
                    forging.ifPresent(
                            random -> buffer[many - 1 - random.nextInt(many / 2)] ^= (byte) (1 << random.nextInt(8)));
                }
                to.getOutputStream().write(buffer, 0, read);
            }
        } catch (IOException gone) {
            shut(to);
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
        open.forEach(ForgingProxy::shut);
    }
}
