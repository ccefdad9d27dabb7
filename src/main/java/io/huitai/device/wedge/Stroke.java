package io.huitai.device.wedge;

/// What a keyboard event means to the {@link Wedge}.
public sealed interface Stroke {
    /// A character was typed.
    record Symbol(char character) implements Stroke {}

    /// Enter or Tab went down.
    record Terminator() implements Stroke {}

    /// Ctrl with I, J or M: what some readers send for Tab, line feed and Enter, and a person's shortcut otherwise.
    record ControlledEnd() implements Stroke {}

    /// A keypad's digit under Alt: some readers write each character by its number so.
    record Numbered() implements Stroke {}

    /// An event that belongs to a stroke and says nothing itself: a character key going down or any key coming up, a
    /// shift, the "typed" event of Enter. It shares the fate of the strokes around it.
    record Silent() implements Stroke {}

    /// A character that a key repeats because it is held down. No reader holds keys.
    record Repeated() implements Stroke {}

    /// Any other key: arrows, function keys, shortcuts. No reader sends them.
    record Other() implements Stroke {}
}
