package io.huitai.device.decode;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Decodes NDEF messages: the texts (RTD Text), web addresses (RTD URI, absolute URI) and both inside smart posters.
/// Other records are passed over; of a message whose records do not fit together nothing is taken. Pure.
final class Ndef {
    private static final int MOST_RECORDS = 32;
    private static final int DEEPEST = 2;
    private static final int LAST = 0x40;
    private static final int CHUNKED = 0x20;
    private static final int SHORT = 0x10;
    private static final int HAS_ID = 0x08;
    private static final int TYPE_FORMAT = 0x07;
    private static final int WELL_KNOWN = 1;
    private static final int ABSOLUTE_URI = 3;

    /// RTD URI 3.2.2, by their code.
    private static final List<String> PREFIXES = List.of(
            "",
            "http://www.",
            "https://www.",
            "http://",
            "https://",
            "tel:",
            "mailto:",
            "ftp://anonymous:anonymous@",
            "ftp://ftp.",
            "ftps://",
            "sftp://",
            "smb://",
            "nfs://",
            "ftp://",
            "dav://",
            "news:",
            "telnet://",
            "imap:",
            "rtsp://",
            "urn:",
            "pop:",
            "sip:",
            "sips:",
            "tftp:",
            "btspp://",
            "btl2cap://",
            "btgoep://",
            "tcpobex://",
            "irdaobex://",
            "file://",
            "urn:epc:id:",
            "urn:epc:tag:",
            "urn:epc:pat:",
            "urn:epc:raw:",
            "urn:epc:",
            "urn:nfc:");

    private Ndef() {}

    /// The texts and addresses of a message, in order.
    static List<String> texts(byte[] message) {
        return texts(message, DEEPEST).orElse(List.of());
    }

    private static Optional<List<String>> texts(byte[] message, int depth) {
        var texts = new ArrayList<String>();
        var rest = ByteBuffer.wrap(message);
        for (var records = 0; records < MOST_RECORDS && rest.hasRemaining(); records++) {
            var record = next(rest);
            if (record.isEmpty()) {
                return Optional.empty();
            }
            texts.addAll(record.get().texts(depth));
            if (record.get().isLast()) {
                return Optional.of(texts);
            }
        }
        return Optional.empty();
    }

    /// The next record; empty where it ends behind the message.
    private static Optional<NdefRecord> next(ByteBuffer rest) {
        var flags = Byte.toUnsignedInt(rest.get());
        var lengths = 1 + ((flags & SHORT) != 0 ? 1 : 4) + ((flags & HAS_ID) != 0 ? 1 : 0);
        if (rest.remaining() < lengths) {
            return Optional.empty();
        }
        var typeLength = Byte.toUnsignedInt(rest.get());
        var length = (flags & SHORT) != 0 ? Byte.toUnsignedLong(rest.get()) : Integer.toUnsignedLong(rest.getInt());
        var idLength = (flags & HAS_ID) != 0 ? Byte.toUnsignedInt(rest.get()) : 0;
        if (typeLength + idLength + length > rest.remaining()) {
            return Optional.empty();
        }
        var type = new byte[typeLength];
        rest.get(type);
        rest.position(rest.position() + idLength);
        var payload = new byte[(int) length];
        rest.get(payload);
        return Optional.of(new NdefRecord(flags, new String(type, StandardCharsets.US_ASCII), payload));
    }

    /// One record: its flags with the type name format, its type, its payload.
    private static final class NdefRecord {
        private final int flags;
        private final String type;
        private final byte[] payload;

        NdefRecord(int flags, String type, byte[] payload) {
            this.flags = flags;
            this.type = type;
            this.payload = payload;
        }

        boolean isLast() {
            return (flags & LAST) != 0;
        }

        List<String> texts(int depth) {
            if ((flags & CHUNKED) != 0) {
                return List.of();
            }
            return switch (flags & TYPE_FORMAT) {
                case WELL_KNOWN -> wellKnown(depth);
                case ABSOLUTE_URI -> List.of(type);
                default -> List.of();
            };
        }

        private List<String> wellKnown(int depth) {
            return switch (type) {
                case "T" -> text().stream().toList();
                case "U" -> address().stream().toList();
                case "Sp" -> depth > 1 ? Ndef.texts(payload, depth - 1).orElse(List.of()) : List.of();
                default -> List.of();
            };
        }

        /// A status byte with the length of the language's code, that code, the text.
        private Optional<String> text() {
            var status = payload.length == 0 ? 0x3F : payload[0];
            var from = 1 + (status & 0x3F);
            if (from > payload.length) {
                return Optional.empty();
            }
            var charset = (status & 0x80) == 0 ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16;
            return decoded(Arrays.copyOfRange(payload, from, payload.length), charset);
        }

        private Optional<String> address() {
            if (payload.length == 0 || Byte.toUnsignedInt(payload[0]) >= PREFIXES.size()) {
                return Optional.empty();
            }
            return decoded(Arrays.copyOfRange(payload, 1, payload.length), StandardCharsets.UTF_8)
                    .map(rest -> PREFIXES.get(payload[0]) + rest);
        }

        private static Optional<String> decoded(byte[] bytes, Charset charset) {
            try {
                return Optional.of(charset.newDecoder()
                                .decode(ByteBuffer.wrap(bytes))
                                .toString())
                        .filter(text -> !text.isBlank());
            } catch (CharacterCodingException garbled) {
                return Optional.empty();
            }
        }
    }
}
