package io.huitai.intake;

import tools.jackson.core.StreamReadConstraints;

/// How much of anything from outside is taken: all limits in one place. Each is far above what a shop needs and small
/// beside the heap that the launcher gives (768 MB).
public final class Bounds {
    /// A table as it lies on the disk.
    public static final int TABLE_BYTES = 16 << 20;
    /// Rows of a table in which something stands; empty ones are free.
    public static final int TABLE_ROWS = 200_000;
    /// Characters of all cells that are kept of a table.
    public static final int TABLE_TEXT = 16 << 20;
    /// Characters of one cell; a longer one is its row's fault.
    public static final int CELL = 1_000;
    /// Rows above the header: titles, dates, empty ones.
    public static final int ROWS_ABOVE = 30;
    /// Characters of one line of a text table; a longer one is that line's fault.
    static final int TABLE_LINE = 64 << 10;
    /// Lines that one quoted record may go over.
    static final int LINES_A_RECORD = 20;
    /// Parts of a workbook.
    static final int WORKBOOK_PARTS = 1_000;
    /// Bytes of all parts of a workbook, unpacked: a million formatted rows without content have 200 MB.
    static final long WORKBOOK_BYTES = 400L << 20;
    /// Bytes of the texts and formats of a workbook, unpacked: its reader holds them whole.
    static final long WORKBOOK_TEXTS = 32L << 20;
    /// Bytes of one piece of a workbook's XML, a tag or a text: a cell has at most 32,767 characters.
    static final int WORKBOOK_PIECE = 256 << 10;
    /// Merged ranges of a sheet.
    static final int MERGED = 50_000;
    /// Columns that a sheet can have: XFD is the last.
    static final int SHEET_COLUMNS = 16_384;

    /// A picture as it lies on the disk.
    public static final int PICTURE_BYTES = 32 << 20;
    /// Dots of a picture, asked for before it is unpacked.
    public static final long PICTURE_DOTS = 50_000_000;
    /// Dots of its longer side: a reader takes room for whole lines.
    static final int PICTURE_SIDE = 30_000;
    /// Dots of a picture in memory; of a larger one every second, third … dot is read.
    static final long PICTURE_KEPT = 6_000_000;

    /// A file of settings: `settings.yaml`, `targets.yaml`.
    public static final int SETTINGS_BYTES = 256 << 10;
    /// A file of products for head office: a hundred thousand have some 30 MB.
    public static final int CATALOGUE_BYTES = 64 << 20;
    /// One request: a line of the console or of a batch, in bytes.
    public static final int REQUEST_BYTES = 1 << 20;

    /// JSON and YAML written by whoever it may be: requests, messages, settings.
    public static final StreamReadConstraints JSON = StreamReadConstraints.builder()
            .maxNestingDepth(64)
            .maxStringLength(REQUEST_BYTES)
            .maxNameLength(1_000)
            .maxNumberLength(100)
            .maxTokenCount(500_000)
            .build();

    /// JSON of our own journal, feed and messages: what stands in one frame, or one answer of head office.
    public static final StreamReadConstraints MESSAGES = StreamReadConstraints.builder()
            .maxNestingDepth(66)
            .maxStringLength(16 << 20)
            .maxNameLength(50_000)
            .maxNumberLength(100)
            .maxDocumentLength(32L << 20)
            .build();

    private Bounds() {}
}
