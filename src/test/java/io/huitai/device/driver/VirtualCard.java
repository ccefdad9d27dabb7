package io.huitai.device.driver;

import io.huitai.device.decode.Tags;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.HexFormat;

/// A card on one of `pcscd`'s virtual readers: laid on when it is made, taken away when it is closed. It speaks vpcd's
/// protocol: two bytes of length and a payload, one byte is a control, everything else a command to the card.
public final class VirtualCard implements AutoCloseable {
    /// A storage card (Mifare Ultralight, NTAG) as PC/SC part 3 has readers say it.
    static final byte[] STORAGE_ATR = HexFormat.of().parseHex("3B8F8001804F0CA0000003060300030000000068");
    /// A card with a processor.
    static final byte[] PROCESSOR_ATR = HexFormat.of().parseHex("3B80800101");

    private static final int ATR = 4;

    private final Socket socket = new Socket();
    private final byte[] atr;
    private final Tags.Chip chip;

    /// Lays a storage card on the reader at a port of {@link CardDaemon}'s.
    public static VirtualCard storage(int reader, Tags.Chip chip) throws IOException {
        return on(reader, STORAGE_ATR, chip);
    }

    private VirtualCard(byte[] atr, Tags.Chip chip) {
        this.atr = atr;
        this.chip = chip;
    }

    /// Lays a card on the reader at a port of {@link CardDaemon}'s.
    static VirtualCard on(int reader, byte[] atr, Tags.Chip chip) throws IOException {
        var card = new VirtualCard(atr.clone(), chip);
        card.socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), reader), 5_000);
        Thread.ofPlatform().daemon().name("virtual card").start(card::speak);
        return card;
    }

    private void speak() {
        try (socket) {
            var in = new DataInputStream(socket.getInputStream());
            var out = new DataOutputStream(socket.getOutputStream());
            while (true) {
                var asked = in.readNBytes(in.readUnsignedShort());
                if (asked.length == 1 && asked[0] == ATR) {
                    send(out, atr);
                } else if (asked.length > 1) {
                    send(out, chip.answer(asked));
                }
            }
        } catch (IOException takenAway) {
            // The reader is gone, or the card was taken away: either ends it.
            return;
        }
    }

    private static void send(DataOutputStream out, byte[] answer) throws IOException {
        out.writeShort(answer.length);
        out.write(answer);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
