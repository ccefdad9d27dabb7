package io.huitai.till.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShopLogoTest {
    @TempDir
    private Path directory;

    @Test
    void aShopWithoutOneHasNone() {
        assertThat(ShopLogo.of(directory)).isEmpty();
    }

    @Test
    void itIsLogoPng() throws IOException {
        var file = directory.resolve("logo.png").toFile();
        ImageIO.write(new BufferedImage(80, 40, BufferedImage.TYPE_BYTE_GRAY), "png", file);
        assertThat(ShopLogo.of(directory)).isPresent();
    }

    @Test
    void aBrokenOrHugeOneStopsNoReceipt() throws IOException {
        Files.writeString(directory.resolve("logo.png"), "not a picture");
        assertThat(ShopLogo.of(directory)).isEmpty();
        Files.write(directory.resolve("logo.png"), new byte[(1 << 20) + 1]);
        assertThat(ShopLogo.of(directory)).isEmpty();
    }

    @Test
    void aFolderOfThatNameStopsNoReceipt() throws IOException {
        Files.createDirectory(directory.resolve("logo.png"));
        assertThat(ShopLogo.of(directory)).isEmpty();
    }
}
