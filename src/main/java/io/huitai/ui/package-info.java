/// The window.
@NullMarked
package io.huitai.ui;

import org.jspecify.annotations.NullMarked;
