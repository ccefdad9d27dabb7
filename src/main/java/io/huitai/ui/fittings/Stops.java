package io.huitai.ui.fittings;

/// Has more than one place to type in while it has the focus.
interface Stops {
    /// Goes to the next place inside, or the one before.
    ///
    /// @return whether there was one
    boolean step(boolean back);
}
