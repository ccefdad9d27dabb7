package io.huitai.device;

/// Receipt paper, by its width.
public enum Paper {
    MM58(32),
    MM80(48);

    private final int columns;

    Paper(int columns) {
        this.columns = columns;
    }

    /// How many ASCII characters of font A stand side by side; a Chinese one takes two.
    public int columns() {
        return columns;
    }
}
