package io.huitai.device.decode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Reads contactless cards through a PC/SC reader's commands: the UID, and the NDEF message of Type 2 tags (NFC Forum,
/// over PC/SC part 3's storage commands) and Type 4 tags. Pure but for the card it talks to; whatever the card answers,
/// it asks for no more than {@link #MOST_COMMANDS} times.
public final class Tags {
    static final int MOST_COMMANDS = 300;

    /// The largest message looked at.
    private static final int LONGEST = 4_096;

    private static final byte[] GET_UID = hex("FFCA000000");
    private static final byte[] SELECT_NDEF = hex("00A4040007D276000085010100");
    private static final int CAPABILITIES_FILE = 0xE103;
    private static final int CAPABILITIES_PAGE = 3;
    private static final int FIRST_PAGE = 4;
    private static final int PAGE = 4;
    private static final int CHUNK = 16;

    /// PC/SC part 3: a reader speaks so of a storage card (registered provider A0 00 00 03 06).
    private static final String STORAGE_CARD = "804F0CA000000306";

    private final Chip chip;
    private int left = MOST_COMMANDS;

    /// A card on the reader.
    @FunctionalInterface
    public interface Chip {
        /// Its answer with the status word behind it.
        ///
        /// @throws IOException when it has left, or the reader has
        byte[] answer(byte[] command) throws IOException;
    }

    private Tags(Chip chip) {
        this.chip = chip;
    }

    /// Reads a card; empty where it cannot tell its number, or was taken away before it did.
    ///
    /// @param atr what the reader says of the card
    public static Optional<TagRead> read(byte[] atr, Chip chip) {
        var tags = new Tags(chip);
        return tags.uid().map(uid -> new TagRead(uid, tags.texts(isStorageCard(atr))));
    }

    static boolean isStorageCard(byte[] atr) {
        return HexFormat.of().withUpperCase().formatHex(atr).contains(STORAGE_CARD);
    }

    /// Asked twice: garbled on its way it would be another member's number.
    private Optional<String> uid() {
        try {
            var first = asked(GET_UID);
            var again = asked(GET_UID);
            return first.filter(bytes ->
                            again.filter(same -> Arrays.equals(bytes, same)).isPresent())
                    .filter(Tags::isUid)
                    .map(bytes -> HexFormat.of().withUpperCase().formatHex(bytes));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /// ISO/IEC 14443-3 has 4, 7 and 10 bytes, ISO/IEC 15693 has 8.
    private static boolean isUid(byte[] bytes) {
        var known = bytes.length == 4 || bytes.length == 7 || bytes.length == 8 || bytes.length == 10;
        return known && !HexFormat.of().formatHex(bytes).matches("0+|f+");
    }

    /// The number is what a member is known by, so a message that cannot be read leaves the card readable.
    private List<String> texts(boolean storage) {
        try {
            var message = storage ? ofType2() : ofType4();
            return message.map(Ndef::texts).orElse(List.of());
        } catch (IOException gone) {
            return List.of();
        }
    }

    // Type 2: pages of four bytes

    private Optional<byte[]> ofType2() throws IOException {
        var capabilities = asked(page(CAPABILITIES_PAGE)).filter(bytes -> bytes.length >= PAGE);
        if (capabilities.isEmpty()) {
            return Optional.empty();
        }
        var said = capabilities.get();
        var isNdef = unsigned(said[0]) == 0xE1 && unsigned(said[1]) >> 4 == 1;
        return isNdef ? inMemory(new Memory(Math.min(unsigned(said[2]) * 8, LONGEST))) : Optional.empty();
    }

    /// Walks the TLVs up to the first NDEF message.
    private static Optional<byte[]> inMemory(Memory memory) throws IOException {
        var at = 0;
        while (at < memory.size) {
            var tag = memory.at(at++);
            if (tag == 0xFE) {
                return Optional.empty();
            }
            if (tag == 0) {
                continue;
            }
            var length = memory.at(at++);
            if (length == 0xFF) {
                length = memory.at(at) << 8 | memory.at(at + 1);
                at += 2;
            }
            if (tag == 3) {
                return Optional.of(memory.bytes(at, length));
            }
            at += length;
        }
        return Optional.empty();
    }

    private static byte[] page(int number) {
        return new byte[] {(byte) 0xFF, (byte) 0xB0, (byte) (number >> 8), (byte) number, CHUNK};
    }

    /// A tag's data area, read as far as it is wanted.
    private final class Memory {
        private final int size;
        private final ByteArrayOutputStream read = new ByteArrayOutputStream();

        Memory(int size) {
            this.size = size;
        }

        int at(int index) throws IOException {
            return unsigned(bytes(index, 1)[0]);
        }

        byte[] bytes(int from, int length) throws IOException {
            if (length > size - from) {
                throw new IOException("The tag's message ends behind its memory");
            }
            while (read.size() < from + length) {
                var more = asked(page(FIRST_PAGE + read.size() / PAGE))
                        .filter(bytes -> bytes.length >= PAGE && bytes.length % PAGE == 0)
                        .orElseThrow(() -> new IOException("A page of the tag cannot be read"));
                read.writeBytes(more);
            }
            return Arrays.copyOfRange(read.toByteArray(), from, from + length);
        }
    }

    // Type 4: files

    private Optional<byte[]> ofType4() throws IOException {
        if (asked(SELECT_NDEF).isEmpty() || asked(select(CAPABILITIES_FILE)).isEmpty()) {
            return Optional.empty();
        }
        var capabilities = asked(binary(0, 15)).filter(bytes -> bytes.length == 15);
        if (capabilities.isEmpty()) {
            return Optional.empty();
        }
        var said = capabilities.get();
        var readable = said[7] == 4 && said[8] == 6 && said[13] == 0;
        var chunk = Math.clamp(number(said, 3), 1, 255);
        if (!readable || asked(select(number(said, 9))).isEmpty()) {
            return Optional.empty();
        }
        var length = asked(binary(0, 2)).filter(bytes -> bytes.length == 2).map(bytes -> number(bytes, 0));
        return length.isEmpty() || length.get() > LONGEST ? Optional.empty() : file(length.get(), chunk);
    }

    private Optional<byte[]> file(int length, int chunk) throws IOException {
        var message = new ByteArrayOutputStream();
        while (message.size() < length) {
            var wanted = Math.min(chunk, length - message.size());
            var part = asked(binary(2 + message.size(), wanted))
                    .filter(bytes -> bytes.length > 0 && bytes.length <= wanted);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            message.writeBytes(part.get());
        }
        return Optional.of(message.toByteArray());
    }

    private static byte[] select(int file) {
        return new byte[] {0, (byte) 0xA4, 0, 0x0C, 2, (byte) (file >> 8), (byte) file};
    }

    private static byte[] binary(int offset, int length) {
        return new byte[] {0, (byte) 0xB0, (byte) (offset >> 8), (byte) offset, (byte) length};
    }

    // One command

    /// The data of an answer that says all is well (90 00).
    private Optional<byte[]> asked(byte[] command) throws IOException {
        if (left-- <= 0) {
            throw new IOException("The card has been asked often enough");
        }
        var answer = chip.answer(command);
        var body = answer.length - 2;
        var well = body >= 0 && unsigned(answer[body]) == 0x90 && answer[body + 1] == 0;
        return well ? Optional.of(Arrays.copyOf(answer, body)) : Optional.empty();
    }

    private static int number(byte[] bytes, int at) {
        return unsigned(bytes[at]) << 8 | unsigned(bytes[at + 1]);
    }

    private static int unsigned(byte value) {
        return Byte.toUnsignedInt(value);
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
