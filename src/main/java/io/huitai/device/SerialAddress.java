package io.huitai.device;

/// Where a serial device hangs, written `PORT` or `PORT@BAUD`, as `/dev/ttyUSB0@9600` or `COM3`.
///
/// @param port the system's name of it
/// @param baud bits a second; always 8 data bits, no parity, 1 stop bit, as devices for tills come out of the box
public record SerialAddress(String port, int baud) {
    private static final int USUAL_BAUD = 9_600;
    private static final int FASTEST = 921_600;

    public SerialAddress {
        if (port.isBlank() || baud < 300 || baud > FASTEST) {
            throw new IllegalArgumentException("A serial port has a name and 300 to " + FASTEST + " baud");
        }
    }

    /// Reads the written form.
    ///
    /// @throws IllegalArgumentException when it is none
    public static SerialAddress parse(String text) {
        var at = text.lastIndexOf('@');
        if (at < 0) {
            return new SerialAddress(text, USUAL_BAUD);
        }
        var baud = text.substring(at + 1);
        if (!baud.matches("[0-9]{3,6}")) {
            throw new IllegalArgumentException("'" + baud + "' is not a number of baud");
        }
        return new SerialAddress(text.substring(0, at), Integer.parseInt(baud));
    }

    @Override
    public String toString() {
        return port + "@" + baud;
    }
}
