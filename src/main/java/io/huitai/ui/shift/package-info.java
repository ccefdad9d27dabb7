/// The shift: opening, the drawer, reports, closing.
@NullMarked
package io.huitai.ui.shift;

import org.jspecify.annotations.NullMarked;
