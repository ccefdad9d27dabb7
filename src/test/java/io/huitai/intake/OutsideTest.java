package io.huitai.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.huitai.intake.UnfitFile.Why;
import io.huitai.shop.Lang;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class OutsideTest {
    @TempDir
    private Path folder;

    private static UnfitFile unfit(org.assertj.core.api.ThrowableAssert.ThrowingCallable reading) {
        var unfit = catchThrowableOfType(UnfitFile.class, reading);
        assertThat(unfit).isNotNull();
        for (var lang : Lang.values()) {
            assertThat(unfit.in(lang)).isNotBlank().doesNotContain("{", "Exception");
        }
        return unfit;
    }

    @Test
    void whatIsNoFileSaysWhatItIs() throws IOException {
        assertThat(unfit(() -> Outside.bytes(folder, 10)).why()).isEqualTo(Why.FOLDER);
        assertThat(unfit(() -> Outside.bytes(folder.resolve("none"), 10)).why()).isEqualTo(Why.MISSING);
        assertThat(unfit(() -> Outside.named("a\0b")).why()).isEqualTo(Why.NAME);
        var file = Files.write(folder.resolve("file"), new byte[11]);
        assertThat(unfit(() -> Outside.bytes(file, 10)).why()).isEqualTo(Why.LARGE);
        assertThat(Outside.bytes(file, 11)).hasSize(11);
        assertThat(unfit(() -> Outside.text(Files.write(file, new byte[] {(byte) 0xFF}), 10))
                        .why())
                .isEqualTo(Why.ENCODING);
        assertThat(Outside.text(Files.writeString(file, "\uFEFF店"), 10)).isEqualTo("店");
    }

    /// Neither is opened: whoever opens a pipe waits for the other end.
    @Test
    @EnabledOnOs(OS.LINUX)
    void devicesAndPipesAreNotOpened() throws IOException, InterruptedException {
        var pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        for (var none : List.of(pipe, Path.of("/dev/zero"), Path.of("/dev/null"))) {
            assertThat(unfit(() -> Outside.bytes(none, 10)).why())
                    .as("%s", none)
                    .isEqualTo(Why.DEVICE);
        }
    }

    /// A PNG that claims to be so large, without the dots.
    private static byte[] claiming(int width, int height) throws IOException {
        var png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_ARGB), "png", png);
        var bytes = ByteBuffer.wrap(png.toByteArray());
        bytes.putInt(16, width).putInt(20, height);
        var crc = new CRC32();
        crc.update(bytes.array(), 12, 17);
        return bytes.putInt(29, (int) crc.getValue()).array();
    }

    @Test
    void aPictureIsAskedForItsSizeFirst() throws IOException {
        for (var seed = 0L; seed < 100; seed++) {
            var random = new Random(seed);
            var width = random.nextInt(7_100, Integer.MAX_VALUE);
            var height = random.nextInt(7_100, Integer.MAX_VALUE);
            var picture = claiming(width, height);
            assertThat(unfit(() -> Pictures.read(picture)).why())
                    .as("seed %d", seed)
                    .isEqualTo(Why.DOTS);
        }
    }

    @Test
    void aLargePictureIsKeptSmall() throws IOException {
        var png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(7_000, 7_000, BufferedImage.TYPE_BYTE_BINARY), "png", png);
        var read = Pictures.read(png.toByteArray());
        assertThat((long) read.getWidth() * read.getHeight()).isLessThanOrEqualTo(Bounds.PICTURE_KEPT);
    }

    @Test
    void damagedPicturesAreReadOrRefused() throws IOException {
        for (var format : List.of("png", "jpg", "gif", "bmp")) {
            var whole = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), format, whole);
            assertThat(Pictures.read(whole.toByteArray()).getWidth()).isEqualTo(40); // whatever its name says
            for (var seed = 0L; seed < 150; seed++) {
                var random = new Random(seed);
                var bytes = whole.toByteArray();
                for (var i = random.nextInt(1, 10); i > 0; i--) {
                    bytes[random.nextInt(Math.min(bytes.length, 200))] = (byte) random.nextInt();
                }
                try {
                    var read = Pictures.read(bytes);
                    assertThat((long) read.getWidth() * read.getHeight())
                            .as("%s, seed %d", format, seed)
                            .isLessThanOrEqualTo(Bounds.PICTURE_KEPT);
                } catch (UnfitFile unfit) {
                    assertThat(unfit.why()).as("%s, seed %d", format, seed).isIn(Why.PICTURE, Why.DOTS);
                }
            }
        }
    }
}
