package io.huitai.device;

/// A picture to look for codes in: a file, the clipboard, a camera's frame.
public final class Picture {
    private final int width;
    private final int height;
    private final int[] argb;

    /// @param argb the pixels row by row, as `0xAARRGGBB`
    public Picture(int width, int height, int[] argb) {
        if (width < 1 || height < 1 || argb.length != Math.multiplyExact(width, height)) {
            throw new IllegalArgumentException("A picture has as many pixels as its width times its height");
        }
        this.width = width;
        this.height = height;
        this.argb = argb.clone();
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /// Its pixels, to be had as one's own.
    public int[] argb() {
        return argb.clone();
    }
}
