package io.huitai.device.driver;

import com.fazecast.jSerialComm.SerialPort;
import io.huitai.device.PrinterSettings.Port.Serial;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;

/// A printer on a serial port.
///
/// The port never blocks: little is handed over at a time, the next when the last has left the machine, so a line that
/// the printer holds up (XOFF, CTS) is seen here and not in the system's write, which could not be given up.
final class SerialLine implements Line {
    private static final int PIECE = 256;
    private static final long GLANCE_NANOS = 2_000_000;
    /// What an adapter may still hold when the system's own queue is empty.
    private static final int ADAPTER_BYTES = 256;

    /// How long at least a port stays open behind its last byte: closing throws away what is still on its way, and a
    /// busy machine passes it on late.
    private static final Duration LAST_BYTE = Duration.ofMillis(400);

    private static final int BITS_A_BYTE = 10;

    private final SerialPort port;
    private final int baud;
    private volatile boolean closed;

    private SerialLine(SerialPort port, int baud) {
        this.port = port;
        this.baud = baud;
    }

    static SerialLine open(Serial serial) throws IOException {
        var port = SerialPorts.open(serial.address());
        port.setFlowControl(
                switch (serial.handshake()) {
                    case XON_XOFF -> SerialPort.FLOW_CONTROL_XONXOFF_OUT_ENABLED;
                    case RTS_CTS -> SerialPort.FLOW_CONTROL_RTS_ENABLED | SerialPort.FLOW_CONTROL_CTS_ENABLED;
                });
        port.setComPortTimeouts(SerialPort.TIMEOUT_NONBLOCKING, 0, 0);
        return new SerialLine(port, serial.address().baud());
    }

    /// How long so many bytes take on the line.
    static Duration time(int bytes, int baud) {
        return Duration.ofMillis(bytes * 1_000L * BITS_A_BYTE / baud);
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        for (var from = 0; from < bytes.length; ) {
            var piece = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PIECE));
            var taken = port.writeBytes(piece, piece.length);
            if (taken < 0 || closed) {
                throw new IOException("The serial port does not take bytes any more");
            }
            from += taken;
            drain();
        }
    }

    /// Waits until all has left the machine.
    private void drain() throws IOException {
        for (var waiting = port.bytesAwaitingWrite(); waiting != 0; waiting = port.bytesAwaitingWrite()) {
            if (waiting < 0 || closed) {
                throw new IOException("The serial port is gone");
            }
            LockSupport.parkNanos(GLANCE_NANOS);
        }
    }

    @Override
    public boolean isTwoWay() {
        return true;
    }

    @Override
    public OptionalInt read(Duration patience) throws IOException {
        var one = new byte[1];
        for (var end = System.nanoTime() + patience.toNanos(); System.nanoTime() < end; ) {
            var there = port.bytesAvailable();
            if (there < 0 || closed) {
                throw new IOException("The serial port is gone");
            }
            if (there > 0 && port.readBytes(one, 1) == 1) {
                return OptionalInt.of(one[0] & 0xFF);
            }
            LockSupport.parkNanos(GLANCE_NANOS);
        }
        return OptionalInt.empty();
    }

    /// All has left the machine; more a serial line does not show.
    @Override
    public boolean confirmed() {
        var passed = LAST_BYTE.plus(time(ADAPTER_BYTES, baud)).toNanos();
        for (var end = System.nanoTime() + passed; !closed && System.nanoTime() < end; ) {
            LockSupport.parkNanos(GLANCE_NANOS);
        }
        return !closed;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        if (!port.closePort()) {
            throw new IOException("The serial port does not close");
        }
    }
}
