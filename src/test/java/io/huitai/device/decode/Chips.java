package io.huitai.device.decode;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/// Contactless cards as their data sheets have them, written without a look at the decoder.
public final class Chips {
    private static final byte[] REFUSED = {0x6A, (byte) 0x82};

    private Chips() {}

    /// Nothing but a number.
    public static Tags.Chip plain(String uid) {
        return command -> isUid(command) ? well(HexFormat.of().parseHex(uid)) : REFUSED;
    }

    /// A Type 2 tag: lock TLV, the message, a terminator; a reader of 16 bytes at a time.
    public static Tags.Chip type2(String uid, byte[] message) {
        var memory = new ByteArrayOutputStream();
        memory.writeBytes(new byte[12]);
        var size = Math.max(6, (message.length + 12 + 7) / 8);
        memory.writeBytes(new byte[] {(byte) 0xE1, 0x10, (byte) size, 0});
        memory.writeBytes(new byte[] {0x01, 0x03, (byte) 0xA0, 0x0C, 0x34});
        memory.write(0x03);
        if (message.length < 0xFF) {
            memory.write(message.length);
        } else {
            memory.writeBytes(new byte[] {(byte) 0xFF, (byte) (message.length >> 8), (byte) message.length});
        }
        memory.writeBytes(message);
        memory.write(0xFE);
        var bytes = Arrays.copyOf(memory.toByteArray(), Math.max(memory.size(), 16 + size * 8) + 16);
        return command -> {
            if (isUid(command)) {
                return well(HexFormat.of().parseHex(uid));
            }
            var isRead = command.length == 5 && command[0] == (byte) 0xFF && command[1] == (byte) 0xB0;
            var from = isRead ? (command[2] << 8 | Byte.toUnsignedInt(command[3])) * 4 : bytes.length;
            return from + 16 > bytes.length ? REFUSED : well(Arrays.copyOfRange(bytes, from, from + 16));
        };
    }

    /// A Type 4 tag with one NDEF file, that gives at most 59 bytes at a time.
    public static Tags.Chip type4(String uid, byte[] message) {
        var capabilities = HexFormat.of().parseHex("000F20003B00340406E1050800" + "00FF");
        var file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {(byte) (message.length >> 8), (byte) message.length});
        file.writeBytes(message);
        return new Tags.Chip() {
            private byte[] selected = {};

            @Override
            public byte[] answer(byte[] command) {
                var hex = HexFormat.of().formatHex(command);
                if (isUid(command)) {
                    return well(HexFormat.of().parseHex(uid));
                }
                if (hex.equals("00a4040007d276000085010100")) {
                    return well(new byte[0]);
                }
                if (hex.equals("00a4000c02e103")) {
                    selected = capabilities;
                    return well(new byte[0]);
                }
                if (hex.equals("00a4000c02e105")) {
                    selected = file.toByteArray();
                    return well(new byte[0]);
                }
                if (hex.startsWith("00b0")) {
                    var from = Byte.toUnsignedInt(command[2]) << 8 | Byte.toUnsignedInt(command[3]);
                    var length = Byte.toUnsignedInt(command[4]);
                    return from + length > selected.length || length > 59
                            ? REFUSED
                            : well(Arrays.copyOfRange(selected, from, from + length));
                }
                return REFUSED;
            }
        };
    }

    /// A message of one text in Chinese.
    public static byte[] text(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var payload = new ByteArrayOutputStream();
        payload.writeBytes(new byte[] {2, 'z', 'h'});
        payload.writeBytes(bytes);
        return record(0xC1, "T", payload.toByteArray());
    }

    /// A message of one address behind `https://`.
    public static byte[] https(String rest) {
        var payload = new ByteArrayOutputStream();
        payload.write(4);
        payload.writeBytes(rest.getBytes(StandardCharsets.UTF_8));
        return record(0xC1, "U", payload.toByteArray());
    }

    /// One record; a short one where the flags say so.
    static byte[] record(int flags, String type, byte[] payload) {
        var record = new ByteArrayOutputStream();
        var small = payload.length < 256;
        record.write(small ? flags | 0x10 : flags);
        record.write(type.length());
        if (!small) {
            record.writeBytes(new byte[] {0, 0, (byte) (payload.length >> 8)});
        }
        record.write(payload.length);
        record.writeBytes(type.getBytes(StandardCharsets.US_ASCII));
        record.writeBytes(payload);
        return record.toByteArray();
    }

    private static boolean isUid(byte[] command) {
        return Arrays.equals(command, new byte[] {(byte) 0xFF, (byte) 0xCA, 0, 0, 0});
    }

    private static byte[] well(byte[] data) {
        var answer = Arrays.copyOf(data, data.length + 2);
        answer[data.length] = (byte) 0x90;
        return answer;
    }
}
