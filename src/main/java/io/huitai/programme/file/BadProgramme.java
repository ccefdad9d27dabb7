package io.huitai.programme.file;

import io.huitai.shop.Lang;
import java.util.List;

/// A file of a programme, or a calendar, that cannot be used: where it is wrong and what was expected there.
public final class BadProgramme extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<LintFinding> faults;

    /// @param faults all of them, in the order of the file; at least one
    BadProgramme(List<LintFinding> faults) {
        super(faults.getFirst().text(Lang.EN), null, false, false);
        this.faults = List.copyOf(faults);
    }

    public List<LintFinding> faults() {
        return faults;
    }

    /// The first fault as `file:line:column: found …, expected …`, one line.
    public String message() {
        return String.valueOf(getMessage());
    }
}
