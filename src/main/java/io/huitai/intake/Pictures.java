package io.huitai.intake;

import io.huitai.intake.UnfitFile.Why;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/// Pictures, known by their content whatever their name says. How large one is is asked before it is unpacked, and of a
/// large one not every dot is read.
public final class Pictures {
    private Pictures() {}

    /// A PNG, JPEG, GIF or BMP.
    public static BufferedImage read(byte[] bytes) throws UnfitFile {
        return read(bytes, Optional.empty(), Bounds.PICTURE_DOTS, Bounds.PICTURE_SIDE);
    }

    /// A picture of one format.
    ///
    /// @param format as "png"
    /// @param longest in dots, its longer side
    public static BufferedImage read(byte[] bytes, String format, int longest) throws UnfitFile {
        return read(bytes, Optional.of(format), Bounds.PICTURE_DOTS, longest);
    }

    private static BufferedImage read(byte[] bytes, Optional<String> format, long most, int longest) throws UnfitFile {
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new UnfitFile(Why.PICTURE);
            }
            var reader = readers.next();
            try {
                reader.setInput(input, true, true);
                if (format.isPresent() && !format.get().equalsIgnoreCase(reader.getFormatName())) {
                    throw new UnfitFile(Why.PICTURE);
                }
                return read(reader, most, longest);
            } finally {
                reader.dispose();
            }
        } catch (UnfitFile unfit) {
            throw unfit;
        } catch (IOException | RuntimeException broken) { // readers do not check all that a broken file says of itself
            throw new UnfitFile(Why.PICTURE);
        }
    }

    private static BufferedImage read(ImageReader reader, long most, int longest) throws IOException {
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width < 1 || height < 1) {
            throw new UnfitFile(Why.PICTURE);
        }
        if (width * height > most || Math.max(width, height) > longest) {
            throw new UnfitFile(Why.DOTS, width, height, most / 1_000_000);
        }
        var every = 1;
        while (width * height / every / every > Bounds.PICTURE_KEPT) {
            every++;
        }
        var reading = reader.getDefaultReadParam();
        reading.setSourceSubsampling(every, every, 0, 0);
        return reader.read(0, reading);
    }
}
