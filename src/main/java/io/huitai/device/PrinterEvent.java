package io.huitai.device;

/// What a printer reports by itself; told once at each turn.
public sealed interface PrinterEvent {
    String printer();

    /// It cannot be reached.
    record Disconnected(String printer, PrintResult.Reason reason) implements PrinterEvent {}

    /// It is back, or was reached for the first time.
    record Connected(String printer) implements PrinterEvent {}
}
