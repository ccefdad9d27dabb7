package io.huitai.device;

/// A cash drawer.
public interface Drawer {
    /// Kicks it open.
    PrintResult open();
}
