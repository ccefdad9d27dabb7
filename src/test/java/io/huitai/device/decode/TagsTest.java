package io.huitai.device.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagsTest {
    private static final String UID = "04A1B2C3D4E5F6";
    private static final byte[] STORAGE = HexFormat.of().parseHex("3B8F8001804F0CA0000003060300030000000068");
    private static final byte[] PROCESSOR = HexFormat.of().parseHex("3B80800101");

    @ParameterizedTest
    @ValueSource(strings = {"04A1B2C3", "04A1B2C3D4E5F6", "E004010012345678", "04A1B2C3D4E5F6010203"})
    void aCardsNumberIsRead(String uid) {
        assertThat(Tags.read(PROCESSOR, Chips.plain(uid))).contains(new TagRead(uid, List.of()));
        assertThat(Tags.read(STORAGE, Chips.plain(uid))).contains(new TagRead(uid, List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "04", "04A1B2", "04A1B2C3D4", "00000000", "FFFFFFFFFFFFFF"})
    void whatIsNoNumberIsNobodys(String uid) {
        assertThat(Tags.read(PROCESSOR, Chips.plain(uid))).isEmpty();
    }

    @Test
    void aNumberThatIsTwoThingsWhenAskedTwiceIsNobodys() {
        var times = new AtomicInteger();
        assertThat(Tags.read(
                        PROCESSOR,
                        command -> HexFormat.of()
                                .parseHex(times.incrementAndGet() == 1 ? "04A1B2C39000" : "04A1B2C79000")))
                .isEmpty();
    }

    @Test
    void anAnswerWithAnotherStatusIsNone() {
        assertThat(Tags.read(PROCESSOR, command -> HexFormat.of().parseHex("04A1B2C36300")))
                .isEmpty();
        assertThat(Tags.read(PROCESSOR, command -> new byte[] {(byte) 0x90})).isEmpty();
        assertThat(Tags.read(PROCESSOR, command -> new byte[0])).isEmpty();
    }

    @Test
    void textsAndAddressesAreReadFromBothTypesOfTag() {
        assertThat(Tags.read(STORAGE, Chips.type2(UID, Chips.text("会员 M0001"))))
                .contains(new TagRead(UID, List.of("会员 M0001")));
        assertThat(Tags.read(STORAGE, Chips.type2(UID, Chips.https("huitai.example/m/1"))))
                .contains(new TagRead(UID, List.of("https://huitai.example/m/1")));
        assertThat(Tags.read(PROCESSOR, Chips.type4(UID, Chips.text("会员 M0001"))))
                .contains(new TagRead(UID, List.of("会员 M0001")));
        assertThat(Tags.read(PROCESSOR, Chips.type4(UID, Chips.https("huitai.example/m/1"))))
                .contains(new TagRead(UID, List.of("https://huitai.example/m/1")));
    }

    @Test
    void longMessagesAreReadWhole() {
        var text = "码".repeat(300);
        assertThat(Tags.read(STORAGE, Chips.type2(UID, Chips.text(text)))).contains(new TagRead(UID, List.of(text)));
        assertThat(Tags.read(PROCESSOR, Chips.type4(UID, Chips.text(text)))).contains(new TagRead(UID, List.of(text)));
    }

    @Test
    void severalRecordsAndASmartPosterAreReadInOrder() {
        var message = new ByteArrayOutputStream();
        message.writeBytes(Chips.record(0x82, "image/png", new byte[] {1, 2, 3}));
        message.writeBytes(Chips.record(0x01, "Sp", Chips.https("huitai.example")));
        message.writeBytes(Chips.record(0x03, "https://huitai.example/abs", new byte[0]));
        message.writeBytes(Chips.record(0x41, "T", new byte[] {(byte) 0x82, 'e', 'n', 0, 'h', 0, 'i'}));
        assertThat(Ndef.texts(message.toByteArray()))
                .containsExactly("https://huitai.example", "https://huitai.example/abs", "hi");
    }

    @Test
    void aMessageThatDoesNotFitTogetherHasNoTexts() {
        var whole = Chips.text("会员 M0001");
        for (var length = 0; length < whole.length; length++) {
            assertThat(Ndef.texts(Arrays.copyOf(whole, length))).isEmpty();
        }
        assertThat(Ndef.texts(Chips.record(0xC1, "T", new byte[0]))).isEmpty();
        assertThat(Ndef.texts(Chips.record(0xC1, "U", new byte[] {99, 'a'}))).isEmpty();
        assertThat(Ndef.texts(Chips.record(0xC1, "T", new byte[] {0, (byte) 0xC3})))
                .isEmpty();
        assertThat(Ndef.texts(HexFormat.of().parseHex("C1" + "01" + "FFFFFFFF" + "54")))
                .isEmpty();
    }

    @Test
    void aCardTakenAwayBehindItsNumberIsStillKnownByIt() {
        var plain = Chips.plain(UID);
        Tags.Chip leaving = command -> {
            if (command[1] == (byte) 0xCA) {
                return plain.answer(command);
            }
            throw new IOException("gone");
        };
        assertThat(Tags.read(PROCESSOR, leaving)).contains(new TagRead(UID, List.of()));
        assertThat(Tags.read(STORAGE, leaving)).contains(new TagRead(UID, List.of()));
    }

    @Test
    void aNumberMadeUpForOneTapIsTold() {
        assertThat(new TagRead("08A1B2C3", List.of()).isPassing()).isTrue();
        assertThat(new TagRead("04A1B2C3", List.of()).isPassing()).isFalse();
        assertThat(new TagRead("08A1B2C3D4E5F6", List.of()).isPassing()).isFalse();
    }

    @Test
    void itPrintsLastDigitsOnly() {
        assertThat(new TagRead(UID, List.of("a secret"))).hasToString("TagRead[****E5F6, 1 texts]");
    }

    /// Damaged answers, garbage, refusals and cards that leave: an answer each, in bounded time; and while the
    /// number is not damaged twice, never another's.
    @Test
    void fuzzedCardsNeverCrashHangOrNameAnotherMember() {
        for (var seed = 0L; seed < 100_000; seed++) {
            var random = new Random(seed);
            var storage = random.nextBoolean();
            var message = random.nextBoolean() ? Chips.text("码".repeat(random.nextInt(90))) : bytes(random, 300);
            var chip = storage ? Chips.type2(UID, message) : Chips.type4(UID, message);
            var asked = new AtomicInteger();
            var damage = random.nextInt(8);
            Optional<TagRead> read = Tags.read(storage ? STORAGE : PROCESSOR, command -> {
                var spared = asked.incrementAndGet() == 2;
                return !spared && random.nextInt(10) < damage
                        ? damaged(chip.answer(command), random)
                        : chip.answer(command);
            });
            assertThat(asked.get()).as("seed %d", seed).isLessThanOrEqualTo(Tags.MOST_COMMANDS);
            if (read.isPresent()) {
                assertThat(read.get().uid()).as("seed %d", seed).isEqualTo(UID);
                NoPans.assertClean(read.get().toString());
            }
        }
    }

    @Test
    void fuzzedMessagesNeverCrash() {
        for (var seed = 0L; seed < 100_000; seed++) {
            var random = new Random(seed);
            var message = bytes(random, 120);
            if (message.length > 2 && random.nextBoolean()) {
                message[0] = (byte) (0xC1 | random.nextInt(64));
                message[1] = (byte) random.nextInt(4);
            }
            assertThat(String.join("", Ndef.texts(message)).getBytes(StandardCharsets.UTF_8).length)
                    .as("seed %d", seed)
                    .isLessThan(1_000);
        }
    }

    private static byte[] damaged(byte[] answer, Random random) throws IOException {
        return switch (random.nextInt(5)) {
            case 0 -> bytes(random, 40);
            case 1 -> Arrays.copyOf(answer, random.nextInt(answer.length + 1));
            case 2 -> new byte[] {0x69, (byte) random.nextInt(256)};
            case 3 -> throw new IOException("gone");
            default -> {
                var flipped = answer.clone();
                flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
                yield flipped;
            }
        };
    }

    private static byte[] bytes(Random random, int most) {
        var bytes = new byte[random.nextInt(most)];
        random.nextBytes(bytes);
        return bytes;
    }
}
