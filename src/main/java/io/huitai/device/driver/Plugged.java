package io.huitai.device.driver;

import com.fazecast.jSerialComm.SerialPort;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;

/// What is plugged into this machine, whether settings name it or not.
public final class Plugged {
    private Plugged() {}

    /// A serial port.
    ///
    /// @param port its name in settings, behind `serial:`
    /// @param description what the system says of the device
    public record Serial(String port, String description) {}

    /// The serial ports, in the system's order.
    public static List<Serial> serialPorts() {
        return Arrays.stream(SerialPort.getCommPorts())
                .map(port -> new Serial(port.getSystemPortPath(), port.getDescriptivePortName()))
                .toList();
    }

    /// The names of the card service's readers; empty where it does not run.
    public static Optional<List<String>> cardReaders() {
        try {
            return Optional.of(new CardService.OfTheSystem()
                    .terminals().list().stream().map(CardTerminal::getName).toList());
        } catch (DeviceLost | CardException notRunning) {
            return Optional.empty();
        }
    }
}
