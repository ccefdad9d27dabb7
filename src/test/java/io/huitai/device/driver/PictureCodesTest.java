package io.huitai.device.driver;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.qrcode.QRCodeWriter;
import io.huitai.device.Picture;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PictureCodesTest {
    /// As telephones show them: the code, its margin, and nothing else.
    @Test
    void everyCleanPictureOfACodeIsRead() throws WriterException {
        var random = new Random(1);
        for (var code = 0; code < 400; code++) {
            var signature = new byte[64];
            random.nextBytes(signature);
            var text = "HT1.M0003." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
            var image = MatrixToImageWriter.toBufferedImage(
                    new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 400, 400));
            var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            assertThat(PictureCodes.read(new Picture(image.getWidth(), image.getHeight(), pixels)))
                    .as("code %d of seed 1: %s", code, text)
                    .contains(text);
        }
    }
}
