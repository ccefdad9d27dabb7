package io.huitai.device.driver;

import io.huitai.device.PrinterSettings.Port.Network;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.OptionalInt;

/// Raw printing over TCP.
final class NetworkLine implements Line {
    private final Socket socket;

    private NetworkLine(Socket socket) {
        this.socket = socket;
    }

    static NetworkLine open(Network port) throws IOException {
        var socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(
                    new InetSocketAddress(port.host(), port.port()),
                    Math.toIntExact(port.connectLimit().toMillis()));
        } catch (IOException unreachable) {
            socket.close();
            throw unreachable;
        }
        return new NetworkLine(socket);
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    @Override
    public boolean isTwoWay() {
        return true;
    }

    @Override
    public OptionalInt read(Duration patience) throws IOException {
        // 0 would wait for ever.
        socket.setSoTimeout(Math.max(1, Math.toIntExact(patience.toMillis())));
        try {
            var value = socket.getInputStream().read();
            if (value < 0) {
                throw new EOFException("The printer has ended the line");
            }
            return OptionalInt.of(value);
        } catch (SocketTimeoutException silent) {
            return OptionalInt.empty();
        }
    }

    /// The printer closes its end when it has read to our end. One that is lost with bytes unread resets the line or
    /// says nothing more; one that ends it orderly is taken at its word.
    @Override
    public boolean confirmed() throws IOException {
        socket.setSoTimeout(0);
        socket.shutdownOutput();
        // Status bytes that nobody asked for may come before the end.
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        return true;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
