package io.huitai.programme.file;

import io.huitai.programme.scheme.Versions.Unfit;
import io.huitai.shop.Lang;

/// A file that is a good programme, but not one that this store can have.
public final class UnfitVersion extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Phrase words;

    public UnfitVersion(String source, Unfit unfit) {
        this(new Phrase(
                "unfit",
                source,
                new Phrase("unfit." + unfit.why(), unfit.details().toArray())));
    }

    private UnfitVersion(Phrase words) {
        super(words.in(Lang.EN), null, false, false);
        this.words = words;
    }

    /// One line: `file: why`.
    public String text(Lang lang) {
        return words.in(lang);
    }
}
