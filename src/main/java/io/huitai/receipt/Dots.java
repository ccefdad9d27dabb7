package io.huitai.receipt;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;

/// A picture of black and white dots, eight to a byte from the left, as a printer burns them.
final class Dots {
    /// Rows sent at once: 1.7 kB on 80 mm paper, so that printers with a small buffer keep up.
    private static final int BAND = 24;

    private static final int BLACK_BELOW = 150;
    private static final int GS = 0x1D;
    private static final int DLE = 0x10;

    private final int bytesAcross;
    private final int height;
    private final byte[] rows;

    private Dots(int width, int height) {
        this.bytesAcross = (width + 7) / 8;
        this.height = height;
        this.rows = new byte[bytesAcross * height];
    }

    /// What is dark in a grey picture.
    static Dots of(BufferedImage picture) {
        var dots = new Dots(picture.getWidth(), picture.getHeight());
        for (var y = 0; y < picture.getHeight(); y++) {
            for (var x = 0; x < picture.getWidth(); x++) {
                if (picture.getRaster().getSample(x, y, 0) < BLACK_BELOW) {
                    dots.blacken(x, y);
                }
            }
        }
        return dots;
    }

    /// A grey picture in dots that are denser where it is darker: what a dot is too dark or too light goes on to its
    /// neighbours (Floyd and Steinberg 1976).
    static Dots dithered(BufferedImage picture) {
        var width = picture.getWidth();
        var dots = new Dots(width, picture.getHeight());
        var error = new int[width + 2];
        for (var y = 0; y < picture.getHeight(); y++) {
            var below = new int[width + 2];
            for (var x = 0; x < width; x++) {
                var wanted = picture.getRaster().getSample(x, y, 0) + error[x + 1] / 16;
                var black = wanted < 128;
                if (black) {
                    dots.blacken(x, y);
                }
                var off = wanted - (black ? 0 : 255);
                error[x + 2] += 7 * off;
                below[x] += 3 * off;
                below[x + 1] += 5 * off;
                below[x + 2] += off;
            }
            error = below;
        }
        return dots;
    }

    int height() {
        return height;
    }

    boolean isBlack(int x, int y) {
        return (rows[y * bytesAcross + x / 8] & 0x80 >> x % 8) != 0;
    }

    private void blacken(int x, int y) {
        rows[y * bytesAcross + x / 8] |= (byte) (0x80 >> x % 8);
    }

    /// `GS v 0`, band by band, each as wide as its last black dot.
    void writeTo(ByteArrayOutputStream print) {
        for (var top = 0; top < height; top += BAND) {
            var bottom = Math.min(height, top + BAND);
            var across = across(top, bottom);
            print.writeBytes(
                    new byte[] {(byte) GS, 'v', '0', 0, (byte) across, (byte) (across >> 8), (byte) (bottom - top), 0});
            var before = 0;
            for (var y = top; y < bottom; y++) {
                for (var x = 0; x < across; x++) {
                    var eight = rows[y * bytesAcross + x];
                    before = before == DLE && isUrgent(eight) ? eight | 0x40 : eight;
                    print.write(before);
                }
            }
        }
    }

    private int across(int top, int bottom) {
        var across = 1;
        for (var y = top; y < bottom; y++) {
            for (var x = across; x < bytesAcross; x++) {
                if (rows[y * bytesAcross + x] != 0) {
                    across = x + 1;
                }
            }
        }
        return across;
    }

    /// Behind a `DLE` a printer takes these for a command even in the middle of a picture (status, recovery, drawer);
    /// one dot more does not show.
    private static boolean isUrgent(byte eight) {
        return eight == 0x04 || eight == 0x05 || eight == 0x14;
    }
}
