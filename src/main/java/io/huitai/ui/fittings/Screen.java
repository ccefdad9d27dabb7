package io.huitai.ui.fittings;

import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;

/// One screen of the window.
public interface Screen extends Reading {
    Parent root();

    /// It has just come in front.
    void entered();

    /// A key that no field wanted.
    ///
    /// @return whether it meant something here
    boolean pressed(KeyEvent key);
}
