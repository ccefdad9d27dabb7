package io.huitai.device.driver;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import io.huitai.device.SerialAddress;
import java.io.IOException;

/// Serial ports by their address.
final class SerialPorts {
    private SerialPorts() {}

    /// Opens a port for raw bytes both ways; whoever opens it sets time-outs and closes it.
    ///
    /// @throws IOException when there is no such port, or another program has it
    static SerialPort open(SerialAddress address) throws IOException {
        var port = named(address.port());
        port.setComPortParameters(address.baud(), 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
        port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
        if (!port.openPort(0)) {
            throw new IOException(
                    "Serial port " + address.port() + " cannot be opened, error " + port.getLastErrorCode());
        }
        return port;
    }

    private static SerialPort named(String name) throws IOException {
        try {
            return SerialPort.getCommPort(name);
        } catch (SerialPortInvalidPortException missing) {
            throw new IOException("There is no serial port " + name, missing);
        }
    }
}
