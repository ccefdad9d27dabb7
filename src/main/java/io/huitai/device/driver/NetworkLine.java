package io.huitai.device.driver;

import io.huitai.device.PrinterSettings.Confirmation;
import io.huitai.device.PrinterSettings.Port.Network;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;

/// Raw printing over TCP.
final class NetworkLine implements Line {
    private static final byte[] PAPER_STATUS = {0x1D, 'r', 1};

    private final Socket socket;
    private final Confirmation confirmation;

    private NetworkLine(Socket socket, Confirmation confirmation) {
        this.socket = socket;
        this.confirmation = confirmation;
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
        return new NetworkLine(socket, port.confirmation());
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        if (confirmation == Confirmation.STATUS) {
            socket.getOutputStream().write(PAPER_STATUS);
        }
    }

    /// A printer that is lost with bytes unread resets the line or says nothing more; one that ends it orderly is taken
    /// at its word.
    @Override
    public boolean confirmed() throws IOException {
        return switch (confirmation) {
            case NONE -> true;
            case STATUS -> socket.getInputStream().read() >= 0;
            case CLOSE -> {
                socket.shutdownOutput();
                // Status bytes that nobody asked for may come before the end.
                socket.getInputStream().transferTo(OutputStream.nullOutputStream());
                yield true;
            }
        };
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
