package io.huitai.receipt;

import com.github.anastaciocintra.escpos.EscPos;
import com.github.anastaciocintra.escpos.Style;
import io.huitai.receipt.Row.Look;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Renders a receipt for ESC/POS printers: 32 columns on 58 mm, 48 on 80 mm paper.
///
/// What the printer's font has no sign for becomes its nearest meaning, else its line a picture.
///
/// Text is set on the grid with spaces, so it looks the same on printers that know little of alignment. The QR commands
/// are written here, for escpos-coffee counts characters where the printer counts bytes.
public final class EscPosReceipt {
    private static final int ESC = 0x1B;
    private static final int FS = 0x1C;
    private static final int GS = 0x1D;

    private static final int LINES_TO_KNIFE = 4;
    /// In units of 2 ms.
    private static final int PULSE_ON = 50;

    private static final int PULSE_OFF = 250;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final EscPos printer = new EscPos(bytes);
    private final int columns;
    private final boolean pictured;
    private Look look = Look.PLAIN;

    private EscPosReceipt(int columns, boolean pictured) {
        this.columns = columns;
        this.pictured = pictured;
    }

    /// One print for a printer with a Chinese font (GB18030), from initialisation to the last cut.
    public static byte[] render(Document document, int columns) {
        return render(document, columns, false);
    }

    /// The same for a printer without: every line a picture of itself.
    public static byte[] pictured(Document document, int columns) {
        return render(document, columns, true);
    }

    private static byte[] render(Document document, int columns, boolean pictured) {
        var receipt = new EscPosReceipt(columns, pictured);
        try {
            receipt.begin();
            for (var row : pictured ? Layout.of(document, columns) : Layout.ofSigns(document, columns)) {
                receipt.write(row);
            }
            return receipt.bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing to memory failed", impossible);
        }
    }

    private void begin() throws IOException {
        printer.initializePrinter();
        if (!pictured) {
            printer.write(FS).write('&');
        }
    }

    private void write(Row row) throws IOException {
        switch (row) {
            case Row.Line _, Row.Code _
            when pictured -> Drawing.dots(row, columns).writeTo(bytes);
            case Row.Line(var text, var wanted) -> line(text, wanted);
            case Row.Code(var payload) -> code(payload.getBytes(StandardCharsets.UTF_8));
            case Row.Picture(var dots) -> dots.writeTo(bytes);
            case Row.Cut() -> {
                bytes.write(new byte[] {(byte) ESC, 'd', LINES_TO_KNIFE});
                printer.cut(EscPos.CutMode.PART);
            }
            case Row.Pulse() -> printer.pulsePin(EscPos.PinConnector.Pin_2, PULSE_ON, PULSE_OFF);
        }
    }

    /// What the printer's font cannot say it prints as a picture of the line.
    private void line(String text, Look wanted) throws IOException {
        if (!Signs.arePrintable(text)) {
            Drawing.dots(new Row.Line(text, wanted), columns).writeTo(bytes);
            return;
        }
        if (wanted != look) {
            bytes.write(style(wanted).getConfigBytes());
            look = wanted;
        }
        bytes.write(Signs.coded(text));
        bytes.write('\n');
    }

    private static Style style(Look look) {
        var style = new Style();
        return switch (look) {
            case PLAIN -> style;
            case STRONG -> style.setBold(true);
            case LARGE -> style.setBold(true).setFontSize(Style.FontSize._2, Style.FontSize._2);
            case TALL -> style.setBold(true).setFontSize(Style.FontSize._1, Style.FontSize._2);
            case INVERSE -> style.setBold(true).setColorMode(Style.ColorMode.WhiteOnBlack);
        };
    }

    /// `GS ( k`: model 2, module size, error correction M, store, print; centred.
    private void code(byte[] payload) throws IOException {
        bytes.write(new byte[] {(byte) ESC, 'a', 1});
        symbol(new byte[] {0x41, 0x32, 0});
        symbol(new byte[] {0x43, (byte) moduleDots(payload.length)});
        symbol(new byte[] {0x45, 0x31});
        var store = new byte[payload.length + 2];
        store[0] = 0x50;
        store[1] = 0x30;
        System.arraycopy(payload, 0, store, 2, payload.length);
        symbol(store);
        symbol(new byte[] {0x51, 0x30});
        bytes.write(new byte[] {(byte) ESC, 'a', 0});
    }

    private void symbol(byte[] parameters) throws IOException {
        var length = parameters.length + 1;
        bytes.write(new byte[] {(byte) GS, '(', 'k', (byte) length, (byte) (length >> 8), 0x31});
        bytes.write(parameters);
    }

    /// Short codes in large dots; long ones so that they still fit the paper.
    private int moduleDots(int payloadBytes) {
        var dots = payloadBytes <= 60 ? 6 : payloadBytes <= 180 ? 5 : payloadBytes <= 400 ? 4 : 3;
        return columns < 40 ? Math.max(3, dots - 1) : dots;
    }
}
