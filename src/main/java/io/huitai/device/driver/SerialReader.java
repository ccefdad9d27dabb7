package io.huitai.device.driver;

import com.fazecast.jSerialComm.SerialPort;
import io.huitai.device.Reader;
import io.huitai.device.ReaderEvent;
import io.huitai.device.ReaderEvent.Loss;
import io.huitai.device.ReaderSettings;
import io.huitai.device.SerialAddress;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A magstripe reader or scanner at a serial port.
final class SerialReader implements Reader {
    private static final int POLL_MILLIS = 40;

    private final ReaderSettings settings;
    private final SerialAddress address;
    private final Framing framing;
    private final Attendance attendance;

    SerialReader(ReaderSettings settings, SerialAddress address, Consumer<ReaderEvent> events) {
        this.settings = settings;
        this.address = address;
        framing = Framing.of(settings);
        attendance = Attendance.start(settings.name(), this::visit, events);
    }

    @Override
    public ReaderSettings settings() {
        return settings;
    }

    private void visit(Attendance here) throws DeviceLost {
        var port = open();
        var bytes = new byte[256];
        try {
            port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, POLL_MILLIS, 0);
            here.connected();
            while (here.goesOn()) {
                var count = port.readBytes(bytes, bytes.length);
                if (count < 0 || port.bytesAvailable() < 0) {
                    throw new DeviceLost(Loss.BROKEN_OFF, "nobody at " + address + " any more");
                }
                var events = count > 0 ? framing.hear(bytes, count, now()) : framing.tick(now());
                Arrays.fill(bytes, (byte) 0); // a bank card's track may have stood there
                events.forEach(here::tell);
            }
        } finally {
            framing.lost(now());
            port.closePort();
        }
    }

    private SerialPort open() throws DeviceLost {
        try {
            return SerialPorts.open(address);
        } catch (IOException missing) {
            throw new DeviceLost(Loss.UNREACHABLE, address + " cannot be opened", missing);
        }
    }

    private static long now() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    @Override
    public void close() {
        attendance.close();
    }
}
