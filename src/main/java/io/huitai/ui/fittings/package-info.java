/// What every screen is made of: texts, pads, sheets, errands to the till.
@NullMarked
package io.huitai.ui.fittings;

import org.jspecify.annotations.NullMarked;
