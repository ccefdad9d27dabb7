/// Shifts, the check of the clock, and the end of the day.
@NullMarked
package io.huitai.till.shift;

import org.jspecify.annotations.NullMarked;
