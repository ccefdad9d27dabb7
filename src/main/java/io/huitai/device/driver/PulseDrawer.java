package io.huitai.device.driver;

import io.huitai.device.Drawer;
import io.huitai.device.PrintResult;
import io.huitai.device.Printer;

/// A cash drawer on a receipt printer's drawer socket (`ESC p`).
public final class PulseDrawer implements Drawer {
    private final Printer printer;
    private final byte[] pulse;

    /// @param pin the pin of the socket the drawer listens to
    public PulseDrawer(Printer printer, Pin pin) {
        this.printer = printer;
        pulse = new byte[] {0x1B, 'p', pin.parameter, 50, (byte) 250};
    }

    @Override
    public PrintResult open() {
        return printer.print(pulse);
    }

    /// The two drawer pins of the printer's socket.
    public enum Pin {
        PIN_2(0),
        PIN_5(1);

        private final byte parameter;

        Pin(int parameter) {
            this.parameter = (byte) parameter;
        }
    }
}
