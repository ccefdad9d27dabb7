package io.huitai.device.driver;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import io.huitai.device.Picture;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the code in a picture: QR, EAN-13 and EAN-8, UPC-A, Code 128.
public final class PictureCodes {
    private static final int WHITE = 0xFFFFFFFF;

    private static final Map<DecodeHintType, ?> HINTS = Map.of(
            DecodeHintType.POSSIBLE_FORMATS,
            List.of(
                    BarcodeFormat.QR_CODE,
                    BarcodeFormat.EAN_13,
                    BarcodeFormat.EAN_8,
                    BarcodeFormat.UPC_A,
                    BarcodeFormat.CODE_128),
            DecodeHintType.TRY_HARDER,
            true,
            DecodeHintType.ALSO_INVERTED,
            true);

    /// The picture is the code and nothing else. One in some two hundred clean QR codes misleads the search for a code.
    private static final Map<DecodeHintType, ?> CODE_ALONE =
            Map.of(DecodeHintType.POSSIBLE_FORMATS, List.of(BarcodeFormat.QR_CODE), DecodeHintType.PURE_BARCODE, true);

    private PictureCodes() {}

    /// The text of the code in it; empty where there is none that can be read. For {@link
    /// io.huitai.device.decode.Codes}.
    public static Optional<String> read(Picture picture) {
        var light = new RGBLuminanceSource(picture.width(), picture.height(), onWhite(picture.argb()));
        return decoded(new HybridBinarizer(light), HINTS)
                .or(() -> decoded(new GlobalHistogramBinarizer(light), HINTS))
                .or(() -> decoded(new HybridBinarizer(light), CODE_ALONE));
    }

    private static Optional<String> decoded(Binarizer binarizer, Map<DecodeHintType, ?> hints) {
        try {
            return Optional.of(new MultiFormatReader()
                    .decode(new BinaryBitmap(binarizer), hints)
                    .getText());
        } catch (NotFoundException none) {
            return Optional.empty();
        }
    }

    /// What can be seen through is paper.
    private static int[] onWhite(int[] pixels) {
        for (var index = 0; index < pixels.length; index++) {
            if (pixels[index] >>> 24 < 0x80) {
                pixels[index] = WHITE;
            }
        }
        return pixels;
    }
}
