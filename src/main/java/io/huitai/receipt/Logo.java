package io.huitai.receipt;

import io.huitai.intake.Pictures;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;

/// The shop's logo, in shades of grey.
public final class Logo {
    /// No picture that belongs on a receipt is larger, and a broken one may claim to be.
    private static final int LARGEST = 4_096;

    /// On paper, in dots: some 30 mm.
    private static final int HIGHEST = 240;

    private final BufferedImage grey;

    private Logo(BufferedImage grey) {
        this.grey = grey;
    }

    /// Reads a PNG.
    ///
    /// @throws IOException when it is none, broken, or larger than 4096 dots either way
    public static Logo of(byte[] png) throws IOException {
        return new Logo(grey(Pictures.read(png, "png", LARGEST)));
    }

    /// On white paper, where it is transparent too.
    private static BufferedImage grey(BufferedImage picture) {
        var grey = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        var pen = grey.createGraphics();
        pen.drawImage(picture, 0, 0, Color.WHITE, null);
        pen.dispose();
        return grey;
    }

    /// In the middle of paper of so many dots, made smaller where it has to be.
    Dots on(int paper) {
        var width = grey.getWidth();
        var height = grey.getHeight();
        if (width > paper) {
            height = Math.max(1, height * paper / width);
            width = paper;
        }
        if (height > HIGHEST) {
            width = Math.max(1, width * HIGHEST / height);
            height = HIGHEST;
        }
        var sheet = new BufferedImage(paper, height, BufferedImage.TYPE_BYTE_GRAY);
        var pen = sheet.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, paper, height);
        pen.drawImage(grey, (paper - width) / 2, 0, width, height, null);
        pen.dispose();
        return Dots.dithered(sheet);
    }
}
