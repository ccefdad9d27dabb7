package io.huitai.intake;

import io.huitai.shop.Lang;
import io.huitai.shop.Wording;
import java.io.IOException;

/// A file from outside that is not taken, and why, in words for whoever sent it.
public final class UnfitFile extends IOException implements Wording.InWords {
    private static final long serialVersionUID = 1;

    private final Why why;
    private final transient Object[] details;

    /// What is the matter.
    public enum Why {
        /// Its name is none: {0}.
        NAME,
        /// There is no file {0}.
        MISSING,
        /// {0} is a folder.
        FOLDER,
        /// {0} is a device or a pipe.
        DEVICE,
        /// {0} may not be read.
        PERMISSION,
        /// The disk does not give it: {0}.
        UNREADABLE,
        /// {1} is larger than {0} KB.
        LARGE,
        /// {0} is not UTF-8.
        ENCODING,
        /// Nothing stands in it.
        EMPTY,
        /// More than {0} rows.
        ROWS,
        /// More than {0} characters in its cells.
        TEXT,
        /// Unpacks to more than {0} MB.
        BOMB,
        /// Of {0}, by its content; only CSV and XLSX are read.
        FORMAT,
        /// Neither UTF-8 nor GB18030 nor UTF-16.
        CHARSET,
        /// A damaged workbook: {0}.
        DAMAGED,
        /// A workbook that no spreadsheet has written: {0}.
        STRANGE,
        /// No sheet of it can be seen.
        HIDDEN,
        /// Columns {0} are missing in row {1}; expected: {2}.
        COLUMNS,
        /// Column {0} stands twice in row {1}.
        TWICE,
        /// No picture, by its content.
        PICTURE,
        /// A picture of {0} × {1} dots, more than {2} million.
        DOTS
    }

    public UnfitFile(Why why, Object... details) {
        super(Wording.of(UnfitFile.class, Lang.EN).say("unfit." + why, details));
        this.why = why;
        this.details = details.clone();
    }

    public Why why() {
        return why;
    }

    @Override
    public String in(Lang lang) {
        return Wording.of(UnfitFile.class, lang).say("unfit." + why, details);
    }
}
