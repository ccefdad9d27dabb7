package io.huitai.programme.file;

/// A programme file that cannot be used: where it is wrong and what was expected there.
public final class BadProgramme extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    /// @param source the file's name
    /// @param line 1 is the first
    /// @param column 1 is the first
    /// @param fault what is wrong and what was expected
    public BadProgramme(String source, int line, int column, String fault) {
        super(source + ":" + line + ":" + column + ": " + fault.replaceAll("\\s+", " "), null, false, false);
        this.line = line;
        this.column = column;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }

    /// `file:line:column: fault`, one line.
    public String message() {
        return String.valueOf(getMessage());
    }
}
