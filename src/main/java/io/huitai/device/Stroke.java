package io.huitai.device;

/// What a keyboard event means to the {@link Wedge}.
public sealed interface Stroke {
    /// A character was typed.
    record Symbol(char character) implements Stroke {}

    /// Enter or Tab went down.
    record Terminator() implements Stroke {}

    /// An event that belongs to a stroke and says nothing itself: a character key going down or any key coming up, a
    /// shift, the "typed" event of Enter. It shares the fate of the strokes around it.
    record Silent() implements Stroke {}

    /// Any other key: arrows, function keys, shortcuts. No reader sends them.
    record Other() implements Stroke {}
}
