package io.huitai.journal.log;

/// The disk refused a write, a force or a read. What was being appended is refused as a whole and will not reappear;
/// the console answers `DISK_FAILED`.
public final class DiskFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    public DiskFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
